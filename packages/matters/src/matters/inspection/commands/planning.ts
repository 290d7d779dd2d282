import { z } from 'zod';
import { addDays, asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import { partOf, wordsIn } from '../../common/part.ts';
import { headParty, teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf, membersOf } from '../../common/team/state.ts';
import { deferralForm, scheduleForm } from '../plan-forms.ts';
import { alone, datesIn, datesRefusals, refusal, tooEarly } from '../refusals.ts';
import type { InspectionEvent, InspectionState } from '../state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

/** Nobody inspects alone. */
export const leastOfficers = 2;

/** No rule says for how long a company may be left in the dark: a policy default of this software, and the refusal says so. */
const longestDeferral = 180;

const unannounced = refusal(
  'unannounced',
  '这次检查不事先通知，到场出示证件即可开始。',
  'This inspection is not announced. It begins with identity shown on the spot.',
);

export const planning = {
  approve: m.command({
    title: text('批准方案', 'Approve the plan'),
    help: text(
      '由拟定人以外的负责人批准，工作组至少有两名成员。',
      'By a head other than the one who planned it; the team has two members at least.',
    ),
    by: [headParty],
    from: ['preparing'],
    to: ['ready'],
    clauses: ['final/28.1', 'draft/24.1'],
    input: z.strictObject({}),
    decide: (state, _input, { actor }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(team.noPerson);
      return acceptUnless(
        [
          ...(by === state.planner ? [alone] : []),
          ...(membersOf(state).length < leastOfficers ? [team.tooFew(leastOfficers)] : []),
        ],
        { type: 'approved', by },
      );
    },
  }),
  reschedule: m.command<FormValues>({
    title: text('改期', 'Set another day'),
    help: text('企业知道之前可以改期，改后须重新批准。', 'Before the company knows; the plan is then approved again.'),
    by: [headParty],
    from: ['preparing', 'ready'],
    to: ['preparing'],
    reason: 'required',
    ...asking(scheduleForm),
    decide: (_state, values, { today, calendar }) => {
      const dates = datesIn(shownValues(scheduleForm, partOf(values)));
      return dates === undefined
        ? refuse(refusal('dates-missing', '请填写日期。', 'Set the dates.', '/visitOn'))
        : acceptUnless(datesRefusals(dates, { today, calendar }), { type: 'rescheduled', dates });
    },
  }),
  drop: m.command({
    title: text('不再检查', 'Drop it'),
    help: text('企业不会知道曾经打算检查。', 'The company never learns that it was planned.'),
    by: [headParty],
    from: ['preparing', 'ready'],
    to: ['dropped'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'dropped' }),
  }),
  'defer-readings': m.command<FormValues>({
    title: text('推迟告知查阅', 'Tell of readings later'),
    help: text(
      '工作组的查阅照样记录，过了这一天企业才看到。须写明理由。',
      'What the team reads is recorded all the same and told once this day has passed. A reason is wanted.',
    ),
    by: [headParty],
    from: ['preparing', 'ready', 'announced', 'on-site'],
    reason: 'required',
    clauses: ['campaign/3', 'final/29'],
    ...asking(deferralForm),
    decide: (_state, values, { today }) => {
      const until = asCivilDate(wordsIn(values, 'until'));
      if (until === undefined || until <= today)
        return refuse(refusal('deferral-past', '应在今天之后。', 'This should be a day to come.', '/until'));
      return until > addDays(today, longestDeferral)
        ? refuse(
            refusal(
              'deferral-too-long',
              `最多推迟 ${longestDeferral} 天（系统默认设置，并非法定期限）。`,
              `It can be put off for ${longestDeferral} days at most (a policy default of this system, not set by law).`,
              '/until',
            ),
          )
        : accept({ type: 'readings-deferred', until });
    },
  }),
  announce: m.command({
    title: text('通知企业', 'Announce it'),
    help: text(
      '从方案的通知日期起。通知以后企业才看得到。',
      'From the day of the plan on. Only then does the company see it.',
    ),
    by: [teamParty],
    from: ['ready'],
    to: ['announced'],
    clauses: ['final/28.1'],
    input: z.strictObject({}),
    decide: ({ dates: { tellOn, visitOn } }, _input, { today }) => {
      if (tellOn === undefined) return refuse(unannounced);
      if (today < tellOn) return refuse(tooEarly(tellOn));
      return today > visitOn
        ? refuse(
            refusal(
              'visit-passed',
              '检查日期已经过去，请先改期。',
              'The day of the visit has passed. Set another first.',
            ),
          )
        : accept({ type: 'announced' });
    },
  }),
};
