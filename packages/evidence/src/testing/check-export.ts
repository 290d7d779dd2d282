import type { SegmentFault } from '../bundle/faults.ts';
import type { Manifest, ManifestBatch } from '../bundle/manifest.ts';
import { verifySegments, type SegmentsReport, type VerifySegments } from '../bundle/verify-segments.ts';
import { bytesOf, fileOf, opener, sampleExport } from './sample-export.ts';

export const full = sampleExport({ rowHashes: true, leaves: true, paths: true });
export const bare = sampleExport({ rowHashes: false, leaves: false, paths: true });
export const trust = { logs: [full.log.verifier] };
export const exposure = fileOf('exposure', '2026-09-21');
export const exposureNext = fileOf('exposure', '2026-09-22');
export const quote = fileOf('quote', '2026-09-21');

export type Files = Map<string, string[]>;
export type Changed = Partial<Omit<VerifySegments, 'open'>>;

export const linesOf = (sample: typeof full): Files =>
  new Map([...sample.files].map(([file, rows]) => [file, [...rows]]));

export async function check(
  files: ReadonlyMap<string, readonly string[] | Uint8Array>,
  changed: Changed = {},
  chunk = 64,
) {
  const bytes = new Map(
    [...files].map(([file, rows]) => [file, rows instanceof Uint8Array ? rows : bytesOf(rows)] as const),
  );
  const open = opener(bytes, chunk);
  return verifySegments({ manifest: full.manifest, open, trust, present: [...files.keys()], ...changed });
}

/** Changes the lines of one file of the full export, then checks it. */
export async function afterLines(
  file: string,
  change: (lines: string[]) => void,
  changed: Changed = {},
): Promise<SegmentsReport> {
  const files = linesOf(full);
  change(files.get(file) ?? []);
  return check(files, changed);
}

export const faultsOf = (report: SegmentsReport): readonly SegmentFault[] =>
  report.outcome === 'unreadable' ? [] : report.faults;

/** Changes one batch of the manifest. */
export const withBatch = (
  index: number,
  change: (batch: ManifestBatch) => ManifestBatch,
  manifest = full.manifest,
): Manifest => ({
  ...manifest,
  segments: manifest.segments.map((segment) => ({
    ...segment,
    batches: segment.batches.map((batch) => (batch.index === index ? change(batch) : batch)),
  })),
});
