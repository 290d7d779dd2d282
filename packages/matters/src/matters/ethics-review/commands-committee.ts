import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { askingAt } from '../common/asking-at.ts';
import { entriesOf, partOf, wordsIn } from '../common/part.ts';
import {
  accountOf,
  isChair,
  isRecusedIn,
  memberRecused,
  membersIn,
  notAMember,
  notTheChair,
  seatRefusal,
  sits,
  sittingOf,
  sizeRefusals,
} from './committee.ts';
import { committeeForm, declarationForm, memberForm } from './form.ts';
import { memberParty } from './member-party.ts';
import type { EthicsReviewEvent, EthicsReviewState, Recusal } from './state.ts';

const m = matterOf<EthicsReviewState, EthicsReviewEvent>();

const at = (index: number): string => `/committee/members/${index}/account`;

/** @param strangers accounts that do not belong to the provider */
const compositionRefusals = (committee: FormValues, strangers: readonly AccountId[]): readonly Refusal[] => {
  const members = membersIn(committee);
  const chair = wordsIn(committee, 'chair');
  return [
    ...members.flatMap(({ account }, index): readonly Refusal[] => [
      ...(strangers.includes(account)
        ? [
            {
              code: 'ethics/not-of-this-organisation',
              pointer: at(index),
              text: text('本单位没有这个账号。', 'Your organisation has no such account.'),
            },
          ]
        : []),
      ...(members.findIndex((other) => other.account === account) < index
        ? [
            {
              code: 'ethics/named-twice',
              pointer: at(index),
              text: text('同一个人只能列一次。', 'Nobody is a member twice.'),
            },
          ]
        : []),
    ]),
    ...sizeRefusals(members, '/committee/members'),
    ...(members.some(({ account }) => account === chair)
      ? []
      : [
          {
            code: 'ethics/chair-not-a-member',
            pointer: '/committee/chair',
            text: text('主任委员须是委员之一。', 'The chair is one of the members.'),
          },
        ]),
  ];
};

/** A chair may recuse anybody, anybody themselves, and an officer a chair whom nobody else could. */
const recusalOf = (
  state: EthicsReviewState,
  member: AccountId,
  by: AccountId | undefined,
  chairing: boolean,
  officer: boolean,
): Recusal['how'] | undefined => {
  if (by === member) return 'stepped-aside';
  if (chairing) return 'by-chair';
  return officer && member === state.chair ? 'by-officer' : undefined;
};

export const committeeCommands = {
  compose: m.command<{ readonly committee: FormValues }, readonly AccountId[]>({
    title: text('组成委员会', 'Name the committee'),
    help: text(
      '指定委员和主任委员。讨论开始之前可以重新指定，此后须重新声明利益冲突。',
      'Name members and chair. Until the deliberation opens you may name them anew; each then declares again.',
    ),
    by: [providerParty('officer')],
    from: ['composing', 'declaring'],
    to: ['declaring'],
    clauses: ['final/7', 'opinions/4'],
    ...askingAt('committee', committeeForm),
    gather: async (_state, { committee }, lookups, { ground: { owner } }) => {
      const strangers: AccountId[] = [];
      for (const { account } of membersIn(committee))
        if (owner === undefined || (await lookups.rolesIn(account, owner)).length === 0) strangers.push(account);
      return strangers;
    },
    decide: (state, { committee }, { gathered: strangers }) => {
      const members = membersIn(committee);
      const recused = members.some(({ account }) => isRecusedIn(state, account, state.round));
      return acceptUnless(
        [
          ...compositionRefusals(committee, strangers),
          // Naming somebody anew does not undo why they stepped aside.
          ...(recused ? [{ ...memberRecused, pointer: '/committee/members' }] : []),
        ],
        {
          type: 'composed',
          committee: partOf(committee),
          members,
          chair: wordsIn(committee, 'chair') as AccountId,
        },
      );
    },
  }),
  declare: m.command<{ readonly declaration: FormValues }>({
    title: text('声明利益冲突', 'Declare interests'),
    help: text(
      '每位委员在讨论开始前声明有没有利益冲突；有的，随即回避。',
      'Before the deliberation opens each member says whether there is a conflict of interest; whoever has one is recused at once.',
    ),
    by: [memberParty],
    from: ['declaring'],
    ...askingAt('declaration', declarationForm),
    decide: (state, { declaration }, { actor }) => {
      const refusal = seatRefusal(state, actor);
      const member = accountOf(actor);
      if (refusal !== undefined || member === undefined) return refuse(refusal ?? notAMember);
      if (declaration['conflict'] !== true)
        return state.declared.includes(member)
          ? refuse({
              code: 'ethics/declared-already',
              text: text('您已经声明过没有冲突。', 'You have declared already that there is none.'),
            })
          : accept<EthicsReviewEvent>({ type: 'declared', member });
      const interests = {
        interests: [
          ...entriesOf(state.interests, 'interests'),
          { member, round: state.round, what: wordsIn(declaration, 'what') },
        ],
      };
      return accept<EthicsReviewEvent>(
        { type: 'declared', member, interests },
        { type: 'recused', member, how: 'declared' },
      );
    },
  }),
  recuse: m.command<{ readonly member: FormValues }>({
    title: text('回避', 'Recuse'),
    help: text(
      '委员可以自行回避，主任委员可以让委员回避，负责人可以让主任委员回避。回避的人看不到讨论，投过的票不算。',
      'A member may step aside, the chair may recuse a member, an officer the chair. Whoever is recused no longer reads the deliberation, and a vote already given does not count.',
    ),
    by: [memberParty],
    from: ['declaring', 'deliberating'],
    reason: 'required',
    ...askingAt('member', memberForm),
    decide: (state, { member: named }, { actor }) => {
      const member = wordsIn(named, 'account') as AccountId;
      const officer =
        actor.kind === 'person' && actor.membership !== undefined && actor.membership.roles.includes('officer');
      const how = recusalOf(state, member, accountOf(actor), isChair(state, actor), officer);
      if (how === undefined) return refuse(notTheChair);
      if (state.members.every(({ account }) => account !== member))
        return refuse({ ...notAMember, pointer: '/member/account' });
      return sits(state, member)
        ? accept<EthicsReviewEvent>({ type: 'recused', member, how })
        : refuse({ ...memberRecused, pointer: '/member/account' });
    },
  }),
  'appoint-chair': m.command<{ readonly member: FormValues }>({
    title: text('更换主任委员', 'Replace the chair'),
    help: text(
      '主任委员回避或者离任时，由负责人从没有回避的委员中另行指定。',
      'Where the chair is recused or has left, the officer names another from those who take part.',
    ),
    by: [providerParty('officer')],
    from: ['declaring', 'deliberating', 'conditional'],
    reason: 'required',
    ...askingAt('member', memberForm),
    decide: (state, { member }) => {
      const chair = wordsIn(member, 'account') as AccountId;
      if (!sits(state, chair)) return refuse({ ...notAMember, pointer: '/member/account' });
      return chair === state.chair
        ? refuse({
            code: 'ethics/chair-already',
            pointer: '/member/account',
            text: text('现在就是这位委员主持。', 'This member is the chair already.'),
          })
        : accept({ type: 'chair-appointed', chair });
    },
  }),
  'open-deliberation': m.command({
    title: text('开始讨论', 'Open the deliberation'),
    help: text(
      '没有回避的委员都声明之后，由主任委员宣布开始，随后可以发言和投票。',
      'Once everybody who takes part has declared, the chair opens it; then members speak and vote.',
    ),
    by: [memberParty],
    from: ['declaring'],
    to: ['deliberating'],
    input: z.strictObject({}),
    decide: (state, _input, { actor }) => {
      if (!isChair(state, actor)) return refuse(notTheChair);
      const sitting = sittingOf(state);
      const silent = sitting.filter(({ account }) => !state.declared.includes(account)).length;
      return acceptUnless(
        [
          ...sizeRefusals(sitting),
          ...(silent === 0
            ? []
            : [
                {
                  code: 'ethics/not-all-declared',
                  text: text(`还有 ${silent} 名委员没有声明。`, `${silent} members have not declared yet.`),
                },
              ]),
        ],
        { type: 'deliberation-opened' },
      );
    },
  }),
};
