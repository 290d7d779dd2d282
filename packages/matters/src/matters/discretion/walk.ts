import type { Walk } from '../../testing/walk.ts';
import { exampleStandard } from './examples.ts';

export const walk: Walk = {
  samples: {
    publish: [exampleStandard, { ...exampleStandard, clause: 'final/33.1' }],
    'withdraw-version': [{ version: 1 }],
  },
};
