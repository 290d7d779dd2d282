import { mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  MANIFEST_FORMAT,
  base64,
  hashLines,
  parseCheckpoint,
  type Manifest,
  type ManifestBatch,
  type ManifestScope,
  type ManifestSegment,
} from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import type { JournalView } from '../ingest/journal-view.ts';
import { writeDurably } from '../journal/durable.ts';
import type { BatchEntry, JournalIndex, SegmentExtent } from '../journal/journal-index.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import { batchAt, soundRows } from './sound-rows.ts';

export const MANIFEST_FILE = 'manifest.json';
export const KEY_FILE = 'log.vkey';

export interface ExportRequest {
  readonly view: JournalView;
  /** A folder that is not there yet, or is empty. */
  readonly folder: string;
  readonly scope: ManifestScope;
  /** The checkpoint that all of it is proved by, as a signed note. */
  readonly checkpoint: string;
  /** The key that signed it, as C2SP writes it. */
  readonly key: string;
  /** Whether every row's hash goes along, so that a changed row can be named and not only its batch: 44 bytes a row. Unless told, for up to a million rows. */
  readonly rowHashes?: boolean;
  readonly onProgress?: (bytes: number, of: number) => void;
}

export interface Exported {
  readonly files: number;
  readonly batches: number;
  readonly rows: number;
  readonly bytes: number;
  readonly rowHashes: boolean;
}

const MOST_HASHED = 1_000_000;

/**
 * Writes the segments of a scope and a manifest from which anybody can check them offline. The manifest is written last: a folder without one is not finished. Throws
 * `LogFault` (`invalid`, `damaged`).
 */
export async function exportLog(request: ExportRequest): Promise<Exported> {
  const { view, folder, scope, checkpoint, key } = request;
  const { checkpoint: stated } = parseCheckpoint(checkpoint);
  const segments = chosenSegments(view.index, scope, stated.size);
  const rows = segments.reduce(
    (sum, { entries }) => sum + entries.reduce((inner, { leaf }) => inner + leaf.rows, 0),
    0,
  );
  const rowHashes = request.rowHashes ?? rows <= MOST_HASHED;
  await emptyFolder(folder);
  const progress = new Progress(segments, request.onProgress);
  const written: ManifestSegment[] = [];
  for (const segment of segments) written.push(await writeSegment(view, folder, segment, rowHashes, progress));
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    origin: stated.origin,
    checkpoint,
    scope,
    leaves: Array.from(view.index.entries(0, stated.size), ({ leaf }) => leaf),
    segments: written,
  };
  await writeDurably(join(folder, KEY_FILE), `${key}\n`);
  await writeDurably(join(folder, MANIFEST_FILE), JSON.stringify(manifest));
  return { files: written.length, batches: progress.batches, rows, bytes: progress.done, rowHashes };
}

interface ChosenSegment {
  readonly extent: SegmentExtent;
  readonly entries: readonly BatchEntry[];
}

function chosenSegments(index: JournalIndex, scope: ManifestScope, size: number): readonly ChosenSegment[] {
  refuseLaterDeletion(index, size);
  return index.segments().flatMap((extent): readonly ChosenSegment[] => {
    if (extent.day < scope.from || extent.day > scope.to || !scope.families.includes(extent.family)) return [];
    const entries = extent.leaves.flatMap((leaf) => (leaf < size ? batchAt(index, leaf) : []));
    return entries.length === 0 ? [] : [{ extent, entries }];
  });
}

/** Rows that were deleted after the checkpoint could be neither shown nor accounted for by it. */
function refuseLaterDeletion(index: JournalIndex, size: number): void {
  for (const { leaf } of index.entries(size)) {
    if (leaf.kind !== 'retention') continue;
    throw new LogFault(
      'invalid',
      text(
        '上一个检查点之后有记录按留存规则删除；请先运行 suanjian log checkpoint。',
        'Records were deleted by retention since the last checkpoint; run suanjian log checkpoint first.',
      ),
    );
  }
}

async function writeSegment(
  view: JournalView,
  folder: string,
  { extent: { day, family }, entries }: ChosenSegment,
  rowHashes: boolean,
  progress: Progress,
): Promise<ManifestSegment> {
  const file = `segments/${day}/${family}.ndjson`;
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle: FileHandle = await open(path, 'wx', 0o600);
  const batches: ManifestBatch[] = [];
  let offset = 0;
  try {
    for (const entry of entries) {
      const rows = await soundRows(view, entry);
      await handle.writeFile(rows);
      batches.push({
        index: entry.index,
        leaf: entry.leaf,
        offset,
        length: rows.length,
        ...(rowHashes && { rowHashes: base64(hashLines(rows)) }),
      });
      offset += rows.length;
      progress.add(rows.length);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { file, family, day, bytes: offset, batches };
}

class Progress {
  batches = 0;
  done = 0;
  readonly #of: number;
  readonly #tell: ExportRequest['onProgress'];

  constructor(segments: readonly ChosenSegment[], tell: ExportRequest['onProgress']) {
    this.#of = segments.flatMap(({ entries }) => entries).reduce((sum, { at }) => sum + at.length, 0);
    this.#tell = tell;
  }

  add(bytes: number): void {
    this.batches += 1;
    this.done += bytes;
    this.#tell?.(this.done, this.#of);
  }
}

/** Makes the folder, or takes one that is empty: nothing is written over. Throws `LogFault` (`invalid`). */
export async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    if (systemCode(error) !== 'ENOTDIR') throw error;
  }
  throw new LogFault(
    'invalid',
    text(`文件夹 ${folder} 不是空的；请指定新的文件夹。`, `The folder ${folder} is not empty; name a new one.`),
    { file: folder },
  );
}
