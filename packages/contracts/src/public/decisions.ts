import { z } from 'zod';
import { civilDateSchema, textSchema } from './text.ts';

export const publishedDecisionSchema = z
  .object({
    id: z.string(),
    company: z.string(),
    number: z.string().optional().meta({ description: 'Filing number of the algorithm, where one is concerned.' }),
    place: z.string().meta({ description: 'Six digits of GB/T 2260: where the case was handled.' }),
    clauses: z.array(z.string()).readonly().meta({ description: 'Clauses found violated.' }),
    decidedOn: civilDateSchema.optional(),
    servedOn: civilDateSchema.optional(),
    publishedOn: civilDateSchema,
    words: z.string().optional().meta({ description: 'What was published. Absent once it was withdrawn.' }),
    corrections: z
      .array(z.object({ on: civilDateSchema, explanation: z.string() }).readonly())
      .readonly()
      .meta({ description: 'What was put right in the words since they were published, oldest first.' }),
    overturned: z
      .object({ on: civilDateSchema, outcome: z.string(), title: textSchema })
      .readonly()
      .optional()
      .meta({ description: 'A review or a suit changed or ended the decision.' }),
    withdrawn: z.object({ on: civilDateSchema, explanation: z.string() }).readonly().optional(),
  })
  .readonly()
  .meta({ description: 'A decision that was served on the company and published by the head of the office.' });
export type PublishedDecisionModel = z.infer<typeof publishedDecisionSchema>;

export const publishedDecisionsSchema = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    items: z.array(publishedDecisionSchema).readonly(),
  })
  .readonly();
export type PublishedDecisionsModel = z.infer<typeof publishedDecisionsSchema>;

export const riskNoticeSchema = z
  .object({
    id: z.string(),
    company: z.string(),
    service: z.string(),
    number: z.string().optional(),
    place: z.string(),
    publishedOn: civilDateSchema,
    words: z.string().optional().meta({ description: 'Absent once the notice was lifted.' }),
    lifted: z.object({ on: civilDateSchema, explanation: z.string() }).readonly().optional(),
  })
  .readonly()
  .meta({
    description:
      'An office tells the public of a risk, because a provider refuses to assess its service (safety-2018/13).',
  });
export type RiskNoticeModel = z.infer<typeof riskNoticeSchema>;

export const riskNoticesSchema = z.object({ items: z.array(riskNoticeSchema).readonly() }).readonly();
export type RiskNoticesModel = z.infer<typeof riskNoticesSchema>;
