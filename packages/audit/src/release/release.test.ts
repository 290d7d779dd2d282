import { signerFrom } from '@suanjian/evidence';
import { edition } from '@suanjian/rulebook';
import { describe, expect, test } from 'vitest';
import {
  differsFromEdition,
  differsFromPack,
  releaseOfEdition,
  releaseOfPack,
  signRelease,
  verifyRelease,
} from './release.ts';

const signer = signerFrom('示例协会/rules', new Uint8Array(32).fill(7));
const stranger = signerFrom('somebody/rules', new Uint8Array(32).fill(8));
const trusted = [signer.verifier];
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

const files = [
  { name: 'b.yaml', content: bytes('id: b') },
  { name: 'a.yaml', content: bytes('id: a') },
];

describe('a signed release of rules', () => {
  const release = releaseOfEdition(edition('final'), '2026.1');
  const note = signRelease(release, signer);

  test('is verified by the key that signed it, and holds every clause without what answers it', () => {
    expect(verifyRelease(note, trusted)).toEqual({ outcome: 'verified', release, signer: '示例协会/rules' });
    expect(release.clauses).toHaveLength(edition('final').clauses.length);
    expect(JSON.stringify(release)).not.toContain('"answers"');
    expect(signRelease(releaseOfEdition(edition('final'), '2026.1'), signer)).toBe(note);
  });

  test.each([
    ['signed by somebody else', () => signRelease(release, stranger)],
    ['altered', () => note.replace('10 working days', '99 working days').replace('"length":10', '"length":99')],
    ['with another digest', () => signRelease({ ...release, sha256: '0'.repeat(64) }, signer)],
    ['that is none', () => 'words'],
    ['cut short', () => note.slice(0, -30)],
  ])('is refused %s', (_, changed) => {
    expect(changed()).not.toBe(note);
    expect(verifyRelease(changed(), trusted).outcome).toBe('refused');
  });

  test('tells in which clauses the rules here differ', () => {
    const here = edition('final');
    expect(differsFromEdition(release, here)).toEqual([]);
    const [first, second, ...others] = here.clauses;
    if (first === undefined || second === undefined) throw new Error('the edition has two clauses');
    const changed = { ...here, clauses: [{ ...first, text: { zh: '改了', en: 'changed' } }, ...others] };
    expect(differsFromEdition(release, changed)).toEqual([
      { what: 'changed', name: first.id },
      { what: 'missing', name: second.id },
    ]);
  });
});

describe('a signed release of a check pack', () => {
  const release = releaseOfPack('示例检查包', '1.0', files);

  test('has one digest, whatever the order of its files', () => {
    expect(releaseOfPack('示例检查包', '1.0', files.toReversed())).toEqual(release);
    expect(release.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(verifyRelease(signRelease(release, signer), trusted)).toMatchObject({ outcome: 'verified', release });
  });

  test('tells which files were changed, are missing or came in', () => {
    expect(differsFromPack(release, files)).toEqual([]);
    expect(
      differsFromPack(release, [
        { name: 'a.yaml', content: bytes('id: c') },
        { name: 'z.yaml', content: bytes('') },
      ]),
    ).toEqual([
      { what: 'changed', name: 'a.yaml' },
      { what: 'missing', name: 'b.yaml' },
      { what: 'added', name: 'z.yaml' },
    ]);
  });
});
