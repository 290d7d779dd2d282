import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { countIn, textIn } from '../common/rows.ts';
import { reasons } from '../common/texts.ts';
import { isoInstant } from '../common/time.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import type { CoverageParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { endsEarly, gapsFound, noGap, noPeriod, withinTolerance } from './texts.ts';

interface Gap {
  readonly stream: string;
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly events: number;
  readonly gaps: number;
  readonly uncovered: number;
}

const reportedGaps = 10;

const numberIn = (row: ReducedRow, column: string): number => Number(textIn(row, column));

const stretchOf = (row: ReducedRow): Stretch => ({
  first: numberIn(row, 'first_event'),
  last: numberIn(row, 'last_event'),
  events: countIn(row, 'n'),
  gaps: countIn(row, 'gaps'),
  uncovered: numberIn(row, 'uncovered'),
});

interface Streams {
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
  readonly listed: readonly Gap[];
}

const streamsOf = (unit: Unit): Streams => {
  const stretches = new Map<string, Stretch[]>();
  const listed: Gap[] = [];
  for (const row of unit.rows) {
    const stream = textIn(row, 'stream');
    const stretch = stretchOf(row);
    if (countIn(row, 'kind') === 1) listed.push({ stream, from: stretch.first, to: stretch.last });
    else {
      const own = stretches.get(stream) ?? [];
      stretches.set(stream, own);
      own.push(stretch);
    }
  }
  for (const own of stretches.values()) own.sort((left, right) => left.first - right.first);
  return { stretches, listed };
};

interface Coverage {
  events: number;
  gaps: number;
  uncovered: number;
  period: number;
  readonly listed: Gap[];
}

const coverageOf = ({ stretches, listed }: Streams, { every, from, to }: CoverageParameters): Coverage => {
  const coverage: Coverage = { events: 0, gaps: 0, uncovered: 0, period: 0, listed: [...listed] };
  for (const [stream, own] of stretches) {
    const [first, last] = [
      own[0]?.first ?? 0,
      own.reduce((latest, stretch) => Math.max(latest, stretch.last), -Infinity),
    ];
    const begins = from === undefined ? first : Math.min(from, first);
    const ends = to === undefined ? last : Math.max(to, last);
    const between = (start: number, end: number) => {
      if (end - start <= every) return;
      coverage.gaps += 1;
      coverage.uncovered += end - start;
      coverage.listed.push({ stream, from: start, to: end });
    };
    let reached = begins;
    for (const stretch of own) {
      between(reached, stretch.first);
      reached = Math.max(reached, stretch.last);
      coverage.events += stretch.events;
      coverage.gaps += stretch.gaps;
      coverage.uncovered += stretch.uncovered;
    }
    between(reached, ends);
    coverage.period += ends - begins;
  }
  coverage.listed.sort(
    (left, right) =>
      right.to - right.from - (left.to - left.from) || left.from - right.from || (left.stream < right.stream ? -1 : 1),
  );
  return coverage;
};

/** Streams whose last event lies more than `every` before the last of all, when no end was given. */
const earlyEnds = ({ stretches }: Streams, { every, to }: CoverageParameters): number => {
  if (to !== undefined) return 0;
  const ends = [...stretches.values()].map((own) =>
    own.reduce((latest, { last }) => Math.max(latest, last), -Infinity),
  );
  const latest = Math.max(...ends);
  return ends.filter((end) => latest - end > every).length;
};

const judged = (unit: Unit, parameters: CoverageParameters): Estimation => {
  if (unit.rows.length === 0) return undecidable(unit, reasons.empty);
  const streams = streamsOf(unit);
  const { events, gaps, uncovered, period, listed } = coverageOf(streams, parameters);
  const longest = listed[0] === undefined ? 0 : listed[0].to - listed[0].from;
  const values = {
    events,
    streams: streams.stretches.size,
    gaps,
    covered: period === 0 ? null : 1 - uncovered / period,
    longestMilliseconds: longest,
    longest: listed.slice(0, reportedGaps).map((gap) => ({
      stream: gap.stream,
      from: isoInstant(gap.from),
      to: isoInstant(gap.to),
      milliseconds: gap.to - gap.from,
    })),
  };
  if (period === 0) return undecidable(unit, noPeriod, { n: events, values });
  const early = earlyEnds(streams, parameters);
  const decided =
    gaps === 0
      ? ({ verdict: 'pass', reason: noGap(parameters.every) } as const)
      : uncovered / period > parameters.tolerance
        ? ({ verdict: 'fail', reason: gapsFound(gaps, longest, parameters.every) } as const)
        : ({ verdict: 'pass', reason: withinTolerance(gaps) } as const);
  return {
    by: unit.by,
    scale: 'count',
    estimate: gaps,
    n: events,
    p: undefined,
    interval: () => undefined,
    smallestDetectable: () => undefined,
    decided,
    values,
    notes: early === 0 ? unit.notes : [...unit.notes, endsEarly(early)],
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<CoverageParameters>,
): readonly Estimation[] => unitsOf(rows, request.by, rules).map((unit) => judged(unit, request.parameters));
