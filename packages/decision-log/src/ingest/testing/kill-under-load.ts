import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { batchRootOfLines, hex } from '@suanjian/evidence';
import { isUtf8 } from 'node:buffer';
import type { Receipt } from '../decision-log.ts';
import { readDecisionLog } from '../journal-view.ts';

export interface Survived {
  readonly kills: number;
  /** Batches that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Of those, the ones that are not in the log as they were acknowledged. */
  readonly lost: number;
  /** Batches in the log whose rows do not give the root of their leaf. */
  readonly torn: number;
  /** Batches that were written and not acknowledged any more: allowed. */
  readonly unacknowledged: number;
}

/** Kills (SIGKILL) a process that writes a log, again and again at unforeseen moments, and looks whether all that was acknowledged is there. */
export async function killUnderLoad(folder: string, kills: number, moment: () => number): Promise<Survived> {
  const receipts: Receipt[] = [];
  for (let kill = 0; kill < kills; kill += 1) receipts.push(...(await killOnce(folder, kill, moment())));
  const view = await readDecisionLog(folder);
  let lost = 0;
  for (const { batch, leaves } of receipts) {
    const found = view.index.batch(batch).map(({ index, leaf: { day, rows, root } }) => ({ index, day, rows, root }));
    if (JSON.stringify(found) !== JSON.stringify(leaves)) lost += 1;
  }
  let torn = 0;
  const batches = new Set<string>();
  for (const { index, leaf } of view.index.entries()) {
    if (leaf.kind !== 'batch') continue;
    batches.add(leaf.batch);
    const rows = await view.rows(index);
    if (!isUtf8(rows) || hex(batchRootOfLines(rows)) !== leaf.root) torn += 1;
  }
  return { kills, acknowledged: receipts.length, lost, torn, unacknowledged: batches.size - receipts.length };
}

async function killOnce(folder: string, run: number, afterReceipts: number): Promise<readonly Receipt[]> {
  const child = fork(join(import.meta.dirname, 'victim.ts'), [folder, String(run)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const receipts: Receipt[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the writer ended with ${code}`)),
    );
  });
  child.on('message', (receipt) => receipts.push(receipt as Receipt));
  while (receipts.length < afterReceipts && child.exitCode === null) await wait(1);
  child.kill('SIGKILL');
  await ended;
  return receipts;
}
