import { describe, expect, it } from 'vitest';
import { civilDate } from '../civil-date.ts';
import type { ClauseId, Edition } from '../clause.ts';
import { defineEdition } from '../edition.ts';
import { clausesOf, edition } from '../rulebook.ts';
import { text } from '../text.ts';
import { clausesHolding, regulationOn } from './applicable-law.ts';
import { applicableSanctions, isLighter } from './lighter-law.ts';
import { onlyOtherLaws, sanctionsFor } from './sanctions.ts';

const before = civilDate('2022-02-28');
const since = civilDate('2022-03-01');
const draft = { chosen: 'draft' } as const;

/** The clauses that the regulations themselves list, article by article (31, 32, 33 of the one; 27, 28, 29 of the other). */
const listed = {
  'final/31': ['7', '8', '9.1', '10', '14', '16', '17.1', '17.2', '17.3', '22', '24.1', '24.2', '24.3', '26'],
  'final/32': ['6.1', '6.2', '9.2', '11', '13', '15', '18.1', '18.2', '19', '20', '21', '27', '28.2'],
  'draft/27': ['7', '8', '9.1', '10', '11', '12', '13', '14', '15.2', '22', '26.1', '26.2'],
  'draft/28': ['6.1', '6.2', '9.2', '15.1', '15.3', '16', '17', '18', '23.1', '23.2', '24.2'],
  'draft/29.1': ['20.1', '20.2', '20.3'],
} as const;
const bounds = { final: { atLeast: 10_000, atMost: 100_000 }, draft: { atLeast: 5_000, atMost: 30_000 } } as const;
const rows = Object.entries(listed).flatMap(([basis, numbers]) =>
  numbers.map((number) => [`${basis.split('/')[0]}/${number}`, basis] as const),
);

describe('sanctionsFor', () => {
  it.each(rows)('answers %s by %s', (violated, basis) => {
    const regulation = basis.startsWith('draft') ? 'draft' : 'final';
    const own = sanctionsFor([violated], since, regulation === 'draft' ? draft : {}).filter(
      (offer) => offer.basis === basis,
    );
    if (basis === 'final/32' || basis === 'draft/28')
      expect(own.map(({ measure, bounds: none, with: companions }) => [measure, none, companions])).toEqual([
        ['other-law', undefined, []],
      ]);
    else {
      const filed = basis === 'draft/29.1' ? ['revoke-filing violation'] : [];
      expect(own.map(({ measure, trigger }) => `${measure} ${trigger}`)).toEqual([
        ...filed,
        'warning violation',
        'public-criticism violation',
        'order-to-correct violation',
        'suspend-updates refusal-or-gravity',
        'fine refusal-or-gravity',
      ]);
      expect(own.at(-1)).toMatchObject({ bounds: bounds[regulation], with: ['suspend-updates'] });
    }
    // A service that ended without being cancelled is first of all cancelled by the office (draft/29.2).
    const particular = violated === 'draft/20.3';
    for (const offer of own) expect([offer.violated, offer.particular]).toEqual([[violated], particular]);
  });

  it('covers every clause that the two regulations punish, and no other', () => {
    const plain = new Set<string>(rows.map(([violated]) => violated));
    for (const regulation of ['final', 'draft'] as const)
      for (const { id } of clausesOf(regulation)) {
        const offers = sanctionsFor([id], since, { chosen: regulation });
        expect([id, offers.length > 0]).toEqual([id, plain.has(id)]);
      }
  });

  it('offers what a particular way of breaking a clause allows beside it, and says so', () => {
    const offers = sanctionsFor(['final/24.1'], since).filter(({ basis }) => basis === 'final/33.1');
    expect(offers.map(({ measure, trigger, particular }) => [measure, trigger, particular])).toEqual([
      ['revoke-filing', 'violation', true],
      ['warning', 'violation', true],
      ['public-criticism', 'violation', true],
      ['suspend-updates', 'gravity', true],
      ['fine', 'gravity', true],
    ]);
    expect(sanctionsFor(['final/24.3'], since).find(({ basis }) => basis === 'final/33.2')).toMatchObject({
      measure: 'cancel-filing',
      particular: true,
    });
  });

  it('joins clauses under one basis and adds correction where the basis is silent', () => {
    const offers = sanctionsFor(['final/7', 'final/8', 'final/7'], since);
    expect(offers.find(({ measure }) => measure === 'fine')?.violated).toEqual(['final/7', 'final/8']);
    expect(sanctionsFor(['final/21'], since).at(-1)).toMatchObject({
      measure: 'order-to-correct',
      basis: 'penalty-law/28',
      violated: ['final/21'],
    });
  });

  it('knows nothing before a rule was in force, of unknown clauses, or of what is only encouraged', () => {
    expect(sanctionsFor(['final/7'], before)).toEqual([]);
    expect(sanctionsFor(['final/999', 'final/12', 'final/1'], since)).toEqual([]);
    expect(sanctionsFor(['opinions/7'], since)).toEqual([]);
    expect(sanctionsFor([], since)).toEqual([]);
  });

  it('finds a clause of the draft again in the regulation that was in force', () => {
    expect(sanctionsFor(['draft/15.2'], since).map(({ basis }) => basis)).toContain('final/31');
    expect(clausesHolding('draft/26.1', since).map(({ id }) => id)).toEqual(['final/22']);
    expect(sanctionsFor(['draft/13'], since, draft).find(({ measure }) => measure === 'fine')?.basis).toBe('draft/27');
  });

  it('tells where there is nothing but other laws', () => {
    expect(onlyOtherLaws(sanctionsFor(['final/21'], since))).toBe(true);
    expect(onlyOtherLaws(sanctionsFor(['final/21', 'final/7'], since))).toBe(false);
    expect(onlyOtherLaws([])).toBe(false);
  });
});

/** A regulation to come, with a lighter fine or none. */
const later = (fine: { atLeast: number; atMost: number } | undefined): readonly Edition[] => {
  const old = edition('final');
  const words = { heading: text('条', 'article'), text: text('文', 'words'), who: [], answers: [] } as const;
  const next = defineEdition({ ...old, id: 'draft', inForceFrom: civilDate('2030-01-01') }, [
    { ...words, number: '7', duty: 'obligation', sanctionedBy: '27', crosswalk: [] },
    {
      ...words,
      number: '27',
      duty: 'sanction',
      sanction: {
        covers: fine === undefined ? [] : ['draft/7'],
        steps: [
          { measure: 'warning', trigger: 'violation' },
          ...(fine === undefined ? [] : ([{ measure: 'fine', trigger: 'gravity', bounds: fine }] as const)),
        ],
      },
    },
  ]);
  return [{ ...old, inForceUntil: civilDate('2029-12-31') }, next];
};

describe('the law of the act or a lighter one since', () => {
  const days = { act: civilDate('2029-06-01'), decided: civilDate('2030-06-01') };

  it('follows the day of the act', () => {
    expect(regulationOn(before)).toBeUndefined();
    expect(regulationOn(since)?.id).toBe('final');
    expect(regulationOn(before, draft)?.id).toBe('draft');
    const now = { act: civilDate('2026-01-05'), decided: civilDate('2026-06-01') };
    expect(applicableSanctions(['final/7'], now)).toMatchObject({ edition: 'final', because: 'at-the-act' });
    expect(applicableSanctions(['final/7'], now, draft)).toMatchObject({ edition: 'draft', because: 'chosen' });
    expect(applicableSanctions(['final/7'], { ...now, act: before })).toEqual({
      edition: undefined,
      because: 'at-the-act',
      offers: [],
    });
  });

  it.each([
    [{ atLeast: 5_000, atMost: 50_000 }, 'lighter-since'],
    [{ atLeast: 5_000, atMost: 100_000 }, 'lighter-since'],
    [{ atLeast: 20_000, atMost: 100_000 }, 'at-the-act'],
    [{ atLeast: 10_000, atMost: 200_000 }, 'at-the-act'],
    [undefined, 'lighter-since'],
  ] as const)('with a later fine of %j takes the rules %s', (fine, because) => {
    expect(applicableSanctions(['final/7'], days, { editions: later(fine) }).because).toBe(because);
  });

  it('compares no more than the rules say', () => {
    const then = sanctionsFor(['final/7'], since);
    expect(isLighter(then, then)).toBe(false);
    expect(isLighter([], [])).toBe(false);
    expect(isLighter(sanctionsFor(['final/21'], since), then)).toBe(false);
    expect(isLighter(then.slice(0, 3), then)).toBe(true);
    const fewer = then.filter(({ measure }) => measure !== 'warning');
    expect([isLighter(fewer, then), isLighter(then, fewer)]).toEqual([true, false]);
    expect(isLighter(fewer, [...then.slice(0, 1), ...then.slice(2)])).toBe(false);
    const id: ClauseId | undefined = then[0]?.basis;
    expect(id).toBe('final/31');
  });
});
