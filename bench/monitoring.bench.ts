import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { bundleSchema, type BundledResult } from '@suanjian/audit/bundle';
import { defaultIndicators, sourceKey } from '@suanjian/audit/monitoring';
import { canonicalJson } from '@suanjian/evidence';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import {
  addIndicator,
  bundlesSince,
  createMemoryKeyring,
  findAuditBundle,
  keepAuditBundle,
  openStore,
  writeFigures,
  type FigureSheet,
} from '@suanjian/records';
import { addDays, civilDate, type CivilDate } from '@suanjian/rulebook';
import { runMonitoring } from '../apps/server/src/areas/monitoring/run.ts';
import type { Ratio } from './ratio.ts';

export const name = 'monitoring';

const providers = 1000;
const rounds = 3;
const checks = 59;
const history = 70;
const today = civilDate('2026-06-10');
const random = (length: number): Uint8Array => randomBytes(length);
const keyring = createMemoryKeyring({ random, now: () => `${today}T00:00:00.000Z` as Instant });

const watched = defaultIndicators.flatMap(({ reads }) => (reads.source === 'audit' ? [reads.check] : []));

const resultOf = (check: string): BundledResult => ({
  id: check,
  check,
  checkVersion: 1,
  method: 'invariant',
  methodVersion: 1,
  definition: 'a'.repeat(64),
  clause: 'final/17.1',
  clauses: ['final/17.1'],
  severity: 'duty',
  status: 'live',
  title: { zh: '一项检查', en: 'A check' },
  scale: check === 'differential-pricing' ? 'relative' : 'count',
  materiality: 0,
  verdict: 'fail',
  estimate: check === 'differential-pricing' ? 0.01 : 50,
  interval: [0, 100],
  n: 10_000,
  p: 0.5,
  q: 0.5,
  smallestDetectable: 1,
  suppressed: false,
  units: ['home', 'search'].map((algorithm) => ({
    by: { algorithm },
    verdict: 'pass',
    estimate: 20,
    interval: null,
    n: 5000,
    p: null,
    q: null,
    smallestDetectable: null,
    suppressed: false,
  })),
});
const results = [...watched, ...Array.from({ length: checks - watched.length }, (_, at) => `check-${at}`)].map(
  resultOf,
);

const noteOf = (filing: string, day: CivilDate): string =>
  `suanjian-bundle/1\n${canonicalJson({
    format: 'suanjian-bundle/1',
    filing,
    edition: 'final',
    data: { kind: 'log', provider: 'p', from: day, to: day, treeSize: 5, root: randomUUID(), commitment: 'c' },
    software: { suanjian: '0.1.0', clickhouse: '26.7' },
    error: { year: 0.05, runsPerYear: 365, run: 0.0001 },
    report: 'r',
    results,
  })}\n`;

/** Ten weeks of figures for everything that is watched. */
const figuresOf = (filing: string): FigureSheet => {
  const sheet: FigureSheet = {};
  for (const indicator of defaultIndicators) {
    const isCount = indicator.reads.source === 'complaints';
    const subject = isCount ? 'provider' : `filing:${filing}`;
    const days: FigureSheet[string][string] = {};
    for (let back = 1; back <= history; back++)
      days[addDays(today, -back)] = isCount
        ? ['c', (back * 7) % 5]
        : indicator.id === 'price-gap'
          ? ['m', ((back * 7) % 11) / 1000]
          : ['s', 30 + ((back * 7) % 41), 10_000];
    sheet[sourceKey(indicator)] = { [subject]: days };
  }
  return sheet;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

/** A day's aggregates of 1,000 providers, watched by the whole pack, against reading them once from where they are kept. */
export const run = async (): Promise<readonly Ratio[]> => {
  const store = await openStore({ kind: 'embedded', directory: undefined });
  const owners = Array.from({ length: providers }, () => ({
    organisation: randomUUID() as OrganisationId,
    filing: randomUUID() as MatterId,
  }));
  for (const [at, { organisation, filing }] of owners.entries())
    await store.asOwner(async (transaction) => {
      await sql`insert into organisation (id, kind, name, place, created_at) values (${organisation}, 'provider', ${`company ${at}`}, '330106', now())`.execute(
        transaction,
      );
      await sql`insert into matter (id, kind, owner, place, status, final, visible, title, terms, position, head_hash, opened_at, changed_at)
        values (${filing}, 'filing', ${organisation}, '330106', 'filed', false, '{provider,office}', 'x', '{}', 1, ${'0'.repeat(64)}, now(), now())`.execute(
        transaction,
      );
      const figures = figuresOf(filing);
      const months = new Set(Array.from({ length: history }, (_, back) => addDays(today, -back - 1).slice(0, 7)));
      await writeFigures(transaction, keyring, random, organisation, figures, months);
    });
  await store.asOwner(async (transaction) => {
    for (const definition of defaultIndicators)
      await addIndicator(transaction, { ...definition, definition, at: `${today}T00:00:00.000Z` as Instant });
    await sql`update monitoring_indicator set status = 'live'`.execute(transaction);
    await sql`insert into monitoring_run values (${today}, now(), ${`${today}T00:00:00.000Z`}, 0, 0, 0, 0)`.execute(
      transaction,
    );
  });

  const scans: number[] = [];
  const runs: number[] = [];
  let tested = 0;
  let size = 0;
  for (let round = 0; round < rounds; round++) {
    const day = addDays(today, round);
    const next = addDays(day, 1);
    const now = `${next}T00:00:00.000Z` as Instant;
    for (const { organisation, filing } of owners) {
      const note = noteOf(filing, day);
      size = note.length;
      await store.asOwner((transaction) =>
        keepAuditBundle(
          transaction,
          {
            id: randomUUID(),
            organisation,
            matter: filing,
            vkey: 'k',
            note,
            by: 'a',
            at: `${day}T12:00:00.000Z` as Instant,
            log: { origin: `${filing} ${round}`, treeSize: 5, root: 'r', from: day, to: day },
          },
          keyring,
          random,
        ),
      );
    }
    scans.push(
      await timed(() =>
        store.asOwner(async (transaction) => {
          const after = `${day}T00:00:00.000Z`;
          for (const { id } of await bundlesSince(transaction, { after, until: now, dayFrom: day, longest: 1 })) {
            const kept = await findAuditBundle(transaction, keyring, id);
            bundleSchema.parse(JSON.parse(kept?.note.split('\n')[1] ?? ''));
          }
        }),
      ),
    );
    runs.push(
      await timed(async () => {
        ({ tested } = await runMonitoring({ store, keyring, random, newId: randomUUID, now: () => now }));
      }),
    );
  }
  await store.close();
  if (tested < providers * 9) throw new Error(`only ${tested} series were judged`);
  return [
    {
      claim: 'Monitoring of a day’s aggregates of 1,000 providers against one scan of them',
      ratio: median(runs) / median(scans),
      limit: { atMost: 5 },
      details: {
        providers,
        seriesJudged: tested,
        bundleBytes: size,
        scanMilliseconds: Math.round(median(scans)),
        monitoringMilliseconds: Math.round(median(runs)),
      },
    },
  ];
};
