import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeHash, drawCode, originOf, readCode } from './codes.ts';

describe('a code', () => {
  it('holds a hundred bits in four groups of five', () => {
    const codes = Array.from({ length: 2000 }, () => drawCode(randomBytes));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    // Every symbol at every place: no bit of the chance is lost.
    for (let place = 0; place < 23; place += 1)
      if (place % 6 !== 5) expect(new Set(codes.map((code) => code[place])).size).toBe(32);
  });

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.boolean(), (bytes, lower) => {
        const code = drawCode(() => bytes);
        const sloppy = code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
        expect(readCode(lower ? sloppy.toLowerCase() : sloppy)).toBe(code.replaceAll('-', ''));
        expect(codeHash(sloppy)).toBe(codeHash(code));
      }),
    );
  });

  it.each(['', '12345', 'UUUUU-UUUUU-UUUUU-UUUUU', '7Q2MX-7Q2MX-7Q2MX-7Q2M', '7Q2MX-7Q2MX-7Q2MX-7Q2MXX', '<script>'])(
    'is never what cannot be one: %s',
    (typed) => expect(readCode(typed)).toBeUndefined(),
  );
});

it('where something came from is another digest every day and under every secret', () => {
  const digests = [
    originOf('a', '192.0.2.1', '2026-02-10'),
    originOf('a', '192.0.2.1', '2026-02-11'),
    originOf('b', '192.0.2.1', '2026-02-10'),
    originOf('a', '192.0.2.2', '2026-02-10'),
  ];
  expect(new Set(digests).size).toBe(4);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});
