import type { FaultList, SegmentFault } from './faults.ts';
import type { DamagedFile, SoughtBatch } from './find-batches.ts';
import { isMissing } from './find-batches.ts';
import { boundsOf, keptOrder, type FileRows, type SoughtRow } from './match-rows.ts';

/** What is said of a damaged file, beside its lines. */
export interface FileState {
  /** `missing`: the manifest names it and it is not there. `added`: it is there and the manifest does not name it. */
  readonly state: 'present' | 'missing' | 'added';
  /** Its bytes as the manifest says. */
  readonly bytes: number;
}

/** Turns what was found into faults, file by file. */
export function nameFaults(rows: FileRows, { state, bytes }: FileState, faults: FaultList): void {
  const { file } = rows;
  const { lines, batches } = file;
  const name = lines.file;
  const before = faults.count;
  if (state === 'missing') {
    const count = batches.reduce((sum, { leaf }) => sum + leaf.rows, 0);
    faults.add({ kind: 'file-missing', file: name, batches: batches.length, rows: count });
  }
  for (const batch of batches) {
    if (batch.rowHashesAltered) faults.add({ kind: 'row-hashes-altered', ...placeOf(batch) });
  }
  nameFoundBatches(file, faults);
  if (state === 'added') {
    faults.add({ kind: 'file-added', file: name });
    return;
  }
  nameRows(rows, state, faults);
  if (state === 'missing') return;
  nameUnhashed(rows, faults);
  nameUnknownLines(rows, faults);
  const own = batches.reduce((sum, { found, leaf }) => (found?.lines === lines ? sum + leaf.rows : sum), 0);
  // Where lines of other files lie in it, that was said of those.
  if (faults.count > before || own !== lines.count) return;
  // All of it is there, in order, and nothing else: then only the manifest's numbers are wrong.
  for (const batch of batches) {
    const offset = batch.found && lines.start(batch.found.line);
    if (offset !== undefined && offset !== batch.part.offset)
      faults.add({ kind: 'position-wrong', offset, ...placeOf(batch) });
  }
  if (faults.count === before) faults.add({ kind: 'size-wrong', file: name, bytes: lines.bytes, manifest: bytes });
}

const placeOf = ({ home, leaf, part }: SoughtBatch) => ({ file: home.file, batch: leaf.batch, index: part.index });

function nameFoundBatches({ lines, batches }: DamagedFile, faults: FaultList): void {
  const kept = keptOrder(batches.filter(({ found }) => found?.lines === lines));
  for (const batch of batches) {
    const { found } = batch;
    if (found === undefined || kept.has(batch)) continue;
    const at = { ...placeOf(batch), line: found.line + 1 };
    if (found.lines === lines) faults.add({ kind: 'batch-moved', ...at });
    else faults.add({ kind: 'batch-in-other-file', other: found.lines.file, ...at });
  }
}

function nameRows({ file, rows }: FileRows, state: FileState['state'], faults: FaultList): void {
  // A batch of which nothing is left is said in one sentence.
  const left = new Set(
    rows.filter(({ at, replacedBy }) => at !== undefined || replacedBy !== undefined).map(({ batch }) => batch),
  );
  const said = new Set<SoughtBatch>();
  for (const row of rows) {
    const { batch } = row;
    if (left.has(batch)) {
      const fault = rowFault(row, file, state);
      if (fault !== undefined) faults.add(fault);
    } else if (state === 'present' && !said.has(batch)) {
      said.add(batch);
      faults.add({ kind: 'batch-missing', ...placeOf(batch) });
    }
  }
}

function rowFault(
  { batch, row, at, replacedBy }: SoughtRow,
  file: DamagedFile,
  state: FileState['state'],
): SegmentFault | undefined {
  const place = { ...placeOf(batch), row };
  if (replacedBy !== undefined) {
    return { kind: 'row-changed', line: replacedBy + 1, form: file.lines.form(replacedBy), ...place };
  }
  // That its file is missing was said.
  if (at === undefined) return state === 'missing' ? undefined : { kind: 'row-missing', ...place };
  if (at.other !== undefined) {
    return { kind: 'row-in-other-file', other: at.other.lines.file, line: at.line + 1, ...place };
  }
  return at.inOrder ? undefined : { kind: 'row-moved', line: at.line + 1, ...place };
}

/** Batches without row hashes that were not found whole: what lies in their place is somehow theirs. */
function nameUnhashed({ file, unknown }: FileRows, faults: FaultList): void {
  const bounds = boundsOf(file);
  const explained = new Set<number>();
  for (const batch of file.batches) {
    if (!isMissing(batch) || batch.rowHashes !== undefined) continue;
    const { from, to } = bounds.get(batch) ?? { from: 0, to: 0 };
    const lines = [...unknown].filter((line) => from <= line && line < to);
    const [first] = lines;
    if (first === undefined) {
      faults.add({ kind: 'batch-missing', ...placeOf(batch) });
      continue;
    }
    for (const line of lines) explained.add(line);
    faults.add({
      kind: 'batch-changed',
      rows: batch.leaf.rows,
      line: first + 1,
      lines: lines.length,
      ...placeOf(batch),
    });
  }
  for (const line of explained) {
    unknown.delete(line);
    const form = file.lines.form(line);
    if (form !== 'canonical') faults.add({ kind: 'line-not-canonical', file: file.lines.file, line: line + 1, form });
  }
}

function nameUnknownLines({ file: { lines }, unknown }: FileRows, faults: FaultList): void {
  // From the end backwards, what is no record at all is only bytes too many.
  let end = lines.count;
  while (end > 0 && unknown.has(end - 1) && !['canonical', 'not-canonical'].includes(lines.form(end - 1))) end -= 1;
  for (const line of unknown) {
    if (line < end) faults.add({ kind: 'row-added', file: lines.file, line: line + 1, form: lines.form(line) });
  }
  if (end < lines.count) {
    const offset = lines.start(end);
    faults.add({ kind: 'trailing-bytes', file: lines.file, offset, bytes: lines.bytes - offset });
  } else if (lines.unterminated) {
    faults.add({ kind: 'unterminated', file: lines.file, line: lines.count });
  }
}
