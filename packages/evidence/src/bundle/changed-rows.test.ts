import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  full,
  bare,
  exposure,
  exposureNext,
  quote,
  linesOf,
  check,
  afterLines,
  faultsOf,
} from '../testing/check-export.ts';
import { sampleRow } from '../testing/sample-export.ts';
import { faultText } from './faults.ts';

describe('an export nobody touched', () => {
  it.each([1, 7, 64, 100_000])('is sound, read in chunks of %i bytes', async (chunk) => {
    const report = await check(full.files, {}, chunk);
    expect(report).toMatchObject({
      outcome: 'sound',
      faultCount: 0,
      complete: true,
      deleted: 1,
      checkpoint: { checkpoint: { size: 11 } },
      intact: { files: 3, batches: 8, rows: 39 },
    });
  });

  it('is sound without leaves and row hashes, but not proved complete', async () => {
    const report = await check(bare.files, { manifest: bare.manifest });
    expect(report).toMatchObject({ outcome: 'sound', complete: false, intact: { batches: 8 } });
  });

  it('is sound after a way through JSON', async () => {
    expect(await check(full.files, { manifest: JSON.parse(JSON.stringify(full.manifest)) })).toMatchObject({
      outcome: 'sound',
    });
  });
});

describe('changed rows, with row hashes', () => {
  // The file: b-1 in lines 1 to 5, b-3 in line 6, b-4 in lines 7 to 14, b-7 in lines 15 to 19.
  it.each<readonly [string, string, (lines: string[]) => void, readonly object[]]>([
    [
      'a value',
      exposure,
      (lines) => lines.splice(8, 1, (lines[8] ?? '').replace('"number":2', '"number":3')),
      [{ kind: 'row-changed', file: exposure, batch: 'b-4', row: 2, line: 9, form: 'canonical' }],
    ],
    [
      'the only row of a batch, at another length',
      exposure,
      (lines) => lines.splice(5, 1, '{"much":"longer than it was before, by far"}'),
      [{ kind: 'row-changed', batch: 'b-3', row: 0, line: 6 }],
    ],
    [
      'the very first row',
      exposure,
      (lines) => lines.splice(0, 1, '{}'),
      [{ kind: 'row-changed', batch: 'b-1', row: 0, line: 1 }],
    ],
    [
      'the way a row is written',
      exposure,
      (lines) => lines.splice(1, 1, ` ${lines[1]}`),
      [{ kind: 'row-changed', batch: 'b-1', row: 1, line: 2, form: 'not-canonical' }],
    ],
    [
      'a row into an empty line',
      exposure,
      (lines) => lines.splice(1, 1, ''),
      [{ kind: 'row-changed', batch: 'b-1', row: 1, form: 'blank' }],
    ],
    [
      'rows in three batches',
      exposure,
      (lines) => [0, 9, 18].forEach((at) => lines.splice(at, 1, `{"at":${at}}`)),
      [
        { kind: 'row-changed', batch: 'b-1', row: 0, line: 1 },
        { kind: 'row-changed', batch: 'b-4', row: 3, line: 10 },
        { kind: 'row-changed', batch: 'b-7', row: 4, line: 19 },
      ],
    ],
    ['a row taken out', exposure, (lines) => lines.splice(10, 1), [{ kind: 'row-missing', batch: 'b-4', row: 4 }]],
    ['the last row taken out', exposure, (lines) => lines.pop(), [{ kind: 'row-missing', batch: 'b-7', row: 4 }]],
    [
      'rows taken out of neighbouring batches',
      exposure,
      (lines) => lines.splice(4, 3),
      [
        { kind: 'row-missing', batch: 'b-1', row: 4 },
        { kind: 'batch-missing', batch: 'b-3' },
        { kind: 'row-missing', batch: 'b-4', row: 0 },
      ],
    ],
    [
      'a row put in',
      exposure,
      (lines) => lines.splice(10, 0, '{"new":true}'),
      [{ kind: 'row-added', file: exposure, line: 11, form: 'canonical' }],
    ],
    ['a row put in between batches', exposure, (lines) => lines.splice(5, 0, '{}'), [{ kind: 'row-added', line: 6 }]],
    ['a row put in at the beginning', quote, (lines) => lines.unshift('{}'), [{ kind: 'row-added', line: 1 }]],
    ['a record put in at the end', quote, (lines) => lines.push('{"new":true}'), [{ kind: 'row-added', line: 8 }]],
    ['a row twice', exposure, (lines) => lines.splice(3, 0, lines[2] ?? ''), [{ kind: 'row-added' }]],
    [
      'neighbours exchanged',
      exposure,
      (lines) => lines.splice(8, 2, lines[9] ?? '', lines[8] ?? ''),
      [{ kind: 'row-moved', batch: 'b-4' }],
    ],
    [
      'a row moved within its batch',
      exposure,
      (lines) => lines.splice(13, 0, ...lines.splice(6, 1)),
      [{ kind: 'row-moved', batch: 'b-4', row: 0, line: 14 }],
    ],
    [
      'the last row of a batch moved to the end of the file',
      exposure,
      (lines) => lines.push(...lines.splice(4, 1)),
      [{ kind: 'row-moved', batch: 'b-1', row: 4, line: 19 }],
    ],
    [
      'batches in another order',
      exposure,
      (lines) => lines.push(...lines.splice(0, 5)),
      [{ kind: 'batch-moved', batch: 'b-1', index: 2, line: 15 }],
    ],
    ['a batch taken out', exposure, (lines) => lines.splice(6, 8), [{ kind: 'batch-missing', batch: 'b-4', index: 5 }]],
    [
      'everything taken out',
      exposureNext,
      (lines) => lines.splice(0),
      [
        { kind: 'batch-missing', batch: 'b-4' },
        { kind: 'batch-missing', batch: 'b-5' },
      ],
    ],
    [
      'one changed, one taken out, one put in',
      exposure,
      (lines) => {
        lines.splice(16, 0, '{"new":true}');
        lines.splice(9, 1);
        lines.splice(1, 1, '{}');
      },
      [
        { kind: 'row-changed', batch: 'b-1', row: 1, line: 2 },
        { kind: 'row-missing', batch: 'b-4', row: 3 },
        { kind: 'row-added', line: 16 },
      ],
    ],
  ])('names %s', async (_name, file, change, expected) => {
    const report = await afterLines(file, change);
    expect(report.outcome).toBe('faulty');
    expect(faultsOf(report)).toMatchObject(expected);
    expect(faultsOf(report)).toHaveLength(expected.length);
  });

  it('counts what is still whole', async () => {
    const report = await afterLines(exposure, (lines) => lines.splice(8, 1, '{}'));
    expect(report).toMatchObject({ complete: true, intact: { files: 2, batches: 7, rows: 31 } });
  });

  it('keeps as many faults as asked for and counts all', async () => {
    const report = await afterLines(exposure, (lines) => lines.fill('{}'), { mostFaults: 4 });
    expect(report).toMatchObject({ faultCount: 19 });
    expect(faultsOf(report)).toHaveLength(4);
  });
});

describe('many changes at once', () => {
  /** What was really done to the lines, and what must be said of it at least: every batch touched is named. */
  it('names every batch whose rows are not all in place, and no other', async () => {
    const edits = fc.array(fc.record({ at: fc.nat(), how: fc.constantFrom('change', 'remove', 'add') }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const files = linesOf(full);
        const lines = files.get(exposure) ?? [];
        for (const [step, { at, how }] of steps.entries()) {
          const place = at % (lines.length + 1);
          if (how === 'add') lines.splice(place, 0, `{"added":${step}}`);
          else lines.splice(place, 1, ...(how === 'change' ? [`{"changed":${step}}`] : []));
        }
        const faults = faultsOf(await check(files));
        const kept = new Set(lines);
        for (const batch of full.manifest.segments.find(({ file }) => file === exposure)?.batches ?? []) {
          // A row is named by its batch's place among the planned ones, which is one less than its leaf's.
          const gone = Array.from({ length: batch.leaf.rows }, (_, row) => row).filter(
            (row) => !kept.has(sampleRow(batch.index - 1, row)),
          );
          const named = faults.filter((fault) => 'index' in fault && fault.index === batch.index);
          const rows = named.flatMap((fault) => ('row' in fault ? [fault.row] : []));
          if (named.some(({ kind }) => kind === 'batch-missing')) expect(gone).toHaveLength(batch.leaf.rows);
          else expect(rows).toEqual(gone);
        }
        const strangers = lines.filter((line) => line.startsWith('{"added') || line.startsWith('{"changed')).length;
        const explained = faults.filter(({ kind }) => kind === 'row-added' || kind === 'row-changed').length;
        expect(explained).toBe(strangers);
      }),
      { numRuns: 300 },
    );
  });
});

describe('without row hashes', () => {
  it('names the batch and the lines', async () => {
    const files = linesOf(bare);
    files.get(exposure)?.splice(8, 1, '{ }');
    expect(faultsOf(await check(files, { manifest: bare.manifest }))).toEqual([
      { kind: 'batch-changed', file: exposure, batch: 'b-4', index: 5, rows: 8, line: 7, lines: 8 },
      { kind: 'line-not-canonical', file: exposure, line: 9, form: 'not-canonical' },
    ]);
  });

  it.each<readonly [string, (lines: string[]) => void, readonly object[]]>([
    ['a row taken out', (lines) => lines.splice(8, 1), [{ kind: 'batch-changed', batch: 'b-4', line: 7, lines: 7 }]],
    ['a row put in', (lines) => lines.splice(8, 0, '{}'), [{ kind: 'batch-changed', batch: 'b-4', lines: 9 }]],
    ['a batch taken out', (lines) => lines.splice(6, 8), [{ kind: 'batch-missing', batch: 'b-4' }]],
    ['a row put in between batches', (lines) => lines.splice(6, 0, '{}'), [{ kind: 'row-added', line: 7 }]],
    [
      'damage on both sides of batches that are whole but lie elsewhere',
      (lines) => {
        lines.splice(16, 0, '{}');
        lines.splice(2, 1);
      },
      [
        { kind: 'batch-changed', batch: 'b-1', line: 1, lines: 4 },
        { kind: 'batch-changed', batch: 'b-7', line: 14, lines: 6 },
      ],
    ],
    ['the order of batches', (lines) => lines.push(...lines.splice(0, 5)), [{ kind: 'batch-moved', batch: 'b-1' }]],
  ])('still names %s', async (_name, change, expected) => {
    const files = linesOf(bare);
    change(files.get(exposure) ?? []);
    const faults = faultsOf(await check(files, { manifest: bare.manifest }));
    expect(faults).toMatchObject(expected);
    expect(faults).toHaveLength(expected.length);
  });
});

describe('the sentences', () => {
  it('name the place in both languages', async () => {
    const [fault] = faultsOf(await afterLines(exposure, (lines) => lines.splice(8, 1, '{ }')));
    expect(fault && faultText(fault)).toEqual({
      zh: `${exposure} 批次 b-4 的第 2 行（自 0 起）被改动（第 9 行，非规范写法的 JSON）`,
      en: `${exposure}, batch b-4: row 2 (from 0) was changed (line 9, JSON that is not canonical)`,
    });
  });
});
