import { describe, expect, it } from 'vitest';
import { civilDate } from '../civil-date.ts';
import type { ClauseId, Measure } from '../clause.ts';
import { isTriggered, openOffers, penaltyFaults } from './judge.ts';
import { oneFine, type OtherBasis } from './one-fine.ts';
import { heavierParts, mayAskForHearing, type Established, type Penalty } from './penalty.ts';
import { sanctionsFor } from './sanctions.ts';

const since = civilDate('2026-01-05');
const plain: Established = { refusal: false, gravity: false, particular: [], circumstances: [], corrected: false };
const grave: Established = { ...plain, gravity: true };
const refused: Established = { ...plain, refusal: true };
const systems = sanctionsFor(['final/7'], since);
const pricing = sanctionsFor(['final/21'], since);
const filing = sanctionsFor(['final/24.1'], since);
const draftSystems = sanctionsFor(['draft/7'], since, { chosen: 'draft' });
const priceLaw: OtherBasis = {
  law: '价格违法行为行政处罚规定',
  article: '第四条',
  rank: 'administrative-regulation',
  bounds: { atLeast: 50_000, atMost: 500_000 },
};
const all: readonly Measure[] = ['warning', 'order-to-correct', 'suspend-updates', 'fine'];
const codes = (penalty: Penalty, offers = systems, established = grave) =>
  penaltyFaults(penalty, offers, established).map(({ code }) => code.replace('sanction/', ''));

describe('penaltyFaults', () => {
  it.each([
    ['final, lower bound', systems, 10_000, []],
    ['final, upper bound', systems, 100_000, []],
    ['final, a yuan below', systems, 9_999, ['under-bound']],
    ['final, a yuan above', systems, 100_001, ['over-bound']],
    ['draft, lower bound', draftSystems, 5_000, []],
    ['draft, upper bound', draftSystems, 30_000, []],
    ['draft, a yuan below', draftSystems, 4_999, ['under-bound']],
    ['draft, a yuan above', draftSystems, 30_001, ['over-bound']],
    ['nothing at all', systems, 0, ['under-bound']],
  ] as const)('holds a fine inside its bounds: %s', (_name, offers, fine, expected) => {
    expect(codes({ measures: all, fine }, offers)).toEqual(expected);
  });

  it('wants its trigger, refusal or gravity', () => {
    const penalty = { measures: all, fine: 20_000 };
    expect(codes(penalty, systems, plain)).toEqual(['not-triggered', 'not-triggered']);
    expect(codes(penalty, systems, refused)).toEqual([]);
    expect(codes({ measures: ['warning', 'order-to-correct'] }, systems, plain)).toEqual([]);
    expect(
      (['violation', 'refusal', 'gravity', 'refusal-or-gravity'] as const).map((each) => [
        isTriggered(each, plain),
        isTriggered(each, refused),
        isTriggered(each, grave),
      ]),
    ).toEqual([
      [true, true, true],
      [false, true, false],
      [false, false, true],
      [false, true, true],
    ]);
  });

  it('wants the suspension with the fine, an amount, and none without a fine', () => {
    expect(codes({ measures: ['order-to-correct', 'fine'], fine: 20_000 })).toEqual(['companion-missing']);
    expect(codes({ measures: all })).toEqual(['amount-missing']);
    expect(codes({ measures: ['warning', 'order-to-correct'], fine: 20_000 })).toEqual(['fine-not-chosen']);
  });

  it('orders correction with every penalty until it is put right', () => {
    expect(codes({ measures: ['warning'] })).toEqual(['correction-missing']);
    expect(codes({ measures: ['warning'] }, systems, { ...plain, corrected: true })).toEqual([]);
    expect(codes({ measures: ['order-to-correct'] })).toEqual(['none-chosen']);
    expect(codes({ measures: [] })).toEqual(['none-chosen']);
  });

  it('sets no amount of its own where the regulation sends to other laws', () => {
    const penalty: Penalty = { measures: ['fine', 'order-to-correct'], fine: 80_000 };
    expect(codes(penalty, pricing)).toEqual(['other-basis-missing']);
    expect(codes({ measures: ['warning', 'order-to-correct'] }, pricing)).toEqual(['other-basis-missing']);
    const { bounds: _bounds, ...unbounded } = priceLaw;
    expect(codes({ ...penalty, otherBasis: unbounded }, pricing)).toEqual(['bounds-missing']);
    expect(codes({ ...penalty, otherBasis: priceLaw }, pricing)).toEqual([]);
    expect(codes({ ...penalty, otherBasis: priceLaw, fine: 600_000 }, pricing)).toEqual(['over-bound']);
    expect(codes({ ...penalty, otherBasis: priceLaw, fine: 40_000 }, pricing)).toEqual(['under-bound']);
    expect(codes({ measures: ['other-law', 'order-to-correct'] }, pricing)).toEqual(['not-a-measure']);
  });

  it('takes a filing away on the regulation alone, and only for the facts it names', () => {
    const penalty: Penalty = { measures: ['revoke-filing', 'order-to-correct'] };
    const falsehood: Established = { ...plain, particular: ['final/33.1' as ClauseId] };
    expect(codes(penalty, filing, plain)).toEqual(['not-provided']);
    expect(codes(penalty, filing, falsehood)).toEqual([]);
    expect(codes({ ...penalty, otherBasis: priceLaw }, pricing)).toContain('other-basis-missing');
    // Under final/33.1 a refusal to correct opens no fine, gravity does.
    const fined: Penalty = { measures: all, fine: 20_000 };
    expect(
      openOffers(filing, { ...falsehood, refusal: true }).filter(({ basis }) => basis === 'final/33.1'),
    ).toHaveLength(3);
    expect(codes(fined, filing, { ...falsehood, gravity: true })).toEqual([]);
  });

  it('spares whom the law spares, and goes below the bounds only with a reason', () => {
    const fined: Penalty = { measures: all, fine: 3_000 };
    expect(codes(fined, systems, { ...grave, circumstances: ['assisted'] })).toEqual([]);
    expect(codes(fined, systems, { ...grave, circumstances: ['no-fault'] })).toEqual(['to-be-spared']);
    expect(codes(fined, systems, { ...grave, circumstances: ['first-and-slight'] })).toEqual([]);
  });

  it('punishes nothing that no rule punished when it was done', () => {
    expect(codes({ measures: all, fine: 20_000 }, sanctionsFor(['final/7'], civilDate('2022-02-28')))).toEqual([
      'no-rule',
    ]);
  });

  it('says every fault in both languages', () => {
    for (const { text: words } of penaltyFaults({ measures: ['fine', 'revoke-filing'], fine: 1 }, pricing, plain))
      expect([words.zh, words.en].includes('')).toBe(false);
  });
});

describe('one act, one fine', () => {
  it('takes the rule with the highest amount', () => {
    const open = openOffers(filing, { ...grave, particular: ['final/33.1' as ClauseId] });
    expect(oneFine(open)).toMatchObject({ from: 'regulation', bounds: { atMost: 100_000 } });
    expect(oneFine([])).toBeUndefined();
    const low: OtherBasis = { ...priceLaw, rank: 'departmental-rule', bounds: { atLeast: 1_000, atMost: 30_000 } };
    expect(oneFine(open, low)?.from).toBe('regulation');
    expect(oneFine(open, { ...low, bounds: { atLeast: 20_000, atMost: 100_000 } })?.from).toBe('other');
    expect(oneFine(open, priceLaw)?.from).toBe('other');
  });

  it('gives way to a law, as the regulation in force says and the draft does not', () => {
    const milder: OtherBasis = { ...priceLaw, rank: 'law', bounds: { atLeast: 0, atMost: 2_000 } };
    expect(oneFine(openOffers(systems, grave), milder)?.from).toBe('other');
    expect(oneFine(openOffers(draftSystems, grave), milder)?.from).toBe('regulation');
  });
});

describe('what is heavier, and who may ask for a hearing', () => {
  it('is a new measure or a higher fine', () => {
    const before: Penalty = { measures: ['warning', 'suspend-updates', 'fine'], fine: 20_000 };
    expect(heavierParts(before, before)).toEqual([]);
    expect(heavierParts({ ...before, fine: 20_001 }, before)).toEqual(['fine']);
    expect(heavierParts({ measures: ['warning', 'order-to-correct'] }, before)).toEqual([]);
    expect(heavierParts({ measures: ['revoke-filing', 'fine'], fine: 1 }, { measures: ['warning'] })).toEqual([
      'revoke-filing',
      'fine',
    ]);
  });

  it('is open for fines, suspension and loss of the filing', () => {
    expect(
      (['warning', 'public-criticism', 'order-to-correct', 'cancel-filing'] as const).map((each) =>
        mayAskForHearing({ measures: [each] }),
      ),
    ).toEqual([false, false, false, false]);
    expect(
      (['fine', 'suspend-updates', 'revoke-filing'] as const).map((each) => mayAskForHearing({ measures: [each] })),
    ).toEqual([true, true, true]);
  });
});
