import { describe, expect, it } from 'vitest';
import { byNearness } from './nearness.ts';

const item = (id: string, on?: string, bearer: 'provider' | 'office' = 'provider') => ({
  id,
  kind: 'filing',
  title: id,
  owner: null,
  place: '440000',
  status: 'draft',
  position: 1,
  openedAt: '',
  changedAt: '',
  ...(on === undefined
    ? {}
    : { due: { name: 'toFile', on, bearer, provisional: false, standing: 'running' as const, clause: 'final/24.1' } }),
});

describe('deadlines by nearness', () => {
  it('sorts each into one group; the due day itself is in time, the last day of the week counts as soon', () => {
    const groups = byNearness(
      [
        item('late', '2026-03-01'),
        item('today', '2026-03-02'),
        item('soon', '2026-03-09'),
        item('later', '2026-03-10'),
        item('none'),
        { ...item('returned'), status: 'returned' },
        item('office', '2026-02-01', 'office'),
      ],
      '2026-03-02',
      '2026-03-09',
    );
    expect(
      Object.fromEntries(Object.entries(groups).map(([name, items]) => [name, items.map(({ id }) => id)])),
    ).toEqual({
      returned: ['returned'],
      late: ['late'],
      today: ['today'],
      soon: ['soon'],
      later: ['later'],
      offices: ['office'],
    });
  });
});
