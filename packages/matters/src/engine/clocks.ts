import {
  addDays,
  computeDeadline,
  daysBetween,
  findClause,
  isWorkingDay,
  type CivilDate,
  type Deadline,
  type DeadlineReceipt,
  type HolidayCalendar,
  type Text,
} from '@suanjian/rulebook';
import type { AnyMatterDefinition, ClockChange, PromisedLimit } from './definition.ts';
import { countedFrom, type ClockRules } from './rules.ts';
import { evolved, type RecordedEvent } from './run.ts';

export type ClockEnd = { readonly how: 'stopped' | 'lifted'; readonly on: CivilDate; readonly position: number };

/** One run of a clock of a matter: a pure function of the stream and the calendar. */
export interface ClockRun {
  readonly name: string;
  /** From 1 per name: a resubmission starts the next, and so does another key. */
  readonly run: number;
  readonly key?: string;
  readonly title: Text;
  readonly bearer: 'provider' | 'office';
  readonly startedAt: number;
  readonly suspensions: readonly { readonly from: CivilDate; readonly to?: CivilDate }[];
  readonly end?: ClockEnd;
  readonly receipt: DeadlineReceipt;
}

export type ClockStanding = 'running' | 'due-today' | 'late' | 'suspended' | 'met' | 'missed' | 'lifted';

/** Where a clock stands on a day; the due day itself is still in time, a day ends at 24:00 (Shanghai). */
export const standingOf = (
  run: Pick<ClockRun, 'end' | 'suspensions'> & { readonly receipt: { readonly due: CivilDate } },
  today: CivilDate,
): ClockStanding => {
  const { due } = run.receipt;
  if (run.end !== undefined) {
    if (run.end.how === 'lifted') return 'lifted';
    return run.end.on <= due ? 'met' : 'missed';
  }
  if (run.suspensions.at(-1)?.to === undefined && run.suspensions.length > 0) return 'suspended';
  if (today > due) return 'late';
  return today === due ? 'due-today' : 'running';
};

interface OpenRun {
  name: string;
  run: number;
  key: string | undefined;
  startedAt: number;
  event: CivilDate;
  promised: PromisedLimit | undefined;
  suspensions: { from: CivilDate; to?: CivilDate }[];
  end?: ClockEnd;
}

/** Days of the unit that a suspension took: they are added to the end. */
const suspendedDays = (suspensions: OpenRun['suspensions'], unit: string, calendar: HolidayCalendar): number => {
  let days = 0;
  for (const { from, to } of suspensions) {
    if (to === undefined) continue;
    for (let offset = 1; offset <= daysBetween(from, to); offset += 1)
      if (unit !== 'working-day' || isWorkingDay(calendar, addDays(from, offset)).working) days += 1;
  }
  return days;
};

const finished = (definition: AnyMatterDefinition, open: OpenRun, rules: ClockRules): ClockRun | undefined => {
  const clock = definition.clocks[open.name];
  if (clock === undefined) return undefined;
  const { event, edition } = countedFrom(open.event, rules);
  const duty = clock.duty[edition];
  const clause = duty === undefined ? undefined : findClause(duty.clause);
  const deadline =
    open.promised === undefined
      ? clause?.deadlines.find(({ name }) => duty?.deadline === undefined || name === duty.deadline)
      : ({
          name: open.name,
          ...open.promised,
          direction: 'after',
          event: clock.title,
          bearer: clock.bearer,
        } satisfies Deadline);
  if (clause === undefined || deadline === undefined) return undefined;
  const extra = suspendedDays(open.suspensions, deadline.unit, rules.calendar);
  const lengthened = { ...clause, deadlines: [{ ...deadline, length: deadline.length + extra }] };
  return {
    name: open.name,
    run: open.run,
    ...(open.key === undefined ? {} : { key: open.key }),
    title: clock.title,
    bearer: clock.bearer,
    startedAt: open.startedAt,
    suspensions: open.suspensions,
    receipt: computeDeadline({ clause: lengthened, event, calendar: rules.calendar }),
    ...(open.end === undefined ? {} : { end: open.end }),
  };
};

const isSeveral = (change: ClockChange | readonly ClockChange[]): change is readonly ClockChange[] =>
  Array.isArray(change);

/** All runs of all clocks of a stream, in the order in which they started. */
export const clockRuns = (
  definition: AnyMatterDefinition,
  events: readonly RecordedEvent[],
  rules: ClockRules,
): readonly ClockRun[] => {
  const runs: OpenRun[] = [];
  let state;
  for (const recorded of events) {
    state = evolved(definition, state, recorded);
    const { meta, event } = recorded;
    for (const [name, clock] of Object.entries(definition.clocks)) {
      const changes = clock.change(event, state, meta) ?? [];
      for (const change of isSeveral(changes) ? changes : [changes]) {
        const { key } = change;
        const earlier = runs.filter((run) => run.name === name);
        const last = earlier.findLast((run) => run.key === key);
        const running = last?.end === undefined ? last : undefined;
        switch (change.change) {
          case 'start':
            if (running === undefined)
              runs.push({
                name,
                run: earlier.length + 1,
                key,
                startedAt: meta.position,
                event: change.event,
                promised: clock.promised?.(state, key),
                suspensions: [],
              });
            else {
              running.event = change.event;
              running.promised = clock.promised?.(state, key);
            }
            break;
          case 'stop':
          case 'lift':
            if (running !== undefined) {
              const open = running.suspensions.at(-1);
              if (open !== undefined) open.to ??= meta.on;
              running.end = {
                how: change.change === 'stop' ? 'stopped' : 'lifted',
                on: meta.on,
                position: meta.position,
              };
            }
            break;
          case 'suspend':
            if (
              running !== undefined &&
              (running.suspensions.at(-1)?.to !== undefined || running.suspensions.length === 0)
            )
              running.suspensions.push({ from: meta.on });
            break;
          case 'resume': {
            const open = running?.suspensions.at(-1);
            if (open !== undefined) open.to ??= meta.on;
            break;
          }
        }
      }
    }
  }
  return runs.map((run) => finished(definition, run, rules)).filter((run) => run !== undefined);
};
