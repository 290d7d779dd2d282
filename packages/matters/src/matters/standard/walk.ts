import { bodyPerson } from '../../testing/actors.ts';
import type { Walk } from '../../testing/walk.ts';
import { exampleVersion } from './examples.ts';

export const walk: Walk = {
  people: [bodyPerson('association', 'officer'), bodyPerson('association', 'viewer')],
  samples: {
    publish: [exampleVersion, { ...exampleVersion, version: '1.1' }],
    'withdraw-version': [{ code: 'TSJ-01', version: '1.0' }],
  },
};
