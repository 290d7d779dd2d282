import {
  announcementColumns,
  readAnnouncementRow,
  type AnnouncementColumn,
  type AnnouncementRow,
} from './announcement-row.ts';
import { decodingFault } from './decoding.ts';
import { fault, type Fault } from './fault.ts';
import { parseFilingNumber, type FilingNumberOptions, type FilingNumberReading } from './filing-number.ts';
import { splitTabularLine } from './tabular-line.ts';

/** A row that can be taken over. Its number may be faulty: then the row is kept and flagged. */
export interface ReadRow {
  readonly kind: 'row';
  /** Counted from 1; the header is line 1. */
  readonly line: number;
  readonly row: AnnouncementRow;
  readonly number: FilingNumberReading;
}

/** Why a line, or with the header the whole file, cannot be taken over. */
export interface ReadFault extends Fault {
  readonly kind: 'fault';
  readonly line: number;
  readonly column?: string;
}

export type AnnouncementOutcome = ReadRow | ReadFault;

export interface AnnouncementReader {
  /** Takes any piece of the decoded text, cut anywhere, and answers for the lines that are complete. */
  push(chunk: string): readonly AnnouncementOutcome[];
  /** Answers for a last line without a line feed, and says so when there was nothing at all. */
  end(): readonly AnnouncementOutcome[];
}

type Columns = ReadonlyMap<AnnouncementColumn, number>;

const faultAt = (line: number, { code, message }: Fault, column?: string): ReadFault => ({
  kind: 'fault',
  line,
  code,
  message,
  ...(column === undefined ? {} : { column }),
});

const isColumn = (name: string): name is AnnouncementColumn => announcementColumns.some((column) => column === name);

const readHeader = (line: string): { readonly columns: Columns; readonly faults: readonly ReadFault[] } => {
  const columns = new Map<AnnouncementColumn, number>();
  const faults: ReadFault[] = [];
  const names = splitTabularLine(line).map((name) => name.trim());
  names.forEach((name, index) => {
    if (!isColumn(name)) {
      const shown = name === '' ? `(${index + 1})` : name;
      faults.push(faultAt(1, fault('unknown-column', `未知列“${shown}”。`, `Unknown column “${shown}”.`), shown));
    } else if (columns.has(name)) {
      faults.push(faultAt(1, fault('duplicate-column', `列“${name}”重复。`, `Column “${name}” stands twice.`), name));
    } else {
      columns.set(name, index);
    }
  });
  for (const name of announcementColumns) {
    if (!columns.has(name))
      faults.push(faultAt(1, fault('missing-column', `缺少列“${name}”。`, `Column “${name}” is missing.`), name));
  }
  return { columns, faults };
};

const countFault = (found: number, isLast: boolean): Fault => {
  const expected = announcementColumns.length;
  if (found > expected) {
    return fault(
      'too-many-columns',
      `应有${expected}列，这里有${found}列。`,
      `${expected} columns are expected; here are ${found}.`,
    );
  }
  return fault(
    'truncated-line',
    `应有${expected}列，这里只有${found}列${isLast ? '：文件在此行中断，可能未传输完整。' : '，此行不完整。'}`,
    `${expected} columns are expected; here are only ${found}. ${isLast ? 'The file ends in the middle of this line and was perhaps not transferred whole.' : 'The line is cut short.'}`,
  );
};

const readLine = (
  line: number,
  text: string,
  columns: Columns,
  options: FilingNumberOptions,
  isLast: boolean,
): readonly AnnouncementOutcome[] => {
  const wrongDecoding = decodingFault(text);
  if (wrongDecoding !== undefined) return [faultAt(line, wrongDecoding)];
  const values = splitTabularLine(text);
  if (values.length !== columns.size) return [faultAt(line, countFault(values.length, isLast))];
  const cells = Object.fromEntries(
    [...columns].map(([column, index]) => [column, (values[index] ?? '').trim()]),
  ) as Record<AnnouncementColumn, string>;
  const reading = readAnnouncementRow(cells);
  if (!reading.ok) return reading.faults.map((found) => faultAt(line, found, found.column));
  const number = parseFilingNumber(reading.row.filingNumber, options);
  return [{ kind: 'row', line, row: reading.row, number }];
};

/**
 * Reads an announcement table piece by piece, in memory of one line. A faulty header answers once for the whole file,
 * nothing after it is read; a faulty line answers for itself and reading goes on, so that one run names every fault.
 */
export const createAnnouncementReader = (options: FilingNumberOptions = {}): AnnouncementReader => {
  let buffered = '';
  let line = 0;
  let columns: Columns | undefined;
  let refused = false;

  const take = (raw: string, isLast: boolean): readonly AnnouncementOutcome[] => {
    line += 1;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (refused) return [];
    if (columns !== undefined) return text.trim() === '' ? [] : readLine(line, text, columns, options, isLast);
    const head = text.replace(/^\uFEFF/, '');
    const wrongDecoding = decodingFault(head);
    const header =
      wrongDecoding === undefined ? readHeader(head) : { columns: new Map(), faults: [faultAt(1, wrongDecoding)] };
    refused = header.faults.length > 0;
    columns = header.columns;
    return header.faults;
  };

  return {
    push: (chunk) => {
      const lines = (buffered + chunk).split('\n');
      buffered = lines.pop() ?? '';
      return lines.flatMap((text) => take(text, false));
    },
    end: () => {
      const last = buffered;
      buffered = '';
      if (last !== '') return take(last, true);
      if (line > 0) return [];
      return [faultAt(1, fault('empty-file', '文件为空。', 'The file is empty.'))];
    },
  };
};

export interface AnnouncementTable {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly ReadFault[];
}

/** A whole table at once. */
export const readAnnouncement = (text: string, options: FilingNumberOptions = {}): AnnouncementTable => {
  const reader = createAnnouncementReader(options);
  const outcomes = [...reader.push(text), ...reader.end()];
  return {
    rows: outcomes.filter((outcome) => outcome.kind === 'row'),
    faults: outcomes.filter((outcome) => outcome.kind === 'fault'),
  };
};
