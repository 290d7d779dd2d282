import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logDatabase, type StoreWriter } from '@suanjian/decision-log';
import { identifier } from '../common/sql.ts';

/** Real data with published results, which lie beside the checkout and never in it. */
const folder = join(import.meta.dirname, '../../../../../../shared/data/audits');

export const absent = 'The real audit data (../shared/data/audits) do not lie beside the checkout.';

export const sharedFile = (path: string): string | undefined => {
  const file = join(folder, path);
  return existsSync(file) ? file : undefined;
};

/** Loads a Parquet file's columns, given with their types, into a table of the log's database and returns its full name. */
export const loadParquet = async (
  writer: Pick<StoreWriter, 'command' | 'insert'>,
  name: string,
  columns: Readonly<Record<string, string>>,
  file: string,
): Promise<string> => {
  const full = `${identifier(logDatabase)}.${identifier(name)}`;
  const described = Object.entries(columns).map(([column, type]) => `${identifier(column)} ${type}`);
  await writer.command(`DROP TABLE IF EXISTS ${full} SYNC`);
  await writer.command(`CREATE TABLE ${full} (${described.join(', ')}) ENGINE = MergeTree ORDER BY tuple()`);
  await writer.insert(`${logDatabase}.${name}`, readFileSync(file), {
    format: 'Parquet',
    columns: Object.keys(columns),
  });
  return full;
};
