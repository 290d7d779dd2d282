import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { NullResult } from './null-study.ts';
import type { PowerResult } from './power/study.ts';
import type { SuiteResult } from './suite-study.ts';

/** What each study finds, as one process tells another. */
export interface Studies {
  readonly nulls: { readonly nulls: readonly NullResult[]; readonly permuted: readonly NullResult[] };
  readonly power: readonly PowerResult[];
  readonly suite: SuiteResult;
}

export type StudyName = keyof Studies;

/** Runs a study in a process and on a store of its own, so that they share the cores between them. */
export const studied = <Name extends StudyName>(name: Name): Promise<Studies[Name]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'study.ts'), [name]);
    let found: Studies[Name] | undefined;
    child.on('message', (message) => {
      found = message as Studies[Name];
    });
    child.once('exit', (code) => {
      if (found === undefined || code !== 0) reject(new Error(`the study ${name} ended with ${code}`));
      else resolve(found);
    });
  });
