import { families, familyNames } from '../families/families.ts';
import { tableOf } from '../record/table.ts';
import { ensureDatabase, ensureTable, onEveryNode, storedName } from '../store/schema.ts';
import { logDatabase, type LogStore } from '../store/store.ts';

/** Rows of a family on a civil day, as the store counts them. */
export interface StoredCount {
  readonly family: string;
  readonly day: string;
  readonly found: string;
}

/** The log's tables in the store, one for each family. */
export class LogTables {
  readonly #store: LogStore;

  constructor(store: LogStore) {
    this.#store = store;
  }

  async create(): Promise<void> {
    await ensureDatabase(this.#store, logDatabase);
    await Promise.all(familyNames.map((family) => ensureTable(this.#store, tableOf(families[family]))));
  }

  async empty(): Promise<void> {
    for (const family of familyNames) {
      await onEveryNode(this.#store, `TRUNCATE TABLE ${logDatabase}.${storedName(this.#store, family)}`);
    }
  }

  async drop(family: string, day: string): Promise<void> {
    await onEveryNode(
      this.#store,
      `ALTER TABLE ${logDatabase}.${storedName(this.#store, family)} DROP PARTITION '${day}'`,
    );
  }

  counts(): Promise<readonly StoredCount[]> {
    const sql = familyNames.map(
      (family) =>
        `SELECT '${family}' AS family, toString(day) AS day, count() AS found FROM ${logDatabase}.${family} GROUP BY day`,
    );
    return this.#store.writer.query<StoredCount>(sql.join(' UNION ALL '));
  }

  /** The same token again changes nothing. */
  async insert(family: string, rows: Uint8Array, token: string): Promise<void> {
    await this.#store.writer.insert(`${logDatabase}.${family}`, rows, {
      format: 'JSONEachRow',
      token,
      // Parsed in one thread the blocks, and so what the token stands for, are the same every time; it is no slower.
      settings: { input_format_parallel_parsing: 0 },
    });
  }
}
