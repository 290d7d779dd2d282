import { leastShown, type AnsweredCounts, type ShownCount } from '@suanjian/contracts';
import { isDetermined } from './determined.ts';

/** The parts that a total is made of. */
export const parts = ['inTime', 'late', 'openInTime', 'openLate', 'ended'] as const;
export type PartCounts = Readonly<Record<(typeof parts)[number], number>>;

const columns = ['received', ...parts] as const;
type Column = (typeof columns)[number];
type Hidden = ReadonlySet<Column>;

export const shownAlone = (count: number): ShownCount => (count < leastShown ? 'few' : count);

export const receivedOf = (counts: PartCounts): number => parts.reduce((sum, part) => sum + counts[part], 0);

export const sumOf = (rows: readonly PartCounts[]): PartCounts => {
  const sum = { inTime: 0, late: 0, openInTime: 0, openLate: 0, ended: 0 };
  for (const row of rows) for (const part of parts) sum[part] += row[part];
  return sum;
};

/** What is small in one row, and with a single such the least of the others, or the sum would give it away. */
const smallIn = (counts: PartCounts): Hidden => {
  const small = parts.filter((part) => counts[part] < leastShown);
  const [next] =
    small.length === 1
      ? parts.filter((part) => !small.includes(part)).toSorted((one, other) => counts[one] - counts[other])
      : [];
  const received = receivedOf(counts) < leastShown ? (['received'] as const) : [];
  return new Set<Column>([...received, ...small, ...(next === undefined ? [] : [next])]);
};

const drawn = (counts: PartCounts, hidden: Hidden): AnsweredCounts => {
  const value = (column: Column): ShownCount => {
    const count = column === 'received' ? receivedOf(counts) : counts[column];
    if (count < leastShown) return 'few';
    return hidden.has(column) ? 'withheld' : count;
  };
  return {
    received: value('received'),
    inTime: value('inTime'),
    late: value('late'),
    openInTime: value('openInTime'),
    openLate: value('openLate'),
    ended: value('ended'),
  };
};

interface Suppressed<Row> {
  readonly total: AnsweredCounts;
  /** Rows of ten or more. */
  readonly rows: readonly (Row & AnsweredCounts)[];
  /** All smaller rows together, where there are any. */
  readonly other?: AnsweredCounts;
}

/**
 * Counts in rows, and their total, as they may be shown: none below ten, and none by which one of those could be worked out, neither across a
 * row, whose parts add up to what was received, nor down a column, whose rows add up to the total. Small rows are put together, so that nobody
 * learns which there were. Where that does not suffice the smallest of the others is withheld, until it does.
 */
export const suppressed = <Row extends object>(
  given: readonly { readonly row: Row; readonly counts: PartCounts }[],
): Suppressed<Row> => {
  const large = given.filter(({ counts }) => receivedOf(counts) >= leastShown);
  const rest = sumOf(given.filter((each) => !large.includes(each)).map(({ counts }) => counts));
  const total = sumOf(given.map(({ counts }) => counts));
  const table = [...large.map(({ counts }) => counts), ...(receivedOf(rest) === 0 ? [] : [rest])];
  const hidden: Hidden[] = [...table, total].map(smallIn);
  const leastFirst = table
    .map((counts, index) => ({ index, received: receivedOf(counts) }))
    .toSorted((one, other) => one.received - other.received);
  for (const { index } of leastFirst) {
    if (!isDetermined(hidden)) break;
    hidden[index] = new Set(columns);
  }
  const none: Hidden = new Set();
  return {
    total: drawn(total, hidden[table.length] ?? none),
    rows: large.map(({ row, counts }, index) => ({ ...row, ...drawn(counts, hidden[index] ?? none) })),
    ...(table.length > large.length ? { other: drawn(rest, hidden[large.length] ?? none) } : {}),
  };
};
