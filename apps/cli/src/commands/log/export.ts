import { resolve } from 'node:path';
import { statementsFor } from '@suanjian/evidence';
import { exportLog, familyNames, readDecisionLog } from '@suanjian/decision-log';
import { CliFault, usageFault } from '../../fault.ts';
import { startProgress } from '../../progress.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { logTexts } from '../../texts/log.ts';
import { retentionTexts } from '../../texts/log-retention.ts';
import { currentCheckpoint, signerOf } from './current-checkpoint.ts';
import { dayOf, familiesOf } from './values.ts';
import { folderWithLog, type DataFlags } from './with-log.ts';

export interface ExportFlags extends DataFlags {
  readonly from?: string;
  readonly to?: string;
  readonly family?: readonly string[];
  readonly rowHashes: boolean;
  readonly json: boolean;
}

/** Writes segments with a manifest that anybody can check offline. */
export const exportSegments = async (terminal: Terminal, flags: ExportFlags, target: string): Promise<void> => {
  const folder = await folderWithLog(terminal, flags);
  const checkpoint = await currentCheckpoint(terminal, folder);
  const view = await readDecisionLog(folder);
  const days = view.index.segments().map(({ day }) => day);
  const from = flags.from === undefined ? days.at(0) : dayOf(flags.from);
  const to = flags.to === undefined ? days.at(-1) : dayOf(flags.to);
  if (from === undefined || to === undefined) throw new CliFault(logTexts.noLog(folder));
  if (from > to) throw usageFault(retentionTexts.periodBackwards(from, to));
  const progress = await startProgress(terminal, evidenceTexts.exporting);
  try {
    const { verifier } = await signerOf(terminal, folder);
    const path = resolve(terminal.workingDirectory, target);
    const done = await exportLog({
      view,
      folder: path,
      scope: { from, to, families: flags.family === undefined ? familyNames : familiesOf(flags.family) },
      checkpoint,
      key: verifier.encoded,
      ...(flags.rowHashes ? { rowHashes: true } : {}),
      onProgress: (bytes, of) => progress.at(bytes / of),
    });
    if (flags.json) {
      sayJson(terminal, { folder: path, from, to, ...done, key: verifier.encoded });
      return;
    }
    say(terminal, evidenceTexts.exported(done.files, done.batches, done.rows, path));
    if (!done.rowHashes) say(terminal, evidenceTexts.withoutRowHashes);
    say(terminal, evidenceTexts.tellKey(verifier.encoded), evidenceTexts.verifyWith(target));
    say(terminal, ...statementsFor({ witnesses: 0 }).slice(1, 2));
  } finally {
    progress.end();
  }
};
