import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const describeParameters = z.strictObject({
  statistics: z
    .union([z.array(z.string().min(1)).min(1), z.record(z.string().min(1), z.string().min(1))])
    .optional()
    .meta(
      meaning(
        '报告哪些统计量：列出名称，或给它们另取名字；不写则为各部分常用的几项。',
        'What to report: a list of statistics, or names for them; the usual ones for each part unless told.',
      ),
    ),
});

export type DescribeParameters = z.output<typeof describeParameters>;
