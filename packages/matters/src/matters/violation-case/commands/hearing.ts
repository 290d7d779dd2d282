import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { clockParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import type { ClockRules } from '../../../engine/rules.ts';
import { notInFuture, workingDaysAfter } from '../../common/days.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { entriesOf, missingInPart, partOf, partRefusals, wordsIn } from '../../common/part.ts';
import { accountOf } from '../../common/person.ts';
import { hearingForm, recordForm, statementForm, weighingForm } from '../forms/defence.ts';
import { isOfficer, notItsOfficer } from '../guards.ts';
import { company, officials } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import type { CaseEvent, CaseState } from '../state.ts';
import { fitnessOf, fitnessRefusals, type Fitness } from './lead.ts';

const m = matterOf<CaseState, CaseEvent>();

const defend = m.command<FormValues, readonly string[]>({
  title: text('陈述和申辩', 'State and defend'),
  help: text(
    '决定之前可以多次陈述，主管部门须逐项复核；不会因为申辩而加重处罚。',
    'As often as you like before the decision. Each point is checked, and nobody is punished harder for it.',
  ),
  by: [company],
  from: ['notified', 'hearing', 'heard'],
  clauses: ['penalty-law/44', 'penalty-law/45'],
  ...asking(statementForm),
  gather: (_state, given, lookups) => missingInPart(statementForm, given, lookups),
  decide: ({ defence }, given, { gathered: missing }) => {
    const statement = partOf(given);
    const refusals = partRefusals(statementForm, statement, 'statement', missing).map((refusal) =>
      refusal.pointer === undefined ? refusal : { ...refusal, pointer: refusal.pointer.replace(/^\/statement/u, '') },
    );
    return acceptUnless(refusals, {
      type: 'defended',
      defence: { statements: [...entriesOf(defence, 'statements'), statement] },
    });
  },
});

const waive = m.command({
  title: text('放弃陈述和听证', 'Waive statement and hearing'),
  help: text('明确表示放弃之后，主管部门可以随即决定。', 'After that the office may decide at once.'),
  by: [company],
  from: ['notified'],
  clauses: ['penalty-law/62'],
  offered: ({ waived, hearing }) => !waived && hearing === undefined,
  input: z.strictObject({}),
  decide: ({ waived, hearing }) =>
    waived || hearing !== undefined
      ? refuse(
          caseRefusal(
            'answered-already',
            '已经放弃或者已经要求听证。',
            'It has been waived, or a hearing was asked for.',
          ),
        )
      : accept({ type: 'waived' }),
});

const weigh = m.command<FormValues>({
  title: text('复核陈述和申辩', 'Check what was said'),
  help: text(
    '办案人员逐项复核企业提出的事实、理由和证据，成立的采纳。',
    'The officers check each point; what holds is taken up.',
  ),
  by: [officials],
  from: ['notified', 'hearing', 'heard'],
  clauses: ['penalty-law/45'],
  offered: ({ defended, weighed }) => defended && !weighed,
  ...asking(weighingForm),
  decide: (state, given, { actor }) => {
    if (!isOfficer(state, actor)) return refuse(notItsOfficer);
    return state.defended
      ? accept({ type: 'weighed', weighing: partOf(given) })
      : refuse(caseRefusal('nothing-said', '企业还没有陈述。', 'The company has said nothing yet.'));
  },
});

const request = m.command({
  title: text('要求听证', 'Ask for a hearing'),
  help: text('收到告知后五个工作日内提出，不收费用。', 'Within five working days of the notice, free of charge.'),
  by: [company],
  from: ['notified'],
  clauses: ['penalty-law/63', 'penalty-law/64'],
  offered: ({ mayAskForHearing, hearing, waived }) => mayAskForHearing && hearing === undefined && !waived,
  input: z.strictObject({}),
  decide: ({ mayAskForHearing, hearing, answerBy, waived }, _input, { today }) => {
    if (!mayAskForHearing)
      return refuse(
        caseRefusal(
          'no-hearing-right',
          '这样的处罚不适用听证，可以陈述和申辩。',
          'No hearing is held for such a penalty; you may state your case.',
          {
            clause: 'penalty-law/63',
          },
        ),
      );
    if (hearing !== undefined || waived || (answerBy !== undefined && today > answerBy))
      return refuse(
        caseRefusal(
          'hearing-too-late',
          `要求听证的期限到 ${answerBy ?? ''}，或者已经提出、已经放弃。`,
          `It could be asked for until ${answerBy ?? ''}, or was asked for or waived already.`,
          {
            clause: 'penalty-law/64',
          },
        ),
      );
    return accept({ type: 'hearing-requested' });
  },
});

const withdrawRequest = m.command({
  title: text('撤回听证要求', 'Withdraw the request'),
  help: text('撤回之后不能再要求。', 'It cannot be asked for again.'),
  by: [company],
  from: ['notified', 'hearing'],
  to: ['notified'],
  offered: ({ hearing }) => hearing !== undefined && hearing.waivedOn === undefined && hearing.heldOn === undefined,
  input: z.strictObject({}),
  decide: ({ hearing }) =>
    hearing === undefined || hearing.waivedOn !== undefined
      ? refuse(caseRefusal('no-hearing', '没有听证要求。', 'No hearing was asked for.'))
      : accept({ type: 'hearing-withdrawn' }),
});

/** By the clock: nobody asked in time. */
const lapse = m.command({
  title: text('听证期限届满', 'No hearing was asked for'),
  help: text('期限届满由系统办理。', 'Done by the system when the time runs out.'),
  by: [clockParty],
  from: ['notified'],
  input: z.strictObject({}),
  decide: ({ hearing, answerBy }, _input, { today }) =>
    hearing === undefined && (answerBy === undefined || today > answerBy)
      ? accept({ type: 'hearing-lapsed' })
      : refuse(caseRefusal('hearing-not-lapsed', '期限还没有届满。', 'The time is not over.')),
});

/** Working days between the announcement and the hearing (penalty-law/64). */
export const daysAhead = 7;

const tooNear = (day: CivilDate, today: CivilDate, rules: Pick<ClockRules, 'calendar'>): readonly Refusal[] => {
  const first = workingDaysAfter(today, daysAhead, rules);
  return day < first
    ? [
        caseRefusal(
          'hearing-too-near',
          `须提前 ${daysAhead} 个工作日通知，最早 ${first}。`,
          `It is announced ${daysAhead} working days ahead: ${first} at the earliest.`,
          { pointer: '/day', clause: 'penalty-law/64' },
        ),
      ]
    : [];
};

const schedule = m.command<FormValues, Fitness>({
  title: text('安排听证', 'Arrange the hearing'),
  help: text(
    '定下时间、地点和主持人，再通知企业；改期的重新安排。',
    'Day, place and chair; then tell the company. To move it, arrange it again.',
  ),
  by: [officials],
  from: ['notified', 'hearing'],
  to: ['notified'],
  clauses: ['penalty-law/64'],
  offered: ({ hearing }) => hearing !== undefined && hearing.heldOn === undefined && hearing.waivedOn === undefined,
  ...asking(hearingForm),
  gather: (state, given, lookups, { actor }) => fitnessOf(state, wordsIn(given, 'chair'), actor, lookups),
  decide: ({ hearing, officers }, given, { gathered: fitness, today, calendar }) => {
    if (hearing === undefined || hearing.waivedOn !== undefined)
      return refuse(caseRefusal('no-hearing', '没有听证要求。', 'No hearing was asked for.'));
    const day = asCivilDate(wordsIn(given, 'day')) ?? today;
    const chair = wordsIn(given, 'chair') as AccountId;
    return acceptUnless(
      [
        ...ownDateRefusals(day, today, { calendar }, '/day'),
        ...tooNear(day, today, { calendar }),
        ...fitnessRefusals(fitness, '/chair'),
        ...(officers.includes(chair)
          ? [
              caseRefusal(
                'chair-investigated',
                '主持人不能是本案的办案人员。',
                'The chair cannot have investigated the case.',
                {
                  pointer: '/chair',
                  clause: 'penalty-law/64',
                },
              ),
            ]
          : []),
      ],
      { type: 'hearing-scheduled', day, chair, arrangement: shownValues(hearingForm, partOf(given)) },
    );
  },
});

const announce = m.command({
  title: text('通知听证', 'Announce the hearing'),
  help: text('举行的七个工作日前通知企业时间和地点。', 'Day and place, told to the company seven working days ahead.'),
  by: [officials],
  from: ['notified'],
  to: ['hearing'],
  clauses: ['penalty-law/64'],
  offered: ({ hearing }) => hearing?.day !== undefined && hearing.announcedOn === undefined,
  input: z.strictObject({}),
  decide: ({ hearing }, _input, { today, calendar }) =>
    hearing?.day === undefined || hearing.waivedOn !== undefined
      ? refuse(caseRefusal('not-arranged', '还没有安排听证。', 'The hearing has not been arranged.'))
      : acceptUnless(tooNear(hearing.day, today, { calendar }), { type: 'hearing-announced' }),
});

const hold = m.command<FormValues, readonly string[]>({
  title: text('登记听证笔录', 'Record the hearing'),
  help: text('由主持人登记；之后须经法制审核。', 'By the chair; a legal review has to follow.'),
  by: [officials],
  from: ['hearing'],
  to: ['heard'],
  clauses: ['penalty-law/64', 'penalty-law/65'],
  ...asking(recordForm),
  gather: (_state, given, lookups) => missingInPart(recordForm, given, lookups),
  decide: ({ hearing }, given, { actor, today, gathered: missing }) => {
    const on = asCivilDate(wordsIn(given, 'on')) ?? today;
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(missing.length === 0
          ? []
          : [caseRefusal('paper-missing', '材料没有上传成功。', 'A paper did not arrive.', { pointer: '/papers' })]),
        ...(hearing?.day !== undefined && on < hearing.day
          ? [
              caseRefusal(
                'hearing-early',
                `听证定在 ${hearing.day}，不能提前举行。`,
                `It was set for ${hearing.day} and not held before.`,
                {
                  pointer: '/on',
                },
              ),
            ]
          : []),
        ...(accountOf(actor) === hearing?.chair
          ? []
          : [caseRefusal('not-the-chair', '须由主持人登记。', 'The chair records it.', { clause: 'penalty-law/64' })]),
      ],
      { type: 'hearing-held', on, record: shownValues(recordForm, partOf(given)) },
    );
  },
});

export const hearingCommands = {
  defend,
  waive,
  weigh,
  'request-hearing': request,
  'withdraw-hearing': withdrawRequest,
  'let-hearing-lapse': lapse,
  'schedule-hearing': schedule,
  'announce-hearing': announce,
  'hold-hearing': hold,
};
