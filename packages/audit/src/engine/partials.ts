import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitmentOf } from '@suanjian/evidence';
import type { ReducedRow } from './method.ts';

/** What is known of one day of one question from an earlier run. */
export interface KeptDay {
  readonly day: string;
  readonly commitment: string;
  readonly rows: readonly ReducedRow[];
}

/** Where reduced rows of past days are kept. Losing all of it costs time and nothing else. */
export interface Partials {
  /** The rows of a day if they were kept under the same key and commitment; anything torn or altered is as if it were not there. */
  read(key: unknown, day: string, commitment: string): Promise<readonly ReducedRow[] | undefined>;
  write(key: unknown, kept: KeptDay): Promise<void>;
}

const format = 'suanjian-partial/1';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * One file for each question and day. The first line says what it is and the digest of the rest, so that a file half written or
 * changed by hand is read from the log again.
 */
export const partialsIn = (folder: string): Partials => {
  const place = (key: unknown): string => join(folder, commitmentOf(key).slice(0, 32));
  return {
    read: async (key, day, commitment) => {
      const file = join(place(key), `${day}.ndjson`);
      try {
        const written = await readFile(file, 'utf8');
        const end = written.indexOf('\n');
        const body = written.slice(end + 1);
        if (written.slice(0, end) !== header(key, day, commitment, body)) return undefined;
        return body === ''
          ? []
          : body
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line) as ReducedRow);
      } catch {
        return undefined;
      }
    },
    write: async (key, { day, commitment, rows }) => {
      const target = place(key);
      await mkdir(target, { recursive: true, mode: 0o700 });
      const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      const temporary = join(target, `.${day}.${randomUUID()}`);
      try {
        await writeFile(temporary, `${header(key, day, commitment, body)}\n${body}`, { mode: 0o600 });
        await rename(temporary, join(target, `${day}.ndjson`));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
};

const header = (key: unknown, day: string, commitment: string, body: string): string =>
  JSON.stringify({ format, key: commitmentOf(key), day, commitment, digest: digest(body) });
