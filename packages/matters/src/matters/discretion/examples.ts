import type { FormValues } from '../../engine/form.ts';

/** Fictional throughout. */
export const exampleOffice: FormValues = { called: '示例省示例办公室', mandate: '行政处罚法和国家一级的裁量权规则。' };

export const exampleStandard: FormValues = {
  called: '算法推荐领域罚款裁量基准',
  clause: 'final/31',
  from: '2026-12-31',
  words: '按持续时间、涉及人数和改正情况认定；偏离须写明理由。',
  steps: [
    { gravity: 'ordinary', when: '涉及人数较少，逾期后三十日内改正。', atLeast: 10_000, atMost: 40_000 },
    { gravity: 'serious', when: '涉及人数较多，或者再次逾期。', atLeast: 40_000, atMost: 70_000 },
    { gravity: 'grave', when: '拒不改正，或者造成严重后果。', atLeast: 70_000, atMost: 100_000 },
  ],
};
