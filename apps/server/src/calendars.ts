import type { Instant } from '@suanjian/matters';
import {
  asStoreError,
  QueryFault,
  recomputeClocks,
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
  /** Takes in a State Council calendar and counts every open clock again; earlier due dates are kept beside the new ones. */
  import(content: unknown, actor: string, at: Instant): Promise<CalendarImported>;
}

export const openCalendars = async (
  store: Store,
  chosenEdition: EditionId | undefined,
  ports: () => MatterPorts,
): Promise<Calendars> => {
  const rows = await store.database.selectFrom('calendar_import').selectAll().orderBy('id').execute();
  let current: HolidayCalendar = builtInCalendar;
  for (const { content } of rows) {
    const parsed = parseStateCouncilCalendar(content);
    if (parsed.ok) current = mergeCalendars(current, parsed.calendar);
  }
  return {
    current: () => current,
    import: async (content, actor, at) => {
      const parsed = parseStateCouncilCalendar(content);
      if (!parsed.ok) return { outcome: 'refused', faults: parsed.faults };
      const { version } = parsed.calendar;
      try {
        await store.asOwner((transaction) =>
          transaction
            .insertInto('calendar_import')
            .values({ version, content: JSON.stringify(content), actor, at })
            .execute(),
        );
      } catch (error) {
        const fault = asStoreError(error);
        if (fault instanceof QueryFault && fault.kind === 'unique') return { outcome: 'known', version };
        throw error;
      }
      current = mergeCalendars(current, parsed.calendar);
      const recomputed = await recomputeClocks(store, ports(), {
        calendar: current,
        ...(chosenEdition === undefined ? {} : { chosenEdition }),
      });
      return { outcome: 'imported', version, calendar: current.version, warnings: parsed.warnings, recomputed };
    },
  };
};
