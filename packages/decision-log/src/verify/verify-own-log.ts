import { existsSync, createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  MANIFEST_FORMAT,
  checkCheckpoint,
  hex,
  signCheckpoint,
  verifySegments,
  type Manifest,
  type ManifestSegment,
  type SegmentFault,
  type SegmentsReport,
  type Signer,
  type Trust,
} from '@suanjian/evidence';
import { logFolder, type JournalView } from '../ingest/journal-view.ts';
import { batchAt } from '../export/sound-rows.ts';
import { plainLengthOf, readCompressed } from '../journal/compressed-file.ts';
import { segmentKey, type JournalIndex, type SegmentExtent } from '../journal/journal-index.ts';
import { segmentFolder } from '../journal/journal.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import { parseSegmentFile, type SegmentFile } from '../journal/segment-file.ts';
import { Segments } from '../journal/segments.ts';

export interface VerifyOwnLog {
  readonly dataFolder: string;
  readonly view: JournalView;
  /** The log's own key: the state found is signed for this check alone, and nothing is written. */
  readonly signer: Signer;
  readonly trust: Trust;
  /** Checkpoints from earlier days, as signed notes: the one the log keeps, and any that somebody kept elsewhere. */
  readonly held: readonly string[];
}

/**
 * Holds the segment files of a data folder against its journal, and the journal against older checkpoints. Only reads: what opening for writing would repair is
 * found here first.
 */
export async function verifyOwnLog({ dataFolder, view, signer, trust, held }: VerifyOwnLog): Promise<SegmentsReport> {
  const { index } = view;
  const folder = segmentFolder(logFolder(dataFolder));
  const extents = index.segments().filter(({ rows }) => rows > 0);
  const known = new Map(extents.map((extent) => [nameOf(extent), extent]));
  const beingWritten = existsSync(join(logFolder(dataFolder), 'writer.json'));
  const segments = new Segments(folder);
  const report = await verifySegments({
    manifest: manifestOf(index, extents, signer),
    trust: { ...trust, logs: [signer.verifier, ...trust.logs], quorum: 0 },
    present: await presentFiles(folder, index),
    open: async (file) => {
      const extent = known.get(file);
      if (extent === undefined) return createReadStream(join(folder, file));
      const files = await segments.files(extent);
      return files.length === 0 ? undefined : bytesOf(files, extent, beingWritten);
    },
  });
  if (report.outcome === 'unreadable') return report;
  const faults = held.flatMap((note) => heldFaults(note, { ...trust, logs: [signer.verifier, ...trust.logs] }, index));
  if (faults.length === 0) return report;
  return {
    ...report,
    outcome: 'faulty',
    complete: false,
    faults: [...faults, ...report.faults],
    faultCount: report.faultCount + faults.length,
  };
}

const nameOf = ({ day, family }: { readonly day: string; readonly family: string }): string =>
  `${day}/${family}.ndjson`;

function manifestOf(index: JournalIndex, extents: readonly SegmentExtent[], signer: Signer): Manifest {
  const { size } = index;
  const origin = signer.verifier.name;
  // All there ever was, so that what was deleted must be accounted for.
  const ever = index.segments();
  return {
    format: MANIFEST_FORMAT,
    origin,
    checkpoint: signCheckpoint({ origin, size, root: index.tree.root(size), extensions: [] }, signer),
    scope: {
      from: ever.at(0)?.day ?? '1970-01-01',
      to: ever.at(-1)?.day ?? '1970-01-01',
      families: [...new Set(ever.map(({ family }) => family))],
    },
    leaves: Array.from(index.entries(), ({ leaf }) => leaf),
    segments: extents.map((extent) => segmentOf(index, extent)),
  };
}

function segmentOf(index: JournalIndex, extent: SegmentExtent): ManifestSegment {
  const { day, family, deletedBelow, end, leaves } = extent;
  return {
    file: nameOf(extent),
    family,
    day,
    bytes: end - deletedBelow,
    batches: leaves
      .flatMap((leaf) => batchAt(index, leaf))
      .map(({ index: at, leaf, at: { offset, length } }) => ({
        index: at,
        leaf,
        offset: offset - deletedBelow,
        length,
      })),
  };
}

/** Files that belong to no segment the journal knows; the known ones go by their segment's name. */
async function presentFiles(folder: string, index: JournalIndex): Promise<readonly string[]> {
  const present = new Set<string>();
  for (const day of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, day))) {
      // Left by a compression that was interrupted; the next writer removes it.
      if (name.endsWith('.unfinished')) continue;
      const file = parseSegmentFile(name);
      const extent = file && index.segment({ day, family: file.family });
      present.add(extent === undefined || extent.rows === 0 ? `${day}/${name}` : segmentKey(extent).concat('.ndjson'));
    }
  }
  return [...present].sort();
}

/**
 * The files of a segment one after the other, as they are. Of a compressed one the frames that can be read. While somebody writes, what is not acknowledged yet at the end
 * is no fault.
 */
async function* bytesOf(
  files: readonly SegmentFile[],
  { end, deletedBelow }: SegmentExtent,
  beingWritten: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const [at, file] of files.entries()) {
    const isLast = at === files.length - 1;
    // Before the segment's present beginning lies what retention deleted and an interruption left.
    if (file.base < deletedBelow) continue;
    const length = beingWritten && isLast ? Math.max(end - file.base, 0) : await lengthOf(file);
    yield* file.compressed ? readableFrames(file.path, length) : plainBytes(file.path, length);
  }
}

async function* plainBytes(path: string, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  if (length === 0) return;
  for await (const chunk of createReadStream(path, { end: length - 1 })) yield chunk as Uint8Array;
}

const STEP = 1 << 20;

async function* readableFrames(path: string, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < length; at += STEP) {
    try {
      yield* readCompressed(path, at, Math.min(STEP, length - at));
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
    }
  }
}

async function lengthOf({ path, compressed }: SegmentFile): Promise<number> {
  try {
    return compressed ? await plainLengthOf(path) : (await stat(path)).size;
  } catch (error) {
    if (error instanceof LogFault) return 0;
    throw error;
  }
}

/** Whether the journal goes on from a checkpoint of an earlier day. */
function heldFaults(note: string, trust: Trust, index: JournalIndex): readonly SegmentFault[] {
  const check = checkCheckpoint(note, { ...trust, quorum: 0 });
  if (check.outcome === 'refused') return [{ kind: 'held-checkpoint', text: check.text }];
  const { size, root } = check.checkpoint;
  if (size > index.size) return [{ kind: 'log-rolled-back', held: size, size: index.size }];
  return index.root(size) === hex(root) ? [] : [{ kind: 'log-rewritten', held: size, size: index.size }];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
