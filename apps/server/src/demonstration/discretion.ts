import type { Stage } from './stage.ts';

/** One office tells how it uses its discretion over fines, in two versions; another has stopped. */
export const playDiscretion = async (stage: Stage): Promise<void> => {
  const { workday } = stage;
  const zhejiang = stage.actor('zhejiang', 'supervisor');
  const guangdong = stage.actor('guangdong', 'supervisor');
  const standard = {
    called: '示例算法推荐领域罚款裁量基准',
    clause: 'final/31',
    words: '按涉及人数、持续时间和改正情况认定情节；偏离本基准的，在决定中写明理由。',
  };
  const step = (gravity: string, when: string, atLeast: number, atMost: number) => ({ gravity, when, atLeast, atMost });

  const list = await stage.open('discretion', {
    on: workday(-90),
    by: zhejiang,
    input: { called: '示例浙江网信办', mandate: '行政处罚法第三十四条和国家一级的裁量权规则（示例）。' },
  });
  await stage.give(list, 'publish', {
    on: workday(-89),
    by: zhejiang,
    input: {
      ...standard,
      from: workday(-88),
      steps: [
        step('ordinary', '涉及人数较少，逾期后改正。', 10_000, 50_000),
        step('grave', '拒不改正或者后果严重。', 50_000, 100_000),
      ],
    },
  });
  await stage.give(list, 'publish', {
    on: workday(-30),
    by: zhejiang,
    input: {
      ...standard,
      from: workday(-28),
      steps: [
        step('ordinary', '涉及人数较少，逾期后三十日内改正。', 10_000, 40_000),
        step('serious', '涉及人数较多，或者再次逾期。', 40_000, 70_000),
        step('grave', '拒不改正，或者后果严重。', 70_000, 100_000),
      ],
    },
  });

  const ended = await stage.open('discretion', {
    on: workday(-80),
    by: guangdong,
    input: { called: '示例广东网信办', mandate: '行政处罚法第三十四条（示例）。' },
  });
  await stage.give(ended, 'end', { on: workday(-40), by: guangdong, reason: '改用国家一级统一的基准。' });
};
