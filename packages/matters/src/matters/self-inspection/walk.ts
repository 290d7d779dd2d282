import { officePerson, providerPerson } from '../../testing/actors.ts';
import type { Step, Walk } from '../../testing/walk.ts';
import { exampleSubject } from '../filing/definition.ts';
import { exampleAnswers, exampleRequest, exampleUnmet } from './examples.ts';

const officer = providerPerson('yunling', 'officer');
const reviewer = officePerson('province', '440000', 'reviewer');

const answered: readonly Step[] = [
  ...exampleAnswers('campaign-2022').map((answer): Step => ['answer', answer, officer]),
  ['answer', exampleUnmet, officer],
];
const submitted: readonly Step[] = [...answered, ['submit', { truthful: true }, officer]];

const steps: readonly (readonly Step[])[] = [
  [],
  answered,
  submitted,
  [...submitted, ['return', { by: '2026-12-31' }, reviewer]],
  [['lapse', {}, { kind: 'clock' }]],
];

export const walk: Walk = {
  samples: {
    open: [{ ...exampleRequest, provider: exampleSubject.name }],
    answer: [...exampleAnswers('campaign-2022'), exampleUnmet],
    submit: [{ truthful: true }],
    return: [{ by: '2026-12-31' }],
  },
  leads: steps.map((each) => () => each),
  people: [reviewer],
};
