import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, civilDateOf, type CivilDate } from '@suanjian/rulebook';
import { runSuanjian } from '../../../run.ts';
import { testTerminal } from '../../../testing/test-terminal.ts';

/** What a command said. */
export interface Said {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** A folder to give commands in, with a data folder `data`. */
export interface LogFolder {
  readonly path: string;
  readonly data: string;
  readonly suanjian: (...line: readonly string[]) => Promise<Said>;
  /** Another folder with the same content, but for what stands in places that are named. */
  readonly copy: (without?: readonly string[]) => Promise<LogFolder>;
  readonly remove: () => Promise<void>;
}

const at = (path: string): LogFolder => {
  const data = join(path, 'data');
  return {
    path,
    data,
    suanjian: async (...line) => {
      const terminal = testTerminal(path, { environment: { DATA_DIR: data } });
      const code = await runSuanjian(line, terminal.world);
      return { code, said: terminal.said(), complained: terminal.complained() };
    },
    copy: async (without = []) => {
      const other = await mkdtemp(join(tmpdir(), 'suanjian-log-'));
      const left = new Set(without.map((place) => join(path, place)));
      await cp(path, other, { recursive: true, filter: (source) => !left.has(source) });
      return at(other);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
};

export const newLogFolder = async (): Promise<LogFolder> => at(await mkdtemp(join(tmpdir(), 'suanjian-log-')));

/** The civil day so many days ago, as the machine's clock has it. */
export const daysAgo = (days: number): CivilDate => addDays(civilDateOf(new Date().toISOString()), -days);

export const editLines = async (path: string, change: (lines: string[]) => readonly string[]): Promise<void> => {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
};

/** The only day folders below a folder, in order. */
export const daysIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).sort();
