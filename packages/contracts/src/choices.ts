import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * What a field of a form may be picked from: matters, verified result bundles, and what their checks found, as far as whoever asks may see them.
 */

const exampleId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const day = z.string().meta({ description: 'A civil date in Asia/Shanghai.', examples: ['2026-02-28'] });
const instant = z.string().meta({ description: 'A moment in UTC.', examples: ['2026-03-02T01:30:00.000Z'] });
const value = z.string().meta({ description: 'What the field then holds.', examples: [exampleId] });

const bundleFacts = {
  filing: z
    .object({ id: z.string(), title: z.string(), number: z.string().optional() })
    .meta({ description: 'The filing it was sent for.', examples: [{ id: exampleId, title: '示例推荐' }] }),
  uploadedAt: instant,
  from: day.optional(),
  to: day.optional(),
};

export const matterChoiceContract = z
  .object({
    of: z.literal('matter'),
    value,
    kind: z.string().meta({ description: 'Its kind.', examples: ['complaint'] }),
    title: z.string().meta({ description: 'Its title.', examples: ['同物不同价'] }),
    number: z.string().optional(),
    status: z.string().meta({ description: 'The state it is in.', examples: ['escalated'] }),
    openedAt: instant,
  })
  .meta({
    description: 'A matter to pick.',
    examples: [
      {
        of: 'matter',
        value: exampleId,
        kind: 'filing',
        title: '示例推荐',
        status: 'filed',
        openedAt: '2026-03-02T01:30:00.000Z',
      },
    ],
  });
export type MatterChoice = z.infer<typeof matterChoiceContract>;

export const bundleChoiceContract = z.object({ of: z.literal('bundle'), value, ...bundleFacts }).meta({
  description: 'A verified result bundle to pick.',
  examples: [
    {
      of: 'bundle',
      value: exampleId,
      filing: { id: exampleId, title: '示例推荐' },
      uploadedAt: '2026-03-02T01:30:00.000Z',
    },
  ],
});
export type BundleChoice = z.infer<typeof bundleChoiceContract>;

export const resultChoiceContract = z
  .object({
    of: z.literal('check-result'),
    value,
    check: z.string().meta({ description: 'Id of the check.', examples: ['differential-pricing'] }),
    title: textContract,
    clause: z
      .string()
      .nullable()
      .meta({ description: 'Its leading clause.', examples: ['final/21'] }),
    verdict: z
      .enum(['pass', 'fail', 'not-enough-data', 'not-applicable'])
      .meta({ description: 'What it found.', examples: ['fail'] }),
    ...bundleFacts,
  })
  .meta({
    description: 'What a check found, to pick.',
    examples: [
      {
        of: 'check-result',
        value: `${exampleId}/differential-pricing`,
        check: 'differential-pricing',
        title: { zh: '差异化定价', en: 'Differential pricing' },
        clause: 'final/21',
        verdict: 'fail',
        filing: { id: exampleId, title: '示例推荐' },
        uploadedAt: '2026-03-02T01:30:00.000Z',
      },
    ],
  });
export type ResultChoice = z.infer<typeof resultChoiceContract>;

export const choiceListContract = z
  .object({
    items: z.array(z.discriminatedUnion('of', [matterChoiceContract, bundleChoiceContract, resultChoiceContract])),
    more: z
      .boolean()
      .meta({ description: 'Whether there are more than these; a search finds them.', examples: [false] }),
  })
  .meta({ description: 'What may be picked, the newest first.', examples: [{ items: [], more: false }] });
export type ChoiceList = z.infer<typeof choiceListContract>;
export type Choice = ChoiceList['items'][number];
