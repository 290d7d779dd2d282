import { officePerson, providerPerson } from '../../testing/actors.ts';
import type { Step, Walk } from '../../testing/walk.ts';
import { exampleSubject } from '../filing/definition.ts';
import { exampleAnswer, exampleReminder } from './examples.ts';

const officer = providerPerson('yunling', 'officer');
const reviewer = officePerson('province', '440000', 'reviewer');

/** The filing that stands in every walk is the first matter of it. */
const exampleFiled = { answer: 'filed', filing: '00000000-0000-4000-8000-000000000001' };

const answered: readonly Step[] = [['answer', exampleAnswer, officer]];

const steps: readonly (readonly Step[])[] = [
  [],
  answered,
  [...answered, ['insist', { by: '2026-12-31' }, reviewer]],
  [['repeat', {}, { kind: 'clock' }]],
  [['answer', exampleFiled, officer]],
];

export const walk: Walk = {
  samples: {
    open: [{ ...exampleReminder, provider: exampleSubject.name }],
    answer: [exampleAnswer, exampleFiled],
    insist: [{ by: '2026-12-31' }],
  },
  leads: steps.map((each) => () => each),
  people: [reviewer],
};
