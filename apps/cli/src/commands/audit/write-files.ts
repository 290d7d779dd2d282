import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliFault } from '../../fault.ts';
import { codeOf } from '../../files.ts';
import type { Terminal } from '../../terminal.ts';
import { fileUnwritable } from '../../texts/errors.ts';

export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** Writes all the files or none of them: nobody finds half a report, or one format of two. @throws CliFault, exit 2 */
export const writeWhole = async (
  { workingDirectory }: Pick<Terminal, 'workingDirectory'>,
  files: readonly OutputFile[],
): Promise<void> => {
  const prepared: { readonly temporary: string; readonly target: string; readonly path: string }[] = [];
  try {
    for (const { path, content } of files) {
      const target = resolve(workingDirectory, path);
      const temporary = `${target}.unfinished-${randomUUID()}`;
      prepared.push({ temporary, target, path });
      await writeFile(temporary, content);
    }
    for (const { temporary, target } of prepared) await rename(temporary, target);
  } catch (error) {
    for (const { temporary } of prepared) await rm(temporary, { force: true });
    throw new CliFault(fileUnwritable(prepared.at(-1)?.path ?? '', codeOf(error)), { exitCode: 2, cause: error });
  }
};
