import { describe, expect, it } from 'vitest';
import { between } from './choosing.ts';

describe('rows between two', () => {
  const rows = ['a', 'b', 'c', 'd'];

  it('are the same from either end, with both of them', () => {
    expect(between(rows, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(between(rows, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(between(rows, 'c', 'c')).toEqual(['c']);
  });

  it('are only the second when the first is not there any more', () => {
    expect(between(rows, 'gone', 'c')).toEqual(['c']);
  });
});
