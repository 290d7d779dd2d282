import { z } from 'zod';

const counted = z.object({ value: z.string(), count: z.number().int() }).readonly();

export const registerFiguresSchema = z
  .object({
    records: z.number().int(),
    subjects: z.number().int(),
    cancelled: z.number().int(),
    flagged: z.number().int(),
    months: z.array(counted).readonly().meta({ description: 'Records by month of first publication, oldest first.' }),
    techniques: z.array(counted).readonly(),
    provinces: z.array(counted).readonly().meta({ description: 'By two digits of GB/T 2260, most first.' }),
  })
  .readonly();
export type RegisterFiguresModel = z.infer<typeof registerFiguresSchema>;

export const punctualitySchema = z
  .object({
    asOf: z.string().meta({ description: 'Civil date of counting.', example: '2026-03-02' }),
    rows: z
      .array(
        z
          .object({
            office: z
              .string()
              .meta({ description: 'Two digits of the province whose office answers; 00 for the national office.' }),
            clock: z.string(),
            onTime: z.number().int(),
            late: z.number().int(),
            openInTime: z.number().int(),
            openLate: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ description: 'How offices kept their own statutory periods; only totals.' });
export type PunctualityModel = z.infer<typeof punctualitySchema>;
