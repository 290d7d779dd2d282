import type { Selectable, Transaction } from 'kysely';
import {
  groundIn,
  replayed,
  type ActorReference,
  type AnyMatterDefinition,
  type EventMeta,
  type Ground,
  type Instant,
  type MatterEvent,
  type MatterFacts,
  type MatterId,
  type MatterState,
  type OrganisationId,
  type RecordedEvent,
} from '@suanjian/matters';
import type { CivilDate, EditionId } from '@suanjian/rulebook';
import type { Database, MatterEventTable, MatterTable } from '../migrations/database.ts';
import { eventHash, type StoredEvent } from './chain.ts';
import type { WaitForDisk } from '../keys/keyring.ts';
import type { Sealer } from './sealing.ts';
import type { Insert } from './together.ts';
import { seeingEverything } from './seeing-everything.ts';

export type Head = Selectable<MatterTable>;

/** A matter as it stands, with everything that led there. */
export interface Stream {
  readonly id: MatterId;
  readonly kind: string;
  readonly owner: OrganisationId | null;
  readonly ground: Ground;
  readonly parent: { readonly kind: string; readonly id: MatterId } | undefined;
  readonly state: MatterState;
  readonly events: readonly RecordedEvent[];
  readonly position: number;
  readonly headHash: string;
}

export const storedEventOf = (kind: string, row: Selectable<MatterEventTable>): StoredEvent => ({
  matter: row.matter_id,
  kind,
  position: row.position,
  type: row.type,
  payload: row.payload,
  at: row.at,
  on: row.civil_date,
  actor: row.actor,
  command: row.command,
  edition: row.edition,
  reason: row.reason,
  previous: row.previous_hash,
});

const metaOf = (row: Selectable<MatterEventTable>): EventMeta => ({
  position: row.position,
  at: row.at as Instant,
  on: row.civil_date as CivilDate,
  actor: row.actor as unknown as ActorReference,
  edition: row.edition as EditionId,
  command: row.command,
  ...(row.reason === null ? {} : { reason: row.reason }),
});

/** The stream behind a head. @throws Error when the stored stream cannot be applied: that is a defect, never a person's mistake. */
export const loadStream = async (
  transaction: Transaction<Database>,
  definition: AnyMatterDefinition,
  head: Head,
  sealer: Sealer,
): Promise<Stream> => {
  const selected = () =>
    transaction.selectFrom('matter_event').selectAll().where('matter_id', '=', head.id).orderBy('position').execute();
  // Whoever is named to a team sees the head and not the stream; how much of the state they learn is the engine's to say.
  const rows = await (head.team === null ? selected() : seeingEverything(transaction, selected));
  const id = head.id as MatterId;
  const events: RecordedEvent[] = [];
  for (const row of rows)
    events.push({ event: await sealer.open(definition, row.type, row.payload, id), meta: metaOf(row) });
  const state = replayed(definition, events);
  if (state === undefined) throw new Error(`matter ${head.id} has a head and no events`);
  return {
    id,
    kind: head.kind,
    owner: head.owner as OrganisationId | null,
    ground: groundIn(definition, state, {
      owner: (head.owner ?? undefined) as OrganisationId | undefined,
      place: head.place,
      matter: id,
    }),
    parent:
      head.parent_id === null || head.parent_kind === null
        ? undefined
        : { kind: head.parent_kind, id: head.parent_id as MatterId },
    state,
    events,
    position: head.position,
    headHash: head.head_hash,
  };
};

/** What a command elsewhere learns of the matter behind a head. */
export const factsBehind = async (
  transaction: Transaction<Database>,
  definition: AnyMatterDefinition,
  head: Head,
  sealer: Sealer,
): Promise<MatterFacts> => {
  const { id, kind, owner, state } = await loadStream(transaction, definition, head, sealer);
  return { id, kind, owner, place: head.place, state: state as MatterFacts['state'] };
};

export interface Append {
  readonly matter: MatterId;
  readonly kind: string;
  readonly owner: OrganisationId | null;
  readonly after: number;
  readonly previous: string;
  readonly meta: Omit<EventMeta, 'position'>;
}

/** Events that have been decided on, as rows and as their definition knows them. */
export interface NewEvents {
  readonly rows: readonly StoredEvent[];
  readonly recorded: readonly RecordedEvent[];
  readonly hashes: readonly string[];
}

/** Rows for the new events, chained to the last one; `wait` takes what must hold before they are committed. The primary key refuses them when somebody else was faster. */
export const eventRows = async (
  definition: AnyMatterDefinition,
  events: readonly MatterEvent[],
  { matter, kind, owner, after, previous, meta }: Append,
  sealer: Sealer,
  wait: WaitForDisk,
): Promise<NewEvents> => {
  const rows: StoredEvent[] = [];
  const recorded: RecordedEvent[] = [];
  const hashes: string[] = [];
  for (const [index, event] of events.entries()) {
    const position = after + index + 1;
    const stored: StoredEvent = {
      matter,
      kind,
      position,
      type: event.type,
      // Through JSON once, so that what is hashed is exactly what is stored: no undefined, no class instances.
      payload: JSON.parse(JSON.stringify(await sealer.seal(definition, event, matter, owner, wait))) as unknown,
      at: meta.at,
      on: meta.on,
      actor: meta.actor,
      command: meta.command,
      edition: meta.edition,
      reason: meta.reason ?? null,
      previous: hashes.at(-1) ?? previous,
    };
    rows.push(stored);
    hashes.push(eventHash(stored));
    recorded.push({ event, meta: { ...meta, position } });
  }
  return { rows, recorded, hashes };
};

export const eventInsert = (
  transaction: Transaction<Database>,
  rows: readonly StoredEvent[],
  hashes: readonly string[],
): Insert =>
  transaction.insertInto('matter_event').values(
    rows.map((row, index) => ({
      matter_id: row.matter,
      position: row.position,
      type: row.type,
      payload: JSON.stringify(row.payload),
      at: row.at,
      civil_date: row.on,
      actor: JSON.stringify(row.actor),
      command: row.command,
      edition: row.edition,
      reason: row.reason,
      previous_hash: row.previous,
      hash: hashes[index] ?? '',
    })),
  );
