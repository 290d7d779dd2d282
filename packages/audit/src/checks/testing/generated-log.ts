import { generateLog, type GenerateOptions, type LogStore } from '@suanjian/decision-log';
import { batchRootOfLines, hex, type LeafEntry } from '@suanjian/evidence';
import { gatheredRows } from './gathered-rows.ts';

/** Loads the log of an invented platform as the ingest does, and gives the leaves it would have left. */
export const loadGenerated = async (
  store: LogStore,
  options: GenerateOptions & { readonly provider: string },
): Promise<readonly LeafEntry[]> => {
  const gathered = gatheredRows(store);
  const leaves: LeafEntry[] = [];
  for (const { family, day, rows, ndjson } of generateLog(options))
    leaves.push(
      await gathered.add({
        batch: `${options.provider}-${leaves.length}`,
        family,
        day,
        rows,
        root: hex(batchRootOfLines(ndjson)),
        lines: ndjson,
      }),
    );
  await gathered.flush();
  return leaves;
};
