import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreFault, type LogStore, type UnpackingCeiling } from '@suanjian/decision-log';
import { commitmentOf } from '@suanjian/evidence';
import { text, type EditionId, type Text } from '@suanjian/rulebook';
import type { Check } from '../engine/check.ts';
import type { Method, ReportedValue } from '../engine/method.ts';
import type { Question } from '../engine/question.ts';
import { runQuestions, type Answered, type CouldNotRun } from '../engine/run.ts';
import { receiptOf, type ErrorBudget } from '../receipt/receipt.ts';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/schema.ts';
import { checkedExpression } from '../sql/expression.ts';
import { nearest } from '../sql/nearest.ts';
import { checkedQuery } from '../sql/query.ts';
import { SqlFault, writtenName } from '../sql/tokens.ts';
import { MappingFault, type MappingProblem } from './fault.ts';
import type { LoadedFile, LoadedTable } from './load/column.ts';
import { findFiles } from './load/find-files.ts';
import { loadSource, SourceFault } from './load/load-source.ts';
import { onlySource, type Mapping } from './mapping.ts';
import { parseMappings } from './parse.ts';
import type { Table } from './place.ts';
import { prepareMapping } from './prepare.ts';
import { leftOutChecks, questionsOfChecks } from './prepare-checks.ts';

/** What an audit of somebody's own table needs of the world. */
export interface MappingAudit {
  readonly path: string;
  readonly store: LogStore;
  readonly methods: readonly Method[];
  readonly checks: readonly Check[];
  readonly edition: EditionId;
  readonly seed: number;
  readonly error: ErrorBudget;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How much may come out of a packed file. */
  readonly ceiling?: UnpackingCeiling;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, question: Question) => void;
}

export interface MappingOutcome {
  readonly answers: readonly Answered[];
  readonly report: Report | undefined;
  readonly notRun: readonly CouldNotRun[];
}

interface Loaded {
  readonly table: Table;
  readonly files: readonly LoadedFile[];
  readonly notes: readonly Text[];
}

/**
 * Audits the tables a mapping names: loads them into private rooms, checks every expression, asks, and judges as over the log.
 * @throws {MappingFault} when the mapping or a table cannot be audited as it is; no report is made then
 */
export const auditMapping = async (audit: MappingAudit): Promise<MappingOutcome> => {
  const started = audit.clock();
  const mappings = parseMappings(audit.path, readMapping(audit.path));
  const rooms: { close(): Promise<void> }[] = [];
  try {
    const answers: Answered[] = [];
    const notRun: CouldNotRun[] = [];
    const questions: Question[] = [];
    const files = new Map<string, LoadedFile>();
    const sessions = new Map<Question, Table['session']>();
    for (const mapping of mappings) {
      const room = await audit.store.openPrivateRoom();
      rooms.push(room);
      const loaded = await loadTables(audit, mapping, room);
      for (const file of loaded.files) files.set(file.name, file);
      for (const question of await questionsOf(audit, mapping, loaded)) {
        const named = uniquelyNamed(withNotes(question, loaded.notes), questions);
        questions.push(named);
        sessions.set(named, loaded.table.session);
      }
    }
    const outcome = await runQuestions({
      questions,
      session: audit.store.auditor,
      sessionOf: (question) => sessions.get(question),
      seed: audit.seed,
      error: audit.error.run,
      ...(audit.signal === undefined ? {} : { signal: audit.signal }),
      ...(audit.onProgress === undefined ? {} : { onProgress: audit.onProgress }),
    });
    answers.push(...outcome.answers);
    notRun.push(...outcome.notRun);
    if (notRun.length > 0) return { answers, report: undefined, notRun };
    const receipt = receiptOf({
      edition: mappings.some(({ target }) => target.kind !== 'method') ? audit.edition : null,
      clickhouse: audit.store.version,
      data: {
        kind: 'files',
        mapping: mappings.map(({ content }) => content) as ReportedValue,
        files: [...files.values()]
          .toSorted((left, right) => (left.name < right.name ? -1 : 1))
          .map(({ name, sha256 }) => ({ name, sha256 })),
      },
      questions: questions.map((question) => ({
        question,
        definition: commitmentOf(mappings.map(({ content }) => content)),
      })),
      seed: audit.seed,
      error: audit.error,
    });
    const run = {
      started: new Date(started).toISOString(),
      milliseconds: audit.clock() - started,
      host: audit.host,
      notes: mappings.flatMap((mapping) => leftOutChecks(mapping, audit)),
    };
    return { answers, report: buildReport(answers, receipt, run), notRun: [] };
  } finally {
    for (const room of rooms) await room.close();
  }
};

const readMapping = (path: string): string => {
  if (/\.(?:csv|ndjson|jsonl|parquet)(?:\.gz)?$/u.test(path))
    throw new MappingFault(path, [
      {
        reason: text(
          '这是一张表，不是映射文件。请写一个映射文件（YAML），在 source 里写明这张表。',
          'This is a table, not a mapping. Write a mapping (YAML) that names the table under source.',
        ),
      },
    ]);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new MappingFault(
      path,
      [{ reason: text(`读不到映射文件 ${path}。`, `The mapping file ${path} cannot be read.`) }],
      error,
    );
  }
};

const withNotes = (question: Question, notes: readonly Text[]): Question =>
  question.asked.kind === 'request'
    ? { ...question, asked: { ...question.asked, notes: [...(question.asked.notes ?? []), ...notes] } }
    : question;

const uniquelyNamed = (question: Question, others: readonly Question[]): Question => {
  const same = others.filter(({ id }) => id === question.id || id.startsWith(`${question.id}#`)).length;
  return same === 0 ? question : { ...question, id: `${question.id}#${same + 1}` };
};

const problemAt = (mapping: Mapping, key: string, reason: Text, file?: string): MappingProblem => {
  const line = mapping.lineOf(key);
  return { key, reason, ...(line === undefined ? {} : { line }), ...(file === undefined ? {} : { file }) };
};

type Room = Awaited<ReturnType<LogStore['openPrivateRoom']>>;

const loadTables = async ({ store, ceiling }: MappingAudit, mapping: Mapping, room: Room): Promise<Loaded> => {
  const tables: LoadedTable[] = [];
  const problems: MappingProblem[] = [];
  for (const { name, pattern } of mapping.sources) {
    const key = name === onlySource ? 'source' : `source.${name}`;
    const files = findFiles(pattern, dirname(mapping.path));
    if (!Array.isArray(files)) {
      problems.push(problemAt(mapping, key, files as Text));
      continue;
    }
    try {
      const table = await loadSource(store.writer, room.database, name, files, ceiling);
      tables.push(table);
      if (table.rows === 0)
        problems.push(problemAt(mapping, key, text('没有任何一行数据。', 'There is not a single row.'), pattern));
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      problems.push(problemAt(mapping, key, error.text, error.file));
    }
  }
  if (problems.length > 0) throw new MappingFault(mapping.path, problems);
  const relation = await relationOf(mapping, room, tables);
  return {
    table: { session: room.auditor, ...relation, loaded: tables.flatMap(({ columns }) => columns) },
    files: tables.flatMap(({ files }) => files),
    notes: tables.flatMap(notesOf),
  };
};

const notesOf = ({ name, columns, leftOut }: LoadedTable): readonly Text[] => [
  ...columns
    .filter(({ missing }) => missing !== undefined)
    .map((column) =>
      text(
        `${name} 的 ${column.name} 列有 ${column.missing ?? 0} 个值写作缺失（NA、null），按缺失处理。`,
        `${column.missing ?? 0} values of ${column.name} in ${name} are written as missing (NA, null) and taken so.`,
      ),
    ),
  ...(leftOut.length === 0
    ? []
    : [
        text(
          `${name} 中嵌套的列没有读入：${leftOut.join('、')}。`,
          `Nested columns of ${name} were not loaded: ${leftOut.join(', ')}.`,
        ),
      ]),
];

interface Relation {
  readonly relation: string;
  readonly columns: ReadonlySet<string>;
}

const relationOf = async (mapping: Mapping, room: Room, tables: readonly LoadedTable[]): Promise<Relation> => {
  const [only] = tables;
  const base =
    mapping.query === undefined
      ? writtenName(only?.name ?? onlySource)
      : `(${queryOf(mapping, mapping.query, tables)})`;
  const columns = await columnsOf(mapping, room, base);
  if (mapping.where === undefined) return { relation: base, columns };
  try {
    const { sql } = checkedExpression(mapping.where, columns);
    const relation = `(SELECT * FROM ${base} AS everything WHERE ${sql})`;
    await room.auditor.query(`DESCRIBE TABLE ${relation}`);
    return { relation, columns };
  } catch (error) {
    throw sqlFault(mapping, 'where', mapping.where, error);
  }
};

const queryOf = (mapping: Mapping, query: string, tables: readonly LoadedTable[]): string => {
  try {
    return checkedQuery(query, new Set(tables.map(({ name }) => name)));
  } catch (error) {
    throw sqlFault(mapping, 'query', query, error);
  }
};

const columnsOf = async (mapping: Mapping, room: Room, relation: string): Promise<ReadonlySet<string>> => {
  try {
    const described = await room.auditor.query<{ name: string }>(`DESCRIBE TABLE ${relation}`);
    const names = described.map(({ name }) => name);
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined)
      throw new MappingFault(mapping.path, [
        problemAt(
          mapping,
          'query',
          text(
            `query 有两列都叫 ${repeated}，请用 AS 改名。`,
            `Two columns of the query are called ${repeated}; rename one with AS.`,
          ),
        ),
      ]);
    return new Set(names);
  } catch (error) {
    if (error instanceof MappingFault) throw error;
    throw sqlFault(mapping, 'query', mapping.query ?? '', error);
  }
};

const sqlFault = (mapping: Mapping, key: string, _: string, error: unknown): unknown => {
  if (error instanceof SqlFault)
    return new MappingFault(mapping.path, [
      problemAt(
        mapping,
        key,
        text(`第 ${error.column} 个字符：${error.text.zh}`, `Character ${error.column}: ${error.text.en}`),
      ),
    ]);
  if (error instanceof StoreFault) return new MappingFault(mapping.path, [problemAt(mapping, key, error.text)], error);
  return error;
};

const questionsOf = async (audit: MappingAudit, mapping: Mapping, { table }: Loaded): Promise<readonly Question[]> => {
  const { target } = mapping;
  if (target.kind !== 'method') return questionsOfChecks(mapping, target, table, audit);
  const method = audit.methods.find(({ id }) => id === target.id);
  if (method !== undefined) return [await prepareMapping(mapping, method, table)];
  const known = audit.methods.map(({ id }) => id);
  const near = nearest(target.id, known);
  throw new MappingFault(mapping.path, [
    problemAt(
      mapping,
      'method',
      text(
        `没有名为 ${target.id} 的方法。${near === undefined ? `可用的有：${known.join('、')}。` : `是不是 ${near}？`}`,
        `There is no method ${target.id}. ${near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`}`,
      ),
    ),
  ]);
};
