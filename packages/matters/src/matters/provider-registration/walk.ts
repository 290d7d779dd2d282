import type { Walk } from '../../testing/walk.ts';
import { exampleRegistration } from './definition.ts';

export const walk: Walk = { samples: { form: [exampleRegistration] } };
