import { reported } from '../statistics/rounding.ts';
import { worstFirst, type JudgedUnit } from '../engine/judge.ts';
import type { Interval, ReportedValue } from '../engine/method.ts';
import { unitKey, type Answered } from '../engine/run.ts';
import type { Receipt, Report, ReportResult, ReportUnit, RunNotes } from './schema.ts';

/** Rounded once, here, so that no last bit of a sum can make two reports differ. */
const rounded = (value: number | undefined): number | null => (value === undefined ? null : reported(value));

const roundedInterval = (interval: Interval | undefined): [number | null, number | null] | null =>
  interval === undefined ? null : [rounded(interval[0]), rounded(interval[1])];

const roundedValue = (value: ReportedValue): ReportedValue => {
  if (typeof value === 'number') return reported(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(roundedValue);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, roundedValue(entry)]));
};

const isList = (value: object): value is readonly ReportedValue[] => Array.isArray(value);

const roundedValues = (values: Readonly<Record<string, ReportedValue>>): Record<string, ReportedValue> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, roundedValue(value)]));

const unitOf = (
  { estimation, verdict, reason, interval, smallestDetectable, q }: JudgedUnit,
  examples: readonly ReportedValue[] | undefined,
): ReportUnit => ({
  by: { ...estimation.by },
  verdict,
  reason: reason ?? null,
  estimate: rounded(estimation.estimate),
  interval: roundedInterval(interval),
  n: estimation.n,
  p: rounded(estimation.p),
  q: rounded(q),
  smallestDetectable: rounded(smallestDetectable),
  values: {
    ...roundedValues(estimation.values),
    ...(examples === undefined ? {} : { examples: examples.map(roundedValue) }),
  },
  notes: [...estimation.notes],
});

export const resultOf = (answered: Answered): ReportResult => {
  const { question, judging, units, leading } = answered;
  const { check, method, clauses, severity, status, title, asks, advice, matched, asked } = question;
  const only = units.length === 1 ? units[0] : undefined;
  const written = worstFirst(units).map((unit) => unitOf(unit, answered.examples.get(unitKey(unit.estimation.by))));
  return {
    id: question.id,
    check: check?.id ?? null,
    method: method.id,
    clause: clauses[0] ?? null,
    clauses: [...clauses],
    severity,
    status,
    title,
    question: asks,
    advice: advice ?? null,
    ...(matched === undefined ? {} : { matched }),
    verdict: answered.verdict,
    reason: answered.reason ?? null,
    scale: leading?.estimation.scale ?? 'none',
    estimate: rounded(leading?.estimation.estimate),
    interval: roundedInterval(leading?.interval),
    n: units.reduce((sum, { estimation }) => sum + estimation.n, 0),
    p: rounded(answered.p ?? only?.estimation.p),
    q: rounded(answered.q),
    materiality: asked.kind === 'request' ? rounded(judging.materiality) : null,
    smallestDetectable: rounded(leading?.smallestDetectable),
    level: reported(answered.error) ?? 0,
    leading: leading === undefined ? null : { ...leading.estimation.by },
    units: written,
    values: only === undefined ? {} : (written[0]?.values ?? {}),
    notes: [...(asked.kind === 'request' ? (asked.notes ?? []) : []), ...(only?.estimation.notes ?? [])],
  };
};

export const buildReport = (answers: readonly Answered[], receipt: Receipt, run: RunNotes): Report => ({
  format: 'suanjian-audit/1',
  results: answers.map(resultOf),
  receipt,
  run: {
    ...run,
    notes: [...run.notes, ...answers.flatMap(({ remarks }) => remarks)],
    questions: answers.map(({ question: { id }, milliseconds, daysRead, daysKept }) => ({
      id,
      milliseconds,
      daysRead,
      daysKept,
    })),
  },
});

/** Whether a duty that is live failed: exit status 1. Nothing else fails a run. */
export const failsRun = ({
  severity,
  status,
  verdict,
}: Pick<ReportResult, 'severity' | 'status' | 'verdict'>): boolean =>
  severity === 'duty' && status === 'live' && verdict === 'fail';
