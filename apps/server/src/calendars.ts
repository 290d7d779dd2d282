import type { Kysely } from 'kysely';
import type { Instant } from '@suanjian/matters';
import {
  asStoreError,
  QueryFault,
  recomputeClocks,
  withRetry,
  type Database,
  type MatterPorts,
  type Recomputed,
  type Store,
} from '@suanjian/records';
import {
  builtInCalendar,
  mergeCalendars,
  parseStateCouncilCalendar,
  type EditionId,
  type HolidayCalendar,
  type Text,
} from '@suanjian/rulebook';

export type CalendarImported =
  | {
      readonly outcome: 'imported';
      readonly version: string;
      readonly calendar: string;
      readonly warnings: readonly { readonly pointer: string; readonly message: Text }[];
      readonly recomputed: Recomputed;
    }
  | { readonly outcome: 'known'; readonly version: string }
  | { readonly outcome: 'refused'; readonly faults: readonly { readonly pointer: string; readonly message: Text }[] };

/** The calendar in use: the built-in one with everything imported since, the newer years winning. */
export interface Calendars {
  current(): HolidayCalendar;
  /** Takes in what other servers on the same store have imported. */
  refresh(database: Kysely<Database>): Promise<void>;
  /** Takes in a State Council calendar and counts every open clock again; earlier due dates are kept beside the new ones. */
  import(content: unknown, actor: string, at: Instant): Promise<CalendarImported>;
}

/** Any number of servers may share one store: each takes in what another has imported before it counts. */
export const openCalendars = async (
  store: Store,
  chosenEdition: EditionId | undefined,
  ports: () => MatterPorts,
): Promise<Calendars> => {
  let current: HolidayCalendar = builtInCalendar;
  let known = 0;
  const refresh = async (database: Kysely<Database>): Promise<void> => {
    const rows = await database
      .selectFrom('calendar_import')
      .select(['id', 'content'])
      .where('id', '>', known)
      .orderBy('id')
      .execute();
    for (const { id, content } of rows) {
      const parsed = parseStateCouncilCalendar(content);
      if (parsed.ok) current = mergeCalendars(current, parsed.calendar);
      known = id;
    }
  };
  await refresh(store.database);
  return {
    current: () => current,
    refresh,
    import: async (content, actor, at) => {
      const parsed = parseStateCouncilCalendar(content);
      if (!parsed.ok) return { outcome: 'refused', faults: parsed.faults };
      const { version } = parsed.calendar;
      try {
        const done = await withRetry(() =>
          store.asOwner(async (transaction) => {
            await refresh(transaction);
            const { id } = await transaction
              .insertInto('calendar_import')
              .values({ version, content: JSON.stringify(content), actor, at })
              .returning('id')
              .executeTakeFirstOrThrow();
            const calendar = mergeCalendars(current, parsed.calendar);
            const rules = { calendar, ...(chosenEdition === undefined ? {} : { chosenEdition }) };
            return { id, calendar, recomputed: await recomputeClocks(transaction, ports(), rules) };
          }),
        );
        current = done.calendar;
        known = Math.max(known, done.id);
        return {
          outcome: 'imported',
          version,
          calendar: current.version,
          warnings: parsed.warnings,
          recomputed: done.recomputed,
        };
      } catch (error) {
        const fault = asStoreError(error);
        if (fault instanceof QueryFault && fault.kind === 'unique') return { outcome: 'known', version };
        throw error;
      }
    },
  };
};
