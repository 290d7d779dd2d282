import { text } from '@suanjian/rulebook';
import { matterOf, type Command } from '../../../engine/definition.ts';
import { asking, type FormValues } from '../../../engine/form.ts';
import type { AccountId, OrganisationId } from '../../../engine/identity.ts';
import type { Lookups, OfficePost } from '../../../engine/lookups.ts';
import { namedParty, officeLevels, officeParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { entriesOf, wordsIn } from '../part.ts';
import { interestsForm, peopleForm, recusalForm, undertakingForm } from './form.ts';
import * as refusals from './refusals.ts';
import { accountOf, headsOf, isMember, type TeamEvent, type TeamMember, type TeamState } from './state.ts';

const m = matterOf<TeamState, TeamEvent>();

/** People of an office who may belong to a team. */
export const teamParty = officeParty(officeLevels, 'reviewer', 'supervisor');
export const headParty = officeParty(officeLevels, 'supervisor');
const named = namedParty(officeLevels, 'reviewer', 'supervisor');

/** The post in which an account can work in a team; the one of the office it acts for where there are several. */
export const postOf = async (
  lookups: Pick<Lookups, 'officePosts'>,
  account: AccountId,
  organisation?: OrganisationId,
): Promise<OfficePost | undefined> => {
  const posts = (await lookups.officePosts(account)).filter(({ roles }) =>
    roles.some((role) => role === 'reviewer' || role === 'supervisor'),
  );
  return posts.find((post) => post.organisation === organisation) ?? posts[0];
};

interface Candidate {
  readonly account: AccountId;
  readonly post: OfficePost | undefined;
  readonly acted: boolean;
}

const actedFor = async (
  lookups: Pick<Lookups, 'hasActedFor'>,
  account: AccountId,
  owner: OrganisationId | undefined,
): Promise<boolean> => owner !== undefined && (await lookups.hasActedFor(account, owner));

const candidateRefusals = ({ team }: Pick<TeamState, 'team'>, candidates: readonly Candidate[]): readonly Refusal[] =>
  candidates.flatMap(({ account, post, acted }, index): readonly Refusal[] => {
    const pointer = `/people/${index}/account`;
    const known = team.find((member) => member.account === account);
    const found = [
      ...(post === undefined ? [refusals.notAnOfficial] : []),
      ...(acted ? [refusals.ownCase] : []),
      ...(known?.standing === 'recused' ? [refusals.memberRecused] : []),
      ...((known !== undefined && known.standing !== 'recused') ||
      candidates.findIndex((other) => other.account === account) < index
        ? [refusals.namedTwice]
        : []),
    ];
    return found.map((refusal) => ({ ...refusal, pointer }));
  });

/** States in which people are named, and those in which they answer for themselves. */
export interface TeamOptions {
  readonly open: readonly string[];
}

/** The commands `name-members`, `undertake`, `declare-interests` and `recuse`. */
export const teamCommands = ({
  open,
}: TeamOptions): Readonly<
  Record<'name-members' | 'undertake' | 'declare-interests' | 'recuse', Command<TeamState, TeamEvent>>
> => ({
  'name-members': m.command<FormValues, readonly Candidate[]>({
    title: text('点名成员', 'Name members'),
    help: text(
      '工作组可以由几个部门、几级机关的人组成。须回避的人不能点名。',
      'People of several departments and levels make a team. Whoever has to stay out of it cannot be named.',
    ),
    by: [headParty],
    from: open,
    clauses: ['final/28.1', 'final/29'],
    ...asking(peopleForm),
    gather: (_state, values, lookups, { ground: { owner } }) =>
      Promise.all(
        entriesOf(values, 'people').map(async (entry): Promise<Candidate> => {
          const account = wordsIn(entry, 'account') as AccountId;
          return {
            account,
            post: await postOf(lookups, account),
            acted: await actedFor(lookups, account, owner),
          };
        }),
      ),
    decide: (state, values, { gathered: candidates }) =>
      acceptUnless(candidateRefusals(state, candidates), {
        type: 'named',
        team: candidates.flatMap(({ account, post }): readonly TeamMember[] =>
          post === undefined
            ? []
            : [
                {
                  account,
                  organisation: post.organisation,
                  department: post.department,
                  standing: 'named',
                  head: post.roles.includes('supervisor'),
                },
              ],
        ),
        people: { people: [...entriesOf(state.people, 'people'), ...entriesOf(values, 'people')] },
      }),
  }),
  undertake: m.command<FormValues>({
    title: text('保密承诺', 'Undertake confidentiality'),
    help: text('承诺以后才告诉您查的是谁。', 'Only then are you told whom it is about.'),
    by: [named],
    from: open,
    clauses: ['final/29', 'draft/25', 'campaign/3'],
    ...asking(undertakingForm),
    decide: ({ team }, { given }, { actor }) => {
      const account = accountOf(actor);
      const own = team.find((member) => member.account === account);
      if (own === undefined) return refuse(refusals.notInTeam);
      if (own.standing === 'recused') return refuse(refusals.memberRecused);
      if (own.standing !== 'named') return refuse(refusals.undertakenAlready);
      return given === true
        ? accept({ type: 'undertook', member: own.account })
        : refuse({ ...refusals.notUndertaken, pointer: '/given' });
    },
  }),
  'declare-interests': m.command<FormValues, boolean>({
    title: text('声明利益冲突', 'Declare interests'),
    help: text(
      '没有冲突的，成为工作组成员；有冲突的，随即回避。',
      'Without a conflict you become a member of the team; with one you are recused at once.',
    ),
    by: [named],
    from: open,
    clauses: ['campaign/3', 'penalty-law/43'],
    ...asking(interestsForm),
    gather: async (_state, _values, lookups, { actor, ground: { owner } }) => {
      const account = accountOf(actor);
      return account !== undefined && (await actedFor(lookups, account, owner));
    },
    decide: (state, values, { actor, gathered: acted }) => {
      const account = accountOf(actor);
      const own = state.team.find((member) => member.account === account);
      if (own === undefined) return refuse(refusals.notInTeam);
      if (own.standing === 'recused') return refuse(refusals.memberRecused);
      if (own.standing !== 'undertaken') return refuse(refusals.notUndertaken);
      if (values['conflict'] !== true)
        return acted
          ? refuse({ ...refusals.ownCase, pointer: '/conflict' })
          : accept<TeamEvent>({ type: 'admitted', member: own.account });
      return accept<TeamEvent>({
        type: 'recused',
        member: own.account,
        how: 'declared',
        interests: {
          interests: [
            ...entriesOf(state.interests, 'interests'),
            { member: own.account, what: wordsIn(values, 'what') },
          ],
        },
      });
    },
  }),
  recuse: m.command<FormValues>({
    title: text('回避', 'Recuse'),
    help: text(
      '成员可以自行回避；负责人可以让成员回避。回避的人不再看到任何内容。',
      'A member may step aside, a head may recuse a member. Whoever is recused sees nothing more.',
    ),
    by: [teamParty],
    from: open,
    reason: 'required',
    clauses: ['campaign/3', 'penalty-law/43'],
    ...asking(recusalForm),
    decide: (state, values, { actor }) => {
      const by = accountOf(actor);
      const account = wordsIn(values, 'account') as AccountId;
      const found = state.team.find((member) => member.account === account);
      const refusal = recusalRefusal(state, found, by);
      return found === undefined || refusal !== undefined
        ? refuse({ ...(refusal ?? refusals.notInTeam), pointer: '/account' })
        : accept<TeamEvent>({ type: 'recused', member: account, how: by === account ? 'stepped-aside' : 'by-head' });
    },
  }),
});

/** Why somebody is not recused by somebody; undefined where nothing speaks against it. */
const recusalRefusal = (
  state: Pick<TeamState, 'team'>,
  found: TeamMember | undefined,
  by: AccountId | undefined,
): Refusal | undefined => {
  if (found === undefined) return refusals.notInTeam;
  if (found.standing === 'recused') return refusals.memberRecused;
  const heads = headsOf(state);
  if (by !== found.account && heads.every(({ account }) => account !== by)) return refusals.notHead;
  const leaves = isMember(state, found.account) && found.head;
  return leaves && heads.length === 1 ? refusals.lastHead : undefined;
};
