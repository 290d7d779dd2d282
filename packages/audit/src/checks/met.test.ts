import type { PlantName } from '@suanjian/decision-log';
import { withLogStore } from '@suanjian/decision-log/testing';
import { civilDateOf, type EditionId } from '@suanjian/rulebook';
import { expect, test } from 'vitest';
import { auditLog } from '../engine/audit-log.ts';
import type { Check } from '../engine/check.ts';
import { methodOf } from '../methods/methods.ts';
import { errorBudget } from '../receipt/receipt.ts';
import { checks } from './checks.ts';
import { prepareLogTables } from './testing/example-log.ts';
import { loadGenerated } from './testing/generated-log.ts';

const metPlace = /\{\{met\.[^{}]*\}\}/gu;

const narrowed = checks.filter(({ relation }) => relation.search(metPlace) >= 0);

/** The same check, which reads of the history what was said of everybody. */
const ofEverybody = (check: Check): Check => ({ ...check, relation: check.relation.replaceAll(metPlace, 'true') });

const planted = new Map<PlantName, number>([
  ['opt-out-leak', 0.3],
  ['deleted-tag-use', 0.5],
  ['unconsented-data', 0.2],
]);

test('a day against a long history: those whom it does not name change nothing', async () => {
  await withLogStore(async (store) => {
    await prepareLogTables(store);
    const from = civilDateOf('2026-03-02T00:00:00Z');
    const leaves = await loadGenerated(store, {
      rows: 20_000,
      days: 14,
      seed: 5,
      from,
      provider: 'p',
      plants: planted,
    });
    const asked: string[] = [];
    const session = {
      ...store.auditor,
      stream: <Row>(...given: Parameters<typeof store.auditor.stream>) => {
        asked.push(given[0]);
        return store.auditor.stream<Row>(...given);
      },
    };
    const audited = async (edition: EditionId, among: readonly Check[], days: { from: string; to: string }) => {
      asked.length = 0;
      const only = among.filter(({ clauses }) => clauses.some(({ clause }) => clause.startsWith(`${edition}/`)));
      const { report, notRun } = await auditLog({
        session,
        clickhouse: store.version,
        leaves,
        checks: among,
        only: only.map(({ id }) => id),
        methodOf,
        edition,
        ...days,
        seed: 1,
        error: errorBudget(1),
        host: 'test',
        clock: () => 0,
      });
      expect(notRun).toEqual([]);
      return { results: report?.results ?? [], met: asked.filter((sql) => sql.includes('AS met_')).length };
    };
    const day = { from: '2026-03-15', to: '2026-03-15' };
    const near = await audited('checklist', narrowed, day);
    const all = await audited('checklist', narrowed.map(ofEverybody), day);
    expect(near.results.map(({ id }) => id)).toEqual(['consented-features', 'deleted-tags-unused', 'opt-out-honoured']);
    expect(near.results).toEqual(all.results);
    expect([near.met, all.met]).toEqual([narrowed.length, 0]);
    // All of them are planted: that nothing is found cannot be why they agree.
    expect(near.results.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'fail']);
    expect((await audited('checklist', narrowed, { from: '2026-03-02', to: '2026-03-15' })).met).toBe(0);
  });
});
