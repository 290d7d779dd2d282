import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * Notices, the ways they leave the server by themselves, and the calendar of deadlines, as they are said over HTTP.
 */

const instant = z.string().meta({ description: 'A moment in UTC.', examples: ['2026-03-02T01:30:00.000Z'] });
const uuid = z.uuid().meta({ description: 'An id.', examples: ['0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11'] });

export const deliveryChannels = ['mail', 'webhook'] as const;

/** Something that was not brought to a receiver in spite of every attempt. */
export const undeliveredContract = z
  .object({
    channel: z.enum(deliveryChannels).meta({ description: 'Which way it was sent.', examples: ['webhook'] }),
    attempts: z.int().meta({ description: 'How often it was tried.', examples: [8] }),
    abandonedAt: instant,
    fault: z.string().meta({ description: 'Why the last attempt failed, for programs.', examples: ['timeout'] }),
    text: textContract,
  })
  .meta({
    description: 'A receiver that was given up on.',
    examples: [
      {
        channel: 'webhook',
        attempts: 8,
        abandonedAt: '2026-03-03T02:00:00.000Z',
        fault: 'timeout',
        text: { zh: '对方没有在规定时间内答复。', en: 'The other side did not answer in time.' },
      },
    ],
  });
export type UndeliveredAnswer = z.infer<typeof undeliveredContract>;

export const noticeContract = z
  .object({
    id: z.int().meta({ description: 'Number of the notice.', examples: [42] }),
    matter: z.object({ kind: z.string(), id: uuid, position: z.int() }).meta({
      description: 'The matter it is about, and the step that led to it.',
      examples: [{ kind: 'filing', id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11', position: 5 }],
    }),
    subject: textContract,
    body: textContract,
    at: instant,
    read: z.boolean().meta({ description: 'Whether the account that asks has read it.', examples: [false] }),
    undelivered: z
      .array(undeliveredContract)
      .meta({ description: 'Mails and webhooks that were given up on.', examples: [[]] }),
  })
  .meta({
    description: 'A notice to an organisation. It never holds confidential or personal content.',
    examples: [
      {
        id: 42,
        matter: { kind: 'filing', id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11', position: 5 },
        subject: { zh: '已备案：示例推荐', en: 'Filed: 示例推荐' },
        body: { zh: '请在醒目位置标明编号。', en: 'Show the number in a conspicuous place.' },
        at: '2026-03-02T01:30:00.000Z',
        read: false,
        undelivered: [],
      },
    ],
  });
export type NoticeAnswer = z.infer<typeof noticeContract>;

export const noticeListContract = z
  .object({
    total: z.int().meta({ description: 'How many fit the question.', examples: [12] }),
    unread: z
      .int()
      .meta({ description: 'How many of the organisation’s notices the account has not read.', examples: [3] }),
    page: z.int().meta({ description: 'From 1.', examples: [1] }),
    size: z.int().meta({ description: 'Notices a page.', examples: [50] }),
    items: z.array(noticeContract).meta({ description: 'The newest first.', examples: [[]] }),
  })
  .meta({
    description: 'A page of notices of one’s own organisation.',
    examples: [{ total: 0, unread: 0, page: 1, size: 50, items: [] }],
  });
export type NoticeListAnswer = z.infer<typeof noticeListContract>;

export const unreadContract = z
  .object({ unread: z.int().meta({ description: 'How many are left unread.', examples: [2] }) })
  .meta({ description: 'What is left to read.', examples: [{ unread: 2 }] });

export const noticePreferenceContract = z
  .object({
    mail: z.boolean().meta({ description: 'Whether notices come by mail as well.', examples: [true] }),
    language: z
      .enum(['zh', 'en'])
      .meta({ description: 'The language that comes first in mails, and that of the calendar.', examples: ['zh'] }),
  })
  .meta({
    description: 'How a member wants the notices of an organisation.',
    examples: [{ mail: true, language: 'zh' }],
  });
export type NoticePreference = z.infer<typeof noticePreferenceContract>;

const webhookAddress = z
  .string()
  .min(1)
  .max(2000)
  .meta({
    description: 'Where notices are posted; http or https, in the public internet.',
    examples: ['https://hooks.example.cn/suanjian'],
  });

export const newWebhookContract = z
  .object({ address: webhookAddress })
  .meta({ description: 'A webhook to set up.', examples: [{ address: 'https://hooks.example.cn/suanjian' }] });

export const webhookContract = z
  .object({
    id: uuid,
    address: webhookAddress,
    active: z.boolean().meta({ description: 'Whether notices are sent to it.', examples: [true] }),
    createdAt: instant,
    lastDeliveredAt: instant.optional(),
    waiting: z.int().meta({ description: 'Notices that are still to be delivered.', examples: [0] }),
    abandoned: z
      .array(undeliveredContract.extend({ notice: z.int() }))
      .meta({ description: 'The last notices that were given up on, at most 20.', examples: [[]] }),
  })
  .meta({
    description: 'An address that notices are posted to.',
    examples: [
      {
        id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        address: 'https://hooks.example.cn/suanjian',
        active: true,
        createdAt: '2026-03-02T01:30:00.000Z',
        waiting: 0,
        abandoned: [],
      },
    ],
  });
export type WebhookAnswer = z.infer<typeof webhookContract>;

export const webhookListContract = z
  .object({ items: z.array(webhookContract) })
  .meta({ description: 'The webhooks of one’s own organisation.', examples: [{ items: [] }] });
export type WebhookListAnswer = z.infer<typeof webhookListContract>;

export const createdWebhookContract = webhookContract
  .extend({
    secret: z.string().meta({
      description: 'Key of the signatures. It is shown here and never again.',
      examples: ['c2hvd24gb25jZSwgYW5kIG5ldmVyIGFnYWluLCB0aGVyZQ'],
    }),
  })
  .meta({
    description: 'A webhook that was just set up, with its secret.',
    examples: [
      {
        id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        address: 'https://hooks.example.cn/suanjian',
        active: true,
        createdAt: '2026-03-02T01:30:00.000Z',
        waiting: 0,
        abandoned: [],
        secret: 'c2hvd24gb25jZSwgYW5kIG5ldmVyIGFnYWluLCB0aGVyZQ',
      },
    ],
  });
export type CreatedWebhookAnswer = z.infer<typeof createdWebhookContract>;

export const webhookTestContract = z
  .object({
    delivered: z.boolean().meta({ description: 'Whether the address answered with 2xx.', examples: [true] }),
    status: z
      .int()
      .optional()
      .meta({ description: 'What it answered, if it did.', examples: [204] }),
    fault: z
      .string()
      .optional()
      .meta({ description: 'Why it failed, for programs.', examples: ['timeout'] }),
    text: textContract.optional(),
  })
  .meta({ description: 'How a test message fared.', examples: [{ delivered: true, status: 204 }] });
export type WebhookTestAnswer = z.infer<typeof webhookTestContract>;

/** The header that carries the signature of a webhook's message: `t=SECONDS,v1=HEX`. */
export const signatureHeader = 'suanjian-signature';

/**
 * What is posted to a webhook. `Suanjian-Signature: t=SECONDS,v1=HEX` holds the time of sending (seconds since 1970) and HMAC-SHA256, keyed with
 * the secret as it was shown, over `SECONDS.BODY`. Messages may come more than once: `id` stays the same.
 */
export const webhookMessageContract = z
  .object({
    id: z.string().meta({ description: 'The same whenever the same thing is sent again.', examples: ['notice-42'] }),
    type: z.enum(['notice', 'test']).meta({ description: 'What it is.', examples: ['notice'] }),
    at: instant,
    organisation: uuid,
    subject: textContract,
    body: textContract,
    matter: z
      .object({ kind: z.string(), id: uuid, position: z.int(), link: z.string() })
      .optional()
      .meta({
        description: 'The matter it is about, and where it can be read after signing in.',
        examples: [
          {
            kind: 'filing',
            id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
            position: 5,
            link: 'https://suanjian.example.cn/workspace/matters/filing/0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
          },
        ],
      }),
  })
  .meta({
    description: 'A message to a webhook. It never holds confidential or personal content.',
    examples: [
      {
        id: 'test-0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        type: 'test',
        at: '2026-03-02T01:30:00.000Z',
        organisation: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        subject: { zh: '测试消息', en: 'Test message' },
        body: { zh: '通知可以送达。', en: 'Notices can be delivered.' },
      },
    ],
  });
export type WebhookMessage = z.infer<typeof webhookMessageContract>;

export const calendarFeedContract = z
  .object({
    address: z.string().meta({
      description: 'Secret address of the calendar: whoever has it reads the deadlines.',
      examples: ['https://suanjian.example.cn/calendar/kq8…x1.ics'],
    }),
  })
  .meta({
    description: 'Where calendar programs find the deadlines.',
    examples: [{ address: 'https://suanjian.example.cn/calendar/kq8…x1.ics' }],
  });
export type CalendarFeedAnswer = z.infer<typeof calendarFeedContract>;
