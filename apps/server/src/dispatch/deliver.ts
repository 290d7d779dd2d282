import { sql } from 'kysely';
import type { WebhookMessage } from '@suanjian/contracts';
import type { Text } from '@suanjian/rulebook';
import type { Outbound } from '../outbound/outbound.ts';
import type { Services } from '../services.ts';
import { laterBy, mostAttempts, pauseAfter } from './backoff.ts';
import { asDeliveryFault, DeliveryFault } from './delivery-faults.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import { matterAddress } from './matter-address.ts';
import type { Members } from './members.ts';
import { noticeMail } from './notice-mail.ts';
import { postToWebhook } from './webhook.ts';

export type Channel = 'mail' | 'webhook';

export interface DeliveryPorts {
  readonly services: Pick<Services, 'store' | 'now' | 'box' | 'config'>;
  readonly outbound: Outbound;
  readonly mailer: Mailer | undefined;
  readonly members: Members;
  readonly log: Log;
  readonly signal: AbortSignal;
}

interface Claimed {
  readonly id: number;
  readonly notice_id: number;
  readonly target: string;
  readonly attempts: number;
}

interface Parcel {
  readonly id: number;
  readonly organisation_id: string;
  readonly matter_id: string;
  readonly matter_kind: string;
  readonly position: number;
  readonly subject: Text;
  readonly body: Text;
  readonly created_at: string;
}

/** Longer than any attempt takes: whoever held a delivery this long is gone. */
const leaseSeconds = 180;
/** Receivers served at the same time; each of them gets one thing at a time. */
const workers: Readonly<Record<Channel, number>> = { webhook: 8, mail: 2 };

/**
 * Takes the oldest delivery that is due and whose receiver is not being served. Claims are made one after the other, so that two servers never
 * serve one receiver at once.
 */
const claim = ({ services: { store, now } }: DeliveryPorts, channel: Channel): Promise<Claimed | undefined> =>
  store.asOwner(async (transaction) => {
    const at = now();
    await sql`select pg_advisory_xact_lock(hashtext('suanjian delivery'))`.execute(transaction);
    const { rows } = await sql<Claimed>`
      update delivery set attempts = attempts + 1, claimed_until = ${laterBy(at, leaseSeconds)}::timestamptz
      where id = (
        select waiting.id from delivery as waiting
        where waiting.delivered_at is null and waiting.abandoned_at is null and waiting.channel = ${channel} and waiting.next_attempt_at <= ${at}::timestamptz
          and not exists (
            select from delivery as held
            where held.channel = waiting.channel and held.target = waiting.target and held.delivered_at is null and held.abandoned_at is null
              and held.claimed_until > ${at}::timestamptz
          )
        order by waiting.id limit 1 for update skip locked
      )
      returning id, notice_id, target, attempts`.execute(transaction);
    return rows[0];
  });

const parcelOf = async ({ services: { store } }: DeliveryPorts, { notice_id: notice }: Claimed): Promise<Parcel> =>
  store.database
    .selectFrom('notice')
    .select(['id', 'organisation_id', 'matter_id', 'matter_kind', 'position', 'subject', 'body', 'created_at'])
    .where('id', '=', notice)
    .executeTakeFirstOrThrow();

const gone = (): DeliveryFault => new DeliveryFault('receiver-gone', 'now');

const sendToWebhook = async (
  { services, outbound, signal }: DeliveryPorts,
  { target }: Claimed,
  parcel: Parcel,
): Promise<void> => {
  const webhook = await services.store.database
    .selectFrom('webhook')
    .select(['id', 'address', 'secret'])
    .where('id', '=', target)
    .where('active', '=', true)
    .executeTakeFirst();
  if (webhook === undefined) throw gone();
  const { matter_kind: kind, matter_id: id, position } = parcel;
  const message: WebhookMessage = {
    id: `notice-${parcel.id}`,
    type: 'notice',
    at: parcel.created_at,
    organisation: parcel.organisation_id,
    subject: parcel.subject,
    body: parcel.body,
    matter: { kind, id, position, link: matterAddress(services.config, kind, id) },
  };
  await postToWebhook({ ...services, outbound }, webhook, message, signal);
};

const sendMail = async (
  { services, mailer, members }: DeliveryPorts,
  { id, target }: Claimed,
  parcel: Parcel,
): Promise<void> => {
  if (mailer === undefined) throw new DeliveryFault('mail-off', 'channel');
  const wanting = await services.store.asOwner((transaction) => members.toMail(transaction, parcel.organisation_id));
  const member = wanting.find(({ account }) => account === target);
  if (member === undefined) throw gone();
  await mailer.send({
    to: member.email,
    id: `notice-${parcel.id}-${id}`,
    ...noticeMail(parcel, matterAddress(services.config, parcel.matter_kind, parcel.matter_id), member.language),
  });
};

/** Writes down how an attempt ended, unless the claim was lost to another server meanwhile. */
const settle = (
  { services: { store, now }, signal }: DeliveryPorts,
  channel: Channel,
  { id, target, attempts }: Claimed,
  fault: DeliveryFault | undefined,
): Promise<void> =>
  store.asOwner(async (transaction) => {
    const at = now();
    const own = transaction
      .updateTable('delivery')
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('delivered_at', 'is', null);
    if (fault === undefined) {
      await own.set({ delivered_at: at, claimed_until: null, last_fault: null }).execute();
      return;
    }
    if (fault.code === 'interrupted' && signal.aborted) {
      // The server is stopping: that is not the receiver's fault.
      await own.set({ attempts: attempts - 1, claimed_until: null }).execute();
      return;
    }
    if (fault.holds === 'now' || attempts >= mostAttempts) {
      await own.set({ abandoned_at: at, claimed_until: null, last_fault: fault.code }).execute();
      return;
    }
    await own
      .set({ next_attempt_at: laterBy(at, pauseAfter(attempts)), claimed_until: null, last_fault: fault.code })
      .execute();
    // What else waits for the same receiver is not tried into the same wall at once; it keeps its own count.
    const rest = transaction
      .updateTable('delivery')
      .set({ next_attempt_at: laterBy(at, pauseAfter(1)) })
      .where('channel', '=', channel)
      .where('delivered_at', 'is', null)
      .where('abandoned_at', 'is', null)
      .where('claimed_until', 'is', null)
      .where('next_attempt_at', '<', laterBy(at, pauseAfter(1)));
    await (fault.holds === 'channel' ? rest : rest.where('target', '=', target)).execute();
  });

const serveOne = async (ports: DeliveryPorts, channel: Channel, claimed: Claimed): Promise<void> => {
  let fault: DeliveryFault | undefined;
  try {
    const parcel = await parcelOf(ports, claimed);
    await (channel === 'webhook' ? sendToWebhook : sendMail)(ports, claimed, parcel);
  } catch (error) {
    fault = asDeliveryFault(error);
  }
  await settle(ports, channel, claimed, fault);
  if (fault !== undefined)
    ports.log('a delivery failed', { delivery: claimed.id, channel, attempt: claimed.attempts, fault: fault.code });
};

/** A round takes up nothing new after this, so that a slow receiver's backlog does not keep the other tasks waiting. */
const roundSeconds = 20;

/** Sends what is due on one channel, several receivers at a time; returns when nothing is left to be tried now, or the round has lasted. */
export const deliverDue = async (ports: DeliveryPorts, channel: Channel): Promise<void> => {
  const { now } = ports.services;
  const until = laterBy(now(), roundSeconds);
  const work = async (): Promise<void> => {
    while (!ports.signal.aborted && now() < until) {
      const claimed = await claim(ports, channel);
      if (claimed === undefined) return;
      await serveOne(ports, channel, claimed);
    }
  };
  // Mostly nothing is due: then one question is enough.
  const first = await claim(ports, channel);
  if (first === undefined) return;
  const others = Array.from({ length: workers[channel] - 1 }, work);
  await Promise.all([serveOne(ports, channel, first).then(work), ...others]);
};
