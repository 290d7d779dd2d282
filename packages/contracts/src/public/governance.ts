import { z } from 'zod';
import { shownCountSchema } from './complaints-answered.ts';
import { civilDateSchema, textSchema } from './text.ts';

export const governanceFiguresSchema = z
  .object({
    asOf: civilDateSchema,
    parts: z
      .array(
        z
          .object({
            name: z.string(),
            title: textSchema,
            clauses: z.array(z.string()).readonly(),
            figures: z
              .array(
                z
                  .object({
                    name: z.string(),
                    title: textSchema,
                    meaning: textSchema,
                    value: shownCountSchema,
                    unit: z.enum(['count', 'share']).meta({ description: 'A share is in thousandths.' }),
                    path: z.string().optional().meta({ description: 'The page that tells more.' }),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ description: 'What governance has come to so far, by the parts that the guiding opinions name.' });
export type GovernanceFigures = z.infer<typeof governanceFiguresSchema>;
