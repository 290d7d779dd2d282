import { open } from 'node:fs/promises';
import { text } from '@suanjian/rulebook';
import { JournalIndex } from './journal-index.ts';
import { parseJournalLine, type JournalLine } from './journal-line.ts';
import { LogFault, systemCode } from './log-fault.ts';

export interface ReadJournal {
  readonly index: JournalIndex;
  /** Bytes of the file that hold whole batches; what follows was never acknowledged. */
  readonly length: number;
}

const NEWLINE = 0x0a;

/**
 * Reads `leaves.ndjson`. Lines that were torn at its end, and the leaves of a batch that is not whole, were never acknowledged and are left out. A broken line
 * with whole ones after it is damage: throws `LogFault`.
 */
export async function readJournal(file: string): Promise<ReadJournal> {
  const index = new JournalIndex();
  let length = 0;
  let number = 0;
  let torn: number | undefined;
  let unfinished: JournalLine[] = [];
  for await (const { line, end } of linesOf(file)) {
    number += 1;
    const parsed = parseJournalLine(line, { file, line: number });
    if (parsed === undefined) {
      torn ??= number;
      continue;
    }
    if (torn !== undefined) throw damagedAt(file, torn);
    unfinished.push(parsed);
    const { number: part, of } = parsed.part ?? { number: 0, of: 1 };
    if (part !== unfinished.length - 1) throw damagedAt(file, number);
    if (unfinished.length < of) continue;
    for (const whole of unfinished) index.add(whole);
    unfinished = [];
    length = end;
  }
  return { index, length };
}

const damagedAt = (file: string, line: number): LogFault =>
  new LogFault(
    'damaged',
    text(
      `日志账 ${file} 第 ${line} 行已损坏，而其后还有完好的行：不是写入中断所致。请从备份恢复，并查明原因。`,
      `Line ${line} of the journal ${file} is damaged although whole lines follow it: no interrupted write does that. Restore it from a backup, and find out why.`,
    ),
    { file, line },
  );

/** The lines that end in a newline, with the place in the file where each ends. */
async function* linesOf(
  file: string,
): AsyncGenerator<{ readonly line: string; readonly end: number }, void, undefined> {
  let handle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    let rest = Buffer.alloc(0);
    let position = 0;
    let end = 0;
    const chunk = Buffer.allocUnsafe(1 << 20);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let start = 0;
      for (let newline = bytes.indexOf(NEWLINE); newline >= 0; newline = bytes.indexOf(NEWLINE, start)) {
        end += newline + 1 - start;
        yield { line: bytes.toString('utf8', start, newline), end };
        start = newline + 1;
      }
      rest = bytes.subarray(start);
    }
  } finally {
    await handle.close();
  }
}
