import { text, type Text } from '@suanjian/rulebook';
import { isMap, isPair, isScalar, LineCounter, parseAllDocuments, visit, type Document } from 'yaml';
import { nearest } from '../sql/nearest.ts';
import { MappingFault, type MappingProblem } from './fault.ts';
import { onlySource, type Mapping, type MappingSource, type PartSource, type Target } from './mapping.ts';

const keys = [
  'name',
  'source',
  'query',
  'method',
  'check',
  'family',
  'parts',
  'compare',
  'by',
  'strata',
  'controls',
  'where',
  'parameters',
] as const;
const sourceName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/u;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where each key stands, as `parts.group`. */
const linesOf = (document: Document, counter: LineCounter): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  visit(document, {
    Pair: (_, pair, path) => {
      const above = [...path, pair].filter((node) => isPair(node));
      const names = above.map((node) => (isScalar(node.key) ? String(node.key.value) : '?'));
      if (isScalar(pair.key) && pair.key.range) lines.set(names.join('.'), counter.linePos(pair.key.range[0]).line);
    },
  });
  return lines;
};

/** Collects faults, so that a person sees all of them at once. */
class Reading {
  readonly problems: MappingProblem[] = [];
  readonly #lines: ReadonlyMap<string, number>;
  readonly #content: Plain;

  constructor(content: Plain, lines: ReadonlyMap<string, number>) {
    this.#content = content;
    this.#lines = lines;
  }

  lineOf = (key: string): number | undefined => this.#lines.get(key) ?? this.#lines.get(key.split('.')[0] ?? '');

  fault(key: string | undefined, reason: Text): void {
    const line = key === undefined ? undefined : this.lineOf(key);
    this.problems.push({ reason, ...(key === undefined ? {} : { key }), ...(line === undefined ? {} : { line }) });
  }

  value(key: string): unknown {
    return this.#content[key] ?? undefined;
  }

  /** A sentence of SQL: YAML reads `1` or `true` as a number or a flag, which are expressions too. */
  expression(key: string, value: unknown): string | undefined {
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.fault(key, text('这里要写一个列名或表达式。', 'A column or an expression belongs here.'));
    return undefined;
  }

  expressions(key: string): readonly string[] {
    const value = this.value(key);
    if (value === undefined) return [];
    const list = Array.isArray(value) ? value : [value];
    return list.map((entry) => this.expression(key, entry)).filter((entry) => entry !== undefined);
  }

  optional(key: string): string | undefined {
    const value = this.value(key);
    return value === undefined ? undefined : this.expression(key, value);
  }
}

const unknownKeys = (reading: Reading, content: Plain): void => {
  for (const key of Object.keys(content)) {
    if (keys.some((known) => known === key)) continue;
    const near = nearest(key, keys);
    reading.fault(
      key,
      text(
        `不认识“${key}”。${near === undefined ? `可以写：${keys.join('、')}。` : `是不是 ${near}？`}`,
        `"${key}" is not known. ${near === undefined ? `What may stand here: ${keys.join(', ')}.` : `Did you mean ${near}?`}`,
      ),
    );
  }
};

const sourcesOf = (reading: Reading): readonly MappingSource[] => {
  const value = reading.value('source');
  if (typeof value === 'string' && value.trim() !== '') return [{ name: onlySource, pattern: value }];
  if (!isPlain(value)) {
    reading.fault(
      value === undefined ? undefined : 'source',
      text(
        'source 要写数据文件，例如 source: prices/*.parquet；或者几个有名字的来源加 query。',
        'source names the data, such as source: prices/*.parquet, or several named sources with a query.',
      ),
    );
    return [];
  }
  const sources: MappingSource[] = [];
  for (const [name, pattern] of Object.entries(value)) {
    if (!sourceName.test(name))
      reading.fault(
        `source.${name}`,
        text(
          '来源的名字只能用字母、数字和下划线，以字母开头。',
          'The name of a source has letters, digits and underscores and begins with a letter.',
        ),
      );
    else if (typeof pattern !== 'string' || pattern.trim() === '')
      reading.fault(`source.${name}`, text('这里要写文件或通配符。', 'A file or a pattern belongs here.'));
    else sources.push({ name, pattern });
  }
  if (reading.value('query') === undefined && sources.length !== 1)
    reading.fault(
      'source',
      text('有几个来源时要写 query，说明怎样连接它们。', 'With several sources a query must say how they go together.'),
    );
  return sources;
};

const targetOf = (reading: Reading): Target | undefined => {
  const named = (['method', 'check', 'family'] as const).filter((kind) => reading.value(kind) !== undefined);
  const [kind] = named;
  if (kind === undefined || named.length > 1) {
    reading.fault(
      named[1],
      text('method、check、family 三者要写且只写一个。', 'Exactly one of method, check and family must stand.'),
    );
    return undefined;
  }
  const id = reading.value(kind);
  if (typeof id === 'string') return { kind, id };
  reading.fault(kind, text('这里要写名字。', 'A name belongs here.'));
  return undefined;
};

const partOf = (reading: Reading, key: string, value: unknown): PartSource | undefined => {
  if (!isPlain(value)) return reading.expression(key, value);
  const low = reading.expression(`${key}.low`, value['low']);
  const high = reading.expression(`${key}.high`, value['high']);
  if (Object.keys(value).some((name) => name !== 'low' && name !== 'high'))
    reading.fault(key, text('隐去的数只写 low 和 high。', 'A suppressed count has low and high and nothing else.'));
  return low === undefined || high === undefined ? undefined : { low, high };
};

const partsOf = (reading: Reading): Readonly<Record<string, PartSource>> => {
  const value = reading.value('parts');
  if (!isPlain(value) || Object.keys(value).length === 0) {
    reading.fault(
      value === undefined ? undefined : 'parts',
      text('parts 要写出各部分由哪一列担任。', 'parts says which column plays which part.'),
    );
    return {};
  }
  const parts: [string, PartSource][] = [];
  for (const [name, source] of Object.entries(value)) {
    const part = partOf(reading, `parts.${name}`, source);
    if (part !== undefined) parts.push([name, part]);
  }
  return Object.fromEntries(parts);
};

const compareOf = (reading: Reading): readonly string[] | undefined => {
  const value = reading.value('compare');
  if (value === undefined) return undefined;
  if (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((entry) => ['string', 'number', 'boolean'].includes(typeof entry))
  )
    return value.map(String);
  reading.fault(
    'compare',
    text(
      'compare 至少要写两个组，最后一个是参照。',
      'compare lists at least two groups; the last one is the reference.',
    ),
  );
  return undefined;
};

const parametersOf = (reading: Reading): Readonly<Record<string, unknown>> => {
  const value = reading.value('parameters');
  if (value === undefined) return {};
  if (isPlain(value)) return value;
  reading.fault('parameters', text('parameters 要写成“名字: 值”。', 'parameters are written as "name: value".'));
  return {};
};

/** Aliases that grow beyond measure, or name nothing, are found only here. */
const contentOf = (path: string, document: Document): unknown => {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new MappingFault(
      path,
      [{ reason: text(`YAML 不能展开：${said}`, `This YAML cannot be resolved: ${said}`) }],
      error,
    );
  }
};

const mappingOf = (path: string, document: Document, counter: LineCounter): Mapping => {
  const content = contentOf(path, document);
  if (!isMap(document.contents) || !isPlain(content))
    throw new MappingFault(path, [
      { reason: text('映射文件要写成“名字: 值”的若干行。', 'A mapping is lines of "name: value".') },
    ]);
  const reading = new Reading(content, linesOf(document, counter));
  unknownKeys(reading, content);
  const sources = sourcesOf(reading);
  const target = targetOf(reading);
  const mapping = {
    path,
    name: reading.optional('name'),
    sources,
    query: reading.optional('query'),
    parts: partsOf(reading),
    compare: compareOf(reading),
    by: reading.expressions('by'),
    strata: reading.expressions('strata'),
    controls: reading.expressions('controls'),
    where: reading.optional('where'),
    parameters: parametersOf(reading),
    lineOf: reading.lineOf,
    content,
  };
  if (reading.problems.length > 0 || target === undefined) throw new MappingFault(path, reading.problems);
  return { ...mapping, target };
};

/**
 * Reads a mapping file: one audit, or several parted by `---`.
 * @throws {MappingFault} with every fault found, and its line
 */
export const parseMappings = (path: string, yaml: string): readonly Mapping[] => {
  const counter = new LineCounter();
  const documents = parseAllDocuments(yaml, {
    lineCounter: counter,
    version: '1.2',
    prettyErrors: false,
  } as const);
  if (!Array.isArray(documents) || documents.length === 0)
    throw new MappingFault(path, [{ reason: text('映射文件是空的。', 'The mapping file is empty.') }]);
  const faults = documents.flatMap(({ errors }) => errors);
  if (faults.length > 0)
    throw new MappingFault(
      path,
      faults.map((error) => ({
        line: counter.linePos(error.pos[0]).line,
        reason: text(`不是合格的 YAML：${error.message}`, `This is no well-formed YAML: ${error.message}`),
      })),
    );
  return documents.map((document) => mappingOf(path, document, counter));
};
