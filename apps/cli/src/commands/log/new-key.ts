import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { beginEpoch } from '@suanjian/decision-log';
import { openFile } from '../../files.ts';
import { say, type Terminal } from '../../terminal.ts';
import { ingestTexts } from '../../texts/log-ingest.ts';
import { folderWithLog, withLog, type DataFlags } from './with-log.ts';

/** Changes the key of pseudonyms; what everybody in the file had chosen is restated under the new one. */
export const newKey = async (terminal: Terminal, flags: DataFlags, file: string): Promise<void> => {
  // Before anything is changed: an unreadable file would leave everybody without their choices.
  await openFile(terminal, file);
  const folder = await folderWithLog(terminal, flags);
  const { epoch, people, states } = await withLog(terminal, folder, async (log) => {
    const begun = await beginEpoch(log, idsOf(resolve(terminal.workingDirectory, file)));
    await log.flush();
    await log.checkpoint();
    return begun;
  });
  say(terminal, ingestTexts.newKey(epoch, people, states));
};

/** One raw id a line; blank lines are nobody. */
async function* idsOf(path: string): AsyncGenerator<string, void, undefined> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') yield line;
  }
}
