import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitmentOf } from '@suanjian/evidence';
import type { ReducedRow } from './method.ts';

/** A day with the commitment to all that its reduced rows depend on. */
export interface CommittedDay {
  readonly day: string;
  readonly commitment: string;
}

/** Where what was found of a period is kept: its days, each with a commitment to all that was logged up to it. */
export interface KeptDays {
  readonly partials: Partials;
  readonly days: readonly CommittedDay[];
}

/** The sum over the first days of a period. */
export interface KeptBeginning {
  /** How many days it covers. */
  readonly days: number;
  readonly rows: readonly ReducedRow[];
}

/**
 * Where reduced rows of past days are kept, day by day and added up from a period's first day on. Losing all of it costs time and nothing else:
 * whatever is torn, altered or of another commitment is as if it were not there.
 */
export interface Partials {
  readDay(key: unknown, day: CommittedDay): Promise<readonly ReducedRow[] | undefined>;
  writeDay(key: unknown, day: CommittedDay, rows: readonly ReducedRow[]): Promise<void>;
  /** The longest beginning of these days that was kept as a sum. */
  readBeginning(key: unknown, days: readonly CommittedDay[]): Promise<KeptBeginning | undefined>;
  /** What depends on nothing but its key, the types of a check's columns for instance. */
  readFacts(key: unknown): Promise<readonly ReducedRow[] | undefined>;
  writeFacts(key: unknown, rows: readonly ReducedRow[]): Promise<void>;
  /** Keeps the sum over all these days, in place of shorter ones. */
  writeBeginning(key: unknown, days: readonly CommittedDay[], rows: readonly ReducedRow[]): Promise<void>;
}

const format = 'suanjian-partial/1';
const facts = 'facts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Kept {
  readonly key: string;
  readonly name: string;
  readonly commitment: string;
}

const header = ({ key, name, commitment }: Kept, body: string): string =>
  JSON.stringify({ format, key, name, commitment, digest: digest(body) });

const readKept = async (file: string, kept: Kept): Promise<readonly ReducedRow[] | undefined> => {
  try {
    const written = await readFile(file, 'utf8');
    const end = written.indexOf('\n');
    const body = written.slice(end + 1);
    if (written.slice(0, end) !== header(kept, body)) return undefined;
    return body === ''
      ? []
      : body
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as ReducedRow);
  } catch {
    return undefined;
  }
};

const writeKept = async (folder: string, kept: Kept, rows: readonly ReducedRow[]): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const temporary = join(folder, `.${kept.name}.${randomUUID()}`);
  try {
    await writeFile(temporary, `${header(kept, body)}\n${body}`, { mode: 0o600 });
    await rename(temporary, join(folder, `${kept.name}.ndjson`));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

const beginning = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})\.ndjson$/u;

/** So many sums of one period are kept: the last one, and the one before for whoever audits an earlier end. */
const beginningsKept = 2;

/** The sums that begin on this day, longest first. */
const beginningsIn = async (folder: string, first: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const [, from, to] = beginning.exec(name) ?? [];
      return from === first && to !== undefined ? [to] : [];
    })
    .toSorted()
    .reverse();
};

/** One folder for each question, one file for each day or sum. The first line says what it is and the digest of the rest. */
export const partialsIn = (root: string): Partials => {
  const folderOf = (key: string): string => join(root, key.slice(0, 32));
  const sumOf = (key: string, days: readonly CommittedDay[]): Kept => ({
    key,
    name: `${days[0]?.day ?? ''}..${days.at(-1)?.day ?? ''}`,
    commitment: commitmentOf(days),
  });
  return {
    readDay: async (asked, { day, commitment }) => {
      const key = commitmentOf(asked);
      return readKept(join(folderOf(key), `${day}.ndjson`), { key, name: day, commitment });
    },
    writeDay: async (asked, { day, commitment }, rows) => {
      const key = commitmentOf(asked);
      await writeKept(folderOf(key), { key, name: day, commitment }, rows);
    },
    readFacts: async (asked) => {
      const key = commitmentOf(asked);
      return readKept(join(folderOf(key), `${facts}.ndjson`), { key, name: facts, commitment: '' });
    },
    writeFacts: async (asked, rows) => {
      const key = commitmentOf(asked);
      await writeKept(folderOf(key), { key, name: facts, commitment: '' }, rows);
    },
    readBeginning: async (asked, days) => {
      const key = commitmentOf(asked);
      const folder = folderOf(key);
      for (const last of await beginningsIn(folder, days[0]?.day ?? '')) {
        const covered = days.findIndex(({ day }) => day === last) + 1;
        if (covered === 0) continue;
        const kept = sumOf(key, days.slice(0, covered));
        const rows = await readKept(join(folder, `${kept.name}.ndjson`), kept);
        if (rows !== undefined) return { days: covered, rows };
      }
      return undefined;
    },
    writeBeginning: async (asked, days, rows) => {
      const key = commitmentOf(asked);
      const folder = folderOf(key);
      const first = days[0]?.day ?? '';
      await writeKept(folder, sumOf(key, days), rows);
      for (const last of (await beginningsIn(folder, first)).slice(beginningsKept))
        await rm(join(folder, `${first}..${last}.ndjson`), { force: true });
    },
  };
};
