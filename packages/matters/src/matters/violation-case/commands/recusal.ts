import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import { wordsIn } from '../../common/part.ts';
import { accountOf } from '../../common/person.ts';
import { recusalAnswerForm, recusalForm } from '../forms/lead.ts';
import { isOfficer, notItsOfficer } from '../guards.ts';
import { company, heads, officials } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import { undecided, type CaseEvent, type CaseState } from '../state.ts';
import { fitnessOf, fitnessRefusals, type Fitness } from './lead.ts';

const m = matterOf<CaseState, CaseEvent>();

const openAlready = caseRefusal(
  'recusal-open',
  '已有一件回避申请还没有决定。',
  'A request to stand aside is still open.',
  { clause: 'penalty-law/43' },
);

const ask = m.command<FormValues>({
  title: text('申请回避', 'Ask an officer to stand aside'),
  help: text(
    '写明利害关系，由负责人决定；决定之前调查不停止。',
    'Say which interest; the head decides, and until then the investigation goes on.',
  ),
  by: [company],
  from: undecided,
  reason: 'required',
  clauses: ['penalty-law/43'],
  offered: ({ recusal, informedOn }) => recusal === undefined && informedOn !== undefined,
  ...asking(recusalForm),
  decide: ({ officers, recusal }, given) => {
    const officer = officers[wordsIn(given, 'officer') === '2' ? 1 : 0];
    if (recusal !== undefined || officer === undefined) return refuse(openAlready);
    return accept({ type: 'recusal-asked', officer, by: 'party' });
  },
});

const declare = m.command({
  title: text('本人申请回避', 'Stand aside'),
  help: text('办案人员与案件有利害关系的，应当自己提出。', 'An officer with an interest says so unasked.'),
  by: [officials],
  from: undecided,
  reason: 'required',
  clauses: ['penalty-law/43'],
  input: z.strictObject({}),
  decide: (state, _input, { actor }) => {
    const officer = accountOf(actor);
    if (officer === undefined || !isOfficer(state, actor)) return refuse(notItsOfficer);
    return state.recusal === undefined
      ? accept({ type: 'recusal-asked', officer, by: 'officer' })
      : refuse(openAlready);
  },
});

const decide = m.command<FormValues, Fitness>({
  title: text('决定回避', 'Decide on standing aside'),
  help: text(
    '由负责人决定；被申请的人不能自己决定。同意的，指定接替的人员。',
    'By the head, never by the officer concerned. Where granted, somebody else takes the place.',
  ),
  by: [heads],
  from: undecided,
  reason: 'required',
  clauses: ['penalty-law/43'],
  offered: ({ recusal }) => recusal !== undefined,
  ...asking(recusalAnswerForm),
  gather: async (state, given, lookups, { actor }) =>
    given['granted'] === true ? fitnessOf(state, wordsIn(given, 'replacement'), actor, lookups) : 'fit',
  decide: ({ recusal, officers }, given, { gathered: fitness, actor }) => {
    if (recusal === undefined) return refuse(caseRefusal('no-recusal', '没有回避申请。', 'Nobody has asked for it.'));
    const granted = given['granted'] === true;
    const replacement = wordsIn(given, 'replacement') as AccountId;
    return acceptUnless(
      [
        ...(recusal.officer === accountOf(actor)
          ? [
              caseRefusal(
                'own-recusal',
                '申请回避的对象是您本人，须由另一名负责人决定。',
                'It is you who is asked to stand aside; another head decides.',
                { clause: 'penalty-law/43' },
              ),
            ]
          : []),
        ...(granted ? fitnessRefusals(fitness, '/replacement') : []),
        ...(granted && officers.includes(replacement)
          ? [
              caseRefusal('one-officer', '接替的人已经是办案人员。', 'That one is an officer of the case already.', {
                pointer: '/replacement',
                clause: 'penalty-law/42',
              }),
            ]
          : []),
      ],
      {
        type: 'recusal-decided',
        granted,
        officers: granted ? officers.map((officer) => (officer === recusal.officer ? replacement : officer)) : officers,
      },
    );
  },
});

export const recusalCommands = {
  'ask-recusal': ask,
  'stand-aside': declare,
  'decide-recusal': decide,
};
