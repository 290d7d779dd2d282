import type { Transaction } from 'kysely';
import {
  availableCommands,
  isNamedOnly,
  type Actor,
  type Audience,
  type Instant,
  type MatterId,
  type OrganisationId,
  type Secrecy,
} from '@suanjian/matters';
import { civilDateOf } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { clocksOf, type ClockView } from './clock-views.ts';
import type { MatterPorts } from './command-context.ts';
import { nowhere } from './list.ts';
import { organisationNames } from './organisation-names.ts';
import { recordReadings } from './readings.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import { viewOf, visibleMatter, type VisibleMatter } from './visible-matter.ts';

export interface ReadOptions {
  /** Kinds of sealed values to show; each one shown is recorded as a reading. */
  readonly unseal?: readonly Exclude<Secrecy, 'public'>[];
}

export interface MatterReading {
  readonly id: MatterId;
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly owner: OrganisationId | null;
  readonly ownerName?: string;
  readonly place: string;
  readonly parent?: { readonly kind: string; readonly id: MatterId };
  readonly status: string;
  readonly position: number;
  readonly audience: Audience;
  readonly assignee?: string;
  readonly grade?: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly actions: readonly string[];
  readonly clocks: readonly ClockView[];
  readonly timeline: readonly TimelineEntry[];
  /** Its reader is named to its team and not admitted: the state is the briefing alone. */
  readonly briefing?: true;
  readonly children: readonly {
    readonly id: MatterId;
    readonly kind: string;
    readonly status: string;
    readonly title: string;
  }[];
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}

/** What somebody named to a team finds: that there is something to sign, their briefing, and what they can do about it. */
const briefingOf = (
  { definition, head, stream: { id, kind, position, state, ground }, audience }: VisibleMatter,
  actor: Actor,
  briefing: MatterReading['state'],
): MatterReading => ({
  id,
  kind,
  status: head.status,
  position,
  audience,
  title: definition.title.zh,
  owner: null,
  place: nowhere,
  state: briefing,
  briefing: true,
  actions: availableCommands(definition, state, actor, ground),
  clocks: [],
  timeline: [],
  children: [],
  openedAt: head.opened_at as Instant,
  changedAt: head.changed_at as Instant,
});

/** Reads a matter as its actor may see it; what of it was sealed and shown is recorded in the same transaction. */
export const readMatter = async (
  transaction: Transaction<Database>,
  ports: MatterPorts,
  actor: Actor,
  kind: string,
  id: string,
  { unseal = [] }: ReadOptions,
): Promise<MatterReading | undefined> => {
  const visible = await visibleMatter(transaction, ports, actor, kind, id);
  if (visible === undefined) return undefined;
  const { definition, head, stream, audience } = visible;
  const now = ports.now();
  const view = viewOf(visible, actor, unseal);
  if (isNamedOnly(actor, stream.ground)) return briefingOf(visible, actor, view.state);
  await recordReadings(transaction, actor, stream, view.disclosed, now);
  const children = await transaction
    .selectFrom('matter')
    .select(['id', 'kind', 'status', 'title'])
    .where('parent_id', '=', id)
    .orderBy('opened_at')
    .execute();
  const names = await organisationNames(transaction, stream.owner === null ? [] : [stream.owner]);
  const ownerName = stream.owner === null ? undefined : names.get(stream.owner);
  return {
    id: stream.id,
    kind,
    title: head.title,
    owner: stream.owner,
    place: head.place,
    status: head.status,
    position: head.position,
    audience,
    state: view.state,
    actions: availableCommands(definition, stream.state, actor, stream.ground),
    clocks: await clocksOf(transaction, definition, id, civilDateOf(now)),
    timeline: await timelineOf(transaction, definition, stream, audience),
    children: children.map((child) => ({ ...child, id: child.id as MatterId })),
    openedAt: head.opened_at as Instant,
    changedAt: head.changed_at as Instant,
    ...(ownerName === undefined ? {} : { ownerName }),
    ...(head.number === null ? {} : { number: head.number }),
    ...(stream.parent === undefined ? {} : { parent: stream.parent }),
    ...(head.assignee === null ? {} : { assignee: head.assignee }),
    ...(head.grade === null ? {} : { grade: head.grade }),
  };
};
