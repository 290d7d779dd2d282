import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryTokens } from '@suanjian/register';
import { importRegister, openStore, type RegisterQuery, type Store } from '@suanjian/records';
import { assemble, readConfig, realWorld } from '@suanjian/server';
import { loadPages } from '@suanjian/web';
import { ensureBuilt } from '@suanjian/web/build';
import type { Load, Loaded } from './pages/load.ts';
import type { Ratio } from './ratio.ts';
import { questions } from './register/questions.ts';
import { asTable, multiplied, sourceRows } from './register/rows.ts';

export const name = 'pages';

const records = 100_000;
const requests = 6000;
const atOnce = 16;

const answered = (child: ChildProcess, load: Load): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    child.once('message', (loaded) => resolve(loaded as Loaded));
    child.once('exit', () => reject(new Error('the asking process ended')));
    child.send(load);
  });

/** The address of a question, as the page's own form would send it. */
const addressOf = ({ text, technique, province, year, sort, page }: RegisterQuery): string => {
  const parameters = new URLSearchParams({ q: text, sort, page: String(page) });
  for (const [facet, values] of Object.entries({ technique, province, year }))
    for (const value of values ?? []) parameters.append(facet, value);
  return `/register?${parameters}`;
};

const bareQuery = async (store: Store, { text, size }: RegisterQuery): Promise<number> => {
  const start = performance.now();
  await store.pool.query(
    `select number, algorithm_name, subject from register_record where terms @> $1::text[] order by first_month desc, number limit ${size}`,
    [queryTokens(text)],
  );
  return performance.now() - start;
};

const percentile95 = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A server with 100,000 records and, beside its pages, plain files of the same sizes, asked from another process. */
export const run = async (): Promise<readonly Ratio[]> => {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-bench-'));
  const directory = join(folder, 'web');
  await mkdir(join(directory, 'assets'), { recursive: true });
  await writeFile(join(directory, 'workspace.html'), '<!doctype html>');
  const store = await openStore({ kind: 'embedded', directory: undefined });
  const source = sourceRows();
  const rows = multiplied(source, records);
  const imported = await importRegister(store, asTable(rows), { actor: 'bench', now: realWorld.now() });
  if ('faults' in imported) throw new Error('the rows were not imported');
  const config = readConfig({ DATA_DIR: folder, PORT: '0' }, folder);
  const { app, close } = await assemble(config, {
    store,
    web: { pages: await loadPages(), directory },
    app: { requestsPerMinute: 0 },
  });
  const child = fork(join(import.meta.dirname, 'pages/load.ts'));
  try {
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const ask = (paths: readonly string[], count = requests): Promise<Loaded> =>
      answered(child, { origin, paths, requests: count, atOnce });
    const { number } = (await store.database
      .selectFrom('register_record')
      .select('number')
      .limit(1)
      .executeTakeFirst()) ?? { number: '' };
    const ratios: Ratio[] = [];
    for (const [what, path] of [
      ['record', `/register/${number}`],
      ['search', `/register?q=${encodeURIComponent('推荐')}`],
    ] as const) {
      const { bytes } = await ask([path], 50);
      await writeFile(join(directory, 'assets', `${what}.html`), 'x'.repeat(bytes));
      await ask([`/assets/${what}.html`], 500);
      const still = await ask([`/assets/${what}.html`]);
      const page = await ask([path]);
      ratios.push({
        claim: `The ${what} page is served at no less than half the requests per second of a static file of the same size by the same process`,
        ratio: page.perSecond / still.perSecond,
        limit: { atLeast: 0.5 },
        details: {
          pagePerSecond: Math.round(page.perSecond),
          staticPerSecond: Math.round(still.perSecond),
          bytes,
          rows: source.origin,
        },
      });
    }
    const asked = questions(rows, 240).filter(({ text }) => text !== '');
    const bare: number[] = [];
    await store.pool.query('set enable_seqscan = off');
    for (const query of asked) bare.push(await bareQuery(store, query));
    await store.pool.query('set enable_seqscan = on');
    const pages = await answered(child, { origin, paths: asked.map(addressOf), requests: asked.length, atOnce: 1 });
    ratios.push({
      claim: `Over ${records} records the 95th percentile of a search page over HTTP, no question asked twice, is at most 3 times that of the bare indexed query`,
      ratio: pages.percentile95 / percentile95(bare),
      limit: { atMost: 3 },
      details: {
        pageP95Milliseconds: rounded(pages.percentile95),
        bareP95Milliseconds: rounded(percentile95(bare)),
        questions: asked.length,
        rows: source.origin,
      },
    });
    return ratios;
  } finally {
    child.disconnect();
    await close();
    await rm(folder, { recursive: true, force: true });
  }
};
