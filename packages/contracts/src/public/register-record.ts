import { z } from 'zod';
import { answeredCountsSchema } from './complaints-answered.ts';
import { publishedRegistersSchema } from './published-registers.ts';
import { recordStatuses } from './register-search.ts';
import { civilDateSchema, faultSchema, textSchema } from './text.ts';

export const productSchema = z
  .object({
    name: z.string(),
    forms: z
      .array(z.string())
      .readonly()
      .meta({ example: ['app', 'website'] }),
    detail: z.string().optional(),
    address: z.string().optional(),
  })
  .readonly();

export const disclosureSchema = z
  .object({
    algorithmName: z.string(),
    basicPrinciple: z.string(),
    operatingMechanism: z.string(),
    applicationScenario: z.string(),
    purpose: z.string(),
    publishedAt: z.string().optional(),
  })
  .readonly()
  .meta({ description: 'What the provider tells the public about the algorithm (final/16).' });

export const recordContentSchema = z
  .object({
    algorithmName: z.string(),
    subject: z.string(),
    creditCode: z.string().optional().meta({ description: 'Unified social credit code.' }),
    technique: z.string().optional(),
    role: z.string().optional(),
    classOrRole: z.string().optional().meta({ description: 'Class or role as an announcement printed it.' }),
    place: z.string().optional().meta({ description: 'Six digits of GB/T 2260.' }),
    products: z.array(productSchema).readonly(),
    productsAndOthers: z.boolean(),
    purpose: z.string(),
    version: z.string().optional(),
    launched: civilDateSchema.optional(),
    applicationFields: z.array(z.string()).readonly().optional(),
    disclosure: disclosureSchema.optional(),
  })
  .readonly();
export type RecordContent = z.infer<typeof recordContentSchema>;

export const differenceSchema = z
  .object({ field: z.string(), before: z.string().optional(), after: z.string().optional() })
  .readonly()
  .meta({ description: 'One field that two versions of the record say differently.' });
export type RecordDifference = z.infer<typeof differenceSchema>;

export const historyItemSchema = z
  .object({
    when: z.string().optional().meta({ description: 'Day or month, where it is known.', example: '2024-08' }),
    possibleMonths: z.array(z.string()).readonly().optional(),
    title: textSchema,
    text: textSchema.optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    items: z.array(z.string()).readonly().optional(),
    basis: z.array(z.string()).readonly().optional().meta({ description: 'Clauses it rests on.' }),
    tone: z.enum(['plain', 'good', 'warn', 'bad']),
    differences: z.array(differenceSchema).readonly(),
  })
  .readonly();
export type RecordHistoryItem = z.infer<typeof historyItemSchema>;

export const recordClockSchema = z
  .object({
    title: textSchema,
    bearer: z.enum(['provider', 'office']),
    clause: z.string(),
    event: civilDateSchema,
    due: civilDateSchema,
    provisional: z.boolean(),
    endedOn: civilDateSchema.optional(),
    standing: z.enum(['met', 'late', 'running', 'overdue', 'ended']),
  })
  .readonly()
  .meta({ description: 'A statutory period of the filing: what it was counted from, when it was due, how it ended.' });
export type RecordClock = z.infer<typeof recordClockSchema>;

export const recordPublishedSchema = z
  .object({
    rules: z
      .array(
        z
          .object({
            title: z.string(),
            address: z.string(),
            version: z.string(),
            since: civilDateSchema,
            publishedOn: civilDateSchema.meta({ description: 'The day on which it was made public here.' }),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Newest first.' }),
    commitments: z
      .array(
        z
          .object({
            version: z.number(),
            from: civilDateSchema,
            holds: z.boolean().meta({ description: 'Whether what comes in today is held to this version.' }),
            limits: z
              .array(
                z
                  .object({
                    kind: z.enum(['complaint', 'appeal', 'explanation', 'deletion']),
                    title: textSchema,
                    length: z.number(),
                    unit: z.enum(['working-day', 'calendar-day', 'calendar-month', 'calendar-year']),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Newest first; some may hold only from a later day.' }),
    answered: z
      .object({
        asOf: civilDateSchema,
        from: z.string(),
        until: z.string(),
        provider: z.string(),
        total: answeredCountsSchema,
      })
      .readonly()
      .optional()
      .meta({ description: 'How it kept its time for complaints over twelve months.' }),
    registers: publishedRegistersSchema.optional(),
  })
  .readonly()
  .meta({ description: 'Service rules and time limits that the provider has published (final/22).' });
export type RecordPublished = z.infer<typeof recordPublishedSchema>;

export const registerRecordSchema = z
  .object({
    number: z.string().meta({ example: '110101135224302220029' }),
    printed: z.string(),
    status: z.enum(recordStatuses),
    origin: z.enum(['announcement', 'filing']).meta({ description: 'Imported from an announcement, or filed here.' }),
    flags: z.array(faultSchema).readonly(),
    notes: z.array(faultSchema).readonly(),
    content: recordContentSchema,
    announcements: z
      .array(
        z
          .object({
            list: z.enum(['recommendation', 'deep_synthesis']),
            batch: z.string(),
            sequence: z.string().optional(),
            url: z.string(),
            differences: z.array(differenceSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    history: z.array(historyItemSchema).readonly(),
    remark: z
      .object({ text: z.string(), rest: z.string().meta({ description: 'What could not be read as history.' }) })
      .readonly()
      .optional(),
    clocks: z.array(recordClockSchema).readonly(),
    published: recordPublishedSchema.optional(),
    notice: textSchema.meta({ description: 'How the record is to be taken.' }),
  })
  .readonly()
  .meta({ description: 'Everything public about one filed algorithm.' });
export type RegisterRecordModel = z.infer<typeof registerRecordSchema>;
