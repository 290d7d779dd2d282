import { expect, test } from 'vitest';
import { families, RecordChecker } from '@suanjian/decision-log';
import { disposalFile, type DisposalState, type Instant, type MatterId } from '@suanjian/matters';

const state: DisposalState = {
  status: 'handled',
  demanded: false,
  form: { items: [{ item: 'v-1' }, { item: 'v-2' }], category: 'unsafe-challenge', nature: 'undesirable' },
  stoppedAt: '2026-03-02T01:03:00.000Z' as Instant,
  record: {
    measures: [
      { action: 'delete', on: '2026-03-02', at: '09:05' },
      { action: 'limit', on: '2026-03-02', at: '09:06' },
      { action: 'label', on: '2026-03-02', at: '09:07' },
      { action: 'account', on: '2026-03-02', at: '09:08' },
      { action: 'restore', on: '2026-03-02', at: '09:09', note: '误判' },
    ],
  },
  notes: [],
  correspondence: [],
};

test('what a disposal was is taken into the decision log as it comes out of the matter', () => {
  const checker = new RecordChecker(families.disposal);
  const lines = disposalFile('00000000-0000-4000-8000-000000000001' as MatterId, 'demo-platform', state)
    .trimEnd()
    .split('\n');
  const checked = lines.map((line) => checker.checkLine(line, { latest: Date.UTC(2026, 2, 3) }));
  expect(checked.map(({ outcome }) => outcome)).toEqual(lines.map(() => 'accepted'));
  expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual(
    ['stop', 'stop', 'limit', 'label', 'restore'].flatMap((action) => [action, action]),
  );
});
