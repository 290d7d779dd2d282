import {
  heavierParts,
  leniencyOf,
  limitationOf,
  measureWords,
  penaltyFaults,
  text,
  type CivilDate,
  type Penalty,
} from '@suanjian/rulebook';
import type { CommandContext } from '../../engine/definition.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { Lookups, MatterFacts } from '../../engine/lookups.ts';
import type { Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ClockRules } from '../../engine/rules.ts';
import { accountOf } from '../common/person.ts';
import { establishedBy, penaltyOf, sanctionsIn } from './penalty-of.ts';
import { caseRefusal } from './refusals.ts';
import type { ActDates, CaseState, Findings } from './state.ts';

type Today = Pick<CommandContext<unknown>, 'today' | 'calendar' | 'chosenEdition'>;

export const notItsOfficer = caseRefusal(
  'not-its-officer',
  '只有本案的办案人员可以办理。',
  'Only the officers of this case can do this.',
  { clause: 'penalty-law/42' },
);
export const ownCase = caseRefusal(
  'own-case',
  '您是本案的办案人员，须由没有参与调查的人办理。',
  'You are an officer of this case; somebody who did not investigate has to do this.',
  { clause: 'penalty-law/57' },
);
const interested = caseRefusal(
  'interested',
  '曾经为这家企业办事的人不能办理本案，请回避。',
  'Somebody who has acted for this company has no part in its case.',
  { clause: 'penalty-law/43' },
);

export const isOfficer = ({ officers }: Pick<CaseState, 'officers'>, actor: Actor): boolean => {
  const account = accountOf(actor);
  return account !== undefined && officers.includes(account);
};

/** Whoever decides, reviews or presides has not investigated, and has never acted for the company. */
export const detachedRefusals = (
  state: Pick<CaseState, 'officers'>,
  account: AccountId | undefined,
  actedForIt: boolean,
): readonly Refusal[] => [
  ...(account === undefined || state.officers.includes(account) ? [ownCase] : []),
  ...(actedForIt ? [interested] : []),
];

/** Whether an account has acted for the company that the case is about. */
export const actedForOwner = async (
  { owner }: Pick<CaseState, 'owner'>,
  account: AccountId | undefined,
  lookups: Pick<Lookups, 'hasActedFor'>,
): Promise<boolean> => owner !== null && account !== undefined && (await lookups.hasActedFor(account, owner));

/** An act found too late is not penalised any more. */
export const limitationRefusals = (
  act: ActDates,
  discovered: CivilDate,
  { calendar }: Pick<ClockRules, 'calendar'>,
): readonly Refusal[] => {
  if (act.until === undefined) return [];
  const { receipt, passed } = limitationOf({ ended: act.until, graveHarm: act.graveHarm }, discovered, calendar);
  return passed
    ? [
        caseRefusal(
          'limitation-passed',
          `行为在 ${act.until} 结束，追究时效到 ${receipt.due}，${discovered} 才发现，不再处罚。`,
          `The act ended on ${act.until} and could be found until ${receipt.due}; it was found on ${discovered}. It is penalised no more.`,
          { clause: 'penalty-law/36' },
        ),
      ]
    : [];
};

/** The last day of an act is not before its first, and has come. */
export const actRefusals = ({ from, until }: ActDates, today: CivilDate): readonly Refusal[] => {
  const late = [...(from > today ? ['/from'] : []), ...(until !== undefined && until > today ? ['/until'] : [])].map(
    (pointer): Refusal => ({
      code: 'date/in-future',
      pointer,
      text: text('这一天还没有到。', 'This day is still to come.'),
    }),
  );
  return until !== undefined && until < from
    ? [
        ...late,
        caseRefusal('act-backwards', '结束日期不能早于开始日期。', 'It cannot end before it began.', {
          pointer: '/until',
        }),
      ]
    : late;
};

/** Whether the rules allow a penalty for what was found. */
export const penaltyRefusals = (penalty: Penalty, findings: Findings, context: Today): readonly Refusal[] =>
  penaltyFaults(penalty, sanctionsIn(findings, context.today, context).offers, establishedBy(findings)).map(
    ({ code, about, text: words, clause }) => ({
      code,
      text: words,
      pointer: `/${about === 'otherBasis' ? 'other' : about}`,
      ...(clause === undefined ? {} : { clause }),
    }),
  );

/** A harsher penalty than the party was told of. */
export const heavierRefusals = (penalty: Penalty, before: Penalty, code: string): readonly Refusal[] => {
  const parts = heavierParts(penalty, before);
  return parts.length === 0
    ? []
    : [
        caseRefusal(
          code,
          `不能比告知的更重（${parts.map((part) => measureWords[part].zh).join('、')}）。加重须有新发现的事实，重新调查并重新告知。`,
          `Not heavier than the notice (${parts.map((part) => measureWords[part].en).join(', ')}). That takes newly found facts, taken up again and told anew.`,
          { pointer: '/measures', clause: 'penalty-law/45' },
        ),
      ];
};

/** The party answered a notice that named its basis; a decision rests on no other. */
export const basisRefusals = (penalty: Penalty, before: Penalty): readonly Refusal[] =>
  penalty.otherBasis === undefined ||
  (penalty.otherBasis.law === before.otherBasis?.law && penalty.otherBasis.article === before.otherBasis.article)
    ? []
    : [
        caseRefusal(
          'basis-not-noticed',
          '决定不能换用没有告知过的依据。须重新调查并重新告知。',
          'A decision rests on no basis that the company was not told of. Take the case up again and tell it anew.',
          { pointer: '/otherLaw', clause: 'penalty-law/44' },
        ),
      ];

const overlaps = (one: ActDates, other: ActDates): boolean =>
  (one.until === undefined || other.from <= one.until) && (other.until === undefined || one.from <= other.until);

/** One act is fined once: an earlier fine of the same company for the same clauses and days bars another (penalty-law/29). */
export const finedBefore = (
  state: Pick<CaseState, 'findings'>,
  others: readonly MatterFacts[],
): MatterFacts | undefined =>
  others.find((other) => {
    const { findings, fine, decidedOn } = other.state as unknown as CaseState;
    return (
      state.findings !== undefined &&
      findings !== undefined &&
      decidedOn !== undefined &&
      fine > 0 &&
      findings.clauses.some((clause) => state.findings?.clauses.includes(clause)) &&
      overlaps(findings.act, state.findings.act)
    );
  });

export const finedAlready = caseRefusal(
  'fined-already',
  '同一企业的同一行为已经在另一件案件中罚款，不能再罚。',
  'Another case has fined this company for the same act already; it is not fined twice.',
  { pointer: '/fine', clause: 'penalty-law/29' },
);

/** What has to have happened before anything is decided about the case, whatever the outcome. */
export const concludedRefusals = ({ findings, recusal }: CaseState): readonly Refusal[] => [
  ...(findings?.countersigned === undefined
    ? [
        caseRefusal(
          'one-officer',
          '调查结论须由两名办案人员签署，现在只有一名。',
          'The findings are signed by two officers; so far there is one.',
          { clause: 'penalty-law/42' },
        ),
      ]
    : []),
  ...(recusal === undefined
    ? []
    : [
        caseRefusal('recusal-open', '回避申请还没有决定。', 'A request to stand aside is still open.', {
          clause: 'penalty-law/43',
        }),
      ]),
];

/** Complex or grave cases are decided by the heads together: one besides whoever decides. */
export const isJoint = ({ findings }: Pick<CaseState, 'findings'>): boolean =>
  findings !== undefined && (findings.complex || findings.gravity);

export const wantsLegalReview = ({ findings, hearing }: Pick<CaseState, 'findings' | 'hearing'>): boolean =>
  hearing?.heldOn !== undefined || (findings !== undefined && (findings.complex || findings.publicInterest));

const joint = caseRefusal(
  'joint-decision',
  '情节复杂或者重大的，由负责人集体决定：须有另一名负责人同意。',
  'A complex or grave case is decided by the heads together: another supervisor has to agree first.',
  { clause: 'penalty-law/57' },
);

export const jointRefusals = (state: CaseState, decider: AccountId | undefined): readonly Refusal[] =>
  isJoint(state) && !state.agreed.some((account) => account !== decider) ? [joint] : [];

/** Whether the party has been heard, as far as it wanted to be. */
export const heardRefusals = (
  { status, answerBy, waived, hearing, defended, weighed, legal, findings }: CaseState,
  { today }: Pick<CommandContext<unknown>, 'today'>,
): readonly Refusal[] => [
  ...(answerBy !== undefined && today <= answerBy && !waived && status === 'notified' && hearing === undefined
    ? [
        caseRefusal(
          'not-heard',
          `企业可以在 ${answerBy} 前陈述、申辩和要求听证，请等到那一天之后，除非它明确放弃。`,
          `The company may state its case and ask for a hearing until ${answerBy}. Decide after that day, unless it clearly waives.`,
          { clause: 'penalty-law/62' },
        ),
      ]
    : []),
  ...(hearing !== undefined && hearing.heldOn === undefined && hearing.waivedOn === undefined
    ? [
        caseRefusal(
          'hearing-owed',
          '企业要求了听证，还没有举行。',
          'The company asked for a hearing and has had none.',
          {
            clause: 'penalty-law/63',
          },
        ),
      ]
    : []),
  ...(defended && !weighed
    ? [
        caseRefusal(
          'defence-not-weighed',
          '企业的陈述和申辩还没有复核。',
          'What the company said has not been checked.',
          {
            clause: 'penalty-law/45',
          },
        ),
      ]
    : []),
  ...(wantsLegalReview({ findings, hearing }) && legal?.passed !== true
    ? [
        caseRefusal('no-legal-review', '须先通过法制审核。', 'It has to pass the legal review first.', {
          clause: 'penalty-law/58',
        }),
      ]
    : []),
];

/** Whether what was found lets the party go without a penalty. */
export const mayBeSpared = ({ findings }: Pick<CaseState, 'findings'>): boolean => {
  const { leniency } = leniencyOf(findings?.circumstances ?? []);
  return leniency === 'spare' || leniency === 'may-spare';
};

export const noticedPenalty = ({ notice }: Pick<CaseState, 'notice'>): Penalty => penaltyOf(notice);
