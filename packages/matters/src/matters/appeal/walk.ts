import { providerPerson } from '../../testing/actors.ts';
import { soundForm } from '../../testing/input-arbitrary.ts';
import { standingNumber as number, type Step, type Walk } from '../../testing/walk.ts';
import { exampleAppeal } from './examples.ts';
import { appealAnswerForm } from './form.ts';

const officer = providerPerson('yunling', 'officer');
const takeUp = { decidedBy: 'algorithm' };
const answered: readonly Step[] = [
  ['take-up', takeUp, officer],
  ['answer', soundForm(appealAnswerForm), officer],
];

export const walk: Walk = {
  samples: {
    form: [{ ...exampleAppeal, number }],
    decide: [{ ruling: 'founded', clause: 'final/20', words: '成立。' }],
    'take-up': [takeUp],
  },
  leads: [() => [], () => answered, (matter) => [...answered, ['not-content', {}, { kind: 'applicant', matter }]]],
};
