import type { Caller, TestServer } from '../testing/test-server.ts';
import { expectDone, type MatterOfKind } from './prepared-matter.ts';

/** The published standard of discretion of an office. */
export const discretionOf = async (server: TestServer, province: Caller): Promise<readonly MatterOfKind[]> => {
  const head = server.colleague(province, 'supervisor');
  const list = await expectDone(
    head.post('/api/matters/discretion', { called: '示例省示例办公室', mandate: '行政处罚法。' }),
  );
  await expectDone(
    head.post(`/api/matters/discretion/${list}/publish`, {
      called: '罚款裁量基准',
      clause: 'final/31',
      from: server.now.slice(0, 10),
      words: '按人数和改正情况认定。',
      steps: [{ gravity: 'ordinary', when: '人数较少。', atLeast: 10_000, atMost: 100_000 }],
    }),
  );
  return [['discretion', list]];
};
