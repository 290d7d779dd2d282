import type { Transaction } from 'kysely';
import type { WebhookAnswer } from '@suanjian/contracts';
import type { Database } from '@suanjian/records';
import { undelivered } from '../notices/queries.ts';

const mostAbandoned = 20;

interface Row {
  readonly id: string;
  readonly address: string;
  readonly active: boolean;
  readonly created_at: string;
}

const standingOf = async (
  transaction: Transaction<Database>,
  { id, address, active, created_at: createdAt }: Row,
): Promise<WebhookAnswer> => {
  const deliveries = transaction.selectFrom('delivery').where('channel', '=', 'webhook').where('target', '=', id);
  const { last, waiting } = await deliveries
    .select(({ fn }) => [
      fn.max('delivered_at').as('last'),
      fn
        .countAll<number>()
        .filterWhere('delivered_at', 'is', null)
        .filterWhere('abandoned_at', 'is', null)
        .as('waiting'),
    ])
    .executeTakeFirstOrThrow();
  const abandoned = await deliveries
    .select(['notice_id', 'channel', 'attempts', 'abandoned_at', 'last_fault'])
    .where('abandoned_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(mostAbandoned)
    .execute();
  return {
    id,
    address,
    active,
    createdAt,
    waiting,
    ...(last === null ? {} : { lastDeliveredAt: last }),
    abandoned: abandoned.map((row) => ({ ...undelivered(row), notice: row.notice_id })),
  };
};

/** Webhooks of the scope's organisation, with how their deliveries fare. */
export const listWebhooks = async (transaction: Transaction<Database>): Promise<readonly WebhookAnswer[]> => {
  const rows = await transaction
    .selectFrom('webhook')
    .select(['id', 'address', 'active', 'created_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const found: WebhookAnswer[] = [];
  for (const row of rows) found.push(await standingOf(transaction, row));
  return found;
};
