import { describe, expect, it } from 'vitest';
import { house, numberOf, reviewer, running } from '../../testing/campaign-house.ts';
import { progressOf, reasonsFor, toAsk, toRemind, type CampaignState } from './definition.ts';
import { examplePlan } from './examples.ts';

describe('searching targets', () => {
  const found = (id: string, name: string, more: object = {}) => ({
    owner: id as never,
    name,
    place: '440305',
    complaints: 0,
    orders: 0,
    ...more,
  });
  const items = [
    found('company-0', '示例企业0', {
      number: numberOf(0),
      title: '示例首页',
      technique: 'personalised-push',
      grade: 'I',
      complaints: 12,
    }),
    found('company-1', '示例企业1', {
      number: numberOf(1),
      title: '示例首页',
      technique: 'personalised-push',
      grade: 'II',
    }),
    found('company-2', '示例企业2'),
  ];
  const begun = async () => {
    const asked: unknown[] = [];
    const told = house(undefined, async (query) => {
      asked.push(query);
      return { items: items.filter((item) => reasonsFor(query, item) !== undefined), more: false };
    });
    const id = await told.open('campaign', { ...examplePlan, sampleSize: 0 }, reviewer);
    const select = (query: object, ...providers: readonly string[]) =>
      told.refused(
        told.give(
          id,
          'select-targets',
          { why: '理由。', ...query, targets: providers.map((provider) => ({ provider })) },
          reviewer,
        ),
      );
    return { told, id, select, asked, state: () => told.state(id) as unknown as CampaignState };
  };
  const many = { complaintsOver: 10, complaintsFrom: '2026-01-01', complaintsUntil: '2026-03-19' };

  it('takes only what the conditions find, with the reasons, and keeps whom it left out', async () => {
    const { select, state, asked } = await begun();
    expect(await select({ ...many, place: '440000' }, numberOf(1))).toEqual(['campaign/does-not-fit']);
    expect(await select({ words: '首页', place: '440000' }, numberOf(0))).toEqual([]);
    expect(asked.at(-1)).toEqual({ words: '首页', place: '440000' });
    expect(state().queries).toMatchObject([{ found: 2, added: 1, more: false, leftOut: [numberOf(1)] }]);
    expect(state().targets).toMatchObject([
      {
        key: numberOf(0),
        grade: 'I',
        technique: 'personalised-push',
        reasons: [
          { condition: 'words', found: '示例首页' },
          { condition: 'place', found: '440305' },
        ],
      },
    ]);
    expect(await select(many, numberOf(0))).toEqual(['campaign/on-the-list']);
    for (const query of [{ grades: ['II'] }, { standing: 'filed' }, { techniques: ['personalised-push'] }])
      expect(await select(query, numberOf(1)), JSON.stringify(query)).toEqual(
        query.grades === undefined ? ['campaign/on-the-list'] : [],
      );
  });

  it('finds who has filed nothing, and takes the grade of the filing before a typed one', async () => {
    const { told, id, select, state } = await begun();
    expect(await select({ standing: 'unfiled' }, '示例企业2')).toEqual([]);
    expect(state().targets).toMatchObject([{ key: '示例企业2', unfiled: true, reasons: [{ condition: 'unfiled' }] }]);
    expect(progressOf(state()).unfiled).toBe(1);
    await told.give(
      id,
      'select-targets',
      { why: '理由。', grades: ['II'], targets: [{ provider: numberOf(1), grade: 'I' }] },
      reviewer,
    );
    expect(state().targets[1]).toMatchObject({ key: numberOf(1), grade: 'II' });
  });

  it('wants a whole period for complaints', async () => {
    const { select } = await begun();
    expect(await select({ complaintsOver: 3 }, numberOf(0))).toEqual(['form/required', 'form/required']);
    expect(await select({ ...many, complaintsUntil: '2025-12-31' }, numberOf(0))).toContain(
      'campaign/complaints-period',
    );
  });
});

describe('asking everybody at once', () => {
  it('is one act with one day, offered while somebody is left', async () => {
    const { told, id, state, ask } = await running();
    const all = (by: string) => told.refused(told.give(id, 'ask-all', { by, words: '重点看关闭选项。' }, reviewer));
    expect(await all('2026-03-21')).toEqual(['date/day-off']);
    expect(await all('2026-04-15')).toEqual([]);
    expect(state().asking).toEqual({ on: '2026-03-20', by: '2026-04-15', words: '重点看关闭选项。' });
    // Who is not registered here cannot be asked in the application.
    expect(toAsk(state())).toHaveLength(10);
    expect(toRemind(state())).toHaveLength(0);
    for (const { key } of toAsk(state())) await ask(key);
    expect(toAsk(state())).toEqual([]);
    expect(await all('2026-04-15')).toEqual(['campaign/nobody-to-ask']);
  });
});
