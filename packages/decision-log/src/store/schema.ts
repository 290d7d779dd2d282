import { text } from '@suanjian/rulebook';
import { quotedName, quotedText } from './names.ts';
import { compareTable, type ExistingColumn } from './schema-differences.ts';
import type { LogStore, StoreWriter } from './store.ts';
import { StoreFault } from './store-fault.ts';

export interface ColumnDescription {
  readonly name: string;
  /** ClickHouse's type: `LowCardinality(String)`, `DateTime64(3, 'UTC')` … */
  readonly type: string;
  /** What stands in CODEC(…): `Delta, ZSTD(1)`. */
  readonly codec?: string;
}

export interface IndexDescription {
  readonly name: string;
  readonly expression: string;
  readonly type: string;
  readonly granularity?: number;
}

export interface TableDescription {
  readonly database: string;
  readonly name: string;
  readonly columns: readonly ColumnDescription[];
  /** Expressions. */
  readonly orderBy: readonly string[];
  readonly partitionBy?: string;
  /** On a cluster: the expression by whose value rows are spread over the shards, `cityHash64(user)` for instance. */
  readonly shardBy: string;
  readonly indexes?: readonly IndexDescription[];
}

/** So many of the last insertions into a table are remembered by their token. */
export const deduplicationWindow = 1000;

/** Written to disk, and the folder entry too, before an insertion is acknowledged; merged parts likewise before the old ones go. */
const tableSettings = {
  non_replicated_deduplication_window: deduplicationWindow,
  fsync_after_insert: 1,
  fsync_part_directory: 1,
  min_rows_to_fsync_after_merge: 1,
};

/** The name under which a table's rows lie on each node: itself, or on a cluster its shard. Partitions are dropped from this one. */
export const storedName = (store: LogStore, table: string): string =>
  store.cluster === undefined ? table : `${table}_shard`;

const fullName = (database: string, name: string): string => `${quotedName(database)}.${quotedName(name)}`;

const columnSql = ({ name, type, codec }: ColumnDescription): string =>
  `${quotedName(name)} ${type}${codec === undefined ? '' : ` CODEC(${codec})`}`;

const storedSql = (store: LogStore, table: TableDescription): string => {
  const lines = [
    ...table.columns.map(columnSql),
    ...(table.indexes ?? []).map(
      ({ name, expression, type, granularity = 1 }) =>
        `INDEX ${quotedName(name)} ${expression} TYPE ${type} GRANULARITY ${granularity}`,
    ),
  ];
  return `CREATE TABLE IF NOT EXISTS ${fullName(table.database, storedName(store, table.name))} (
  ${lines.join(',\n  ')}
) ENGINE = MergeTree
${table.partitionBy === undefined ? '' : `PARTITION BY ${table.partitionBy}\n`}ORDER BY (${table.orderBy.join(', ')})
SETTINGS ${Object.entries(tableSettings)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')}`;
};

const distributedSql = (cluster: string, store: LogStore, table: TableDescription): string =>
  `CREATE TABLE IF NOT EXISTS ${fullName(table.database, table.name)} (
  ${table.columns.map(({ name, type }) => `${quotedName(name)} ${type}`).join(',\n  ')}
) ENGINE = Distributed(${quotedText(cluster)}, ${quotedText(table.database)}, ${quotedText(storedName(store, table.name))}, ${table.shardBy})`;

/** Runs a statement on every node, one after the other. There is no ON CLUSTER: it would need a keeper that nobody else needs. */
export const onEveryNode = async (store: LogStore, sql: string): Promise<void> => {
  for (const node of store.nodes) await node.command(sql);
};

export const ensureDatabase = (store: LogStore, database: string): Promise<void> =>
  onEveryNode(store, `CREATE DATABASE IF NOT EXISTS ${quotedName(database)}`);

const existingColumns = (node: StoreWriter, database: string, table: string): Promise<ExistingColumn[]> =>
  node.query<ExistingColumn>(
    'SELECT name, type FROM system.columns WHERE database = {database:String} AND table = {table:String} ORDER BY position',
    { parameters: { database, table } },
  );

/** Types as ClickHouse itself writes them: `Decimal(18,2)` comes back as `Decimal(18, 2)`. */
const canonicalColumns = async (node: StoreWriter, table: TableDescription): Promise<readonly ExistingColumn[]> => {
  const types = [...new Set(table.columns.map(({ type }) => type))];
  const rows = await node.query<Record<string, string>>(
    `SELECT ${types.map((type, at) => `toTypeName(defaultValueOfTypeName(${quotedText(type)})) AS t${at}`).join(', ')}`,
  );
  const [row = {}] = rows;
  return table.columns.map(({ name, type }) => ({ name, type: row[`t${types.indexOf(type)}`] ?? type }));
};

interface Layout {
  readonly engine_full: string;
  readonly engine: string;
  readonly sorting_key: string;
  readonly partition_key: string;
}

const withoutSpaces = (sql: string): string => sql.replaceAll(/\s+/gu, '').replace(/^\((.*)\)$/u, '$1');

/** ClickHouse writes an expression its own way; both sides are written that way before they are compared. */
const canonicalExpression = async (node: StoreWriter, expression: string): Promise<string> => {
  const [row] = await node.query<{ sql: string }>('SELECT formatQuerySingleLine({sql:String}) AS sql', {
    parameters: { sql: `SELECT ${expression}` },
  });
  return withoutSpaces((row?.sql ?? '').replace(/^SELECT\s+/u, ''));
};

const checkLayout = async (node: StoreWriter, table: TableDescription, stored: string): Promise<void> => {
  const [layout] = await node.query<Layout>(
    'SELECT engine, engine_full, sorting_key, partition_key FROM system.tables WHERE database = {database:String} AND name = {name:String}',
    { parameters: { database: table.database, name: stored } },
  );
  if (layout === undefined) return;
  const differs = async (found: string, described: string): Promise<boolean> =>
    (await canonicalExpression(node, found === '' ? 'tuple()' : found)) !==
    (await canonicalExpression(node, described === '' ? 'tuple()' : described));
  const name = `${table.database}.${stored}`;
  if (!layout.engine.endsWith('MergeTree'))
    throw new StoreFault(
      'schema',
      text(
        `表 ${name} 的引擎是 ${layout.engine}，不是 MergeTree。`,
        `The table ${name} has the engine ${layout.engine}, not MergeTree.`,
      ),
    );
  if (await differs(layout.sorting_key, table.orderBy.join(', ')))
    throw new StoreFault(
      'schema',
      text(
        `表 ${name} 的排序列是 ${layout.sorting_key}，应为 ${table.orderBy.join(', ')}。`,
        `The table ${name} is sorted by ${layout.sorting_key}, and should be by ${table.orderBy.join(', ')}.`,
      ),
    );
  if (await differs(layout.partition_key, table.partitionBy ?? ''))
    throw new StoreFault(
      'schema',
      text(
        `表 ${name} 按 ${layout.partition_key || '无'} 分区，应为 ${table.partitionBy ?? '不分区'}。`,
        `The table ${name} is partitioned by ${layout.partition_key || 'nothing'}, and should be by ${table.partitionBy ?? 'nothing'}.`,
      ),
    );
};

const checkDistribution = async (node: StoreWriter, table: TableDescription, cluster: string, stored: string) => {
  const [layout] = await node.query<{ engine_full: string }>(
    'SELECT engine_full FROM system.tables WHERE database = {database:String} AND name = {name:String}',
    { parameters: { database: table.database, name: table.name } },
  );
  const wanted = [cluster, table.database, stored].map(quotedText).join(', ');
  const found = layout === undefined ? '' : await canonicalExpression(node, layout.engine_full);
  const described = await canonicalExpression(node, `Distributed(${wanted}, ${table.shardBy})`);
  if (found !== described)
    throw new StoreFault(
      'schema',
      text(
        `表 ${table.database}.${table.name} 在集群上的分布方式与此版本不同（${layout?.engine_full ?? ''}）。`,
        `The table ${table.database}.${table.name} is spread over the cluster otherwise than this version does (${layout?.engine_full ?? ''}).`,
      ),
    );
};

/** Adds the columns that are new; refuses any other difference, naming the column. */
const fit = async (node: StoreWriter, table: TableDescription, name: string, codecs: boolean): Promise<void> => {
  const added = compareTable(
    `${table.database}.${name}`,
    await existingColumns(node, table.database, name),
    await canonicalColumns(node, table),
  );
  for (const column of table.columns) {
    if (!added.includes(column.name)) continue;
    const sql = codecs ? columnSql(column) : `${quotedName(column.name)} ${column.type}`;
    await node.command(`ALTER TABLE ${fullName(table.database, name)} ADD COLUMN IF NOT EXISTS ${sql}`);
  }
};

/** One that was not there before it was made is as it is described, and need not be compared. */
const isThere = async (node: StoreWriter, database: string, name: string): Promise<boolean> => {
  const found = await node.query(
    'SELECT 1 FROM system.tables WHERE database = {database:String} AND name = {name:String}',
    {
      parameters: { database, name },
    },
  );
  return found.length > 0;
};

/**
 * Makes the table stand as described on every node: a MergeTree, and on a cluster a Distributed table over one MergeTree per node.
 * May be run at every start, by several processes at once. The database must be there.
 */
export const ensureTable = async (store: LogStore, table: TableDescription): Promise<void> => {
  const stored = storedName(store, table.name);
  for (const node of store.nodes) {
    const there = await isThere(node, table.database, stored);
    await node.command(storedSql(store, table));
    if (!there) continue;
    await checkLayout(node, table, stored);
    await fit(node, table, stored, true);
  }
  const { cluster } = store;
  if (cluster === undefined) return;
  for (const node of store.nodes) {
    const there = await isThere(node, table.database, table.name);
    await node.command(distributedSql(cluster, store, table));
    if (!there) continue;
    await checkDistribution(node, table, cluster, stored);
    await fit(node, table, table.name, false);
  }
};

export const dropTable = async (store: LogStore, database: string, name: string): Promise<void> => {
  const names = new Set([name, storedName(store, name)]);
  for (const each of names) await onEveryNode(store, `DROP TABLE IF EXISTS ${fullName(database, each)} SYNC`);
};
