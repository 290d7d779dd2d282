import { text, type Text } from '@suanjian/rulebook';
import { changeReasonLabel, type ChangeReason } from './change-reason.ts';
import { remarkRules, type RemarkChange } from './remark-rules.ts';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

export interface HistoryEntry {
  readonly kind: ChangeReason | 'cancelled';
  /** Only where the remark says when. */
  readonly date?: Month;
  /** The remark names several months for several changes without saying which is whose. */
  readonly possibleDates?: readonly Month[];
  readonly from?: string;
  readonly to?: string;
  /** Products, models, modalities or parts of a document, as printed. */
  readonly items?: readonly string[];
}

export interface ParsedRemark {
  readonly entries: readonly HistoryEntry[];
  /** What was not understood, as printed; empty when everything was. */
  readonly rest: string;
}

export const historyLabel = (kind: HistoryEntry['kind']): Text =>
  kind === 'cancelled' ? text('已注销', 'Cancelled') : changeReasonLabel(kind);

const separator = /[\s、，,；;。：:"]+/y;
const heading = /变更内容[：:]?/y;
// `2024年8月`, `2023年4月、12月`; a day, should one ever be printed, is dropped.
const dated = /(\d{4})年((?:1[0-2]|0?[1-9])(?:月(?:\d{1,2}日)?、(?:1[0-2]|0?[1-9]))*)月(?:\d{1,2}日)?/y;
// What cannot be understood runs to the next mark that is in no quotation.
const unknown = /(?:“[^”]*”|《[^》]*》|[^、，,；;。])+/y;

const at = (pattern: RegExp, remark: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position;
  return pattern.exec(remark);
};

const monthsOf = (match: RegExpExecArray): readonly Month[] => {
  const [, year = '', months = ''] = match;
  return [...months.matchAll(/(\d{1,2})(?!\d|日)/g)].map(([, month = '']) => `${year}-${month.padStart(2, '0')}`);
};

/** One month is everybody's month. Several are spread over a single change, or stay open between several. */
const withDates = (changes: readonly RemarkChange[], months: readonly Month[]): readonly HistoryEntry[] => {
  const [only] = months;
  if (only === undefined) return changes;
  if (months.length === 1) return changes.map((change) => ({ ...change, date: only }));
  if (changes.length === 1) return months.flatMap((date) => changes.map((change) => ({ ...change, date })));
  return changes.map((change) => ({ ...change, possibleDates: months }));
};

const readChange = (
  remark: string,
  position: number,
): { changes: readonly RemarkChange[]; end: number } | undefined => {
  for (const rule of remarkRules) {
    const found = rule(remark, position);
    if (found !== undefined && found.end > position) return found;
  }
  return undefined;
};

/**
 * Reads the free Chinese text of the remark column. Everything is either understood or kept in `rest`; nothing is
 * guessed: a change without a month in the text has none here.
 */
export const parseRemark = (remark: string): ParsedRemark => {
  const entries: HistoryEntry[] = [];
  const rest: string[] = [];
  let pending: RemarkChange[] = [];
  let months: readonly Month[] = [];
  let position = 0;
  const settle = (): void => {
    entries.push(...withDates(pending, months));
    pending = [];
  };
  while (position < remark.length) {
    const skipped = at(separator, remark, position) ?? at(heading, remark, position);
    if (skipped !== null) {
      position += skipped[0].length;
      continue;
    }
    const date = at(dated, remark, position);
    if (date !== null) {
      settle();
      months = monthsOf(date);
      position += date[0].length;
      continue;
    }
    const found = readChange(remark, position);
    if (found !== undefined) {
      pending.push(...found.changes);
      position = found.end;
      continue;
    }
    const strange = at(unknown, remark, position);
    const length = strange === null ? 1 : strange[0].length;
    rest.push(remark.slice(position, position + length));
    position += length;
  }
  settle();
  return { entries, rest: rest.join('，') };
};
