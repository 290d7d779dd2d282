import type { Transaction } from 'kysely';
import type { Database } from '@suanjian/records';
import type { Text } from '@suanjian/rulebook';
import type { Members } from './members.ts';

export interface NewNotice {
  readonly organisation: string;
  readonly matter: { readonly id: string; readonly kind: string; readonly position: number };
  /** What it is made from: the same cause is told to an organisation once. */
  readonly cause: string;
  readonly subject: Text;
  readonly body: Text;
  /** When what it tells happened. */
  readonly at: string;
}

export interface NoticeWays {
  /** Absent: nothing is mailed. */
  readonly members: Members | undefined;
  readonly now: string;
}

/** Writes a notice and what is to be sent because of it. Returns false when the organisation has been told already. */
export const giveNotice = async (
  transaction: Transaction<Database>,
  notice: NewNotice,
  { members, now }: NoticeWays,
): Promise<boolean> => {
  const { organisation, matter, cause, subject, body, at } = notice;
  const written = await transaction
    .insertInto('notice')
    .values({
      organisation_id: organisation,
      matter_id: matter.id,
      matter_kind: matter.kind,
      position: matter.position,
      cause,
      subject: JSON.stringify(subject),
      body: JSON.stringify(body),
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) return false;
  const webhooks = await transaction
    .selectFrom('webhook')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('active', '=', true)
    .orderBy('created_at')
    .execute();
  const mailed = (await members?.toMail(transaction, organisation)) ?? [];
  const targets = [
    ...webhooks.map(({ id }) => ({ channel: 'webhook' as const, target: id })),
    ...mailed.map(({ account }) => ({ channel: 'mail' as const, target: account })),
  ];
  if (targets.length > 0)
    await transaction
      .insertInto('delivery')
      .values(
        targets.map(({ channel, target }) => ({
          notice_id: written.id,
          channel,
          target,
          next_attempt_at: now,
          claimed_until: null,
          delivered_at: null,
          abandoned_at: null,
          last_fault: null,
        })),
      )
      .execute();
  return true;
};
