import type { Walk } from '../../testing/walk.ts';
import { exampleGenerator, exampleRecommender } from './definition.ts';

export const walk: Walk = { samples: { form: [exampleRecommender, exampleGenerator] } };
