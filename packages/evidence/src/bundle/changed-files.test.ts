import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { full, bare, exposure, exposureNext, quote, linesOf, check, faultsOf } from '../testing/check-export.ts';
import { bytesOf } from '../testing/sample-export.ts';

describe('changes across files', () => {
  it('finds a batch in another file', async () => {
    const files = linesOf(full);
    const moved = files.get(exposure)?.splice(6, 8) ?? [];
    files.get(quote)?.splice(3, 0, ...moved);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'batch-in-other-file', file: exposure, batch: 'b-4', index: 5, other: quote, line: 4 },
    ]);
  });

  it('finds it without row hashes too', async () => {
    const files = linesOf(bare);
    const moved = files.get(exposure)?.splice(6, 8) ?? [];
    files.get(quote)?.splice(3, 0, ...moved);
    expect(faultsOf(await check(files, { manifest: bare.manifest }))).toMatchObject([
      { kind: 'batch-in-other-file', batch: 'b-4', other: quote, line: 4 },
    ]);
  });

  it('finds a row in another file', async () => {
    const files = linesOf(full);
    files.get(quote)?.splice(1, 0, ...(files.get(exposure)?.splice(8, 1) ?? []));
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'row-in-other-file', file: exposure, batch: 'b-4', row: 2, other: quote, line: 2 },
    ]);
  });

  it('says that a file is missing, once', async () => {
    const files = linesOf(full);
    files.delete(exposure);
    expect(faultsOf(await check(files))).toEqual([{ kind: 'file-missing', file: exposure, batches: 4, rows: 19 }]);
  });

  it('says that a file was added, and what lies in it', async () => {
    const files = linesOf(full);
    files.set('segments/more.ndjson', ['{}', ...(files.get(quote)?.splice(0, 3) ?? [])]);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'batch-in-other-file', file: quote, batch: 'b-2', other: 'segments/more.ndjson', line: 2 },
      { kind: 'file-added', file: 'segments/more.ndjson' },
    ]);
  });

  it('finds the batches of a file under another name', async () => {
    const files = linesOf(full);
    files.set('renamed', files.get(quote) ?? []);
    files.delete(quote);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'file-missing', file: quote },
      { kind: 'batch-in-other-file', batch: 'b-2', other: 'renamed', line: 1 },
      { kind: 'batch-in-other-file', batch: 'b-6', other: 'renamed', line: 4 },
      { kind: 'file-added', file: 'renamed' },
    ]);
  });
});

describe('bytes that are no lines', () => {
  const bytes = (file: string): Buffer => bytesOf(full.files.get(file) ?? []);
  const withBytes = (file: string, content: Uint8Array) =>
    new Map<string, readonly string[] | Uint8Array>([...full.files, [file, content]]);

  it('says where trailing bytes begin', async () => {
    const { length } = bytes(quote);
    const rest = Buffer.from('\n\u0000junk\n\n%');
    expect(faultsOf(await check(withBytes(quote, Buffer.concat([bytes(quote), rest]))))).toEqual([
      { kind: 'trailing-bytes', file: quote, offset: length, bytes: rest.length },
    ]);
  });

  it('says that the last newline is missing', async () => {
    expect(faultsOf(await check(withBytes(quote, bytes(quote).subarray(0, -1))))).toEqual([
      { kind: 'unterminated', file: quote, line: 7 },
    ]);
  });

  it('says that the last line is torn', async () => {
    expect(faultsOf(await check(withBytes(quote, bytes(quote).subarray(0, -9))))).toMatchObject([
      { kind: 'row-changed', file: quote, batch: 'b-6', row: 3, line: 7, form: 'not-json' },
      { kind: 'unterminated' },
    ]);
  });

  it('says what is not UTF-8', async () => {
    const content = bytes(quote);
    content[content.indexOf('同')] = 0xff;
    expect(faultsOf(await check(withBytes(quote, content)))).toMatchObject([
      { kind: 'row-changed', batch: 'b-2', row: 0, line: 1, form: 'not-utf8' },
    ]);
  });

  it('sees the other way to end a line', async () => {
    const content = Buffer.from(bytes(quote).toString().replaceAll('\n', '\r\n'));
    const faults = faultsOf(await check(withBytes(quote, content)));
    expect(faults).toHaveLength(7);
    expect(faults[0]).toMatchObject({ kind: 'row-changed', form: 'not-canonical' });
  });

  it('sees any change of any byte', async () => {
    const change = fc.record({
      file: fc.constantFrom(exposure, exposureNext, quote),
      at: fc.nat(),
      how: fc.constantFrom('flip', 'insert', 'delete', 'truncate', 'double'),
      byte: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, fc.constantFrom(full, bare), async ({ file, at, how, byte }, sample) => {
        const content = bytes(file);
        const place = at % content.length;
        const [head, tail] = [content.subarray(0, place), content.subarray(place)];
        const flipped = Uint8Array.of((tail[0] ?? 0) ^ byte);
        const changed = {
          flip: [head, flipped, tail.subarray(1)],
          insert: [head, Uint8Array.of(byte), tail],
          delete: [head, tail.subarray(1)],
          truncate: [head],
          double: [head, tail.subarray(0, 1), tail],
        }[how];
        const report = await check(withBytes(file, Buffer.concat(changed)), { manifest: sample.manifest });
        expect(report.outcome).toBe('faulty');
        const named = faultsOf(report).filter((fault) => 'file' in fault);
        expect(named.length).toBeGreaterThan(0);
        for (const fault of named) expect(fault).toMatchObject({ file });
      }),
      { numRuns: 400 },
    );
  });
});
