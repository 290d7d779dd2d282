import type { Walk } from '../../testing/walk.ts';
import { exampleVersion } from './examples.ts';

export const walk: Walk = {
  samples: {
    publish: [exampleVersion, { ...exampleVersion, version: '1.1' }],
    'withdraw-version': [{ code: 'TSJ-01', version: '1.0' }],
  },
};
