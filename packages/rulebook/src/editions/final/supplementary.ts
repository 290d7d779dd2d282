import { pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Chapter 6, articles 34 and 35: interpretation and entry into force. */
export const supplementary: readonly ClauseSource[] = [
  {
    number: '34',
    heading: text('解释权', 'Interpretation'),
    text: text(
      '由国家网信、工信、公安、市场监管四部门负责解释。',
      'The national network office interprets the regulation together with the ministries of industry and of public security and the market regulator.',
    ),
    who: ['office'],
    duty: 'formality',
    answers: [pages.clauses],
  },
  {
    number: '35',
    heading: text('施行日期', 'Entry into force'),
    text: text('二〇二二年三月一日起生效。', 'In force since 1 March 2022.'),
    who: ['everyone'],
    duty: 'formality',
    answers: [pages.clauses],
  },
];
