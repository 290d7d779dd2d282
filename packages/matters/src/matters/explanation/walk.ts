import { standingNumber as number, type Walk } from '../../testing/walk.ts';
import { exampleRequest } from './examples.ts';

export const walk: Walk = { samples: { form: [{ ...exampleRequest, number }] } };
