import type { Walk } from '../../testing/walk.ts';
import { exampleSafetyAssessment } from './definition.ts';

export const walk: Walk = {
  samples: {
    form: [exampleSafetyAssessment],
    about: [{ template: 'safety-2018' }],
    declared: [{ truthful: true }],
  },
};
