import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = {
  samples: {
    form: [
      {
        source: 'own',
        items: [{ item: 'i-1' }],
        category: 'other',
        nature: 'undesirable',
        description: '标题夸张。',
        foundOn: '2026-03-16',
        foundAt: '08:00',
      },
    ],
    more: [{ items: [{ item: 'i-2' }] }],
    stop: [{ on: '2026-03-16', at: '08:05' }],
    measure: [{ action: 'delete', on: '2026-03-16', at: '08:10' }],
    confirmation: [
      { way: 'statement', statement: '逐项查看。' },
      { way: 'bundle', bundle: 'a'.repeat(64), verdict: 'fail', from: '2026-03-16', to: '2026-03-18' },
    ],
  },
};
