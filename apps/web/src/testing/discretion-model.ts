import type { DiscretionModel } from '@suanjian/contracts';
import { hostile } from './models.ts';

/** Standards of discretion with everything in them, some of it written to break a page. */
export const discretion: DiscretionModel = {
  items: [
    {
      id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
      office: '示例省网信办',
      ended: true,
      standards: [
        {
          version: 2,
          title: hostile,
          clause: 'final/31',
          from: '2026-03-01',
          publishedOn: '2026-02-20',
          words: `按人数认定。\n${hostile}`,
          steps: [
            { gravity: 'ordinary', when: '人数较少。', atLeast: 10_000, atMost: 40_000 },
            { gravity: 'grave', when: hostile, atLeast: 70_000, atMost: 100_000 },
          ],
          withdrawn: { on: '2026-04-01', reason: hostile },
        },
      ],
    },
  ],
};
