import { z } from 'zod';
import { civilDateSchema, textSchema } from './text.ts';

export const publishedRegistersSchema = z
  .object({
    tags: z
      .array(z.object({ tag: z.string(), kind: textSchema, meaning: z.string() }).readonly())
      .readonly()
      .meta({ description: 'Tags about users that are in use (final/10).' }),
    news: z
      .object({
        licence: z.string(),
        authority: z.string(),
        until: civilDateSchema,
        publishedOn: civilDateSchema,
        sources: z.array(z.string()).readonly(),
      })
      .readonly()
      .optional()
      .meta({ description: 'The licence for news and the sources taken from (final/13).' }),
    cases: z
      .array(
        z
          .object({ title: z.string(), about: z.string(), outcome: z.string(), publishedOn: civilDateSchema })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Successful appeals, newest first (checklist/15).' }),
  })
  .readonly();
export type PublishedRegisters = z.infer<typeof publishedRegistersSchema>;
