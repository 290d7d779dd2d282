import { text } from '@suanjian/rulebook';
import type { Report, ReportResult, ReportUnit } from '../schema.ts';

/** What a log may hold when somebody means ill: it must come out as text everywhere. */
export const hostile = '<script>alert("x")</script>\u001b[31m';

export const sampleUnit = (more: Partial<ReportUnit> = {}): ReportUnit => ({
  by: {},
  verdict: 'pass',
  reason: null,
  estimate: 0.0012,
  interval: [-0.004, 0.006],
  n: 123_456,
  p: 0.6,
  q: 0.6,
  smallestDetectable: 0.007,
  values: {},
  notes: [],
  ...more,
});

export const sampleResult = (
  id: string,
  units: readonly ReportUnit[],
  more: Partial<ReportResult> = {},
): ReportResult => {
  const [first] = units;
  return {
    id,
    check: id,
    method: 'rate-gap',
    clause: 'final/17.1',
    clauses: ['final/17.1'],
    severity: 'duty',
    status: 'live',
    title: text(`检查 ${id}`, `Check ${id}`),
    question: text('关闭以后还有个性化吗？', 'Is anything personalised after the switch?'),
    advice: text('看看最先列出的请求。', 'Look at the requests that come first.'),
    verdict: first?.verdict ?? 'not-applicable',
    reason: null,
    scale: 'difference',
    estimate: first?.estimate ?? null,
    interval: first?.interval ?? null,
    n: units.reduce((sum, { n }) => sum + n, 0),
    p: first?.p ?? null,
    q: first?.q ?? null,
    materiality: 0.02,
    smallestDetectable: first?.smallestDetectable ?? null,
    level: 0.05,
    leading: first?.by ?? null,
    units: [...units],
    values: {},
    notes: [],
    ...more,
  };
};

/** One of each: every verdict, scale and mark, many units, an endless interval, rows of the log that mean ill. */
export const sampleReport = (): Report => {
  const failing = sampleUnit({
    by: { algorithm: 'home-feed' },
    verdict: 'fail',
    estimate: 0.12,
    interval: [0.08, 0.16],
    p: 1e-9,
    q: 2e-9,
    values: {
      examples: [
        { request: 'r-1', surface: hostile },
        { request: 'r-2', surface: 'feed' },
      ],
    },
  });
  const results = [
    sampleResult('passing', [sampleUnit()]),
    sampleResult('failing', [failing, sampleUnit({ by: { algorithm: hostile } })], {
      notes: [text('有 12 行没有结果，未计入。', '12 rows without an outcome were left out.')],
    }),
    sampleResult(
      'rule',
      [sampleUnit({ verdict: 'fail', estimate: 3, interval: null, p: null, q: null, smallestDetectable: null })],
      {
        scale: 'count',
        materiality: 0,
        reason: text('有 3 行违反。', '3 rows break it.'),
      },
    ),
    sampleResult('unsure', [sampleUnit({ verdict: 'not-enough-data', estimate: 1.3, interval: [0.2, null] })], {
      scale: 'ratio',
      materiality: 0.25,
    }),
    sampleResult('advised', [sampleUnit({ verdict: 'fail', estimate: 0.4, interval: [0.3, 0.5] })], {
      severity: 'advisory',
      scale: 'share',
      clauses: ['final/12', 'final/6.1'],
      clause: 'final/12',
    }),
    sampleResult('tried', [sampleUnit()], { status: 'shadow', scale: 'relative' }),
    sampleResult(
      'absent',
      [
        sampleUnit({
          verdict: 'not-applicable',
          estimate: null,
          interval: null,
          n: 0,
          p: null,
          q: null,
          smallestDetectable: null,
        }),
      ],
      {
        scale: 'none',
        materiality: null,
        reason: text('日志没有这些记录。', 'The log holds no such records.'),
      },
    ),
  ];
  return {
    format: 'suanjian-audit/1',
    results,
    receipt: {
      format: 'suanjian-audit-receipt/1',
      edition: 'final',
      software: { suanjian: '0.1.0', clickhouse: '26.7.3' },
      data: {
        kind: 'log',
        provider: 'demo',
        from: '2026-01-01',
        to: '2026-01-31',
        treeSize: 4242,
        root: '0123456789abcdef'.repeat(4),
        commitment: 'fedcba9876543210'.repeat(4),
      },
      questions: results.map(({ id }) => ({
        id,
        check: { id, version: 1 },
        method: { id: 'rate-gap', version: 1 },
        definition: 'ab'.repeat(32),
        parameters: { check: { materiality: 0.02 } },
      })),
      seed: 1,
      error: { year: 0.05, runsPerYear: 1, run: 0.05 },
    },
    run: { started: '2026-02-01T00:00:00.000Z', milliseconds: 12_345, host: 'a-host', notes: [] },
  };
};
