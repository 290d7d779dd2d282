import type { Transaction } from 'kysely';
import {
  clockRuns,
  seenBy,
  sidesThatSee,
  standingOf,
  type AnyMatterDefinition,
  type ClockRules,
  type ClockRun,
  type Instant,
  type MatterState,
  type RecordedEvent,
} from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { indexTokens } from '@suanjian/register';
import type { Database, MatterTable } from '../migrations/database.ts';

/** What lists and policies see of a matter, from its definition alone. */
export const headProjection = (
  definition: AnyMatterDefinition,
  state: MatterState,
): Pick<
  MatterTable,
  | 'status'
  | 'final'
  | 'visible'
  | 'desk_side'
  | 'desk_level'
  | 'assignee'
  | 'title'
  | 'number'
  | 'technique'
  | 'grade'
  | 'terms'
  | 'team'
  | 'named'
  | 'readings_deferred_until'
> => {
  // Lists are the same for every side, so they say no more than what was submitted.
  const summary = definition.summary(seenBy(definition, state, 'office'));
  const declared = definition.states[state.status];
  if (declared === undefined) throw new Error(`${definition.kind}: state "${state.status}" is not declared`);
  const team = definition.team?.(state);
  return {
    status: state.status,
    final: declared.final ?? false,
    visible: [...sidesThatSee(definition, state)],
    desk_side: declared.desk?.side ?? null,
    desk_level: declared.desk?.side === 'office' ? declared.desk.level : null,
    assignee: summary.assignee ?? null,
    title: summary.title,
    number: summary.number ?? null,
    technique: summary.technique ?? null,
    grade: summary.grade ?? null,
    team: team === undefined ? null : [...team.members],
    named: team === undefined ? null : [...team.named],
    readings_deferred_until: declared.final === true ? null : (definition.readingsDeferredUntil?.(state) ?? null),
    terms: [
      ...new Set([
        ...indexTokens([summary.title]),
        ...(summary.number === undefined ? [] : [summary.number]),
        ...(summary.concerns ?? []),
      ]),
    ],
  };
};

interface KeptReceipt {
  readonly receipt: ClockRun['receipt'];
  readonly at: Instant;
}

/** Writes the runs of all clocks. A due date that has changed keeps its earlier values. Returns how many due dates moved. */
export const projectClocks = async (
  transaction: Transaction<Database>,
  matter: string,
  definition: AnyMatterDefinition,
  events: readonly RecordedEvent[],
  rules: ClockRules,
  at: Instant,
): Promise<number> => {
  const runs = clockRuns(definition, events, rules);
  if (runs.length === 0) return 0;
  const rows = await transaction.selectFrom('clock').selectAll().where('matter_id', '=', matter).execute();
  let moved = 0;
  for (const run of runs) {
    const row = rows.find(({ name, run: number }) => name === run.name && number === run.run);
    // How a clock ended stays as it was told, whatever calendar comes later.
    if (row !== undefined && row.ended_on !== null) continue;
    const kept = (row?.receipts ?? []) as unknown as readonly KeptReceipt[];
    const latest = kept.at(-1)?.receipt;
    const changed =
      latest === undefined ||
      latest.due !== run.receipt.due ||
      latest.event !== run.receipt.event ||
      latest.provisional !== run.receipt.provisional;
    if (row !== undefined && changed) moved += 1;
    const values = {
      bearer: run.bearer,
      clause: run.receipt.clause,
      edition: run.receipt.edition,
      event_on: run.receipt.event,
      due_on: run.receipt.due,
      provisional: run.receipt.provisional,
      suspended: standingOf(run, run.receipt.due) === 'suspended',
      ended_how: run.end?.how ?? null,
      ended_on: run.end?.on ?? null,
      receipts: JSON.stringify(changed ? [...kept, { receipt: run.receipt, at }] : kept),
    };
    if (row === undefined)
      await transaction
        .insertInto('clock')
        .values({ matter_id: matter, name: run.name, run: run.run, ...values })
        .execute();
    else if (changed || row.ended_on !== values.ended_on || row.suspended !== values.suspended)
      await transaction
        .updateTable('clock')
        .set(values)
        .where('matter_id', '=', matter)
        .where('name', '=', run.name)
        .where('run', '=', run.run)
        .execute();
  }
  await transaction
    .updateTable('matter')
    .set(({ selectFrom }) => ({
      next_due: selectFrom('clock')
        .select(({ fn }) => fn.min('due_on').as('first'))
        .where('matter_id', '=', matter)
        .where('ended_on', 'is', null),
    }))
    .where('id', '=', matter)
    .execute();
  return moved;
};

/** Where a stored clock stands on a day. */
export const clockStanding = (
  row: {
    readonly due_on: string;
    readonly suspended: boolean;
    readonly ended_how: string | null;
    readonly ended_on: string | null;
  },
  today: CivilDate,
): ReturnType<typeof standingOf> =>
  standingOf(
    {
      receipt: { due: row.due_on as CivilDate },
      suspensions: row.suspended ? [{ from: today }] : [],
      ...(row.ended_on === null
        ? {}
        : {
            end: { how: row.ended_how === 'lifted' ? 'lifted' : 'stopped', on: row.ended_on as CivilDate, position: 0 },
          }),
    },
    today,
  );
