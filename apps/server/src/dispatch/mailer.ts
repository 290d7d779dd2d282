import { createTransport } from 'nodemailer';
import type { ServerConfig } from '../config.ts';
import { DeliveryFault } from './delivery-faults.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The same for every attempt at the same mail, so that a second copy is known for one. */
  readonly id?: string;
}

export interface Mailer {
  /** @throws DeliveryFault */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  /** For each step of the conversation; 10,000 unless told. */
  readonly milliseconds?: number;
}

const longestSubject = 200;

/** A header is one line: whatever could begin another becomes a space. */
const oneLine = (value: string): string =>
  value
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestSubject);

const plain = (value: string): string => value.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');

/** One address and nothing else: no list, no name, no route, no line break. */
const addressPattern = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u;

const channelCodes: ReadonlySet<string> = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPROTOCOL',
]);

const faultOf = (error: unknown): DeliveryFault => {
  const facts: { readonly code?: unknown; readonly responseCode?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  const code = typeof facts.code === 'string' ? facts.code : '';
  if (code === 'EAUTH' || code === 'ENOAUTH') return new DeliveryFault('mail-login', 'channel', { cause: error });
  if (typeof facts.responseCode === 'number' && facts.responseCode >= 500)
    return new DeliveryFault('mail-refused', 'now', { cause: error });
  if (typeof facts.responseCode === 'number' && facts.responseCode >= 400)
    return new DeliveryFault('mail-later', 'target', { cause: error });
  if (channelCodes.has(code)) return new DeliveryFault('mail-unreachable', 'channel', { cause: error });
  return new DeliveryFault('unexpected', 'target', { cause: error });
};

/** Plain text by SMTP. */
export const createMailer = (
  { address, from }: NonNullable<ServerConfig['mail']>,
  { milliseconds = 10_000 }: MailerOptions = {},
): Mailer => {
  const transport = createTransport({
    url: address,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s<>@]+?)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ to, subject, body, id }) => {
      if (!addressPattern.test(to)) throw new DeliveryFault('mail-refused', 'now');
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: oneLine(subject),
          text: plain(body),
          textEncoding: 'base64',
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
    close: () => transport.close(),
  };
};
