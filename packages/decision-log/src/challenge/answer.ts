import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  LOG_FORMAT,
  MANIFEST_FORMAT,
  base64,
  checkCheckpoint,
  commitmentOf,
  hashLines,
  hex,
  type LeafEntry,
  type Manifest,
  type ManifestSegment,
} from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { KEY_FILE, MANIFEST_FILE, emptyFolder } from '../export/export-log.ts';
import { batchAt, soundRows } from '../export/sound-rows.ts';
import { checkAuthority, type Authority } from '../extract/extract.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { writeDurably } from '../journal/durable.ts';
import type { BatchEntry, JournalIndex } from '../journal/journal-index.ts';
import { LogFault } from '../journal/log-fault.ts';
import { drawLeaves, type Lot } from './draw.ts';

export const CHALLENGE_FILE = 'challenge.json';
export const CHALLENGE_FORMAT = 'suanjian-challenge/1';

/** A leaf with its path to a root. */
export interface ProvedLeaf {
  readonly index: number;
  readonly leaf: LeafEntry;
  readonly path: readonly string[];
}

/** What `challenge.json` says; the rows of drawn batches lie beside it as in an export. */
export interface Answer {
  readonly format: typeof CHALLENGE_FORMAT;
  readonly seed: string;
  readonly count: number;
  /** The checkpoint that was drawn under, as the challenger kept it. */
  readonly checkpoint: string;
  /** The checkpoint of the day of the answer, and that it goes on from the other. */
  readonly now: string;
  readonly consistency: readonly string[];
  /** Every drawn leaf, under `checkpoint`. */
  readonly drawn: readonly ProvedLeaf[];
  /** Leaves of retention that account for drawn batches whose rows are gone, under `now`. */
  readonly deletions: readonly ProvedLeaf[];
}

export interface Answered {
  readonly leaves: number;
  readonly batches: number;
  readonly rows: number;
  /** Drawn batches whose rows retention deleted. */
  readonly deleted: number;
}

export interface ChallengeRequest {
  readonly seed: string;
  readonly count: number;
  /** The checkpoint as the challenger kept it: a signed note. */
  readonly checkpoint: string;
  readonly authority: Authority;
}

/** Answers a challenge: the drawn leaves with their proofs, and the rows of the batches among them. That rows went out stands in the evidence first. */
export async function answerChallenge(
  log: DecisionLog,
  folder: string,
  { seed, count, checkpoint, authority }: ChallengeRequest,
): Promise<Answered> {
  checkAuthority(authority);
  const { index } = log.view;
  const lot = lotOf(log, { seed, count, checkpoint });
  const drawn = drawLeaves(lot);
  await emptyFolder(folder);
  const batches = drawn.flatMap((leaf) => batchAt(index, leaf));
  const kept = batches.filter((entry) => !index.isDeleted(entry));
  const rows = kept.reduce((sum, { leaf }) => sum + leaf.rows, 0);
  await log.appendLeaf({
    format: LOG_FORMAT,
    kind: 'extract',
    actor: authority.actor,
    ...(authority.basis !== undefined && { basis: authority.basis }),
    ...(authority.matter !== undefined && { matter: authority.matter }),
    scope: {
      by: 'challenge',
      commitment: commitmentOf(lot),
      families: [...new Set(kept.map(({ leaf }) => leaf.family))],
    },
    rows,
    time: log.now(),
  });
  const now = await log.checkpoint();
  const size = index.size;
  const deletions = deletionsOf(
    index,
    batches.filter((entry) => index.isDeleted(entry)),
  );
  const answer: Answer = {
    format: CHALLENGE_FORMAT,
    seed,
    count,
    checkpoint,
    now,
    consistency: index.tree.consistencyProof(lot.size, size).map(hex),
    drawn: drawn.flatMap((leaf) => proved(index, leaf, lot.size)),
    deletions: deletions.flatMap((leaf) => proved(index, leaf, size)),
  };
  const manifest = await writeBatches(log, folder, kept, { ...lot, note: checkpoint });
  await writeDurably(join(folder, KEY_FILE), `${log.verifier.encoded}\n`);
  await writeDurably(join(folder, CHALLENGE_FILE), JSON.stringify(answer));
  await writeDurably(join(folder, MANIFEST_FILE), JSON.stringify(manifest));
  return { leaves: drawn.length, batches: kept.length, rows, deleted: batches.length - kept.length };
}

/** Throws `LogFault` (`invalid`) where the checkpoint is not one that this log goes on from. */
function lotOf(
  log: DecisionLog,
  { seed, count, checkpoint }: { readonly seed: string; readonly count: number; readonly checkpoint: string },
): Lot {
  const check = checkCheckpoint(checkpoint, { logs: [log.verifier] });
  if (check.outcome === 'refused') throw new LogFault('invalid', check.text);
  const { size, root } = check.checkpoint;
  const { index } = log.view;
  if (size === 0 || size > index.size || index.root(size) !== hex(root))
    throw new LogFault(
      'invalid',
      text(
        '这份日志不是该检查点的延续：日志被改写或回退过，无法答复。',
        'This log does not go on from that checkpoint: it was rewritten or rolled back, and cannot answer.',
      ),
    );
  return { seed, count, size, root: hex(root) };
}

function proved(index: JournalIndex, at: number, size: number): readonly ProvedLeaf[] {
  const entry = index.entry(at);
  return entry === undefined
    ? []
    : [{ index: at, leaf: entry.leaf, path: index.tree.inclusionProof(at, size).map(hex) }];
}

/** The leaves of retention by which these batches went. */
function deletionsOf(index: JournalIndex, batches: readonly BatchEntry[]): readonly number[] {
  const wanted = new Set(batches.map(({ leaf: { day, family, batch } }) => `${day}/${family}/${batch}`));
  const found: number[] = [];
  for (const { index: at, leaf } of index.entries()) {
    if (leaf.kind !== 'retention') continue;
    const names = leaf.families.flatMap((family) => leaf.batches.map((batch) => `${leaf.day}/${family}/${batch}`));
    if (names.some((name) => wanted.has(name))) found.push(at);
  }
  return found;
}

async function writeBatches(
  log: DecisionLog,
  folder: string,
  entries: readonly BatchEntry[],
  { size, note }: Lot & { readonly note: string },
): Promise<Manifest> {
  const { tree } = log.view.index;
  const segments: ManifestSegment[] = [];
  for (const entry of entries) {
    const { day, family } = entry.leaf;
    // A file for each batch: most lie far apart.
    const file = `segments/${day}/${family}.${entry.index}.ndjson`;
    const rows = await soundRows(log.view, entry);
    await mkdir(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
    await writeDurably(join(folder, file), rows);
    const batch = {
      index: entry.index,
      leaf: entry.leaf,
      offset: 0,
      length: rows.length,
      path: tree.inclusionProof(entry.index, size).map(hex),
      rowHashes: base64(hashLines(rows)),
    };
    segments.push({ file, family, day, bytes: rows.length, batches: [batch] });
  }
  const days = entries.map(({ leaf }) => leaf.day).sort();
  const [first = '1970-01-01'] = days;
  return {
    format: MANIFEST_FORMAT,
    origin: log.verifier.name,
    checkpoint: note,
    scope: { from: first, to: days.at(-1) ?? first, families: [...new Set(entries.map(({ leaf }) => leaf.family))] },
    segments,
  };
}
