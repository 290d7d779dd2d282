import type { CivilDate } from '@suanjian/rulebook';
import { anyMatter } from '../engine/definition.ts';
import type { AccountId, MatterId } from '../engine/identity.ts';
import type { BundleFindings, Lookups } from '../engine/lookups.ts';
import { audienceOf, type Actor, type Audience } from '../engine/party.ts';
import { availableCommands, groundIn } from '../engine/run.ts';
import { isVisible, viewFor } from '../engine/view.ts';
import { examplePeople } from '../matters/common/team/examples.ts';
import { inspection } from '../matters/inspection/definition.ts';
import {
  exampleFinding,
  exampleIdentity,
  exampleItem,
  examplePlan,
  exampleRecord,
} from '../matters/inspection/examples.ts';
import { rectification } from '../matters/rectification/definition.ts';
import { violationCase } from '../matters/violation-case/definition.ts';
import { officePerson } from './actors.ts';
import { house, organisation } from './filing-house.ts';

export const definition = anyMatter(inspection);
export const planner = officePerson('province', '440000', 'supervisor');
export const deputy = officePerson('nation', '000000', 'supervisor');
export const inspector = officePerson('province', '440000', 'reviewer');
/** Of another place: a joint team is made of people, not of places. */
export const guest = officePerson('city', '330100', 'reviewer');
export const outsider = officePerson('nation', '000000', 'reviewer', 'supervisor');
export const accountOf = (actor: Actor): AccountId => (actor.kind === 'person' ? actor.account : ('' as AccountId));
export const everything = new Set(['confidential', 'personal'] as const);
export const provider = (organisation as { readonly name: string }).name;
export const bundle = '00000000-0000-4000-8000-00000000b001';

export const findings: BundleFindings = {
  bundle: 'b'.repeat(64),
  filing: 'f' as MatterId,
  days: { from: '2026-03-01' as CivilDate, until: '2026-03-15' as CivilDate },
  checks: [
    { check: 'opt-out-honoured', verdict: 'fail', estimate: '2%' },
    { check: 'differential-pricing', verdict: 'pass' },
  ],
};

export const definitions = [definition, anyMatter(rectification), anyMatter(violationCase)];

export const begun = async (plan: object = examplePlan, lookups: Partial<Lookups> = {}) => {
  const told = house({ definitions, lookups });
  const id = await told.open('inspection', { provider, ...plan }, planner);
  const give = (command: string, input: unknown, actor: Actor, reason?: string) =>
    told.give(id, command, input, actor, reason);
  const refused = (command: string, input: unknown, actor: Actor, reason?: string) =>
    told.refused(give(command, input, actor, reason));
  const joined = async (actor: Actor) => {
    await give('undertake', { given: true }, actor);
    await give('declare-interests', { conflict: false }, actor);
  };
  const ground = () => groundIn(definition, told.state(id), { owner: 'yunling' as never, place: '440300', matter: id });
  return {
    told,
    id,
    give,
    refused,
    joined,
    state: () => told.state(id),
    sees: (actor: Actor): Audience | undefined => {
      const audience = audienceOf(actor, ground());
      return isVisible(definition, told.state(id), audience) ? audience : undefined;
    },
    view: (actor: Actor) => {
      const audience = audienceOf(actor, ground());
      return audience === undefined
        ? ''
        : JSON.stringify(viewFor(definition, told.state(id), audience, everything, accountOf(actor)).state);
    },
    offered: (actor: Actor) => availableCommands(definition, told.state(id), actor, ground()),
  };
};

export type Begun = Awaited<ReturnType<typeof begun>>;

export const named = async (matter: Begun, ...people: readonly Actor[]) =>
  matter.give('name-members', examplePeople(...people.map(accountOf)), planner);

export const ready = async (plan: object = examplePlan, lookups: Partial<Lookups> = {}) => {
  const matter = await begun(plan, lookups);
  await named(matter, deputy, inspector, guest);
  for (const actor of [deputy, inspector, guest]) await matter.joined(actor);
  await matter.give('approve', {}, deputy);
  return matter;
};

export const onSite = async (lookups: Partial<Lookups> = {}) => {
  const matter = await ready(examplePlan, lookups);
  matter.told.on('2026-03-23');
  await matter.give('show-identity', exampleIdentity, inspector);
  await matter.give('begin', { ...exampleIdentity, certificate: '浙A-1003' }, guest);
  return matter;
};

export const recorded = async () => {
  const matter = await onSite();
  for (const clause of ['final/17.1', 'final/21']) await matter.give('check', exampleItem(clause), inspector);
  await matter.give('find', exampleFinding, inspector);
  await matter.give('draw-record', exampleRecord('2026-03-27'), inspector);
  await matter.give('countersign-record', {}, guest);
  return matter;
};
