import { withLogStore } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { methods } from './methods.ts';
import { judgeAlone, reducedRows, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';

test('what fails is shown with rows to look at, never more than asked for', async () => {
  await withLogStore(async (store) => {
    for (const method of methods)
      for (const [index, example] of method.examples.entries()) {
        if (method.worst === undefined) continue;
        const name = `${method.id.replaceAll('-', '_')}_${index}`;
        const table = await loadExample(store, name, example.table);
        const request = await requestOf(store.auditor, method, table, example);
        const rows = await reducedRows(store.auditor, method, request);
        for (const { estimation, verdict } of judgeAlone(method, request, rows)) {
          const shown = await store.auditor.query(method.worst(request, estimation.by, 3));
          expect([name, shown.length <= 3]).toEqual([name, true]);
          // Beginnings and ends that are missing have no neighbours in the table.
          const atEdges = method.id === 'coverage' && request.parts['stream'] === undefined && index === 4;
          if (verdict === 'fail' && !atEdges) expect([name, shown.length > 0]).toEqual([name, true]);
        }
      }
  });
});
