import { describe, expect, it } from 'vitest';
import { commitmentOf } from './receipt.ts';
import { statements, statementsFor } from './statements.ts';

describe('what reports say of the evidence', () => {
  it('says always what is proved and what is not, then who vouches and whether all is there', () => {
    expect(statementsFor({ witnesses: 0 })).toEqual([statements.proved, statements.notProved, statements.unwitnessed]);
    expect(statementsFor({ witnesses: 2, complete: false })).toEqual([
      statements.proved,
      statements.notProved,
      statements.witnessed,
      statements.incomplete,
    ]);
    expect(statementsFor({ witnesses: 1, complete: true }).at(-1)).toBe(statements.complete);
  });
});

describe('a commitment', () => {
  it('is the hash of the canonical JSON, whatever the order of members', () => {
    // printf '{"a":[1,"算"],"b":null}' | sha256sum
    const expected = '5a1b6435f5177f902f50fd4039fa2fc325c321f7edc4dbb9adde19ece898a677';
    expect(commitmentOf({ b: null, a: [1, '算'] })).toBe(expected);
    expect(commitmentOf({ a: [1, '算'], b: null })).toBe(expected);
    expect(() => commitmentOf({ a: undefined })).toThrow(/undefined/);
  });
});
