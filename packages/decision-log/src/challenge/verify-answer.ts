import { join } from 'node:path';
import {
  DIGEST_LENGTH,
  EvidenceFault,
  checkCheckpoint,
  faultText,
  fromHex,
  hex,
  leafEntryHash,
  parseLeaf,
  parseManifest,
  verifyConsistency,
  verifyInclusion,
  type Checkpoint,
  type LeafEntry,
  type Trust,
  type TrustedCheckpoint,
} from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import { MANIFEST_FILE } from '../export/export-log.ts';
import type { UnpackingCeiling } from '../formats/unpacking.ts';
import { readJson, verifyExport } from '../verify/verify-export.ts';
import { CHALLENGE_FILE, CHALLENGE_FORMAT, type ProvedLeaf } from './answer.ts';
import { drawLeaves } from './draw.ts';

export interface VerifyAnswer {
  readonly folder: string;
  readonly trust: Trust;
  /** What the challenger knows: the seed, how many were asked for, and the checkpoint that was kept. What is not given is taken from the answer, and the report says so. */
  readonly seed?: string;
  readonly count?: number;
  readonly since?: string;
  /** How much may come out of a packed segment. */
  readonly ceiling?: UnpackingCeiling;
}

export interface AnswerReport {
  readonly drawn: number;
  /** Drawn batches whose rows are all there. */
  readonly batches: number;
  readonly rows: number;
  /** Drawn batches that were deleted by retention, with its leaf. */
  readonly deleted: number;
  readonly checkpoint: TrustedCheckpoint | undefined;
  readonly faults: readonly Text[];
}

/** Checks an answer from its files alone: that the right leaves were drawn, that each is in the tree, and that the rows of every batch among them are there or were deleted on record. */
export async function verifyAnswer({
  folder,
  trust,
  seed,
  count,
  since,
  ceiling,
}: VerifyAnswer): Promise<AnswerReport> {
  const faults: Text[] = [];
  const answer = answerOf(await readJson(join(folder, CHALLENGE_FILE)), faults);
  const report = await verifyExport({ folder, trust, ...(ceiling && { ceiling }) });
  if (report.outcome === 'unreadable') faults.push(report.text);
  else faults.push(...report.faults.map(faultText));
  const old = trusted(answer.checkpoint, trust, faults);
  const now = trusted(answer.now, trust, faults);
  if (since !== undefined && old !== undefined) checkKept(since, trust, old.checkpoint, faults);
  if (old !== undefined && now !== undefined) checkGoesOn(old.checkpoint, now.checkpoint, answer.consistency, faults);
  if (seed !== undefined && seed !== answer.seed)
    faults.push(text('答复所用的种子不是所给的种子', 'The answer was drawn from another seed'));
  if (count !== undefined && count !== answer.count)
    faults.push(
      text(
        `应抽取 ${count} 叶，答复只按 ${answer.count} 叶抽取`,
        `${count} leaves were asked for, the answer drew ${answer.count}`,
      ),
    );
  const wanted = old === undefined ? [] : drawAgain(answer, old.checkpoint, faults);
  const exported = await exportedLeaves(folder);
  const deletions = now === undefined ? [] : answer.deletions.filter((leaf) => isProved(leaf, now.checkpoint, faults));
  let batches = 0;
  let deleted = 0;
  for (const index of wanted) {
    const found = answer.drawn.find((leaf) => leaf.index === index);
    if (found === undefined) {
      faults.push(text(`缺少抽中的第 ${index} 叶`, `Leaf ${index} was drawn and is not in the answer`));
      continue;
    }
    if (old === undefined || !isProved(found, old.checkpoint, faults) || found.leaf.kind !== 'batch') continue;
    const { day, family, batch } = found.leaf;
    if (exported.has(index)) batches += 1;
    else if (deletions.some(({ leaf }) => deletes(leaf, day, family, batch))) deleted += 1;
    else
      faults.push(
        text(
          `抽中的第 ${index} 叶（${day} 的 ${family}，批次 ${batch}）没有给出记录，也没有删除的记载`,
          `Leaf ${index} was drawn (${family} of ${day}, batch ${batch}): its rows are not there, and nothing says that they were deleted`,
        ),
      );
  }
  const rows = report.outcome === 'unreadable' ? 0 : report.intact.rows;
  return { drawn: wanted.length, batches, rows, deleted, checkpoint: old, faults };
}

function drawAgain({ seed, count }: ReadAnswer, { size, root }: Checkpoint, faults: Text[]): readonly number[] {
  try {
    return drawLeaves({ seed, count, size, root: hex(root) });
  } catch (error) {
    if (!(error instanceof Error && 'text' in error)) throw error;
    faults.push(text('答复中的种子或叶数无法使用', 'The seed or the number of leaves in the answer cannot be used'));
    return [];
  }
}

function trusted(note: string, trust: Trust, faults: Text[]): TrustedCheckpoint | undefined {
  const check = checkCheckpoint(note, { ...trust, quorum: 0 });
  if (check.outcome === 'trusted') return check;
  faults.push(check.text);
  return undefined;
}

function checkKept(since: string, trust: Trust, { size, root }: Checkpoint, faults: Text[]): void {
  const kept = trusted(since, trust, faults);
  if (kept !== undefined && (kept.checkpoint.size !== size || hex(kept.checkpoint.root) !== hex(root)))
    faults.push(
      text(
        `答复所依据的检查点（${size} 叶）不是所保存的那一个（${kept.checkpoint.size} 叶）`,
        `The answer rests on another checkpoint (${size} leaves) than the one that was kept (${kept.checkpoint.size})`,
      ),
    );
}

function checkGoesOn(old: Checkpoint, now: Checkpoint, path: readonly string[], faults: Text[]): void {
  const holds = verifyConsistency({
    olderSize: old.size,
    olderRoot: old.root,
    size: now.size,
    root: now.root,
    path: digests(path),
  });
  if (!holds)
    faults.push(text('现在的日志不是原检查点的延续', 'The log of today does not go on from the old checkpoint'));
}

function isProved({ index, leaf, path }: ProvedLeaf, { size, root }: Checkpoint, faults: Text[]): boolean {
  if (verifyInclusion({ leaf: leafEntryHash(leaf), index, size, root, path: digests(path) })) return true;
  faults.push(text(`第 ${index} 叶不在树中`, `Leaf ${index} is not in the tree`));
  return false;
}

const deletes = (leaf: LeafEntry, day: string, family: string, batch: string): boolean =>
  leaf.kind === 'retention' && leaf.day === day && leaf.families.includes(family) && leaf.batches.includes(batch);

async function exportedLeaves(folder: string): Promise<ReadonlySet<number>> {
  try {
    const manifest = parseManifest(await readJson(join(folder, MANIFEST_FILE)));
    return new Set(manifest.segments.flatMap(({ batches }) => batches.map(({ index }) => index)));
  } catch (error) {
    if (error instanceof EvidenceFault) return new Set();
    throw error;
  }
}

interface ReadAnswer {
  readonly seed: string;
  readonly count: number;
  readonly checkpoint: string;
  readonly now: string;
  readonly consistency: readonly string[];
  readonly drawn: readonly ProvedLeaf[];
  readonly deletions: readonly ProvedLeaf[];
}

/** What of the answer can be read; what cannot is found missing afterwards. */
function answerOf(value: unknown, faults: Text[]): ReadAnswer {
  const members: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  if (members['format'] !== CHALLENGE_FORMAT)
    faults.push(text(`${CHALLENGE_FILE} 不是对质询的答复`, `${CHALLENGE_FILE} is no answer to a challenge`));
  const words = (name: string): string => (typeof members[name] === 'string' ? members[name] : '');
  return {
    seed: words('seed'),
    count: typeof members['count'] === 'number' ? members['count'] : 0,
    checkpoint: words('checkpoint'),
    now: words('now'),
    consistency: strings(members['consistency']),
    drawn: provedLeaves(members['drawn'], faults),
    deletions: provedLeaves(members['deletions'], faults),
  };
}

function provedLeaves(value: unknown, faults: Text[]): readonly ProvedLeaf[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown): readonly ProvedLeaf[] => {
    if (typeof item !== 'object' || item === null || !('index' in item) || !('leaf' in item) || !('path' in item))
      return [];
    try {
      return typeof item.index === 'number'
        ? [{ index: item.index, leaf: parseLeaf(item.leaf), path: strings(item.path) }]
        : [];
    } catch (error) {
      if (!(error instanceof EvidenceFault)) throw error;
      faults.push(error.text);
      return [];
    }
  });
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** What is no digest makes a path that proves nothing. */
const digests = (path: readonly string[]): readonly Uint8Array[] =>
  path.map((value) => fromHex(value, DIGEST_LENGTH) ?? new Uint8Array(DIGEST_LENGTH));
