import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, refuse } from '../../../engine/refusal.ts';
import { numberIn } from '../../common/part.ts';
import { headParty } from '../../common/team/commands.ts';
import { accountOf } from '../../common/team/state.ts';
import { askedRecusalForm, decidedRecusalForm } from '../record-forms.ts';
import { refusal } from '../refusals.ts';
import type { InspectionEvent, InspectionState } from '../state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

/** From when the company has met the officers until the inspection is closed. */
const met = ['on-site', 'to-sign', 'signed', 'unsigned', 'reported'] as const;
const clauses = ['penalty-law/43', 'campaign/3'] as const;

export const recusalOpen = refusal(
  'recusal-open',
  '企业申请检查人员回避，还没有决定。',
  'The company has asked an officer to stand aside, and that is not decided yet.',
);
const unknownOfficer = refusal(
  'no-such-officer',
  '没有这一名检查人员，或者已经回避。请按出示证件的先后填写。',
  'There is no such officer, or they have stood aside. Count in the order in which identity was shown.',
  '/officer',
);

const ask = m.command<FormValues>({
  title: text('申请检查人员回避', 'Ask an officer to stand aside'),
  help: text(
    '写明利害关系，由负责人决定；决定之前检查不停止。',
    'Say which interest; a head decides, and until then the inspection goes on.',
  ),
  by: [providerParty('officer')],
  from: met,
  reason: 'required',
  clauses,
  offered: ({ recusal }) => recusal === undefined,
  ...asking(askedRecusalForm),
  decide: ({ identity, team, recusal }, given) => {
    if (recusal !== undefined) return refuse(recusalOpen);
    const officer = identity[(numberIn(given, 'officer') ?? 0) - 1]?.account;
    return officer === undefined || team.some(({ account, standing }) => account === officer && standing === 'recused')
      ? refuse(unknownOfficer)
      : accept({ type: 'recusal-asked', officer });
  },
});

const decide = m.command<FormValues>({
  title: text('决定回避', 'Decide on standing aside'),
  help: text(
    '由负责人决定，被申请的人不能自己决定。同意的，他随即退出工作组，不再看到任何内容；需要接替的，另行点名。',
    'By a head, never the one concerned. Where granted, that officer leaves the team at once and sees nothing more; name somebody else where one is needed.',
  ),
  by: [headParty],
  from: met,
  reason: 'required',
  clauses,
  offered: ({ recusal }) => recusal !== undefined,
  ...asking(decidedRecusalForm),
  decide: ({ recusal, team }, given, { actor }) => {
    if (recusal === undefined)
      return refuse(refusal('no-recusal', '企业没有申请回避。', 'The company has not asked for it.'));
    const { officer } = recusal;
    if (officer === accountOf(actor))
      return refuse(
        refusal(
          'own-recusal',
          '申请回避的对象是您本人，须由另一名负责人决定。',
          'It is you who is asked to stand aside; another head decides.',
        ),
      );
    const granted = given['granted'] === true;
    const decided = { type: 'recusal-decided', granted } as const;
    const left = team.some(({ account, standing }) => account === officer && standing === 'recused');
    return granted && !left
      ? accept<InspectionEvent>(decided, { type: 'recused', member: officer, how: 'on-request' })
      : accept<InspectionEvent>(decided);
  },
});

export const recusing = { 'ask-recusal': ask, 'decide-recusal': decide };
