import { expect, it } from 'vitest';
import { anyMatter } from '../../engine/definition.ts';
import { head, officer, organisation, province } from '../../testing/filing-house.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { publicRiskNotice, rectification, type RectificationState } from './definition.ts';
import { exampleOrder } from './examples.ts';

const order = { ...exampleOrder, provider: organisation.name, by: '2026-04-15' };
const warning = { service: '示例短片', words: '这项服务拒绝安全评估，使用时请留意。', checked: true };

const refusedOrder = async (...clauses: readonly string[]) => {
  const told = inMemory({
    definitions: [anyMatter(rectification)],
    organisations: [organisation],
    today: '2026-03-20',
    lookups: { bundleFindings: async () => undefined },
  });
  const id = await told.open('rectification', { ...order, clauses: clauses.map((clause) => ({ clause })) }, province);
  await told.give(id, 'serve', {}, head);
  const published = () => publicRiskNotice(told.state(id) as unknown as RectificationState);
  const warn = (input: object = warning, by = head, reason: string | undefined = '拒不评估。') =>
    told.refused(told.give(id, 'publish-risk-notice', input, by, reason));
  return { told, id, published, warn };
};

it('tells the public of a service whose provider refuses to assess it, until that is lifted', async () => {
  const { told, id, published, warn } = await refusedOrder('safety-2018/3.2', 'final/17.1');
  expect(await warn()).toEqual(['matter/wrong-state']);
  await told.give(id, 'refuse-order', {}, officer, '不认可。');
  expect(published()).toBeUndefined();
  expect(await warn(warning, province)).toEqual(['matter/not-permitted']);
  expect(await warn({ ...warning, checked: false })).toEqual(['rectification/not-checked']);
  expect(await told.refused(told.give(id, 'lift-risk-notice', { words: '已评估。' }, head))).toEqual([
    'rectification/no-notice',
  ]);
  expect(await warn()).toEqual([]);
  expect(told.notices.at(-1)?.to).toBe('provider');
  expect(published()).toEqual({
    company: organisation.name,
    service: '示例短片',
    words: warning.words,
    publishedOn: '2026-03-20',
  });
  expect(await warn()).toEqual(['rectification/warned-already']);
  told.on('2026-05-20');
  await told.give(id, 'lift-risk-notice', { words: '已经完成评估。' }, head);
  expect(published()).toEqual({
    company: organisation.name,
    service: '示例短片',
    publishedOn: '2026-03-20',
    lifted: { on: '2026-05-20', explanation: '已经完成评估。' },
  });
});

it('is no way to name a company for any other refusal', async () => {
  const { told, id, published, warn } = await refusedOrder('final/17.1');
  await told.give(id, 'refuse-order', {}, officer, '不认可。');
  expect(await warn()).toEqual(['rectification/not-an-assessment']);
  expect(published()).toBeUndefined();
});
