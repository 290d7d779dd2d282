import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** How the command line finds the local server: readable by its owner only, made anew at each start. */
const schema = z.object({ address: z.url(), token: z.string().min(20), pid: z.number().int().positive() });
export type RunFile = z.infer<typeof schema>;

const pathIn = (dataDirectory: string): string => join(dataDirectory, 'run.json');

export const writeRunFile = async (dataDirectory: string, run: RunFile): Promise<void> => {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const temporary = `${pathIn(dataDirectory)}.${run.pid}`;
  await writeFile(temporary, `${JSON.stringify(run)}\n`, { mode: 0o600 });
  await rename(temporary, pathIn(dataDirectory));
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The server that runs on this data folder, if one does. A file left by a dead server counts as none. */
export const readRunFile = async (dataDirectory: string): Promise<RunFile | undefined> => {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(pathIn(dataDirectory), 'utf8')));
    return parsed.success && isAlive(parsed.data.pid) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

export const removeRunFile = (dataDirectory: string): Promise<void> => rm(pathIn(dataDirectory), { force: true });
