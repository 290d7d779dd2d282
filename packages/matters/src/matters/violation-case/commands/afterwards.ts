import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import { acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { notInFuture } from '../../common/days.ts';
import { numberIn, wordsIn } from '../../common/part.ts';
import { reviewEndForm, reviewForm } from '../forms/execution.ts';
import { paidSoFar } from '../money.ts';
import { heads, officials } from '../parties.ts';
import { penaltyOf } from '../penalty-of.ts';
import { caseRefusal } from '../refusals.ts';
import { overturning, reviewOutcomes, type CaseEvent, type CaseState, type ReviewOutcome } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

/** Outcomes after which nothing of it is executed. */
const undone: ReadonlySet<ReviewOutcome> = new Set(['annulled', 'void']);

const noteReview = m.command<FormValues>({
  title: text('登记复议或者诉讼', 'Note a review or a suit'),
  help: text('不停止执行；期间不计算逾期加处。', 'Execution goes on; nothing is added for lateness meanwhile.'),
  by: [officials],
  from: ['served'],
  clauses: ['penalty-law/73'],
  ...asking(reviewForm),
  decide: ({ reviews, servedOn }, given, { today }) => {
    const on = asCivilDate(wordsIn(given, 'on')) ?? today;
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(reviews.some(({ outcome }) => outcome === undefined)
          ? [caseRefusal('review-open', '已有一件没有结果。', 'One is still pending.')]
          : []),
        ...(servedOn !== undefined && on < servedOn
          ? [
              caseRefusal('review-before', `决定在 ${servedOn} 送达。`, `It was served on ${servedOn}.`, {
                pointer: '/on',
              }),
            ]
          : []),
      ],
      {
        type: 'review-noted',
        review: { kind: wordsIn(given, 'kind') === 'litigation' ? 'litigation' : 'reconsideration', on },
      },
    );
  },
});

const fineAfter = (state: CaseState, outcome: ReviewOutcome, given: FormValues): number => {
  if (undone.has(outcome)) return 0;
  return outcome === 'changed' ? (numberIn(given, 'fine') ?? state.fine) : state.fine;
};

const endReview = m.command<FormValues>({
  title: text('登记复议或者诉讼结果', 'Note its outcome'),
  help: text(
    '变更、撤销、确认违法或者无效的，公开过的决定须在三个工作日内撤下并说明理由。',
    'Where the decision is changed, annulled, unlawful or void, what was published is withdrawn within three working days, with an explanation.',
  ),
  by: [officials],
  from: ['served'],
  clauses: ['penalty-law/48', 'penalty-law/73'],
  offered: ({ reviews }) => reviews.some(({ outcome }) => outcome === undefined),
  ...asking(reviewEndForm),
  decide: (state, given, { today }) => {
    const pending = state.reviews.find(({ outcome }) => outcome === undefined);
    const outcome = reviewOutcomes.find((each) => each === wordsIn(given, 'outcome'));
    const on = asCivilDate(wordsIn(given, 'on')) ?? today;
    if (pending === undefined || outcome === undefined)
      return refuse(caseRefusal('no-review', '没有正在进行的复议或者诉讼。', 'None is pending.'));
    const fine = fineAfter(state, outcome, given);
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(on < pending.on
          ? [
              caseRefusal('review-ended-before', `它在 ${pending.on} 才受理。`, `It was taken up on ${pending.on}.`, {
                pointer: '/on',
              }),
            ]
          : []),
        ...(fine > state.fine
          ? [
              caseRefusal('review-heavier', '复议和诉讼不能加重罚款。', 'A review or suit does not raise the fine.', {
                pointer: '/fine',
              }),
            ]
          : []),
      ],
      { type: 'review-ended', outcome, on, fine },
    );
  },
});

/** What is still to be done before a case is closed. */
export const openEnds = (state: CaseState): readonly Refusal[] => {
  const outcomes = state.reviews.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  const annulled = outcomes.some((outcome) => undone.has(outcome));
  const waiting = penaltyOf(state.decision).measures.filter(
    (measure) => measure !== 'fine' && !state.executed.includes(measure),
  );
  return [
    ...(state.reviews.some(({ outcome }) => outcome === undefined)
      ? [caseRefusal('review-open', '复议或者诉讼还没有结果。', 'A review or suit is still pending.')]
      : []),
    ...(paidSoFar(state.payments) < state.fine
      ? [caseRefusal('unpaid', '罚款还没有缴清。', 'The fine has not been paid in full.', { clause: 'penalty-law/67' })]
      : []),
    ...(annulled || waiting.length === 0
      ? []
      : [
          caseRefusal(
            'not-executed',
            '还有处罚没有登记执行。',
            'Some measures have not been recorded as carried out.',
            {
              clause: 'penalty-law/47',
            },
          ),
        ]),
    ...(state.publishedOn !== undefined &&
    state.withdrawnOn === undefined &&
    outcomes.some((outcome) => overturning.has(outcome))
      ? [
          caseRefusal(
            'still-published',
            '决定已被变更或者撤销，请先撤回公开。',
            'The decision was changed or annulled: withdraw what was published first.',
            {
              clause: 'penalty-law/48',
            },
          ),
        ]
      : []),
  ];
};

const close = m.command({
  title: text('结案', 'Close the case'),
  help: text('处罚执行完毕、没有未结的复议诉讼之后结案。', 'Once everything is carried out and no review is pending.'),
  by: [heads],
  from: ['served'],
  to: ['closed'],
  input: z.strictObject({}),
  decide: (state) => acceptUnless<CaseEvent>(openEnds(state), { type: 'closed' }),
});

export const afterwardsCommands = {
  'note-review': noteReview,
  'end-review': endReview,
  close,
};
