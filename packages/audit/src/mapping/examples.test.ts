import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type LogStore } from '@suanjian/decision-log';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../checks/checks.ts';
import { methods } from '../methods/methods.ts';
import { errorBudget } from '../receipt/receipt.ts';
import { auditMapping } from './audit-mapping.ts';

const examples = join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'mappings');

let folder: string;
let store: LogStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suanjian-examples-'));
  store = await openStore({ kind: 'embedded', folder: join(folder, 'store') });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the examples' README says comes out. */
const said: Readonly<Record<string, readonly (readonly [id: string, verdict: string, estimate: number | null])[]>> = {
  'loans.yaml': [
    ['over all', 'fail', -1 / 6],
    ['within branches', 'pass', 0],
  ],
  'prices.yaml': [['prices by system', 'fail', 0.03]],
  'waits.yaml': [
    ['waits', 'not-applicable', null],
    ['rivals wait longer', 'fail', 120],
  ],
};

test('every example is tried', () => {
  expect(readdirSync(examples).filter((name) => name.endsWith('.yaml'))).toEqual(Object.keys(said));
});

test.each(Object.entries(said))('%s gives what its README says', async (name, expected) => {
  const { report } = await auditMapping({
    path: join(examples, name),
    store,
    methods,
    checks,
    edition: 'final',
    seed: 1,
    error: errorBudget(1),
    host: 'test',
    clock: () => 0,
  });
  const results = report?.results ?? [];
  expect(results.map(({ id, verdict }) => [id, verdict])).toEqual(expected.map(([id, verdict]) => [id, verdict]));
  for (const [index, [, , estimate]] of expected.entries()) {
    const found = results[index]?.estimate ?? null;
    if (estimate === null || found === null) expect(found).toBe(estimate);
    else expect(Math.abs(found - estimate)).toBeLessThanOrEqual(Math.abs(estimate) * 0.01);
  }
});
