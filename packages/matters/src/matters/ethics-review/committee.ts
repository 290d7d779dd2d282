import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import type { EthicsReviewState, Member } from './state.ts';
import { votes, type Vote } from './tally.ts';

/** No law sets these: policy defaults of this software, and every text that uses them says so. */
export const leastMembers = 3;
export const leastFields = 2;

export const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

export const isRecusedIn = (
  { recusals }: Pick<EthicsReviewState, 'recusals'>,
  account: AccountId,
  round: number,
): boolean => recusals.some((recusal) => recusal.account === account && recusal.round === round);

/** Members who take part in the present round. */
export const sittingOf = (state: Pick<EthicsReviewState, 'members' | 'recusals' | 'round'>): readonly Member[] =>
  state.members.filter(({ account }) => !isRecusedIn(state, account, state.round));

export const sits = (
  state: Pick<EthicsReviewState, 'members' | 'recusals' | 'round'>,
  account: AccountId | undefined,
): boolean => account !== undefined && sittingOf(state).some((member) => member.account === account);

export const isChair = (state: EthicsReviewState, actor: Actor): boolean => {
  const account = accountOf(actor);
  return account !== undefined && account === state.chair && sits(state, account);
};

const fieldsIn = (members: readonly Member[]): number => new Set(members.flatMap(({ fields }) => fields)).size;

/** What a committee, or those of it who sit, lacks. */
export const sizeRefusals = (members: readonly Member[], pointer?: string): readonly Refusal[] => {
  const at = pointer === undefined ? {} : { pointer };
  const refusals: Refusal[] = [];
  if (members.length < leastMembers)
    refusals.push({
      code: 'ethics/too-few-members',
      ...at,
      text: text(
        `能参加审查的委员只有 ${members.length} 名，至少要 ${leastMembers} 名（系统默认设置，并非法定人数）。`,
        `${members.length} members can take part; ${leastMembers} are needed at least (a policy default of this system, not a number set by law).`,
      ),
    });
  if (fieldsIn(members) < leastFields)
    refusals.push({
      code: 'ethics/too-few-fields',
      ...at,
      text: text(
        `能参加审查的委员至少要来自 ${leastFields} 个领域（系统默认设置，并非法定要求）。`,
        `Those who take part come from ${leastFields} fields at least (a policy default of this system, not set by law).`,
      ),
    });
  return refusals;
};

export const membersIn = (committee: FormValues): readonly Member[] =>
  entriesOf(committee, 'members').map((entry) => {
    const { fields } = entry;
    return {
      account: wordsIn(entry, 'account') as AccountId,
      fields: Array.isArray(fields) ? fields.filter((field): field is string => typeof field === 'string') : [],
    };
  });

const isVote = (value: unknown): value is Vote => votes.some((vote) => vote.value === value);

/** Votes of the present round by those who sit: what a member gave before being recused does not count. */
export const votesOf = (state: EthicsReviewState): readonly Vote[] =>
  entriesOf(state.ballots, 'ballots')
    .filter((ballot) => ballot['round'] === state.round && sits(state, ballot['member'] as AccountId))
    .flatMap(({ choice }) => (isVote(choice) ? [choice] : []));

/** What keeps the votes from being counted; see `leastMembers`. */
export const quorumRefusals = (sitting: number, present: number): readonly Refusal[] =>
  present >= leastMembers && 2 * present > sitting
    ? []
    : [
        {
          code: 'ethics/no-quorum',
          text: text(
            `没有回避的委员 ${sitting} 名，投票的 ${present} 名。要超过半数，且至少 ${leastMembers} 名投票，才能计票（系统默认设置，并非法定人数）。`,
            `${present} of the ${sitting} members who take part have voted. Votes are counted when more than half of them, and ${leastMembers} at least, have voted (a policy default of this system, not set by law).`,
          ),
        },
      ];

export const notAMember: Refusal = {
  code: 'ethics/not-a-member',
  text: text('只有本次审查的委员可以办理。', 'Only members of this review’s committee may do this.'),
};
export const memberRecused: Refusal = {
  code: 'ethics/recused',
  text: text('已经回避本次审查，不能参与。', 'Whoever is recused takes no part in this review.'),
};
export const notTheChair: Refusal = {
  code: 'ethics/not-the-chair',
  text: text('只有主任委员可以办理。', 'Only the chair may do this.'),
};

/** Why somebody does not act as a member; undefined for one who sits. */
export const seatRefusal = (state: EthicsReviewState, actor: Actor): Refusal | undefined => {
  const account = accountOf(actor);
  if (account === undefined || state.members.every((member) => member.account !== account)) return notAMember;
  return sits(state, account) ? undefined : memberRecused;
};
