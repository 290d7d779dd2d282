import { z } from 'zod';
import { civilDateSchema, textSchema } from './text.ts';

const counted = z.number().int();

export const publicCampaignSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    place: z.string().meta({ description: 'Six digits of GB/T 2260; 000000 for the whole country.' }),
    preset: textSchema.meta({ description: 'The notice that it is held under.' }),
    clauses: z.array(z.string()).readonly(),
    tasks: z.array(z.object({ clause: z.string(), title: textSchema }).readonly()).readonly(),
    from: civilDateSchema,
    until: civilDateSchema,
    commitment: z.string().meta({
      description: 'SHA-256 of the seed by which a sample for inspection is drawn, given before it is drawn.',
    }),
    closed: z.boolean(),
    progress: z
      .object({
        targets: counted,
        asked: counted,
        submitted: counted,
        accepted: counted,
        unfiled: counted,
        urged: counted,
      })
      .readonly(),
    closing: z
      .object({ on: civilDateSchema, words: z.string().optional() })
      .readonly()
      .optional()
      .meta({ description: 'What the office tells the public at the end.' }),
  })
  .readonly()
  .meta({ description: 'A campaign whose progress the office shows. Counts, never whom it is about.' });
export type PublicCampaignModel = z.infer<typeof publicCampaignSchema>;

export const publicCampaignsSchema = z.object({ items: z.array(publicCampaignSchema).readonly() }).readonly();
export type PublicCampaignsModel = z.infer<typeof publicCampaignsSchema>;
