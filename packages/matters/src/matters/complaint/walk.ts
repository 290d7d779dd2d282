import { companionId, standingNumber as number, type Walk } from '../../testing/walk.ts';
import { exampleComplaint, exampleWorkerComplaint } from './examples.ts';

export const walk: Walk = {
  samples: {
    form: [
      { ...exampleComplaint, number },
      { ...exampleComplaint, number, what: 'https://spam.example/' },
      { ...exampleWorkerComplaint, to: 'office', number },
    ],
    merge: [{ lead: companionId }],
    decide: [{ ruling: 'unfounded', basis: [{ clause: 'final/21' }], words: '不属实。', shared: '不属实。' }],
    'link-bundle': [{ result: `${companionId}/differential-pricing` }],
  },
};
