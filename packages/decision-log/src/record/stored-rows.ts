import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';

/** Where rows stand in the evidence. */
export interface RowsPlace {
  readonly batch: string;
  /** Civil day (Asia/Shanghai). */
  readonly day: string;
  /** The number of the first row within its batch and day, 0 where it is not given. */
  readonly firstRow?: number;
}

const NEWLINE = 0x0a;

/**
 * Canonical rows as `JSONEachRow` for the table of their family: each gains its day, batch and number. `lines` is NDJSON with a newline after every row; batch ids
 * and days need no escape. Throws `LogFault` (`damaged`) where the last row has no newline.
 */
export function storedRows(lines: Uint8Array, { batch, day, firstRow = 0 }: RowsPlace): Buffer {
  const source = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  if (source.length > 0 && source.at(-1) !== NEWLINE) throw damaged(batch);
  const start = Buffer.from(`{"day":"${day}","batch_id":"${batch}","row_no":`);
  const rows = countLines(source);
  // Ten digits and a comma for the number, in place of the brace.
  const target = Buffer.allocUnsafe(source.length + rows * (start.length + 10));
  let to = 0;
  let row = firstRow;
  for (let from = 0; from < source.length; row += 1) {
    const end = source.indexOf(NEWLINE, from) + 1;
    to += start.copy(target, to);
    to += target.write(`${row},`, to, 'latin1');
    to += source.copy(target, to, from + 1, end);
    from = end;
  }
  return target.subarray(0, to);
}

const damaged = (batch: string): LogFault =>
  new LogFault(
    'damaged',
    text(
      `批次 ${batch} 在日志段中的记录不完整；请运行 suanjian verify log。`,
      `The rows of batch ${batch} in its segment are not whole; run suanjian verify log.`,
    ),
  );

/** How many lines end in these bytes. */
export function countLines(bytes: Uint8Array): number {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = source.indexOf(NEWLINE); at >= 0; at = source.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
