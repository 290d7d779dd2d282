import { sql } from 'kysely';
import { matterDefinitions, replayed, type RecordedEvent } from '@suanjian/matters';
import type { EmbeddedStore, Sealer } from '@suanjian/records';
import { addWorkingDays, builtInCalendar, type CivilDate } from '@suanjian/rulebook';
import { warnOfDeadlines } from '../../apps/server/src/dispatch/deadlines.ts';
import { letLapse } from '../../apps/server/src/dispatch/lapses.ts';
import { storedMembers } from '../../apps/server/src/dispatch/members.ts';
import { spreadOutbox } from '../../apps/server/src/dispatch/spread-outbox.ts';
import type { Ratio } from '../ratio.ts';
import { median, rounded, timed } from './figures.ts';
import type { Office } from './opened.ts';
import { morningOf } from './running.ts';

const days = 3;
const definitions = new Map(matterDefinitions.map((definition) => [definition.kind, definition]));

interface Row {
  readonly kind: string;
  readonly matter_id: string;
  readonly events: readonly {
    readonly type: string;
    readonly payload: Record<string, unknown>;
    readonly meta: RecordedEvent['meta'];
  }[];
}

/** Every open clock with its matter, read once: the rows in one statement, then what they say, opened and replayed as whoever reads a matter does. */
const onePass = async (store: EmbeddedStore, sealer: Sealer): Promise<number> => {
  const { rows } = await sql<Row>`
    select clock.*, matter.*, events.events from clock join matter on matter.id = clock.matter_id, lateral (
      select json_agg(json_build_object('type', type, 'payload', payload, 'meta', json_build_object(
        'position', position, 'at', at, 'on', civil_date, 'actor', actor, 'edition', edition, 'command', command, 'reason', reason)) order by position) as events
      from matter_event where matter_event.matter_id = matter.id
    ) events where clock.ended_on is null`.execute(store.database);
  for (const { kind, matter_id: matter, events } of rows) {
    const definition = definitions.get(kind);
    if (definition === undefined) throw new Error(`nobody knows ${kind}`);
    const opened: RecordedEvent[] = [];
    for (const { type, payload, meta } of events)
      opened.push({ event: await sealer.open(definition, type, payload, matter as never), meta });
    if (replayed(definition, opened) === undefined) throw new Error('a matter without events');
  }
  return rows.length;
};

const countOf = async (store: EmbeddedStore, table: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(store.database)).rows[0]
    ?.count ?? 0;

const silence = (): void => undefined;

/**
 * What the program does by itself on a morning: lets what has run out lapse or go on to the office, tells who has to know, and lays every notice
 * where it is read. On the first morning it also tells of all that is near already; the mornings after it are measured.
 */
export const day = async ({ store, matters, sealer, world }: Office, from: CivilDate): Promise<Ratio> => {
  const services = {
    store,
    matters,
    definitions: matterDefinitions,
    now: () => world.now,
    rules: () => ({ calendar: builtInCalendar }),
  };
  const { signal } = new AbortController();
  const morning = async (): Promise<void> => {
    await spreadOutbox(services, storedMembers, silence, signal);
    await letLapse(services, new Set());
    await warnOfDeadlines(services, storedMembers, signal);
    // What the lapses had to tell is not left for the next round.
    await spreadOutbox(services, storedMembers, silence, signal);
  };
  world.now = morningOf(from);
  await morning();
  await onePass(store, sealer);
  const [passes, mornings, notices, lapses]: readonly [number[], number[], number[], number[]] = [[], [], [], []];
  let clocks = 0;
  for (let index = 1; index <= days; index += 1) {
    world.now = morningOf(addWorkingDays(builtInCalendar, from, index).due);
    const [told, moved] = [await countOf(store, 'notice'), await countOf(store, 'matter_event')];
    passes.push(await timed(async () => (clocks = await onePass(store, sealer))));
    mornings.push(await timed(morning));
    notices.push((await countOf(store, 'notice')) - told);
    lapses.push((await countOf(store, 'matter_event')) - moved);
  }
  if (Math.min(...notices) === 0 || Math.min(...lapses) === 0) throw new Error('nothing was due');
  return {
    claim:
      'A day of 5,000 open clocks (reminders, lapses, escalations, notices) against one reading of them with their matters',
    ratio: median(mornings) / median(passes),
    limit: { atMost: 3 },
    details: {
      clocks,
      notices: median(notices),
      lapses: median(lapses),
      passMilliseconds: rounded(median(passes)),
      dayMilliseconds: rounded(median(mornings)),
    },
  };
};
