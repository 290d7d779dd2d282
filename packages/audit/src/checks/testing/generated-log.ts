import { generateLog, logDatabase, storedRows, type GenerateOptions, type LogStore } from '@suanjian/decision-log';
import { batchRootOfLines, hex, LOG_FORMAT, type LeafEntry } from '@suanjian/evidence';

/** Loads the log of an invented platform as the ingest does, and gives the leaves it would have left. */
export const loadGenerated = async (
  store: LogStore,
  options: GenerateOptions & { readonly provider: string },
): Promise<readonly LeafEntry[]> => {
  const leaves: LeafEntry[] = [];
  for (const { family, day, rows, ndjson } of generateLog(options)) {
    const batch = `${options.provider}-${leaves.length}`;
    await store.writer.insert(`${logDatabase}.${family}`, storedRows(ndjson, { batch, day }), {
      format: 'JSONEachRow',
      token: batch,
    });
    leaves.push({ format: LOG_FORMAT, kind: 'batch', batch, family, day, rows, root: hex(batchRootOfLines(ndjson)) });
  }
  return leaves;
};
