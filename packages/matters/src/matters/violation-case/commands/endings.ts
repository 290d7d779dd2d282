import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import { acceptUnless, type Refusal } from '../../../engine/refusal.ts';
import { wordsIn } from '../../common/part.ts';
import { accountOf } from '../../common/person.ts';
import { handingForm } from '../forms/execution.ts';
import { actedForOwner, concludedRefusals, detachedRefusals, jointRefusals, mayBeSpared } from '../guards.ts';
import { heads } from '../parties.ts';
import { caseRefusal } from '../refusals.ts';
import type { CaseEvent, CaseState } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();
const found = ['concluded', 'notified', 'heard'] as const;

type Nothing = Readonly<Record<string, never>>;

const notToBeSpared = caseRefusal(
  'not-to-be-spared',
  '调查结论没有认定可以不予处罚的情形。',
  'The findings establish nothing that lets it go without a penalty.',
  { clause: 'penalty-law/33' },
);

/** Decisions to let it go, which only findings signed by both officers allow. */
const withoutPenalty = (
  state: CaseState,
  account: ReturnType<typeof accountOf>,
  actedForIt: boolean,
): readonly Refusal[] => [
  ...detachedRefusals(state, account, actedForIt),
  ...concludedRefusals(state),
  ...jointRefusals(state, account),
];

const spare = m.command<Nothing, boolean>({
  title: text('不予处罚', 'Decide on no penalty'),
  help: text(
    '轻微并及时改正、初次且危害轻微、没有过错的，不予处罚，并进行教育；须调查结论认定了这样的情形。',
    'For what was slight and put right, a first slight act, or no fault; the findings have to say so. The party is admonished.',
  ),
  by: [heads],
  from: found,
  to: ['spared'],
  reason: 'required',
  clauses: ['penalty-law/33', 'penalty-law/57'],
  offered: mayBeSpared,
  input: z.strictObject({}),
  gather: (state, _given, lookups, { actor }) => actedForOwner(state, accountOf(actor), lookups),
  decide: (state, _input, { actor, gathered }) =>
    acceptUnless(
      [...withoutPenalty(state, accountOf(actor), gathered), ...(mayBeSpared(state) ? [] : [notToBeSpared])],
      { type: 'spared' },
    ),
});

const findUnproved = m.command<Nothing, boolean>({
  title: text('违法事实不成立', 'Facts not established'),
  help: text(
    '事实不清、证据不足的，不得处罚。',
    'Where the facts are unclear or evidence is lacking there is no penalty.',
  ),
  by: [heads],
  from: found,
  to: ['unproved'],
  reason: 'required',
  clauses: ['penalty-law/40', 'penalty-law/57'],
  input: z.strictObject({}),
  gather: (state, _given, lookups, { actor }) => actedForOwner(state, accountOf(actor), lookups),
  decide: (state, _input, { actor, gathered }) =>
    acceptUnless(withoutPenalty(state, accountOf(actor), gathered), { type: 'unproved' }),
});

const everywhere = ['lead', 'investigating', 'concluded', 'notified', 'hearing', 'heard'] as const;

const transfer = m.command<FormValues>({
  title: text('移送司法机关', 'Hand over to justice'),
  help: text(
    '涉嫌犯罪的及时移送，不能以罚代刑。',
    'Where the act may be a crime. A fine does not stand in for prosecution.',
  ),
  by: [heads],
  from: everywhere,
  to: ['transferred'],
  reason: 'required',
  clauses: ['penalty-law/27', 'final/31', 'draft/27'],
  ...asking(handingForm),
  decide: (_state, given) => acceptUnless([], { type: 'transferred', to: wordsIn(given, 'to') }),
});

const refer = m.command<FormValues>({
  title: text('移送其他部门', 'Refer to another department'),
  help: text('不属于本部门管辖的，移送有管辖权的部门。', 'Where another department is competent.'),
  by: [heads],
  from: everywhere,
  to: ['referred'],
  reason: 'required',
  clauses: ['final/3.2', 'final/32', 'draft/28'],
  ...asking(handingForm),
  decide: (_state, given) => acceptUnless([], { type: 'referred', to: wordsIn(given, 'to') }),
});

export const endingCommands = {
  spare,
  'find-unproved': findUnproved,
  'transfer-to-justice': transfer,
  refer,
};
