import { civilDate } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { anyMatter } from '../../engine/definition.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { citationFor, discretion, publicDiscretion, standardOn, type DiscretionState } from './definition.ts';
import { exampleOffice, exampleStandard } from './examples.ts';

const head = officePerson('province', '440000', 'supervisor');
const reviewer = officePerson('province', '440000', 'reviewer');
const elsewhere = officePerson('province', '330000', 'supervisor');
const company = providerPerson('yunling', 'officer');

const begun = async () => {
  const told = inMemory({ definitions: [anyMatter(discretion)], today: '2026-03-20' });
  const id = await told.open('discretion', exampleOffice, head);
  const publish = (more: object = {}, actor = head) =>
    told.refused(told.give(id, 'publish', { ...exampleStandard, from: '2026-04-01', ...more }, actor));
  return { told, id, publish, state: () => told.state(id) as unknown as DiscretionState };
};

const step = (gravity: string, atLeast: number, atMost: number) => ({ gravity, when: '情形', atLeast, atMost });

describe('standards of discretion', () => {
  it('are kept by the head of an office, once, and changed by nobody else', async () => {
    const { told, publish } = await begun();
    expect(await told.refused(told.open('discretion', exampleOffice, head))).toEqual(['discretion/already-there']);
    for (const actor of [reviewer, company])
      expect(await told.refused(told.open('discretion', exampleOffice, actor))).toEqual(['matter/not-permitted']);
    for (const actor of [reviewer, elsewhere, company])
      expect(await publish({}, actor)).toEqual(['matter/not-permitted']);
    expect(definitionFaults(anyMatter(discretion), new Set(['discretion']))).toEqual([]);
  });

  it.each([
    ['below the clause', [step('ordinary', 9_999, 20_000)], 'discretion/out-of-bounds'],
    ['above the clause', [step('grave', 50_000, 100_001)], 'discretion/out-of-bounds'],
    ['the most below the least', [step('ordinary', 20_000, 10_000)], 'discretion/upside-down'],
    ['one gravity twice', [step('ordinary', 10_000, 20_000), step('ordinary', 20_000, 30_000)], 'discretion/order'],
    ['from grave to slight', [step('grave', 10_000, 20_000), step('slight', 20_000, 30_000)], 'discretion/order'],
    [
      'less for what is graver',
      [step('ordinary', 20_000, 40_000), step('grave', 10_000, 50_000)],
      'discretion/graver-for-less',
    ],
  ])('refuse %s', async (_, steps, code) => {
    expect(await (await begun()).publish({ steps })).toEqual([code]);
  });

  it('refuse a day that is past', async () => {
    expect(await (await begun()).publish({ from: '2026-03-19' })).toEqual(['discretion/from-past']);
  });

  it('hold from their day, until another takes their place or they are withdrawn', async () => {
    const { told, id, publish, state } = await begun();
    expect(await publish()).toEqual([]);
    expect(await publish({ called: '第二版', from: '2026-05-01' })).toEqual([]);
    expect(await publish({ clause: 'final/33.1' })).toEqual([]);
    const held = (day: string) => standardOn(state(), 'final/31', civilDate(day))?.version;
    expect(['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map(held)).toEqual([undefined, 1, 1, 2]);
    told.on('2026-06-01');
    const withdraw = (version: number, reason?: string) =>
      told.refused(told.give(id, 'withdraw-version', { version }, head, reason));
    expect(await withdraw(2)).toEqual(['matter/reason-missing']);
    expect(await withdraw(9, '理由')).toEqual(['discretion/no-such-version']);
    expect(await withdraw(2, '上级规则变了')).toEqual([]);
    expect(await withdraw(2, '再撤')).toEqual(['discretion/withdrawn-already']);
    expect(['2026-05-31', '2026-06-01'].map(held)).toEqual([2, 1]);
    expect(publicDiscretion(state())).toMatchObject({
      office: '示例省示例办公室',
      ended: false,
      standards: [
        { version: 3 },
        { version: 2, withdrawn: { on: '2026-06-01', reason: '上级规则变了' } },
        { version: 1 },
      ],
    });
  });

  it('are cited by the fine that follows them, and by one that departs from them as such', async () => {
    const { publish, state } = await begun();
    await publish();
    const cite = (fine: number, clause = 'final/31', day = '2026-04-02') =>
      citationFor(state(), { clause, fine, day: civilDate(day) });
    expect(cite(30_000)).toMatchObject({ version: 1, clause: 'final/31', gravities: ['ordinary'] });
    expect(cite(40_000)?.gravities).toEqual(['ordinary', 'serious']);
    expect(cite(5_000)?.gravities).toEqual([]);
    expect(cite(30_000, 'final/33.1')).toBeUndefined();
    expect(cite(30_000, 'final/31', '2026-03-31')).toBeUndefined();
    expect(citationFor(undefined, { clause: 'final/31', fine: 1, day: civilDate('2026-04-02') })).toBeUndefined();
  });
});
