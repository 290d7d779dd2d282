import { generateLog } from '@suanjian/decision-log';
import { civilDate } from '@suanjian/rulebook';

/** So many batches of so many exposures each, as the generated platform writes them, as bytes of NDJSON. */
export function exposureBatches(count: number, rows: number): readonly Buffer[] {
  const batches: Buffer[] = [];
  let lines: string[] = [];
  const options = { rows: count * rows, days: 2, seed: 7, from: civilDate('2026-10-01') };
  for (const batch of generateLog(options)) {
    if (batch.family !== 'exposure') continue;
    for (const line of batch.lines) {
      lines.push(line);
      if (lines.length < rows) continue;
      batches.push(Buffer.from(`${lines.join('\n')}\n`));
      lines = [];
    }
  }
  return batches;
}
