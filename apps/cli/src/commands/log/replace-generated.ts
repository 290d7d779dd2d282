import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { logFolder, readDecisionLog } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { hasLog, openLogStore } from '../../log-store.ts';
import type { Terminal } from '../../terminal.ts';
import { logTexts } from '../../texts/log.ts';
import { openLog } from './with-log.ts';

/** Removes a log that holds nothing but generated batches; another is never touched. @throws CliFault */
export const replaceGenerated = async (terminal: Terminal, folder: string): Promise<void> => {
  if (!(await hasLog(folder))) return;
  const { index } = await readDecisionLog(folder);
  for (const { leaf } of index.entries()) {
    if (leaf.kind === 'batch' && !/^g[0-9a-f]{12}-/u.test(leaf.batch)) throw new CliFault(logTexts.notMixed(folder));
  }
  // Whoever writes it or holds its store would go on with files that are gone.
  const log = await openLog({ environment: {} }, folder, undefined);
  await log.close();
  const store = await openLogStore(terminal, folder);
  await store.close();
  if (store.held === 'by-another-process') throw new CliFault(logTexts.storeInUse(folder));
  const gone = join(folder, `log.replaced-${randomUUID()}`);
  await rename(logFolder(folder), gone);
  await rm(gone, { recursive: true, force: true });
};
