import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = {
  samples: {
    form: [
      {
        title: '推荐异常',
        severity: 'general',
        detectedOn: '2026-03-16',
        foundBy: 'staff',
        spread: false,
        description: '推荐结果重复。',
        services: '短视频。',
        atOnce: '没有。',
      },
    ],
    entry: [{ day: '2026-03-18', time: '09:30', words: '恢复。' }],
  },
};
