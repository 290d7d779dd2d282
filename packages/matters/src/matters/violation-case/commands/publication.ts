import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { entriesOf, partOf } from '../../common/part.ts';
import { correctionForm, mostAmendments, publicationForm, withdrawalForm } from '../forms/execution.ts';
import { heads } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import { overturnedBy, type CaseEvent, type CaseState } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

const isPublished = ({ publishedOn, withdrawnOn }: CaseState): boolean =>
  publishedOn !== undefined && withdrawnOn === undefined;

const notPublished = caseRefusal('not-published', '没有公开的决定。', 'Nothing of it is published.');

/** What speaks against these words being read by anybody. */
const wordsRefusals = (state: CaseState, given: FormValues): readonly Refusal[] => [
  ...(overturnedBy(state) === undefined
    ? []
    : [
        caseRefusal(
          'overturned',
          '决定已被变更或者撤销，不能公开，公开过的须撤回。',
          'The decision was changed or annulled; it is not published, and what was published is withdrawn.',
          { clause: 'penalty-law/48' },
        ),
      ]),
  ...(given['checked'] === true
    ? []
    : [
        caseRefusal(
          'not-checked',
          '请先核对没有秘密和个人信息。',
          'Check first that it holds no secrets and nothing personal.',
          { pointer: '/checked', clause: 'penalty-law/50' },
        ),
      ]),
];

const publish = m.command<FormValues>({
  title: text('公开决定', 'Publish the decision'),
  help: text('有一定社会影响的决定才公开，写明理由。', 'Only what matters to society; say why.'),
  by: [heads],
  from: ['served'],
  reason: 'required',
  clauses: ['penalty-law/48'],
  offered: ({ publishedOn }) => publishedOn === undefined,
  ...asking(publicationForm),
  decide: (state, given) =>
    acceptUnless<CaseEvent>(
      [
        ...(state.publishedOn === undefined
          ? []
          : [caseRefusal('published-already', '已经公开过了。', 'It has been published already.')]),
        ...wordsRefusals(state, given),
      ],
      { type: 'published', publication: shownValues(publicationForm, partOf(given)) },
    ),
});

const correctPublication = m.command<FormValues>({
  title: text('更正公开的内容', 'Correct what was published'),
  help: text(
    '写错了的改正，并说明改了什么；任何人都能看到说明。',
    'Put right what was written wrongly and say what; anybody reads it.',
  ),
  by: [heads],
  from: ['served', 'closed'],
  clauses: ['penalty-law/48'],
  offered: isPublished,
  ...asking(correctionForm),
  decide: (state, given, { today }) => {
    const { explanation, ...publication } = shownValues(correctionForm, partOf(given));
    const earlier = entriesOf(state.amendments, 'entries');
    if (!isPublished(state)) return refuse(notPublished);
    return acceptUnless<CaseEvent>(
      [
        ...wordsRefusals(state, given),
        ...(publication['words'] === state.publication['words']
          ? [
              caseRefusal(
                'nothing-corrected',
                '和公开的内容一样，没有更正。',
                'It reads as it did; nothing is corrected.',
                {
                  pointer: '/words',
                },
              ),
            ]
          : []),
        ...(earlier.length < mostAmendments
          ? []
          : [
              caseRefusal(
                'amended-too-often',
                `已经更正 ${mostAmendments} 次，请撤回公开。`,
                `It was corrected ${mostAmendments} times; withdraw it instead.`,
              ),
            ]),
      ],
      {
        type: 'publication-corrected',
        publication,
        amendments: { entries: [...earlier, { on: today, explanation }] },
      },
    );
  },
});

const withdrawPublication = m.command<FormValues>({
  title: text('撤回公开', 'Withdraw what was published'),
  help: text('写明为什么撤回；任何人都能看到说明。', 'Say why; anybody reads the explanation.'),
  by: [heads],
  from: ['served', 'closed'],
  clauses: ['penalty-law/48'],
  offered: isPublished,
  ...asking(withdrawalForm),
  decide: (state, given) =>
    isPublished(state) ? accept({ type: 'publication-withdrawn', withdrawal: partOf(given) }) : refuse(notPublished),
});

export const publicationCommands = {
  publish,
  'correct-publication': correctPublication,
  'withdraw-publication': withdrawPublication,
};
