import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../engine/refusal.ts';
import { CaseHouse, chair, house, lead, officers, one, reason, two } from '../../testing/case-house.ts';
import { head, officer, organisation } from '../../testing/filing-house.ts';
import { RefusedError } from '../../testing/in-memory.ts';
import { exampleOrder } from '../rectification/examples.ts';
import { exampleDecision, exampleEvidence, exampleFindings, exampleNotice } from './examples.ts';

const at = new CaseHouse();
const { begin, established, notified, give, state } = at;

/** Everything that stood against it, as somebody reads it. */
const refusalsOf = async (attempt: Promise<unknown>): Promise<readonly Refusal[]> => {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals;
    throw error;
  }
};

/** The one thing against it, with the rule and what to do about it in either language. */
const clear = (refusals: readonly Refusal[], code: string, zh: RegExp, en: RegExp, clause?: string): void => {
  expect(refusals).toMatchObject([
    {
      code,
      text: { zh: expect.stringMatching(zh), en: expect.stringMatching(en) },
      ...(clause === undefined ? {} : { clause }),
    },
  ]);
};

describe('misuse is refused in words that say why, and nothing is recorded of it', () => {
  it('an order dated on a holiday', async () => {
    const told = house();
    const order = { ...exampleOrder, provider: organisation.name };
    const holiday = await refusalsOf(told.open('rectification', { ...order, by: '2026-10-01' }, one));
    clear(holiday, 'date/day-off', /2026-10-01 不是工作日/u, /2026-10-01 is a day off/u);
    expect(holiday[0]?.pointer).toBe('/by');
    const id = await told.open('rectification', { ...order, by: '2026-04-15' }, one);
    await told.give(id, 'serve', {}, head);
    await told.give(id, 'ask-extension', { until: '2026-05-08', why: '需要发版。' }, officer);
    const asked = await refusalsOf(told.give(id, 'ask-extension', { until: '2026-05-01', why: '需要发版。' }, officer));
    expect(asked.map(({ code }) => code)).toContain('date/day-off');
  });

  it('a limitation that has passed, from the lead on and by the findings', async () => {
    const long = { from: '2023-06-01', until: '2024-02-01' };
    await begin({ ...lead, ...long });
    const before = at.told.events(at.id).length;
    const found = await refusalsOf(give('establish', officers, head, reason));
    clear(
      found,
      'violation-case/limitation-passed',
      /2024-02-01.*2026-02-0\d/u,
      /penalised no more/u,
      'penalty-law/36',
    );
    expect(at.told.events(at.id)).toHaveLength(before);
    // What was suspected was recent, and what was found is not.
    await established();
    await give('add-evidence', exampleEvidence, one);
    clear(
      await refusalsOf(give('conclude', { ...exampleFindings, ...long }, one)),
      'violation-case/limitation-passed',
      /不再处罚/u,
      /penalised no more/u,
      'penalty-law/36',
    );
    expect(state().status).toBe('investigating');
  });

  describe('a reviewer in their own case', () => {
    beforeEach(() => notified());

    it('who has investigated it decides nothing, reviews nothing and presides over nothing', async () => {
      const opinion = { passed: true, words: '合法。' };
      clear(
        await refusalsOf(give('review-legally', opinion, one)),
        'violation-case/own-case',
        /没有参与调查/u,
        /did not investigate/u,
        'penalty-law/57',
      );
      await give('request-hearing', {}, officer);
      const hearing = { day: '2026-04-15', time: '09:30', place: '会议室', chair: officers.second, open: true };
      clear(
        await refusalsOf(give('schedule-hearing', hearing, one)),
        'violation-case/chair-investigated',
        /办案人员/u,
        /investigated/u,
        'penalty-law/64',
      );
    });

    it('who has acted for the company has no part in it', async () => {
      const friend = house({ lookups: { hasActedFor: async () => true } });
      const id = await friend.open('violation-case', lead, one);
      const found = await refusalsOf(friend.give(id, 'establish', officers, head, reason));
      expect(found.map(({ code, clause }) => [code, clause])).toEqual([
        ['violation-case/interested', 'penalty-law/43'],
        ['violation-case/interested', 'penalty-law/43'],
      ]);
    });
  });

  it('one officer alone', async () => {
    await begin();
    clear(
      await refusalsOf(give('establish', { ...officers, second: officers.first }, head, reason)),
      'violation-case/one-officer',
      /两名不同/u,
      /two different/u,
      'penalty-law/42',
    );
    await established();
    await give('add-evidence', exampleEvidence, one);
    await give('conclude', exampleFindings, one);
    for (const [command, input, actor] of [
      ['countersign', {}, one],
      ['notify', exampleNotice, head],
    ] as const)
      clear(
        await refusalsOf(give(command, input, actor)),
        'violation-case/one-officer',
        /办案人员/u,
        /officer/u,
        'penalty-law/42',
      );
    clear(
      await refusalsOf(give('countersign', {}, chair)),
      'violation-case/not-its-officer',
      /办案人员/u,
      /officers of this case/u,
      'penalty-law/42',
    );
    await give('countersign', {}, two);
  });

  it('a decision harsher than the notice, after the defence', async () => {
    await notified();
    await give('defend', { words: '只影响部分用户。' }, officer);
    await give('weigh', { adopted: 'none', words: '不影响认定。' }, one);
    at.told.on('2026-03-31');
    const found = await refusalsOf(give('decide', { ...exampleDecision, fine: 30_000 }, head));
    const harsher = found.find(({ code }) => code === 'violation-case/heavier-than-noticed');
    expect(harsher).toMatchObject({
      pointer: '/measures',
      clause: 'penalty-law/45',
      text: { zh: expect.stringMatching(/不能比告知的更重（罚款）/u), en: expect.stringMatching(/Not heavier/u) },
    });
  });
});
