import type { Transaction } from 'kysely';
import type { AnyMatterDefinition, ClockStanding, Instant } from '@suanjian/matters';
import type { CivilDate, DeadlineReceipt, Text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { clockStanding } from './projection.ts';

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

export const clocksOf = async (
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
