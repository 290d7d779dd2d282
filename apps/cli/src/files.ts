import { readFile, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { CliFault } from './fault.ts';
import type { Terminal } from './terminal.ts';
import { fileUnreadable } from './texts/errors.ts';

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

const unreadable = (path: string, error: unknown): CliFault =>
  new CliFault(fileUnreadable(path, codeOf(error)), { cause: error });

/** @throws CliFault naming the file and what is wrong with it */
export const readTextFile = async (
  { workingDirectory }: Pick<Terminal, 'workingDirectory'>,
  path: string,
): Promise<string> => {
  try {
    return await readFile(resolve(workingDirectory, path), 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
};

export interface OpenedFile {
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A file piece by piece. @throws CliFault naming the file and what is wrong with it, now or while it is read */
export const openFile = async (
  { workingDirectory }: Pick<Terminal, 'workingDirectory'>,
  path: string,
): Promise<OpenedFile> => {
  const full = resolve(workingDirectory, path);
  try {
    const { size, isFile } = await stat(full).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw Object.assign(new Error(path), { code: 'EISDIR' });
    const read = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        for await (const chunk of createReadStream(full)) yield chunk as Uint8Array;
      } catch (error) {
        throw unreadable(path, error);
      }
    };
    return { size, chunks: read() };
  } catch (error) {
    throw error instanceof CliFault ? error : unreadable(path, error);
  }
};
