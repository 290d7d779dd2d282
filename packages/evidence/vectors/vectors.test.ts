import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceVectors } from './vectors.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/reference/test-vectors');

describe('the published test vectors', async () => {
  const vectors = await evidenceVectors();

  it.each([...vectors])('%s is what the code says (else run packages/evidence/vectors/write.ts)', (name, content) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(content);
  });

  it('are all there, each explained in both languages', () => {
    expect(
      readdirSync(FOLDER)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual([...vectors.keys()].sort());
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    for (const name of vectors.keys()) expect(readme.split(`\`${name}\``).length - 1, name).toBeGreaterThanOrEqual(2);
  });

  it('name every kind of fault of a row and every failure of a proof they claim to show', () => {
    const { cases } = JSON.parse(vectors.get('export.json') ?? '') as { cases: { faults: { kind: string }[] }[] };
    expect(cases.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual([
      [],
      ['row-changed'],
      ['row-changed'],
      ['row-missing'],
      ['row-added'],
      ['row-moved'],
      ['batch-missing'],
      ['batch-moved'],
      ['batch-in-other-file'],
      ['trailing-bytes'],
    ]);
    const { proofs } = JSON.parse(vectors.get('log.json') ?? '') as { proofs: { failure?: string }[] };
    expect(proofs.map(({ failure }) => failure)).toEqual([
      undefined,
      'row-not-in-batch',
      'row-not-canonical',
      'row-not-in-batch',
      'row-not-in-batch',
      'batch-not-in-tree',
      'batch-not-in-tree',
      'false-signature',
    ]);
    const kinds = JSON.parse(vectors.get('leaves.json') ?? '') as {
      leaves: { entry: { kind: string; scope?: { by: string } }; read: boolean }[];
      refused: { read: boolean }[];
    };
    expect(kinds.leaves.map(({ entry, read }) => [entry.kind, entry.scope?.by, read])).toEqual([
      ['hold', undefined, true],
      ['hold-release', undefined, true],
      ['extract', 'challenge', true],
      ['extract', 'user', true],
    ]);
    expect(kinds.refused.filter(({ read }) => read)).toEqual([]);
    const { notes } = JSON.parse(vectors.get('notes.json') ?? '') as { notes: { outcome: string; reason?: string }[] };
    expect(notes.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'trusted',
      'trusted',
      'too-few-witnesses',
      'not-signed-by-trusted-log',
      'false-signature',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
    ]);
  });
});
