import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  EvidenceFault,
  base64,
  faultText,
  parseVerifier,
  statementsFor,
  type SegmentsReport,
  type Trust,
  type Verifier,
} from '@suanjian/evidence';
import {
  CHALLENGE_FILE,
  EXTRACT_FILE,
  compareStore,
  keyOfExport,
  logFolder,
  readCheckpoint,
  readDecisionLog,
  storeFaultText,
  verifyExport,
  verifyOwnLog,
  type StoreComparison,
} from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import { CliFault, usageFault } from '../fault.ts';
import { readTextFile } from '../files.ts';
import { loadWhatWaits, openLogStore } from '../log-store.ts';
import { startProgress } from '../progress.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';
import { evidenceTexts } from '../texts/log-evidence.ts';
import { ceilingOf } from '../unpacking.ts';
import { signerOf } from './log/current-checkpoint.ts';
import { chooser } from './log/sample.ts';
import { folderWithLog } from './log/with-log.ts';

export interface VerifyLogFlags {
  readonly key?: readonly string[];
  readonly witness?: readonly string[];
  readonly quorum?: number;
  readonly since?: string;
  readonly seed?: string;
  readonly count?: number;
  readonly deep: boolean;
  readonly segmentsOnly: boolean;
  readonly json: boolean;
  readonly dataDir?: string;
}

/** Verifies an export, an extract or an answer from its files alone, or the log of the data folder. Exits with 1 when anything is amiss. */
export const verifyLog = async (terminal: Terminal, flags: VerifyLogFlags, target?: string): Promise<void> => {
  if (target === undefined) return verifyData(terminal, flags);
  const folder = resolve(terminal.workingDirectory, target);
  if (!existsSync(folder)) throw new CliFault(evidenceTexts.noFolder(target));
  const given = await trustOf(terminal, flags);
  const own = given.logs.length > 0 ? undefined : await keyInside(folder);
  const trust = own === undefined ? given : { ...given, logs: [own] };
  const since = flags.since === undefined ? undefined : await readTextFile(terminal, flags.since);
  if (existsSync(join(folder, EXTRACT_FILE))) {
    const { verifyExtracted } = await import('./log/verify-extracted.ts');
    return verifyExtracted(terminal, { folder, trust, ownKey: own?.encoded, json: flags.json });
  }
  if (existsSync(join(folder, CHALLENGE_FILE))) {
    const { verifyAnswered } = await import('./log/verify-answered.ts');
    const { seed, count, json } = flags;
    return verifyAnswered(terminal, { folder, trust, ownKey: own?.encoded, seed, count, since, json });
  }
  const report = await verifyExport({
    folder,
    trust,
    ...(since === undefined ? {} : { since }),
    ...(await ceilingOf(terminal)),
  });
  tell(terminal, flags, report, { ownKey: own?.encoded });
};

const verifyData = async (terminal: Terminal, flags: VerifyLogFlags): Promise<void> => {
  const folder = await folderWithLog(terminal, flags);
  const view = await readDecisionLog(folder);
  const kept = await readCheckpoint(logFolder(folder));
  const since = flags.since === undefined ? undefined : await readTextFile(terminal, flags.since);
  const report = await verifyOwnLog({
    dataFolder: folder,
    view,
    signer: await signerOf(terminal, folder),
    trust: await trustOf(terminal, flags),
    held: [kept, since].filter((note) => note !== undefined),
  });
  const store = flags.segmentsOnly ? undefined : await compared(terminal, folder, flags.deep);
  tell(terminal, flags, report, { ownKey: undefined, ...(store === undefined ? {} : { store }) });
};

const compared = async (terminal: Terminal, folder: string, deep: boolean): Promise<StoreComparison> => {
  const store = await openLogStore(terminal, folder);
  const progress = await startProgress(terminal, evidenceTexts.comparing);
  try {
    await loadWhatWaits(terminal, folder, store);
    const view = await readDecisionLog(folder);
    return await compareStore({
      view,
      store,
      deep: deep ? () => true : chooser(view.index),
      onProgress: (done, of) => progress.at(done / of),
    });
  } finally {
    progress.end();
    await store.close();
  }
};

const keyInside = async (folder: string): Promise<Verifier> => {
  const encoded = await keyOfExport(folder);
  if (encoded === undefined) throw usageFault(evidenceTexts.keyNeeded);
  return parsedKey(encoded);
};

const parsedKey = (encoded: string): Verifier => {
  try {
    return parseVerifier(encoded);
  } catch (error) {
    if (error instanceof EvidenceFault) throw usageFault(error.text);
    throw error;
  }
};

/** A key as it is written, or the file it stands in. */
const keyFrom = async ({ workingDirectory }: Terminal, asked: string): Promise<Verifier> => {
  const path = resolve(workingDirectory, asked);
  return parsedKey(existsSync(path) ? (await readFile(path, 'utf8')).trim() : asked);
};

const trustOf = async (terminal: Terminal, { key = [], witness = [], quorum }: VerifyLogFlags): Promise<Trust> => ({
  logs: await Promise.all(key.map((each) => keyFrom(terminal, each))),
  witnesses: await Promise.all(witness.map((each) => keyFrom(terminal, each))),
  ...(quorum === undefined ? {} : { quorum }),
});

/** On a screen; JSON has them all, up to a thousand. */
const MOST_SHOWN = 50;

interface Context {
  /** The key came with the files: nobody vouched for it. */
  readonly ownKey: string | undefined;
  readonly store?: StoreComparison;
}

const tell = (terminal: Terminal, { json }: VerifyLogFlags, report: SegmentsReport, context: Context): void => {
  if (report.outcome === 'unreadable') throw new CliFault(evidenceTexts.manifestUnreadable, { details: [report.text] });
  const { store, ownKey } = context;
  const { checkpoint, complete } = report;
  const says = [
    ...statementsFor({ witnesses: checkpoint?.witnesses.length ?? 0, complete }).slice(
      report.outcome === 'sound' ? 0 : 1,
    ),
    ...(ownKey === undefined ? [] : [evidenceTexts.keyFromInside(ownKey)]),
  ];
  const faults: readonly Text[] = [...report.faults.map(faultText), ...(store?.faults ?? []).map(storeFaultText)];
  const count = report.faultCount + (store?.faults.length ?? 0);
  if (json) {
    sayJson(terminal, {
      outcome: count === 0 ? 'sound' : 'faulty',
      faultCount: count,
      faults: report.faults.map((fault) => ({ ...fault, text: faultText(fault) })),
      intact: report.intact,
      deletedBatches: report.deleted,
      complete,
      ...(checkpoint && {
        checkpoint: {
          origin: checkpoint.checkpoint.origin,
          size: checkpoint.checkpoint.size,
          root: base64(checkpoint.checkpoint.root),
          witnesses: checkpoint.witnesses,
        },
      }),
      ...(store && {
        store: { ...store, faults: store.faults.map((fault) => ({ ...fault, text: storeFaultText(fault) })) },
      }),
      statements: says,
    });
  } else {
    const { files, batches, rows } = report.intact;
    say(terminal, evidenceTexts.intact(files, batches, rows));
    if (report.deleted > 0) say(terminal, evidenceTexts.deletedBatches(report.deleted));
    if (checkpoint) say(terminal, evidenceTexts.under(checkpoint.checkpoint.origin, checkpoint.checkpoint.size));
    if (store) say(terminal, evidenceTexts.storeCompared(store.batches, store.compared));
    for (const each of says) say(terminal, text(`· ${each.zh}`, `· ${each.en}`));
  }
  if (count > 0) {
    const shown = faults.slice(0, MOST_SHOWN);
    const more = count - shown.length;
    throw new CliFault(evidenceTexts.faulty(count), {
      details: [...shown, ...(more > 0 ? [evidenceTexts.moreFaults(more)] : [])],
    });
  }
  if (!json) say(terminal, evidenceTexts.sound);
};
