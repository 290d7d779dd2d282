import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * Monitoring: what is watched, what it warned of, what is behind a warning and what was done about it.
 */

const exampleId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const uuid = z.uuid().meta({ description: 'An id.', examples: [exampleId] });
const instant = z.string().meta({ description: 'A moment in UTC.', examples: ['2026-03-02T01:30:00.000Z'] });
const day = z.iso.date().meta({ description: 'A civil date in Asia/Shanghai.', examples: ['2026-02-28'] });
const words = (description: string, example: string) => z.string().meta({ description, examples: [example] });
const number = (description: string, example: number) => z.number().meta({ description, examples: [example] });
const reason = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .meta({ description: 'Why.', examples: ['原因已核实。'] });

export const monitoringReasonContract = z
  .object({ reason })
  .meta({ description: 'Why something is done.', examples: [{ reason: '原因已核实。' }] });

export const linkWarningContract = z
  .object({ reason, matter: uuid })
  .meta({ description: 'A matter that a warning led to.', examples: [{ reason: '立案调查。', matter: exampleId }] });

export const silenceWarningContract = z.object({ reason, until: day }).meta({
  description: 'A silence for the series of a warning; it always has a last day.',
  examples: [{ reason: '企业已说明，数据口径调整。', until: '2026-03-31' }],
});

export const proposeIndicatorContract = z
  .object({
    reason,
    definition: z.record(z.string(), z.unknown()).meta({
      description: 'The whole new version of an indicator.',
      examples: [{ id: 'opt-out-leak', version: 2 }],
    }),
  })
  .meta({
    description: 'A new version of an indicator, on trial at first.',
    examples: [{ reason: '提高门槛。', definition: { id: 'opt-out-leak', version: 2 } }],
  });

const theme = z
  .enum(['data-use', 'spread', 'market', 'behaviour', 'fairness'])
  .meta({ description: 'What it belongs to (opinions/7).', examples: ['data-use'] });
const indicatorStatus = z
  .enum(['shadow', 'live', 'retired'])
  .meta({ description: 'On trial, counting, or no longer used.', examples: ['live'] });

export const replayContract = z
  .object({
    from: day,
    to: day,
    series: number('Series it was run over.', 40),
    judged: number('Days of series that could be judged.', 2400),
    warnings: number('Warnings it would have given.', 2),
    daysWithWarnings: number('Days on which there would have been any.', 2),
    days: number('Days of the office.', 60),
    allowedDays: number('Such days that the stated rate allows if nothing ever changed.', 0.3),
  })
  .meta({
    description: 'What a version would have done over the past.',
    examples: [
      {
        from: '2026-01-01',
        to: '2026-03-01',
        series: 40,
        judged: 2400,
        warnings: 2,
        daysWithWarnings: 2,
        days: 60,
        allowedDays: 0.3,
      },
    ],
  });
export type ReplayAnswer = z.infer<typeof replayContract>;

export const tryIndicatorContract = z
  .object({
    definition: z.record(z.string(), z.unknown()).meta({
      description: 'The whole version of an indicator.',
      examples: [{ id: 'opt-out-leak', version: 2 }],
    }),
  })
  .meta({
    description: 'A version that is tried on the past.',
    examples: [{ definition: { id: 'opt-out-leak', version: 2 } }],
  });

const exampleReplay = {
  from: '2026-01-01',
  to: '2026-03-01',
  series: 40,
  judged: 2400,
  warnings: 2,
  daysWithWarnings: 2,
  days: 60,
  allowedDays: 0.3,
} as const;

export const triedIndicatorContract = z
  .object({
    replay: replayContract,
    counting: z
      .object({ version: number('The version that counts.', 1), replay: replayContract })
      .optional()
      .meta({
        description: 'The same of the version that counts; absent where none does.',
        examples: [{ version: 1, replay: exampleReplay }],
      }),
  })
  .meta({ description: 'What a version would have done over the past.', examples: [{ replay: exampleReplay }] });
export type TriedIndicatorAnswer = z.infer<typeof triedIndicatorContract>;

const decisionContract = z
  .object({
    action: z
      .enum(['proposed', 'replayed', 'live', 'retired'])
      .meta({ description: 'What was decided.', examples: ['live'] }),
    account: words('The account that decided.', 'a1'),
    reason,
    at: instant,
    replay: replayContract.optional(),
  })
  .meta({
    description: 'A decision about a version.',
    examples: [{ action: 'live', account: 'a1', reason: '回放合格。', at: '2026-03-02T01:30:00.000Z' }],
  });

export const watchedIndicatorContract = z
  .object({
    id: words('Id of the indicator.', 'opt-out-leak'),
    version: number('Its version.', 1),
    status: indicatorStatus,
    theme,
    title: textContract,
    meaning: textContract,
    clauses: z.array(z.string()).meta({ description: 'Clauses it serves.', examples: [['opinions/7']] }),
    per: z
      .enum(['provider', 'algorithm', 'service'])
      .meta({ description: 'What it is watched for.', examples: ['algorithm'] }),
    unit: z.enum(['count', 'share', 'measure']).meta({ description: 'What its figures are.', examples: ['share'] }),
    direction: z
      .enum(['up', 'down', 'either'])
      .meta({ description: 'Which way is a reason to look.', examples: ['up'] }),
    threshold: number('How far from what was expected.', 1.5),
    perSeries: number('Stated false alarms of a series a day, at most.', 0.001),
    perDay: number('Stated chance of any false alarm on a day of the office, at most.', 0.005),
    definition: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The whole definition.', examples: [{ id: 'opt-out-leak' }] }),
    decisions: z
      .array(decisionContract)
      .meta({ description: 'What was decided of it, the newest first.', examples: [[]] }),
  })
  .meta({
    description: 'A version of an indicator.',
    examples: [
      {
        id: 'opt-out-leak',
        version: 1,
        status: 'live',
        theme: 'data-use',
        title: { zh: '关闭后仍个性化的比例', en: 'Personalised after switching off' },
        meaning: { zh: '比例。', en: 'A share.' },
        clauses: ['opinions/7'],
        per: 'algorithm',
        unit: 'share',
        direction: 'up',
        threshold: 1.5,
        perSeries: 0.001,
        perDay: 0.005,
        definition: { id: 'opt-out-leak' },
        decisions: [],
      },
    ],
  });
export type WatchedIndicatorAnswer = z.infer<typeof watchedIndicatorContract>;

export const indicatorListContract = z
  .object({
    items: z.array(watchedIndicatorContract).meta({ description: 'The versions.', examples: [[]] }),
    officeRate: number('Stated chance of any false alarm on a day of the office, over all that count.', 0.05),
    mayDecide: z.boolean().meta({ description: 'Whether whoever asks may propose and decide.', examples: [false] }),
  })
  .meta({ description: 'Everything that is watched.', examples: [{ items: [], officeRate: 0.05, mayDecide: false }] });
export type IndicatorListAnswer = z.infer<typeof indicatorListContract>;

const warningStatus = z
  .enum(['new', 'looked-into', 'acted-on', 'dismissed'])
  .meta({ description: 'Where it stands.', examples: ['new'] });
const warningFields = {
  id: uuid,
  organisation: uuid,
  provider: words('Name of the provider.', '示例公司'),
  filing: uuid.optional(),
  indicator: words('Id of the indicator.', 'opt-out-leak'),
  title: textContract,
  theme,
  unit: z.enum(['count', 'share', 'measure']).meta({ description: 'What its figures are.', examples: ['share'] }),
  subject: words('What of the provider it is about.', 'provider'),
  day,
  lastDay: day,
  status: warningStatus,
  sharedAt: instant.optional(),
} as const;
const exampleWarning = {
  id: exampleId,
  organisation: exampleId,
  provider: '示例公司',
  indicator: 'opt-out-leak',
  title: { zh: '关闭后仍个性化的比例', en: 'Personalised after switching off' },
  theme: 'data-use',
  unit: 'share',
  subject: 'provider',
  day: '2026-02-28',
  lastDay: '2026-02-28',
  status: 'new',
} as const;

export const warningEntryContract = z
  .object(warningFields)
  .meta({ description: 'An early warning.', examples: [exampleWarning] });
export type WarningEntryAnswer = z.infer<typeof warningEntryContract>;

const silenceContract = z
  .object({
    id: uuid,
    organisation: uuid,
    indicator: words('Id of the indicator.', 'opt-out-leak'),
    title: textContract,
    subject: words('What of the provider.', 'provider'),
    until: day,
    office: words('The office that set it and that it holds for.', '示例省网信办'),
    mayEnd: z.boolean().meta({ description: 'Whether it is of the office of whoever asks.', examples: [true] }),
  })
  .meta({
    description: 'A series that is silenced, and until when.',
    examples: [
      {
        id: exampleId,
        organisation: exampleId,
        indicator: 'opt-out-leak',
        title: { zh: '比例', en: 'Share' },
        subject: 'provider',
        until: '2026-03-31',
        office: '示例省网信办',
        mayEnd: true,
      },
    ],
  });

export const monitoringContract = z
  .object({
    warnings: z.array(warningEntryContract).meta({ description: 'Warnings one may see.', examples: [[]] }),
    silences: z.array(silenceContract).meta({ description: 'Silences that hold; of offices only.', examples: [[]] }),
    run: z
      .object({
        day,
        tested: number('Series judged.', 400),
        warned: number('New warnings.', 1),
        silenced: number('Silenced.', 0),
        continued: number('Warnings that went on.', 0),
      })
      .optional()
      .meta({
        description: 'The last run; of offices only.',
        examples: [{ day: '2026-03-01', tested: 400, warned: 1, silenced: 0, continued: 0 }],
      }),
    officeRate: number('Stated chance of any false alarm on a day of the office.', 0.05).optional(),
    mayTriage: z.boolean().meta({ description: 'Whether whoever asks may deal with warnings.', examples: [true] }),
  })
  .meta({ description: 'How monitoring stands.', examples: [{ warnings: [], silences: [], mayTriage: false }] });
export type MonitoringAnswer = z.infer<typeof monitoringContract>;

const pointContract = z
  .object({
    day,
    value: z
      .number()
      .nullable()
      .meta({ description: 'What it brought; null where it is suppressed.', examples: [3] }),
  })
  .meta({ description: 'One day.', examples: [{ day: '2026-02-27', value: 3 }] });

export const warningContract = z
  .object({
    ...warningFields,
    meaning: textContract,
    clauses: z.array(z.string()).meta({ description: 'Clauses it serves.', examples: [['final/17.1']] }),
    check: words('Check whose results are watched; absent where complaints are.', 'opt-out-honoured').optional(),
    seen: z
      .number()
      .nullable()
      .meta({ description: 'What the day brought; null where it is suppressed.', examples: [30] }),
    expected: z
      .number()
      .nullable()
      .meta({ description: 'What was expected.', examples: [10] }),
    usual: z
      .tuple([z.number(), z.number()])
      .nullable()
      .meta({ description: 'What 95 of 100 ordinary days bring.', examples: [[4, 17]] }),
    p: number('Chance of it on a day on which nothing has changed.', 0.0001),
    q: number('False discovery rate over the day.', 0.002),
    tested: number('Series judged with it.', 400),
    past: number('Days that made the baseline.', 56),
    days: number('Days that the figure is about, up to its day; by the day in what was seen and expected.', 1),
    dispersion: number('Spread by chance alone: 1.', 1.3),
    history: z.array(pointContract).meta({ description: 'The days before.', examples: [[]] }),
    bundles: z
      .array(z.object({ id: uuid, filing: uuid, hash: words('SHA-256 of the note.', '0'.repeat(64)) }))
      .meta({ description: 'The verified bundles behind it.', examples: [[]] }),
    complaints: z.array(uuid).meta({ description: 'The complaints behind it; of offices only.', examples: [[]] }),
    acts: z
      .array(
        z.object({
          action: words('What was done.', 'raised'),
          account: words('By which account.', 'a1').optional(),
          reason: words('Why.', '原因').optional(),
          matter: z.object({ kind: words('Kind of the matter.', 'violation-case'), id: uuid }).optional(),
          at: instant,
        }),
      )
      .meta({ description: 'What was done, the oldest first.', examples: [[]] }),
    mayTriage: z.boolean().meta({ description: 'Whether whoever asks may deal with it.', examples: [true] }),
  })
  .meta({
    description: 'One early warning with what is behind it.',
    examples: [
      {
        ...exampleWarning,
        meaning: { zh: '比例。', en: 'A share.' },
        clauses: ['final/17.1'],
        check: 'opt-out-honoured',
        seen: 0.03,
        expected: 0.01,
        usual: [0.004, 0.017],
        p: 0.0001,
        q: 0.002,
        tested: 400,
        past: 56,
        days: 1,
        dispersion: 1.3,
        history: [],
        bundles: [],
        complaints: [],
        acts: [],
        mayTriage: true,
      },
    ],
  });
export type WarningAnswer = z.infer<typeof warningContract>;

export const providerSeriesContract = z
  .object({
    provider: words('Name of the provider.', '示例公司'),
    series: z
      .array(
        z.object({
          indicator: words('Id of the indicator.', 'opt-out-leak'),
          title: textContract,
          theme,
          status: indicatorStatus,
          unit: z
            .enum(['count', 'share', 'measure'])
            .meta({ description: 'What its figures are.', examples: ['share'] }),
          subject: words('What of the provider.', 'provider'),
          subjectTitle: words('Title of the algorithm.', '首页推荐').optional(),
          points: z
            .array(
              z.object({
                day,
                value: z
                  .number()
                  .nullable()
                  .meta({ description: 'The figure; null where suppressed.', examples: [3] }),
                expected: z
                  .number()
                  .optional()
                  .meta({ description: 'What was expected.', examples: [2.5] }),
                usual: z
                  .tuple([z.number(), z.number()])
                  .optional()
                  .meta({ description: 'What 95 of 100 ordinary days bring.', examples: [[1, 5]] }),
              }),
            )
            .meta({ description: 'Day by day.', examples: [[]] }),
        }),
      )
      .meta({ description: 'Everything watched of it.', examples: [[]] }),
  })
  .meta({ description: 'What is watched of one provider.', examples: [{ provider: '示例公司', series: [] }] });
export type ProviderSeriesAnswer = z.infer<typeof providerSeriesContract>;

export const ranMonitoringContract = z
  .object({
    day,
    already: z.boolean().meta({ description: 'Whether the day had been run before.', examples: [false] }),
    tested: number('Series judged.', 400),
    warned: number('New warnings.', 1),
    silenced: number('Silenced.', 0),
    continued: number('Warnings that went on.', 0),
  })
  .meta({
    description: 'A run of monitoring.',
    examples: [{ day: '2026-03-01', already: false, tested: 400, warned: 1, silenced: 0, continued: 0 }],
  });
