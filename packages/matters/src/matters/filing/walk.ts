import { officePerson, providerPerson } from '../../testing/actors.ts';
import type { Step, Walk } from '../../testing/walk.ts';
import { exampleGenerator, exampleRecommender } from './definition.ts';

/** Everything that happens to a filing that stands lies three decisions away: some walks begin there. */
const filed: readonly Step[] = [
  ['submit', { declaration: true }, providerPerson('yunling', 'officer')],
  ['forward', {}, officePerson('province', '440000', 'reviewer')],
  ['file', {}, officePerson('nation', '000000', 'reviewer')],
];

export const walk: Walk = {
  samples: { form: [exampleRecommender, exampleGenerator] },
  leads: [() => [], () => filed],
};
