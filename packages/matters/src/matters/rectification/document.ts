import { text, type Language } from '@suanjian/rulebook';
import type { DocumentModel, DocumentSection, PaperFacts } from '../../engine/document-model.ts';
import { caseFile } from '../common/paper/case-file.ts';
import { referenceSection } from '../common/paper/references.ts';
import { answerForm, extensionForm, orderForm } from './form.ts';
import type { RectificationState } from './state.ts';
import { states } from './states.ts';

const words = {
  title: text('限期整改案卷', 'File of a rectification'),
  verifications: text('核实', 'Verification'),
  measure: text('措施', 'Measure'),
  how: text('怎样核实', 'How'),
  result: text('结论', 'Result'),
  on: text('日期', 'Day'),
  byHand: text('人工', 'by a person'),
  done: text('已完成', 'done'),
  notDone: text('未完成', 'not done'),
} as const;

const verificationSection = ({ verifications }: RectificationState, language: Language): readonly DocumentSection[] =>
  verifications.length === 0
    ? []
    : [
        {
          heading: words.verifications[language],
          blocks: [
            {
              kind: 'table',
              columns: [
                { heading: words.measure[language], share: 0.7 },
                { heading: words.how[language], share: 3 },
                { heading: words.result[language], share: 1 },
                { heading: words.on[language], share: 1 },
              ],
              rows: verifications.map(({ measure, how, check, verdict, bundle, from, until, passed, on }) => [
                String(measure),
                how === 'person'
                  ? words.byHand[language]
                  : [
                      `${check ?? ''}: ${verdict ?? ''}`,
                      `${from ?? ''} – ${until ?? ''}`,
                      `SHA-256 ${bundle ?? ''}`,
                    ].join('\n'),
                words[passed ? 'done' : 'notDone'][language],
                on,
              ]),
            },
          ],
        },
      ];

/** The whole file of an order in one language, as far as its reader may see it. */
export const rectificationDocument = (
  state: RectificationState,
  language: Language,
  facts: PaperFacts,
): DocumentModel =>
  caseFile(
    {
      title: words.title,
      standing: states[state.status].title,
      ...(state.number === undefined ? {} : { number: state.number }),
      clauses: state.clauses,
      forms: [
        [orderForm, state.order],
        [extensionForm, state.extension],
        [answerForm, state.answer],
      ],
      sections: [...referenceSection(state.references, language, facts), ...verificationSection(state, language)],
    },
    language,
    facts,
  );
