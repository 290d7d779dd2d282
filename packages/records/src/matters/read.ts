import { sql, type Transaction } from 'kysely';
import {
  audienceOf,
  availableCommands,
  isFor,
  isNamedOnly,
  isVisible,
  viewFor,
  type AccountId,
  type Actor,
  type ActorReference,
  type AnyMatterDefinition,
  type Audience,
  type ClockStanding,
  type Instant,
  type MatterId,
  type OrganisationId,
  type RecordedEvent,
  type Secrecy,
} from '@suanjian/matters';
import { civilDateOf, type CivilDate, type DeadlineReceipt, type Text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { clockStanding } from './projection.ts';
import { nowhere } from './list.ts';
import { seeingEverything } from './seeing-everything.ts';
import { loadStream, type Head, type Stream } from './streams.ts';

export interface ReadOptions {
  /** Kinds of sealed values to show; each one shown is recorded as a reading. */
  readonly unseal?: readonly Exclude<Secrecy, 'public'>[];
}

export interface TimelineEntry {
  readonly position: number;
  readonly type: string;
  readonly title: Text;
  readonly at: Instant;
  /** Who acted, in which capacity; organisations by name, persons never. */
  readonly actor: ActorReference;
  readonly organisation?: string;
  readonly reason?: string;
  readonly edition: string;
  /** What the event carries besides forms. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface ClockView {
  readonly name: string;
  readonly run: number;
  readonly title: Text;
  readonly bearer: 'provider' | 'office';
  readonly clause: string;
  readonly edition: string;
  readonly event: CivilDate;
  readonly due: CivilDate;
  readonly provisional: boolean;
  readonly standing: ClockStanding;
  readonly endedOn?: CivilDate;
  /** Every value the date has had, oldest first. */
  readonly receipts: readonly { readonly receipt: DeadlineReceipt; readonly at: Instant }[];
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

const detailsOf = (
  definition: AnyMatterDefinition,
  event: RecordedEvent['event'],
  audience: Audience,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).filter(([property]) => {
      return (
        property !== 'type' && definition.forms[property] === undefined && isFor(definition.inner?.[property], audience)
      );
    }),
  );

const organisationsOf = async (
  transaction: Transaction<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from organisation_names(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

const actorOrganisation = (actor: ActorReference): string | undefined =>
  actor.kind === 'person' ? actor.organisation : undefined;

/** Whoever follows a matter by its code learns which side acted, not who works there nor which other matters there are. */
const actorTold = (actor: ActorReference, audience: Audience): ActorReference => {
  if (audience !== 'applicant') return actor;
  switch (actor.kind) {
    case 'person':
      return { ...actor, account: '' as AccountId, roles: [] };
    case 'matter':
      return { ...actor, matter: '' as MatterId };
    case 'operator':
    case 'clock':
    case 'public':
    case 'applicant':
      return actor;
  }
};

const timelineOf = async (
  transaction: Transaction<Database>,
  definition: AnyMatterDefinition,
  stream: Stream,
  audience: Audience,
): Promise<readonly TimelineEntry[]> => {
  const ids = new Set(stream.events.map(({ meta }) => actorOrganisation(meta.actor)).filter((id) => id !== undefined));
  const names = await organisationsOf(transaction, [...ids]);
  return stream.events.flatMap(({ event, meta }): readonly TimelineEntry[] => {
    const declared = definition.events[event.type];
    if (declared === undefined || !isFor(declared.only, audience)) return [];
    const organisation = actorOrganisation(meta.actor);
    const name = organisation === undefined ? undefined : names.get(organisation);
    return [
      {
        position: meta.position,
        type: event.type,
        title: declared.title,
        at: meta.at,
        actor: actorTold(meta.actor, audience),
        edition: meta.edition,
        details: detailsOf(definition, event, audience),
        ...(name === undefined ? {} : { organisation: name }),
        ...(meta.reason === undefined ? {} : { reason: meta.reason }),
      },
    ];
  });
};

const clocksOf = async (
  transaction: Transaction<Database>,
  definition: AnyMatterDefinition,
  matter: string,
  today: CivilDate,
): Promise<readonly ClockView[]> => {
  const rows = await transaction
    .selectFrom('clock')
    .selectAll()
    .where('matter_id', '=', matter)
    .orderBy('event_on')
    .orderBy('name')
    .orderBy('run')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    run: row.run,
    title: definition.clocks[row.name]?.title ?? { zh: row.name, en: row.name },
    bearer: row.bearer,
    clause: row.clause,
    edition: row.edition,
    event: row.event_on as CivilDate,
    due: row.due_on as CivilDate,
    provisional: row.provisional,
    standing: clockStanding(row, today),
    receipts: row.receipts as unknown as ClockView['receipts'],
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on as CivilDate }),
  }));
};

/** The last day on which the owner is not told of a reading by somebody whose team has put it off; null where they are told at once. */
const deferralOf = async (
  transaction: Transaction<Database>,
  actor: Actor,
  { owner }: Pick<Stream, 'owner'>,
  today: CivilDate,
): Promise<string | null> => {
  if (owner === null || actor.kind !== 'person' || actor.membership?.kind !== 'office') return null;
  const { account } = actor;
  const { until } = await transaction
    .selectFrom('matter')
    .select(({ fn }) => fn.max('readings_deferred_until').as('until'))
    .where('owner', '=', owner)
    .where('readings_deferred_until', '>=', today)
    .where(sql<boolean>`${account} = any(team)`)
    .executeTakeFirstOrThrow();
  return until;
};

const recordReadings = async (
  transaction: Transaction<Database>,
  actor: Actor,
  stream: Stream,
  disclosed: readonly { readonly pointer: string; readonly secrecy: string }[],
  at: Instant,
): Promise<void> => {
  // Whoever reads what they wrote about themselves is no reader of it.
  const told = actor.kind === 'applicant' ? disclosed.filter(({ secrecy }) => secrecy !== 'personal') : disclosed;
  if (told.length === 0) return;
  const deferred = await deferralOf(transaction, actor, stream, civilDateOf(at));
  await transaction
    .insertInto('reading')
    .values(
      told.map(({ pointer, secrecy }) => ({
        matter_id: stream.id,
        account_id: actor.kind === 'person' ? actor.account : actor.kind,
        organisation_id: actor.kind === 'person' ? (actor.membership?.organisation ?? null) : null,
        pointer,
        secrecy,
        position: stream.position,
        at,
        deferred_until: deferred,
      })),
    )
    .execute();
};

/** What somebody named to a team finds: that there is something to sign, their briefing, and what they can do about it. */
const briefingOf = (
  definition: AnyMatterDefinition,
  { id, kind, position, state, ground }: Stream,
  { status, opened_at: openedAt, changed_at: changedAt }: Pick<Head, 'status' | 'opened_at' | 'changed_at'>,
  actor: Actor,
  audience: Audience,
  briefing: MatterReading['state'],
): MatterReading => ({
  id,
  kind,
  status,
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
  openedAt: openedAt as Instant,
  changedAt: changedAt as Instant,
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
  const definition = ports.definitionOf(kind);
  const head = await transaction
    .selectFrom('matter')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (definition === undefined || head === undefined) return undefined;
  const stream = await loadStream(transaction, definition, head, ports.sealer);
  const audience = audienceOf(actor, stream.ground);
  if (audience === undefined || !isVisible(definition, stream.state, audience)) return undefined;
  const now = ports.now();
  const view = viewFor(definition, stream.state, audience, new Set(unseal), accountOf(actor));
  if (isNamedOnly(actor, stream.ground)) return briefingOf(definition, stream, head, actor, audience, view.state);
  await recordReadings(transaction, actor, stream, view.disclosed, now);
  const children = await transaction
    .selectFrom('matter')
    .select(['id', 'kind', 'status', 'title'])
    .where('parent_id', '=', id)
    .orderBy('opened_at')
    .execute();
  const names = await organisationsOf(transaction, stream.owner === null ? [] : [stream.owner]);
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

/** True when a value refers to a stored file. */
const refersTo = (value: unknown, hash: string): boolean => {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, hash));
  if (typeof value !== 'object' || value === null) return false;
  return ('hash' in value && value.hash === hash) || Object.values(value).some((item) => refersTo(item, hash));
};

const valueAt = (state: Readonly<Record<string, unknown>>, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      state,
    );

/** Under whom a file is kept: the organisation that uploaded it, or the matter of the person who brought it. */
export type AttachmentHolder =
  | { readonly kind: 'organisation'; readonly id: OrganisationId }
  | { readonly kind: 'matter'; readonly id: MatterId };

/** Where the file lies that a visible matter refers to. Only the sealed field that refers to it is recorded as read. */
export const openAttachment = async (
  transaction: Transaction<Database>,
  ports: MatterPorts,
  actor: Actor,
  kind: string,
  id: string,
  hash: string,
): Promise<AttachmentHolder | undefined> => {
  const definition = ports.definitionOf(kind);
  const head = await transaction
    .selectFrom('matter')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (definition === undefined || head === undefined) return undefined;
  const stream = await loadStream(transaction, definition, head, ports.sealer);
  const audience = audienceOf(actor, stream.ground);
  if (audience === undefined || !isVisible(definition, stream.state, audience)) return undefined;
  const { state, disclosed } = viewFor(
    definition,
    stream.state,
    audience,
    new Set(['confidential', 'personal']),
    accountOf(actor),
  );
  if (!refersTo(state, hash)) return undefined;
  const holder = await holderOf(transaction, stream, hash);
  if (holder === undefined) return undefined;
  const referring = disclosed.filter(({ pointer }) => refersTo(valueAt(state, pointer), hash));
  await recordReadings(transaction, actor, stream, referring, ports.now());
  return holder;
};

/** The organisation beside the owner that brought a file itself: only what it referred to in an event of its own counts as brought by it. */
const broughtBy = ({ events, owner }: Stream, hash: string): string | undefined =>
  events
    .filter(({ event }) => refersTo(event, hash))
    .map(({ meta }) => actorOrganisation(meta.actor))
    .find((organisation) => organisation !== undefined && organisation !== owner);

const holderOf = async (
  transaction: Transaction<Database>,
  stream: Stream,
  hash: string,
): Promise<AttachmentHolder | undefined> => {
  const { id, owner } = stream;
  const brought = await transaction
    .selectFrom('matter_attachment')
    .select('hash')
    .where('matter_id', '=', id)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (brought !== undefined) return { kind: 'matter', id };
  const kept = async (organisation: string): Promise<AttachmentHolder | undefined> => {
    const file = await transaction
      .selectFrom('attachment')
      .select('hash')
      .where('organisation_id', '=', organisation)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return file === undefined ? undefined : { kind: 'organisation', id: organisation as OrganisationId };
  };
  const own = owner === null ? undefined : await kept(owner);
  const other = own === undefined ? broughtBy(stream, hash) : undefined;
  // Whoever sees the matter may open what the other side brought to it, and finds it nowhere else.
  return other === undefined ? own : seeingEverything(transaction, () => kept(other));
};
