import { open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  HashTree,
  LOG_FORMAT,
  commitmentOf,
  hashLines,
  hex,
  makeRowProof,
  parseCheckpoint,
  type ExtractLeaf,
  type ExtractScope,
} from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';
import { KEY_FILE, emptyFolder, exportLog } from '../export/export-log.ts';
import { soundRows } from '../export/sound-rows.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { writeDurably } from '../journal/durable.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { StoreReader } from '../store/store.ts';
import { findRows, rowsOfPeriod, type FoundRows, type WantedRows } from './find-rows.ts';

export const EXTRACT_FILE = 'extract.json';
export const EXTRACT_FORMAT = 'suanjian-extract/1';

/** Who takes rows out, and why. One of basis and matter at least. */
export interface Authority {
  readonly actor: string;
  /** Clause or law. */
  readonly basis?: string;
  /** Id of the matter it is for. */
  readonly matter?: string;
}

export type ExtractWish =
  | WantedRows
  | { readonly by: 'period'; readonly families: readonly FamilyName[]; readonly from: string; readonly to: string };

export interface Extracted {
  readonly rows: number;
  readonly families: Readonly<Record<string, number>>;
  /** The leaf that says so. */
  readonly leaf: number;
}

/** Throws `LogFault` (`invalid`) where nobody answers for it. */
export function checkAuthority({ actor, basis, matter }: Authority): void {
  if (actor.trim() === '')
    throw new LogFault('invalid', text('请写明由谁调取（--actor）。', 'Say who takes them out (--actor).'));
  if ((basis ?? '').trim() === '' && (matter ?? '').trim() === '')
    throw new LogFault(
      'invalid',
      text(
        '调取日志须有依据：请用 --basis 写明条款或法律，或用 --matter 写明所办的事项。',
        'Rows leave the log only on a legal basis: name the clause or law with --basis, or the matter with --matter.',
      ),
    );
}

/**
 * Takes rows out for somebody. That they were taken stands in the evidence, on the disk, before the first of them is written. Rows of a person or a request come with a proof
 * each, those of a period as an export. Throws `LogFault`.
 */
export async function extractRows(
  log: DecisionLog,
  store: StoreReader,
  folder: string,
  authority: Authority,
  wish: ExtractWish,
): Promise<Extracted> {
  checkAuthority(authority);
  await emptyFolder(folder);
  await log.flush();
  const { index } = log.view;
  const found: readonly FoundRows[] =
    wish.by === 'period'
      ? rowsOfPeriod(index, wish.families, wish.from, wish.to).map((entry) => ({ entry, rows: [] }))
      : await findRows(index, store, wish);
  const counts: Record<string, number> = {};
  for (const { entry, rows } of found) {
    const count = wish.by === 'period' ? entry.leaf.rows : rows.length;
    counts[entry.leaf.family] = (counts[entry.leaf.family] ?? 0) + count;
  }
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { leaf, at, checkpoint } = await recordTaking(log, authority, scopeOf(wish), rows);
  const key = log.verifier.encoded;
  if (wish.by === 'period') {
    const { families, from, to } = wish;
    await exportLog({ view: log.view, folder, scope: { from, to, families }, checkpoint, key });
  } else {
    await writeProofs(log, folder, found, checkpoint);
    await writeDurably(join(folder, KEY_FILE), `${key}\n`);
    const { size } = parseCheckpoint(checkpoint).checkpoint;
    const leafPath = index.tree.inclusionProof(at, size).map(hex);
    const about = { format: EXTRACT_FORMAT, leaf, leafIndex: at, leafPath, checkpoint, families: counts };
    await writeDurably(join(folder, EXTRACT_FILE), `${JSON.stringify(about, null, 2)}\n`);
  }
  return { rows, families: counts, leaf: at };
}

/** Puts into the evidence, on the disk, that somebody takes rows out; before they get the first of them. */
export async function recordTaking(
  log: DecisionLog,
  authority: Authority,
  scope: ExtractScope,
  rows: number,
): Promise<{ readonly leaf: ExtractLeaf; readonly at: number; readonly checkpoint: string }> {
  const leaf: ExtractLeaf = {
    format: LOG_FORMAT,
    kind: 'extract',
    actor: authority.actor,
    ...(authority.basis !== undefined && { basis: authority.basis }),
    ...(authority.matter !== undefined && { matter: authority.matter }),
    scope,
    rows,
    time: log.now(),
  };
  return { leaf, at: await log.appendLeaf(leaf), checkpoint: await log.checkpoint() };
}

function scopeOf(wish: ExtractWish): ExtractScope {
  if (wish.by === 'period') return { by: 'period', from: wish.from, to: wish.to, families: wish.families };
  const { by, ids, families, from, to } = wish;
  const [only] = ids;
  return {
    by,
    commitment: commitmentOf(ids.length === 1 ? only : ids),
    families,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** For every family its rows, and beside them their proofs in the same order. */
async function writeProofs(
  log: DecisionLog,
  folder: string,
  found: readonly FoundRows[],
  checkpoint: string,
): Promise<void> {
  const { tree } = log.view.index;
  const { size } = parseCheckpoint(checkpoint).checkpoint;
  for (const family of new Set(found.map(({ entry }) => entry.leaf.family))) {
    const rows = await open(join(folder, `${family}.ndjson`), 'wx', 0o600);
    const proofs = await open(join(folder, `${family}.proofs.ndjson`), 'wx', 0o600);
    try {
      for (const { entry, rows: numbers } of found) {
        if (entry.leaf.family !== family) continue;
        const lines = await soundRows(log.view, entry);
        const texts = lines.toString().split('\n');
        const ofBatch = HashTree.of(hashLines(lines));
        for (const rowNumber of numbers) {
          const row = texts[rowNumber] ?? '';
          const proof = makeRowProof({
            row,
            rowNumber,
            rows: ofBatch,
            leaf: entry.leaf,
            leafIndex: entry.index,
            tree,
            checkpoint,
            size,
          });
          await rows.write(`${row}\n`);
          await proofs.write(`${JSON.stringify(proof)}\n`);
        }
      }
      await rows.sync();
      await proofs.sync();
    } finally {
      await rows.close();
      await proofs.close();
    }
  }
}
