import { mayAskForHearing, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import type { MatterFacts } from '../../../engine/lookups.ts';
import { acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { workingDaysAfter } from '../../common/days.ts';
import { partOf, wordsIn } from '../../common/part.ts';
import { accountOf, noPerson } from '../../common/person.ts';
import type { DiscretionState } from '../../discretion/definition.ts';
import { citedBy, departureRefusals, standardsOf } from '../discretion.ts';
import { opinionForm } from '../forms/defence.ts';
import { decisionForm, noticeForm } from '../forms/penalty.ts';
import {
  actedForOwner,
  basisRefusals,
  concludedRefusals,
  detachedRefusals,
  finedAlready,
  finedBefore,
  heardRefusals,
  heavierRefusals,
  jointRefusals,
  noticedPenalty,
  penaltyRefusals,
} from '../guards.ts';
import { penaltyOf, sanctionsIn } from '../penalty-of.ts';
import { heads, officials } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import type { CaseEvent, CaseState } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

/** Working days within which a hearing may be asked for (penalty-law/64). Where none may be, the same time is given to speak: a default of this platform. */
export const daysToAnswer = 5;

const notConcluded = caseRefusal('not-concluded', '调查还没有结论。', 'The investigation has not been concluded.');

const notify = m.command<FormValues, boolean>({
  title: text('告知拟处罚', 'Give notice of the intended penalty'),
  help: text(
    `告知拟作出的处罚、事实、理由、依据，以及陈述、申辩和要求听证的权利。听证在 ${daysToAnswer} 个工作日内要求；不适用听证的，同样等候 ${daysToAnswer} 个工作日（本平台的默认，并非法定期限）。`,
    `What is intended, on which facts, reasons and basis, and the company's rights. A hearing is asked for within ${daysToAnswer} working days; where none is held the same time is given to speak, a default of this platform and no statutory period.`,
  ),
  by: [heads],
  from: ['concluded'],
  to: ['notified'],
  clauses: ['penalty-law/44', 'penalty-law/62'],
  ...asking(noticeForm),
  gather: (state, _given, lookups, { actor }) => actedForOwner(state, accountOf(actor), lookups),
  decide: (state, given, { actor, gathered: actedForIt, ...context }) => {
    const { findings } = state;
    if (findings === undefined) return refuse(notConcluded);
    const notice = shownValues(noticeForm, partOf(given));
    const penalty = penaltyOf(notice);
    const told = state.notices > 0;
    return acceptUnless(
      [
        ...detachedRefusals(state, accountOf(actor), actedForIt),
        ...concludedRefusals(state),
        ...penaltyRefusals(penalty, findings, context),
        ...(told && !state.foundSince ? heavierRefusals(penalty, noticedPenalty(state), 'heavier-without-facts') : []),
      ],
      {
        type: 'notified',
        notice,
        answerBy: workingDaysAfter(context.today, daysToAnswer, context),
        mayAskForHearing: mayAskForHearing(penalty),
      },
    );
  },
});

const reviewLegally = m.command<FormValues, boolean>({
  title: text('法制审核', 'Legal review'),
  help: text(
    '涉及重大公共利益、经过听证、情节复杂或者重大的，决定前须经审核；由没有参与调查的人审核。',
    'Before deciding, where public interest is great, a hearing was held or the case is complex; by somebody who did not investigate.',
  ),
  by: [officials],
  from: ['notified', 'heard'],
  clauses: ['penalty-law/58'],
  ...asking(opinionForm),
  gather: (state, _given, lookups, { actor }) => actedForOwner(state, accountOf(actor), lookups),
  decide: (state, given, { actor, gathered: actedForIt }) => {
    const by = accountOf(actor);
    if (by === undefined) return refuse(noPerson);
    return acceptUnless(detachedRefusals(state, by, actedForIt), {
      type: 'legally-reviewed',
      by,
      passed: given['passed'] === true,
      opinion: partOf(given),
    });
  },
});

const agree = m.command<Readonly<Record<string, never>>, boolean>({
  title: text('同意拟处罚（集体决定）', 'Agree to it (joint decision)'),
  help: text(
    '情节复杂或者重大的，由负责人集体决定：另一名负责人同意之后才能决定。告知改变的，须重新同意。',
    'A complex or grave case is decided by the heads together: another one agrees first, and anew where the notice changes.',
  ),
  by: [heads],
  from: ['concluded', 'notified', 'heard'],
  clauses: ['penalty-law/57'],
  input: z.strictObject({}),
  gather: (state, _given, lookups, { actor }) => actedForOwner(state, accountOf(actor), lookups),
  decide: (state, _input, { actor, gathered: actedForIt }) => {
    const by = accountOf(actor);
    if (by === undefined) return refuse(noPerson);
    return acceptUnless(
      [
        ...detachedRefusals(state, by, actedForIt),
        ...(state.agreed.includes(by)
          ? [caseRefusal('agreed-already', '您已经同意过了。', 'You have agreed already.')]
          : []),
      ],
      { type: 'agreed', by },
    );
  },
});

interface Gathered {
  readonly actedForIt: boolean;
  readonly others: readonly MatterFacts[];
  readonly standards: DiscretionState | undefined;
}

const noLaw = caseRefusal(
  'no-rule',
  '行为发生时没有规定设处罚，不能处罚。',
  'No rule in force at the time of the act sets a penalty for it.',
  { clause: 'penalty-law/37' },
);

const decide = m.command<FormValues, Gathered>({
  title: text('作出处罚决定', 'Decide on the penalty'),
  help: text(
    '由没有参与调查的负责人决定。不能比告知的更重；听证、复核、法制审核、集体决定按规定完成之后才能作出。',
    'By a head who did not investigate. Never heavier than the notice, and only after hearing, checking, legal review and joint decision where they are owed.',
  ),
  by: [heads],
  from: ['notified', 'heard'],
  to: ['decided'],
  clauses: [
    'penalty-law/57',
    'penalty-law/59',
    'penalty-law/60',
    'final/31',
    'final/32',
    'final/33.1',
    'draft/27',
    'draft/28',
    'draft/29.1',
    'penalty-law/34',
  ],
  ...asking(decisionForm),
  gather: async (state, _given, lookups, { actor, matter }) => ({
    actedForIt: await actedForOwner(state, accountOf(actor), lookups),
    others:
      state.owner === null
        ? []
        : (await lookups.mattersOf('violation-case', state.owner)).filter(({ id }) => id !== matter),
    standards: await standardsOf(actor, lookups),
  }),
  decide: (state, given, { actor, gathered: { actedForIt, others, standards }, ...context }) => {
    const { findings } = state;
    if (findings === undefined) return refuse(notConcluded);
    const decision = shownValues(decisionForm, partOf(given));
    const penalty = penaltyOf(decision);
    const { edition, because } = sanctionsIn(findings, context.today, context);
    const cited = citedBy(penalty, findings, standards, context);
    const refusals: readonly Refusal[] = [
      ...detachedRefusals(state, accountOf(actor), actedForIt),
      ...concludedRefusals(state),
      ...heardRefusals(state, context),
      ...jointRefusals(state, accountOf(actor)),
      ...penaltyRefusals(penalty, findings, context),
      ...heavierRefusals(penalty, noticedPenalty(state), 'heavier-than-noticed'),
      ...basisRefusals(penalty, noticedPenalty(state)),
      ...(penalty.fine !== undefined && finedBefore(state, others) !== undefined ? [finedAlready] : []),
      ...(edition === undefined ? [noLaw] : []),
      ...departureRefusals(cited, wordsIn(decision, 'departure')),
    ];
    return acceptUnless(refusals, {
      type: 'decided',
      decision,
      fine: penalty.fine ?? 0,
      law: { edition: edition ?? 'final', because },
      ...(cited === undefined ? {} : { cited }),
    });
  },
});

export const decisionCommands = { notify, 'review-legally': reviewLegally, agree, decide };
