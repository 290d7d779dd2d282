import type { LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { beforeAll, expect, test } from 'vitest';
import { methods } from './methods.ts';
import { requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';

onEveryStore(({ open }) => {
  let store: LogStore;
  beforeAll(async () => {
    store = await open();
  });

  test.each(methods.filter(({ worst }) => worst !== undefined).map((method) => [method.id, method] as const))(
    '%s names what to look at first',
    async (id, method) => {
      const example = method.examples.find(({ expect: expected }) =>
        expected.some(({ verdict }) => verdict === 'fail'),
      );
      if (example === undefined || method.worst === undefined) throw new Error(`${id} has no example that fails`);
      const table = await loadExample(store, `worst_${id.replaceAll('-', '_')}`, example.table);
      const request = await requestOf(store.auditor, method, table, example);
      const failing = example.expect.find(({ verdict }) => verdict === 'fail');
      const named = await store.auditor.query<Record<string, unknown>>(method.worst(request, failing?.by ?? {}, 3));
      expect(named.length).toBeGreaterThan(0);
      expect(named.length).toBeLessThanOrEqual(3);
      expect(Object.keys(named[0] ?? {}).length).toBeGreaterThan(0);
    },
  );
});
