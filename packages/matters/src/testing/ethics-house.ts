import { anyMatter } from '../engine/definition.ts';
import type { FormValues } from '../engine/form.ts';
import type { AccountId } from '../engine/identity.ts';
import type { Actor, Audience } from '../engine/party.ts';
import { viewFor } from '../engine/view.ts';
import { providerPerson } from './actors.ts';
import { organisation } from './filing-house.ts';
import { inMemory } from './in-memory.ts';
import { filing } from '../matters/filing/definition.ts';
import { change } from '../matters/change/definition.ts';
import { ethicsReview, type EthicsReviewState } from '../matters/ethics-review/definition.ts';
import { exampleCommittee, exampleConditions, exampleSubject } from '../matters/ethics-review/examples.ts';
import type { Vote } from '../matters/ethics-review/tally.ts';

export const definition = anyMatter(ethicsReview);
export const officer = providerPerson('yunling', 'officer');
export const editor = providerPerson('yunling', 'editor');
export const viewer = providerPerson('yunling', 'viewer');
export const auditor = providerPerson('yunling', 'auditor');
export const administrator = providerPerson('yunling', 'administrator');
export const rival = providerPerson('elsewhere', 'officer');
const everything = new Set(['confidential', 'personal'] as const);

export const accountOf = (actor: Actor): AccountId => (actor.kind === 'person' ? actor.account : ('' as AccountId));
export const named = (actor: Actor) => ({ member: { account: accountOf(actor) } });
export const none = { declaration: { conflict: false } };
export const committee = (...members: readonly Actor[]) => ({ committee: exampleCommittee(...members.map(accountOf)) });
export const vote = (choice: Vote) => ({
  vote: { choice, ...(choice === 'reject' || choice === 'conditions' ? { note: '我的少数意见' } : {}) },
});

export const opened = async (subject: FormValues = exampleSubject) => {
  const told = inMemory({
    definitions: [definition, anyMatter(filing), anyMatter(change)],
    organisations: [organisation],
    today: '2026-03-20',
  });
  const id = await told.open('ethics-review', { subject }, officer);
  return {
    told,
    id,
    give: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.give(id, command, input, actor, reason),
    refused: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.refused(told.give(id, command, input, actor, reason)),
    state: () => told.state(id) as unknown as EthicsReviewState,
    seen: (audience: Audience, actor?: Actor) =>
      viewFor(definition, told.state(id), audience, everything, actor === undefined ? undefined : accountOf(actor))
        .state,
  };
};
export type Story = Awaited<ReturnType<typeof opened>>;

/** The viewer presides; editor and auditor are members. */
export const declaring = async () => {
  const story = await opened();
  await story.give('compose', committee(viewer, editor, auditor), officer);
  return story;
};

export const deliberate = async (story: Story, members: readonly Actor[] = [viewer, editor, auditor]) => {
  for (const member of members) await story.give('declare', none, member);
  await story.give('open-deliberation', {}, viewer);
};

export const deliberating = async () => {
  const story = await declaring();
  await deliberate(story);
  return story;
};

export const conclude = async (story: Story, given: readonly Vote[], conclusion: FormValues = exampleConditions()) => {
  for (const [index, choice] of given.entries())
    await story.give('vote', vote(choice), [viewer, editor, auditor][index] ?? viewer);
  await story.give('close-vote', { conclusion }, viewer);
};

export const conditional = async () => {
  const story = await deliberating();
  await conclude(story, ['conditions', 'conditions', 'approve'], exampleConditions('2026-04-10', '2026-04-20'));
  return story;
};

export const report = (condition: number) => ({ condition: { condition, done: '已经关闭。' } });
export const which = (condition: number) => ({ condition: { condition } });
