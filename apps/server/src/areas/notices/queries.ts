import { sql, type Transaction } from 'kysely';
import type { NoticeAnswer, NoticeListAnswer, NoticePreference, UndeliveredAnswer } from '@suanjian/contracts';
import type { Database } from '@suanjian/records';
import type { Text } from '@suanjian/rulebook';
import { deliveryWords } from '../../dispatch/delivery-faults.ts';

interface Row {
  readonly id: number;
  readonly matter_id: string;
  readonly matter_kind: string;
  readonly position: number;
  readonly subject: Text;
  readonly body: Text;
  readonly created_at: string;
  readonly read: boolean;
}

export const pageSize = 50;

interface Abandoned {
  readonly channel: 'mail' | 'webhook';
  readonly attempts: number;
  readonly abandoned_at: string | null;
  readonly last_fault: string | null;
}

export const undelivered = ({
  channel,
  attempts,
  abandoned_at: at,
  last_fault: fault,
}: Abandoned): UndeliveredAnswer => ({
  channel,
  attempts,
  abandonedAt: at ?? '',
  fault: fault ?? 'unexpected',
  text: deliveryWords(fault ?? 'unexpected'),
});

/** A member who changed their mind about mail is not a fault to be shown. */
const isShown = ({ last_fault: fault }: Abandoned): boolean => fault !== 'receiver-gone';

const abandonedOf = async (
  transaction: Transaction<Database>,
  notices: readonly number[],
): Promise<ReadonlyMap<number, readonly UndeliveredAnswer[]>> => {
  if (notices.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('delivery')
    .select(['notice_id', 'channel', 'attempts', 'abandoned_at', 'last_fault'])
    .where('notice_id', 'in', [...notices])
    .where('abandoned_at', 'is not', null)
    .orderBy('id')
    .execute();
  const shown = rows.filter(isShown);
  return new Map(notices.map((notice) => [notice, shown.filter((row) => row.notice_id === notice).map(undelivered)]));
};

/** Inside the scope of a member: row security leaves their organisation's notices and their own readings. */
export const countUnread = async (transaction: Transaction<Database>): Promise<number> => {
  const { count } = await transaction
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notice_read').select('notice_id').whereRef('notice_read.notice_id', '=', 'notice.id'))),
    )
    .executeTakeFirstOrThrow();
  return count;
};

export const listNotices = async (
  transaction: Transaction<Database>,
  { unread, page }: { readonly unread: boolean; readonly page: number },
): Promise<NoticeListAnswer> => {
  const isRead = sql<boolean>`exists (select from notice_read where notice_read.notice_id = notice.id)`;
  const condition = unread ? sql<boolean>`not ${isRead}` : sql<boolean>`true`;
  const { total } = await transaction
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(condition)
    .executeTakeFirstOrThrow();
  const rows: readonly Row[] = await transaction
    .selectFrom('notice')
    .select(['id', 'matter_id', 'matter_kind', 'position', 'subject', 'body', 'created_at', isRead.as('read')])
    .where(condition)
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const abandoned = await abandonedOf(
    transaction,
    rows.map(({ id }) => id),
  );
  const items = rows.map((row): NoticeAnswer => ({
    id: row.id,
    matter: { kind: row.matter_kind, id: row.matter_id, position: row.position },
    subject: row.subject,
    body: row.body,
    at: row.created_at,
    read: row.read,
    undelivered: [...(abandoned.get(row.id) ?? [])],
  }));
  return { total, unread: unread ? total : await countUnread(transaction), page, size: pageSize, items };
};

/** What the member has chosen, or what holds when nothing was. */
export const preferenceOf = async (transaction: Transaction<Database>): Promise<NoticePreference> =>
  (await transaction.selectFrom('notice_preference').select(['mail', 'language']).executeTakeFirst()) ?? {
    mail: true,
    language: 'zh',
  };
