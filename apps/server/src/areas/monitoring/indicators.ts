import type { Transaction } from 'kysely';
import { defaultIndicators, indicatorSchema, type Indicator } from '@suanjian/audit/monitoring';
import type { Instant } from '@suanjian/matters';
import { addIndicator, listIndicators, type Database, type IndicatorStatus } from '@suanjian/records';

export interface WatchedIndicator extends Indicator {
  readonly status: IndicatorStatus;
}

/** Every version of every indicator; what is kept was read strictly when it came in. */
export const watchedIndicators = async (transaction: Transaction<Database>): Promise<readonly WatchedIndicator[]> =>
  (await listIndicators(transaction)).map(({ definition, status }) => ({
    ...indicatorSchema.parse(definition),
    status,
  }));

/** The pack that comes with the software, on trial until an office lets it count. */
export const bringDefaults = async (transaction: Transaction<Database>, at: Instant): Promise<void> => {
  for (const definition of defaultIndicators)
    await addIndicator(transaction, { id: definition.id, version: definition.version, definition, at });
};
