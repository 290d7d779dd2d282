import { punctualitySchema, textContract } from '@suanjian/contracts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from './request.ts';

const count = z.number().int();

const importAnswer = z.object({
  rows: count,
  records: count,
  subjects: count,
  added: count,
  changed: count,
  unchanged: count,
  cancelled: count,
  flagged: z.array(
    z.object({
      line: count,
      number: z.string(),
      reasons: z.array(z.object({ code: z.string(), message: textContract })),
    }),
  ),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

const tenMinutes = 600_000;

export const importRegister = (file: File): Promise<ImportAnswer> =>
  request('/api/administration/register-import', importAnswer, {
    method: 'POST',
    body: new Blob([file], { type: 'text/tab-separated-values' }),
    patience: tenMinutes,
  });

/** The public's own figures: an office sees no others about itself. */
export const usePunctuality = () =>
  useQuery({
    queryKey: ['punctuality'],
    queryFn: ({ signal }) => request('/punctuality.json', punctualitySchema, { signal }),
    staleTime: 300_000,
  });
