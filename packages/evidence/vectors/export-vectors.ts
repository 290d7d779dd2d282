import { verifySegments } from '../src/index.ts';
import { bytesOf, fileOf, opener, sampleExport } from '../src/testing/sample-export.ts';

const exposure = fileOf('exposure', '2026-09-21');
const quote = fileOf('quote', '2026-09-21');

/** In `file`, from line `line` (from 1) on, `remove` lines are taken out and `insert` put in their place. */
interface Edit {
  readonly file: string;
  readonly line: number;
  readonly remove: number;
  readonly insert: readonly string[];
}

export async function exportVectors(): Promise<object> {
  const { manifest, files, log } = sampleExport({ rowHashes: true, leaves: true, paths: true });
  const lines = (file: string, from: number, to: number): readonly string[] =>
    (files.get(file) ?? []).slice(from - 1, to);
  const cases: readonly (readonly [string, readonly Edit[]])[] = [
    ['nothing was changed', []],
    ['a row was changed', [{ file: exposure, line: 9, remove: 1, insert: ['{"changed":true}'] }]],
    [
      'a row was written another way',
      [{ file: exposure, line: 9, remove: 1, insert: [` ${lines(exposure, 9, 9)[0]}`] }],
    ],
    ['a row was taken out', [{ file: exposure, line: 9, remove: 1, insert: [] }]],
    ['a row was put in', [{ file: exposure, line: 9, remove: 0, insert: ['{"added":true}'] }]],
    ['two rows were exchanged', [{ file: exposure, line: 9, remove: 2, insert: lines(exposure, 9, 10).toReversed() }]],
    ['a batch was taken out', [{ file: exposure, line: 7, remove: 8, insert: [] }]],
    [
      'the first batch was moved to the end',
      [
        { file: exposure, line: 20, remove: 0, insert: lines(exposure, 1, 5) },
        { file: exposure, line: 1, remove: 5, insert: [] },
      ],
    ],
    [
      'a batch was moved to another file',
      [
        { file: quote, line: 4, remove: 0, insert: lines(exposure, 7, 14) },
        { file: exposure, line: 7, remove: 8, insert: [] },
      ],
    ],
    ['something that is no record was put at the end', [{ file: quote, line: 8, remove: 0, insert: ['', 'junk'] }]],
  ];
  const results: object[] = [];
  for (const [what, edits] of cases) {
    const changed = new Map([...files].map(([file, rows]) => [file, [...rows]]));
    for (const { file, line, remove, insert } of edits) changed.get(file)?.splice(line - 1, remove, ...insert);
    const bytes = new Map([...changed].map(([file, rows]) => [file, bytesOf(rows)]));
    const report = await verifySegments({
      manifest,
      open: opener(bytes),
      trust: { logs: [log.verifier] },
      present: [...bytes.keys()],
    });
    if (report.outcome === 'unreadable') throw new Error(report.text.en);
    results.push({ what, edits, outcome: report.outcome, complete: report.complete, faults: report.faults });
  }
  return { trusted: { logs: [log.verifier.encoded] }, manifest, files: Object.fromEntries(files), cases: results };
}
