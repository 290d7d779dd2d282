import { queryTokens } from '@suanjian/register';
import {
  importRegister,
  openStore,
  searchRegister,
  type EmbeddedStore,
  type ImportOptions,
  type RegisterQuery,
} from '@suanjian/records';
import type { Ratio } from './ratio.ts';
import { questions } from './register/questions.ts';
import { asTable, multiplied, sourceRows } from './register/rows.ts';

export const name = 'register';

const now = '2026-03-02T04:00:00.000Z' as ImportOptions['now'];
const small = 10_000;
const large = 100_000;
const asked = 240;

const percentile95 = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const filled = async (
  rows: readonly (readonly string[])[],
): Promise<{ readonly store: EmbeddedStore; readonly milliseconds: number }> => {
  const store = await openStore({ kind: 'embedded', directory: undefined });
  const milliseconds = await timed(async () => {
    const result = await importRegister(store, asTable(rows), { actor: 'bench', now });
    if ('faults' in result || result.added !== rows.length) throw new Error('The rows were not imported');
  });
  return { store, milliseconds };
};

/**
 * The same rows into the same table, indexes and triggers, 500 at a time in one transaction, already worked out: what remains of an
 * import when reading, checking, merging, versions and statistics are left out.
 */
const bareInserts = async (store: EmbeddedStore): Promise<number> => {
  const batches: string[] = [];
  let after = '';
  for (;;) {
    const rows = await store.database
      .selectFrom('register_record')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(500)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    batches.push(JSON.stringify(rows));
    after = last.number;
  }
  const columns = Object.keys((JSON.parse(batches[0] ?? '[]') as object[])[0] ?? {})
    .filter((column) => column !== 'year')
    .join(', ');
  const empty = await openStore({ kind: 'embedded', directory: undefined });
  const milliseconds = await timed(async () => {
    const client = await empty.pool.connect();
    await client.query('begin');
    for (const batch of batches) {
      await client.query(
        `insert into register_record (${columns}) select ${columns} from json_populate_recordset(null::register_record, $1::json)`,
        [batch],
      );
    }
    await client.query('commit');
    client.release();
  });
  await empty.close();
  return milliseconds;
};

/** What a page costs without facets, totals, relevance or checking: the text index, the filters and the order, twenty rows. */
const bareQuery = async (store: EmbeddedStore, query: RegisterQuery): Promise<void> => {
  const conditions = ['true'];
  const values: unknown[] = [];
  const tokens = queryTokens(query.text);
  if (tokens.length > 0) conditions.push(`terms @> $${values.push(tokens)}::text[]`);
  for (const facet of ['technique', 'province', 'year'] as const) {
    const wanted = query[facet];
    if (wanted !== undefined) conditions.push(`${facet} = any($${values.push(wanted)}::text[])`);
  }
  const order = query.sort === 'name' ? 'sort_key, number' : 'first_month desc, number';
  await store.pool.query(
    `select number, algorithm_name, subject, technique, status from register_record where ${conditions.join(' and ')}
     order by ${order} limit ${query.size} offset ${(query.page - 1) * query.size}`,
    values,
  );
};

interface Searched {
  readonly page: number;
  readonly bare: number;
}

const rounds = 3;

/**
 * Alternately, so that both meet the same machine, and each question's best of three rounds, because what else the machine does is not
 * measured here. The bare query is kept from reading the whole table, which the planner would choose to its harm.
 */
const search = async (store: EmbeddedStore, queries: readonly RegisterQuery[]): Promise<Searched> => {
  const pages = queries.map(() => Number.POSITIVE_INFINITY);
  const bares = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, query] of queries.entries()) {
      const page = await timed(() => searchRegister(store.database, query));
      await store.pool.query('set enable_seqscan = off');
      const bare = await timed(() => bareQuery(store, query));
      await store.pool.query('set enable_seqscan = on');
      pages[index] = Math.min(page, pages[index] ?? page);
      bares[index] = Math.min(bare, bares[index] ?? bare);
    }
  }
  return { page: percentile95(pages), bare: percentile95(bares) };
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

export const run = async (): Promise<readonly Ratio[]> => {
  const source = sourceRows();
  const rows = multiplied(source, large);
  const data = { rows: source.origin };

  // Once to warm up what runs in this thread, then the one that counts.
  const warming = await filled(rows.slice(0, small));
  await warming.store.close();
  const first = await filled(rows.slice(0, small));
  const inserting = await bareInserts(first.store);
  const few = await search(first.store, questions(rows.slice(0, small), asked));
  await first.store.close();

  const second = await filled(rows);
  const many = await search(second.store, questions(rows, asked));
  await second.store.close();

  return [
    {
      claim: `Importing ${small} announced rows runs at no less than 0.3 of the rate of bare batched inserts of the same rows into the same store`,
      ratio: inserting / first.milliseconds,
      limit: { atLeast: 0.3 },
      details: {
        importRowsPerSecond: Math.round((small * 1000) / first.milliseconds),
        bareRowsPerSecond: Math.round((small * 1000) / inserting),
        importRowsPerSecondAtLarge: Math.round((large * 1000) / second.milliseconds),
        ...data,
      },
    },
    {
      claim: `Over ${large} records the 95th percentile of a page of search, with total and facets, is at most 3 times that of the bare indexed query`,
      ratio: many.page / many.bare,
      limit: { atMost: 3 },
      details: {
        pageP95Milliseconds: rounded(many.page),
        bareP95Milliseconds: rounded(many.bare),
        questions: asked,
        ...data,
      },
    },
    {
      claim: `From ${small} to ${large} records the 95th percentile of a page of search grows by less than half`,
      ratio: many.page / few.page,
      limit: { atMost: 1.5 },
      details: {
        smallP95Milliseconds: rounded(few.page),
        largeP95Milliseconds: rounded(many.page),
        bareSmallP95Milliseconds: rounded(few.bare),
        ...data,
      },
    },
  ];
};
