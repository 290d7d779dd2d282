import { createHmac } from 'node:crypto';
import { signatureHeader, type WebhookMessage } from '@suanjian/contracts';
import type { SealedBox } from '@suanjian/records';
import type { Outbound } from '../outbound/outbound.ts';
import { DeliveryFault } from './delivery-faults.ts';

/** Place of a webhook's secret for the sealed box. */
export const secretPlace = (webhook: string): string => `webhook/${webhook}/secret`;

/** `t=SECONDS,v1=HEX`: HMAC-SHA256 over `SECONDS.BODY`. The time is signed too, so that an old message cannot be passed off as new. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

const milliseconds = 10_000;
const mostBytes = 64 * 1024;

export interface WebhookTarget {
  readonly id: string;
  readonly address: string;
  readonly secret: unknown;
}

/** Posts a signed message. Returns the status, 200 to 299. @throws DeliveryFault, OutboundFault */
export const postToWebhook = async (
  { outbound, box, now }: { readonly outbound: Outbound; readonly box: SealedBox; readonly now: () => string },
  { id, address, secret: sealed }: WebhookTarget,
  message: WebhookMessage,
  signal?: AbortSignal,
): Promise<number> => {
  const secret = await box.open(sealed, secretPlace(id));
  if (secret.found === 'erased') throw new DeliveryFault('key-erased', 'now');
  const body = JSON.stringify(message);
  const seconds = Math.floor(Date.parse(now()) / 1000);
  const { status } = await outbound.fetch({
    address,
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      [signatureHeader]: signatureOf(String(secret.value), seconds, body),
    },
    milliseconds,
    mostBytes,
    ...(signal === undefined ? {} : { signal }),
  });
  if (status < 200 || status > 299) throw new DeliveryFault(`status-${status}`, 'target');
  return status;
};
