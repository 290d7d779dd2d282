import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families, type FamilyName } from '../families/families.ts';
import type { Field } from '../families/field.ts';
import { explainRequest, sourceOf } from './explain-request.ts';
import type { KeptRow } from './kept-row.ts';
import { momentText, yuanText } from './words.ts';

const moment = Date.parse('2026-03-01T02:00:00Z');
const source = { day: '2026-03-01', batch: 'b-1', row: 0, leaf: 4 };
const kept = (family: FamilyName, row: Readonly<Record<string, unknown>>, at = 0): KeptRow => ({
  family,
  row: { time: moment, provider: 'demo', ...row },
  source: { ...source, row: at },
});

const slot = {
  algorithm: 'home-feed',
  request: 'r-1',
  user: 'p1_Zm9vYmFyYmF6cXV4cXV1eA',
  surface: 'feed',
  position: 1,
  candidates: 200,
  item: 'i-7',
  score: 0.73,
  technique: 'personalised',
  personalised: true,
  tags: ['football'],
  data_used: ['browsing'],
  reasons: ['followed-author'],
  intervention: 'x-1',
};
const price = {
  request: 'q-1',
  item: 'sku-1',
  list_price: 12_000,
  price: 11_550,
  line_kinds: ['coupon'],
  line_amounts: [-450],
  new_user: false,
  orders_before: 37,
  tags: ['loyal'],
};
const job = { order: 'o-1', promised: 1500, feasible: 1900, pay: 650, penalty: 200, penalty_cause: 'late' };
const around = [
  kept('control', { action: 'opt-out', time: moment - 60_000 }),
  kept('intervention', { intervention: 'x-1', kind: 'pin', reason: '重要通知', time: moment - 5000 }),
  kept('disposal', { item: 'i-7', action: 'limit', reason: '夸大', time: moment - 9000 }),
];

const english = (rows: readonly KeptRow[]): string =>
  explainRequest(rows)
    .sentences.map(({ text: { en } }) => en)
    .join('\n');

describe('an explanation', () => {
  it('says what was asked, what counted, what was placed why, what was chosen and what was moved', () => {
    const words = english([kept('exposure', slot), ...around]);
    expect(words.split('\n')).toEqual([
      'This result: it was 2026-03-01 10:00:00 in Beijing, it stood in the feed.',
      'The algorithm that decided is “home-feed”.',
      'The technique was personalised push.',
      'It was made from traits of yours.',
      'Tags about you that were used: “football”.',
      'Kinds of personal data that were used: “browsing”.',
      'There were 200 candidates.',
      'In place 1, item “i-7”, ranked by a score of 0.73, for “followed-author”.',
      'You switched personalisation off at 2026-03-01 09:59:00; it was off then.',
      'The record says that personalisation was off, and that this result was made from traits of yours all the same.',
      'Item “i-7” was pinned by people, for this reason: “重要通知”.',
      'Item “i-7” was dealt with at 2026-03-01 09:59:51: it was limited, for this reason: “夸大”.',
    ]);
  });

  it('takes a price apart', () => {
    expect(english([kept('quote', price)]).split('\n')).toEqual([
      'At 2026-03-01 10:00:00 in Beijing a price was made for “sku-1”.',
      'The list price was 120.00 yuan.',
      'The price to pay was 115.50 yuan.',
      'Of it, “coupon” made -4.50 yuan.',
      'You were not treated as a new user.',
      'Before, you had ordered 37 times.',
      'Tags about you that pricing used: “loyal”.',
    ]);
  });

  it('says how an order was given and paid', () => {
    expect(english([kept('dispatch', job)])).toMatch(
      /allowed was 1500 seconds[^]*needed 1900 seconds[^]*6\.50 yuan[^]*penalty was 2\.00 yuan[^]*“late”/,
    );
  });

  it('says what holds for several slots once, and rests it on all of them', () => {
    const rows = [0, 1, 2].map((at) => kept('exposure', { ...slot, position: at + 1, item: `i-${at}` }, at));
    const { sentences } = explainRequest(rows);
    const personalised = sentences.find(({ text: { en } }) => en === 'It was made from traits of yours.');
    expect(personalised?.rows).toHaveLength(3);
    expect(personalised === undefined ? '' : sourceOf(personalised)).toBe('exposure 2026-03-01 leaf 4 row 0-2');
    expect(sentences.filter(({ about }) => about === 'placed')).toHaveLength(3);
  });

  it('knows only what stood at that moment', () => {
    const later = kept('control', { action: 'opt-in', time: moment + 1 });
    const earlier = kept('control', { action: 'opt-in', time: moment - 90_000 });
    const other = kept('disposal', { item: 'i-8', action: 'stop', time: moment - 1 });
    const words = english([kept('exposure', slot), ...around, later, earlier, other]);
    expect(words).toContain('was off then');
    expect(words).not.toMatch(/was on then|i-8/);
  });

  it('never names the person', () => {
    expect(JSON.stringify(explainRequest([kept('exposure', slot)]).sentences.map(({ text }) => text))).not.toContain(
      'p1_',
    );
  });

  it('of nothing is empty', () => expect(explainRequest([]).sentences).toEqual([]));
});

describe('nothing that the record does not hold', () => {
  const results: readonly (readonly [FamilyName, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['exposure', slot, ['request', 'user']],
    ['quote', price, ['request']],
    ['dispatch', job, []],
  ];

  it.each(results)('a field taken out of %s takes its words along', (family, row, silent) => {
    const whole = english([kept(family, row)]);
    for (const name of Object.keys(row)) {
      const { [name]: _taken, ...rest } = row;
      const words = english([kept(family, rest)]);
      if (silent.includes(name)) expect(words).toBe(whole);
      else expect(words.length, `${family}/${name} is told though it is gone`).toBeLessThan(whole.length);
    }
  });

  it('nothing is left of an empty record', () => {
    for (const [family] of results) expect(english([{ family, row: {}, source }])).toBe('');
  });

  const valueOf = ({ type }: Field): fc.Arbitrary<unknown> => {
    const token = fc.stringMatching(/^[a-z0-9]{1,12}$/u);
    switch (type.kind) {
      case 'instant':
        return fc.integer({ min: 946_684_800_000, max: 4_000_000_000_000 });
      case 'integer':
        return fc.integer({ min: type.least, max: type.most });
      case 'integers':
        return fc.array(fc.integer({ min: type.least, max: type.most }), { minLength: 1, maxLength: 3 });
      case 'number':
        return fc.double({ noNaN: true, noDefaultInfinity: true });
      case 'numbers':
        return fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3 });
      case 'flag':
        return fc.boolean();
      case 'choice':
        return fc.constantFrom(...type.values);
      case 'tokens':
        return fc.array(token, { minLength: 1, maxLength: 3 });
      case 'sentence':
        return fc.string({ minLength: 1, maxLength: 60 });
      case 'identifier':
      case 'pseudonym':
      case 'token':
        return token;
    }
  };
  const recordOf = (family: FamilyName): fc.Arbitrary<KeptRow> =>
    fc
      .record(Object.fromEntries(families[family].fields.map((field: Field) => [field.name, valueOf(field)])), {
        requiredKeys: [],
      })
      .map((row) => ({ family, row, source }));

  /** Every run of digits that the record holds, as it is, as an amount in yuan, or as a moment. */
  const digitsOf = (rows: readonly KeptRow[]): ReadonlySet<string> => {
    const found = new Set<string>();
    const take = (words: string): void => {
      for (const run of words.match(/\d+/gu) ?? []) found.add(run);
    };
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'number') {
        take(String(value));
        if (Number.isInteger(value)) take(yuanText(value));
        if (Math.abs(value) < 8e15) take(momentText(value));
      } else if (typeof value === 'string') take(value);
    };
    for (const { row } of rows) Object.values(row).forEach(visit);
    return found;
  };

  const anyRecord = fc.oneof(
    ...(['exposure', 'quote', 'dispatch', 'control', 'intervention', 'disposal'] as const).map(recordOf),
  );

  it('every number in the words occurs in the record, whatever the record holds', () => {
    let told = 0;
    for (const rows of fc.sample(fc.array(anyRecord, { minLength: 1, maxLength: 6 }), {
      numRuns: 150,
      seed: 20260301,
    })) {
      const known = digitsOf(rows);
      const { sentences } = explainRequest(rows);
      told += sentences.length;
      const invented = sentences.flatMap(({ text: { zh, en } }) =>
        (`${zh} ${en}`.match(/\d+/gu) ?? []).filter((run) => !known.has(run)).map((run) => [run, en]),
      );
      expect(invented).toEqual([]);
      expect(sentences.filter(({ rows: resting }) => resting.length === 0)).toEqual([]);
    }
    expect(told).toBeGreaterThan(500);
  });
});
