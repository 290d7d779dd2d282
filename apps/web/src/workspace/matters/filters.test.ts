import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { queryOf } from '../client/matters.ts';
import { deskIn, filtersFrom, isFiltered, withFilter } from './filters.ts';

describe('filters and addresses', () => {
  it('reads back what it writes', () => {
    const values = fc.record(
      {
        kind: fc.constantFrom('filing', 'change'),
        status: fc.constantFrom('first-review', 'first-review,second-review'),
        desk: fc.constantFrom('provider', 'province', 'nation', 'city', 'all'),
        assignee: fc.constantFrom('me', 'none', 'someone'),
        q: fc.constantFrom('推荐', 'a&b=c', '100%'),
        due: fc.constantFrom('2026-03-02', '2024-02-29'),
        open: fc.constant(true),
        sort: fc.constantFrom('due', 'newest', 'oldest'),
        page: fc.integer({ min: 2, max: 99 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (filters) => {
        const read = Object.fromEntries(new URLSearchParams(queryOf(filters as never)));
        expect(filtersFrom(read)).toEqual(filters);
      }),
    );
  });

  it('drops what cannot be a filter', () => {
    expect(filtersFrom({ due: '2026-02-30', desk: 'moon', page: '-1', q: '  ', sort: 3 })).toEqual({});
  });

  it('goes back to the first page when a filter changes, not when the page does', () => {
    expect(withFilter({ q: 'a', page: 3 }, { q: 'b' })).toEqual({ q: 'b' });
    expect(withFilter({ q: 'a', page: 3 }, { page: 4 })).toEqual({ q: 'a', page: 4 });
  });

  it('begins with the own desk, and leaves it for another, for all, or for a state', () => {
    expect(deskIn({}, 'province')).toBe('province');
    expect(deskIn({ q: 'a', page: 2 }, 'nation')).toBe('nation');
    expect(deskIn({ desk: 'provider' }, 'province')).toBe('provider');
    expect(deskIn({ desk: 'all' }, 'province')).toBeUndefined();
    expect(deskIn({ status: 'filed' }, 'province')).toBeUndefined();
    expect(deskIn({ status: 'filed', desk: 'nation' }, 'province')).toBe('nation');
    expect(deskIn({}, undefined)).toBeUndefined();
  });

  it('does not count a page or an order as a filter', () => {
    expect(isFiltered({ page: 2, sort: 'newest' })).toBe(false);
    expect(isFiltered({ desk: 'nation' })).toBe(true);
  });
});
