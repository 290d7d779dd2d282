import { standingNumber as number, type Walk } from '../../testing/walk.ts';

export const walk: Walk = {
  samples: { report: [{ number, part: 'purpose', wrong: '目的写错了。', right: '不知道。' }] },
};
