import type { Transaction } from 'kysely';
import type { Instant } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';

export type IndicatorStatus = 'shadow' | 'live' | 'retired';

/** A version of an indicator as it is kept: what it says is for whoever reads it to parse. */
export interface KeptIndicator {
  readonly id: string;
  readonly version: number;
  readonly status: IndicatorStatus;
  readonly definition: unknown;
  readonly createdAt: Instant;
}

/** Something that was decided of a version, by whom and why; a replay with what it found. */
export interface IndicatorDecision {
  readonly indicator: string;
  readonly version: number;
  readonly action: 'proposed' | 'replayed' | 'live' | 'retired';
  readonly account: string;
  readonly organisation?: string;
  readonly reason: string;
  readonly replay?: unknown;
  readonly at: Instant;
}

/** Every version of every indicator, the newest first. */
export const listIndicators = async (transaction: Transaction<Database>): Promise<readonly KeptIndicator[]> => {
  const rows = await transaction
    .selectFrom('monitoring_indicator')
    .selectAll()
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ id, version, status, definition, created_at: createdAt }) => ({
    id,
    version,
    status,
    definition,
    createdAt: createdAt as Instant,
  }));
};

export const listIndicatorDecisions = async (
  transaction: Transaction<Database>,
): Promise<readonly IndicatorDecision[]> => {
  const rows = await transaction.selectFrom('monitoring_decision').selectAll().orderBy('number', 'desc').execute();
  return rows.map((row) => ({
    indicator: row.indicator_id,
    version: row.version,
    action: row.action,
    account: row.account_id,
    reason: row.reason,
    at: row.at as Instant,
    ...(row.organisation_id === null ? {} : { organisation: row.organisation_id }),
    ...(row.replay === null ? {} : { replay: row.replay }),
  }));
};

/** Adds a version on trial; false when it is there already. */
export const addIndicator = async (
  transaction: Transaction<Database>,
  {
    id,
    version,
    definition,
    at,
  }: { readonly id: string; readonly version: number; readonly definition: unknown; readonly at: Instant },
): Promise<boolean> => {
  const added = await transaction
    .insertInto('monitoring_indicator')
    .values({ id, version, status: 'shadow', definition: JSON.stringify(definition), created_at: at })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return added !== undefined;
};

export const recordIndicatorDecision = async (
  transaction: Transaction<Database>,
  { indicator, version, action, account, organisation, reason, replay, at }: IndicatorDecision,
): Promise<void> => {
  await transaction
    .insertInto('monitoring_decision')
    .values({
      indicator_id: indicator,
      version,
      action,
      account_id: account,
      organisation_id: organisation ?? null,
      reason,
      replay: replay === undefined ? null : JSON.stringify(replay),
      at,
    })
    .execute();
};

/** Lets a version count, in the place of the one that did before, or retires it. */
export const setIndicatorStatus = async (
  transaction: Transaction<Database>,
  { id, version, status }: { readonly id: string; readonly version: number; readonly status: 'live' | 'retired' },
): Promise<void> => {
  if (status === 'live')
    await transaction
      .updateTable('monitoring_indicator')
      .set({ status: 'retired' })
      .where('id', '=', id)
      .where('status', '=', 'live')
      .execute();
  await transaction
    .updateTable('monitoring_indicator')
    .set({ status })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};
