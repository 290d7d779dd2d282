import { z } from 'zod';

/** A sentence in both languages, as everywhere in the product. */
export const textSchema = z
  .object({ zh: z.string(), en: z.string() })
  .readonly()
  .meta({ description: 'The same text in Chinese and in English.', example: { zh: '已备案', en: 'Filed' } });

export const civilDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A civil date in Asia/Shanghai.', example: '2026-02-10' });

export const faultSchema = z
  .object({
    code: z.string().meta({ description: 'For programs.', example: 'check-digit' }),
    message: textSchema,
  })
  .readonly()
  .meta({ description: 'Something that was found wrong, with a sentence for people.' });
