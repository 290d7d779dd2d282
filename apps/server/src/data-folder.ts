import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { text } from '@suanjian/rulebook';
import { StartFault } from './start-fault.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** One level at a time: the recursive call does not return where a file system refuses folders, such as /proc. */
const makeLevels = (folder: string): void => {
  if (existsSync(folder)) return;
  makeLevels(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};

/** Makes sure that the data folder is there and can be written. @throws StartFault naming it */
export const prepareDataFolder = (folder: string): void => {
  try {
    makeLevels(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFault(
      text(
        `数据目录 ${folder} 不能使用（${reasonOf(error)}）。请用 --data-dir 或 DATA_DIR 换一个可以写入的目录。`,
        `The data folder ${folder} cannot be used (${reasonOf(error)}). Choose one that can be written with --data-dir or DATA_DIR.`,
      ),
      { cause: error },
    );
  }
};
