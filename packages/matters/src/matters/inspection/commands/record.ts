import { z } from 'zod';
import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { entriesOf, partOf, wordsIn } from '../../common/part.ts';
import { teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf } from '../../common/team/state.ts';
import { openClauses } from '../../common/checklist.ts';
import { stateView } from '../../common/company-view.ts';
import { recordForm, refusalForm, signatureForm } from '../record-forms.ts';
import { alone, refusal, tooEarly } from '../refusals.ts';
import type { InspectionEvent, InspectionState } from '../state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

const notDrawn = refusal('not-drawn', '还没有制作检查记录。', 'The record has not been drawn.');

const witnessRefusals = ({ people }: Pick<InspectionState, 'people'>, values: FormValues): readonly Refusal[] => {
  const ofTeam = new Set(entriesOf(people, 'people').map((entry) => wordsIn(entry, 'name')));
  const names = entriesOf(values, 'witnesses').map((entry) => wordsIn(entry, 'name'));
  return names.flatMap((name, index): readonly Refusal[] => {
    const pointer = `/witnesses/${index}/name`;
    if (ofTeam.has(name))
      return [refusal('witness-of-team', '工作组成员不能作见证人。', 'Nobody of the team can be a witness.', pointer)];
    return names.indexOf(name) < index
      ? [refusal('witness-twice', '须是两个人。', 'They are two different people.', pointer)]
      : [];
  });
};

export const recording = {
  'draw-record': m.command<FormValues>({
    title: text('制作检查记录', 'Draw the record'),
    help: text(
      '方案里的条款都填写以后制作；须另一名成员会签。',
      'Once every clause of the plan has its result; another member signs it too.',
    ),
    by: [teamParty],
    from: ['on-site'],
    clauses: ['penalty-law/55'],
    ...asking(recordForm),
    decide: (state, values, { actor, today, calendar }) => {
      const by = accountOf(actor);
      const signBy = asCivilDate(wordsIn(values, 'signBy'));
      if (by === undefined || signBy === undefined) return refuse(team.noPerson);
      const missing = openClauses(state.checklist, state.clauses);
      return acceptUnless(
        [
          ...ownDateRefusals(signBy, today, { calendar }, '/signBy'),
          ...(missing.length === 0
            ? []
            : [
                refusal(
                  'checklist-open',
                  `检查表还有没有填写的条款：${missing.join('、')}。`,
                  `The checklist has no result for ${missing.join(', ')} yet.`,
                ),
              ]),
        ],
        { type: 'record-drawn', record: partOf(values), by, signBy },
      );
    },
  }),
  'countersign-record': m.command({
    title: text('会签并送给企业', 'Countersign and send it'),
    help: text(
      '由制作人以外的成员会签；企业随即看到记录和问题。',
      'By a member other than the one who drew it; the company then sees record and findings.',
    ),
    by: [teamParty],
    from: ['on-site'],
    to: ['to-sign'],
    clauses: ['final/28.1', 'penalty-law/42'],
    input: z.strictObject({}),
    offered: ({ drawn }) => drawn !== undefined,
    decide: ({ drawn }, _input, { actor, today }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(team.noPerson);
      if (drawn === undefined) return refuse(notDrawn);
      if (by === drawn.account) return refuse(alone);
      return drawn.signBy <= today
        ? refuse(
            refusal(
              'sign-by-passed',
              '签字日期已经过去，请重新制作记录。',
              'The day for signing has passed. Draw the record anew.',
            ),
          )
        : accept({ type: 'record-sent', by });
    },
  }),
  'state-view': stateView('inspection', {
    help: text('对记录和问题的意见，检查人员都能看到。', 'What you say to record and findings; the officers read it.'),
    from: ['to-sign', 'signed', 'unsigned'],
  }),
  'sign-record': m.command<FormValues>({
    title: text('签字', 'Sign the record'),
    help: text('由算法安全负责人签字；有异议的写明。', 'By the responsible officer; objections are written beside it.'),
    by: [providerParty('officer')],
    from: ['to-sign'],
    to: ['signed'],
    clauses: ['final/28.2', 'penalty-law/55'],
    ...asking(signatureForm),
    decide: (_state, values) =>
      accept({ type: 'record-signed', signature: shownValues(signatureForm, partOf(values)) }),
  }),
  'record-refusal': m.command<FormValues>({
    title: text('记录拒绝签字', 'Record that it is not signed'),
    help: text(
      '明确拒绝或者过期没有签字的，由两名见证人证明。',
      'Where the company refuses or lets the day pass; two witnesses testify to it.',
    ),
    by: [teamParty],
    from: ['to-sign'],
    to: ['unsigned'],
    clauses: ['final/28.1'],
    ...asking(refusalForm),
    decide: (state, values, { today }) => {
      const { drawn } = state;
      return acceptUnless(
        [
          ...witnessRefusals(state, values),
          ...(values['kind'] === 'no-answer' && drawn !== undefined && today <= drawn.signBy
            ? [{ ...tooEarly(drawn.signBy), pointer: '/kind' }]
            : []),
        ],
        { type: 'signature-refused', refusal: partOf(values) },
      );
    },
  }),
};
