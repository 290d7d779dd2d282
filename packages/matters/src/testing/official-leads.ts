import { exampleSubject } from '../matters/filing/definition.ts';
import {
  exampleAnswers,
  exampleConclusion,
  exampleEnding,
  exampleEvidence,
  exampleOpening,
  exampleRisks,
  exampleView,
} from '../matters/official-assessment/examples.ts';
import { providerPerson } from './actors.ts';
import { head, inspector, second, teamed, teamSamples } from './inspection-leads.ts';
import type { FormSamples } from './input-arbitrary.ts';
import type { Step } from './walk.ts';

const officer = providerPerson('yunling', 'officer');

const started: readonly Step[] = [...teamed, ['start', {}, head]];
const assessed: readonly Step[] = [
  ...started,
  ...exampleAnswers.map((answer): Step => ['answer', answer, inspector]),
  ...exampleRisks.map((row): Step => ['score-risk', row, inspector]),
];
const concluded: readonly Step[] = [...assessed, ['conclude', exampleConclusion('2026-05-08'), inspector]];
const sent: readonly Step[] = [...concluded, ['countersign', {}, second]];
const heard: readonly Step[] = [...sent, ['state-view', exampleView, officer]];

const steps: readonly (readonly Step[])[] = [
  [],
  teamed,
  started,
  assessed,
  concluded,
  sent,
  heard,
  [...heard, ['close', exampleEnding, head]],
];
export const officialLeads = steps.map((each) => () => each);

export const officialSamples: FormSamples = {
  ...teamSamples,
  open: [{ ...exampleOpening, provider: exampleSubject.name }],
  answer: exampleAnswers,
  'score-risk': exampleRisks,
  'add-evidence': [exampleEvidence],
  conclude: [exampleConclusion('2026-05-08')],
  close: [exampleEnding, { ...exampleEnding, outcome: 'none' }],
};
