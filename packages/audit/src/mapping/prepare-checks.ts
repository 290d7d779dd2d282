import { families, familyNames, type FamilyName, type Field } from '@suanjian/decision-log';
import { text, type EditionId, type Text } from '@suanjian/rulebook';
import type { Check } from '../engine/check.ts';
import { logState } from '../engine/log-state.ts';
import type { Expression, Method } from '../engine/method.ts';
import { prepareCheck, servedIn } from '../engine/prepare-check.ts';
import type { Question } from '../engine/question.ts';
import { nearest } from '../sql/nearest.ts';
import { clockProblems, type ClockQuestion } from './clocks.ts';
import { MappingFault } from './fault.ts';
import { filesOf, type Mapping, type Target } from './mapping.ts';
import { Places, type Table } from './place.ts';

interface Known {
  readonly checks: readonly Check[];
  readonly methods: readonly Method[];
  readonly edition: EditionId;
}

/** What a family's field is, written from a person's expression; the store's own way of saying "absent" for each kind. */
const written = (field: Field, expression: Expression | undefined): string => {
  const sql = expression?.sql;
  switch (field.type.kind) {
    case 'instant':
      if (expression === undefined) return `toDateTime64(0, 3, 'UTC')`;
      return expression.type.startsWith('Date')
        ? `toDateTime64(assumeNotNull(${expression.sql}), 3, 'UTC')`
        : `fromUnixTimestamp64Milli(toInt64(assumeNotNull(${expression.sql})), 'UTC')`;
    case 'identifier':
    case 'pseudonym':
    case 'token':
    case 'choice':
    case 'sentence':
      return sql === undefined ? `''` : `ifNull(toString(${sql}), '')`;
    case 'tokens':
      if (expression === undefined) return 'emptyArrayString()';
      return expression.type.startsWith('Array')
        ? `arrayMap(x -> toString(x), ${expression.sql})`
        : `arrayFilter(x -> x != '', splitByChar('|', ifNull(toString(${expression.sql}), '')))`;
    case 'integers':
      return sql === undefined ? 'emptyArrayInt64()' : `arrayMap(x -> toInt64(x), ${sql})`;
    case 'numbers':
      return sql === undefined ? 'emptyArrayFloat64()' : `arrayMap(x -> toFloat64(x), ${sql})`;
    case 'integer':
      return sql === undefined ? 'CAST(NULL AS Nullable(Int64))' : `toInt64(${sql})`;
    case 'number':
      return sql === undefined ? 'CAST(NULL AS Nullable(Float64))' : `toFloat64(${sql})`;
    case 'flag':
      return sql === undefined ? 'CAST(NULL AS Nullable(Bool))' : `toBool(${sql})`;
  }
};

/** The family as a relation over the person's table. @throws {MappingFault} */
const familyRelation = async (mapping: Mapping, family: FamilyName, table: Table): Promise<string> => {
  const places = new Places(table, mapping);
  const fields: readonly Field[] = families[family].fields;
  const names = fields.map(({ name }) => name);
  for (const name of Object.keys(mapping.parts)) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    places.fault(
      `parts.${name}`,
      text(
        `记录族 ${family} 没有字段 ${name}。${near === undefined ? '' : `是不是 ${near}？`}`,
        `The family ${family} has no field ${name}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      ),
    );
  }
  const columns: string[] = [];
  for (const field of fields) {
    const source = mapping.parts[field.name];
    if (typeof source === 'object')
      places.fault(`parts.${field.name}`, text('记录族的字段不能写成范围。', 'A field of a family cannot be a range.'));
    const expression =
      typeof source === 'string'
        ? await places.expression(`parts.${field.name}`, source, 'any', field.name)
        : undefined;
    if (source === undefined && field.required && field.name !== 'provider')
      places.fault(
        'parts',
        text(
          `缺少字段 ${field.name}：${field.meaning.zh}请写 ${field.name}: 列名、表达式，或对每一行都成立的一个值。`,
          `The field ${field.name} is missing: ${field.meaning.en} Write ${field.name}: and a column, an expression, or one value that holds for every row.`,
        ),
      );
    columns.push(
      `${field.name === 'provider' && source === undefined ? `'mapping'` : written(field, expression)} AS \`${field.name}\``,
    );
  }
  if (places.problems.length > 0) throw new MappingFault(mapping.path, places.problems);
  return `(SELECT *, toDate(time, 'Asia/Shanghai') AS day, '' AS batch_id, toUInt32(0) AS row_no FROM (SELECT ${columns.join(', ')} FROM ${table.relation} AS mapped))`;
};

const isFamily = (name: string): name is FamilyName => familyNames.some((known) => known === name);

const fault = (mapping: Mapping, key: string, zh: string, en: string): MappingFault => {
  const line = mapping.lineOf(key);
  return new MappingFault(mapping.path, [{ key, reason: text(zh, en), ...(line === undefined ? {} : { line }) }]);
};

/** Fields that a check needs and the mapping does not give. */
const unmapped = (mapping: Mapping, check: Check): readonly string[] =>
  check.needs.filter((need) => mapping.parts[need.split('.')[1] ?? ''] === undefined);

/** Which checks of a family were left out because fields are not mapped, and which fields those are; nothing when all run. */
export const leftOutChecks = (mapping: Mapping, { checks, edition }: Omit<Known, 'methods'>): readonly Text[] => {
  const { target } = mapping;
  if (target.kind !== 'family') return [];
  const left = checks.filter(
    (check) =>
      check.families.every((name) => name === target.id) &&
      servedIn(check, edition) !== undefined &&
      unmapped(mapping, check).length > 0,
  );
  if (left.length === 0) return [];
  const fields = (check: Check): string =>
    unmapped(mapping, check)
      .map((need) => need.split('.')[1] ?? need)
      .join(', ');
  return [
    text(
      `因缺少字段而没有运行的检查：${left.map((check) => `${check.id}（${fields(check)}）`).join('、')}。`,
      `Checks that were not run because fields are not mapped: ${left.map((check) => `${check.id} (${fields(check)})`).join('; ')}.`,
    ),
  ];
};

/** The checks a mapping asks for: one by name, or all of the edition that read this family alone and whose fields are mapped. */
const chosen = (
  mapping: Mapping,
  target: Exclude<Target, { kind: 'method' }>,
  { checks, edition }: Known,
): { checks: readonly Check[]; family: FamilyName } => {
  if (target.kind === 'family') {
    if (!isFamily(target.id))
      throw fault(
        mapping,
        'family',
        `没有名为 ${target.id} 的记录族，有：${familyNames.join('、')}。`,
        `There is no family ${target.id}. There are: ${familyNames.join(', ')}.`,
      );
    const family = target.id;
    const fitting = checks.filter(
      (check) =>
        check.families.every((name) => name === family) &&
        servedIn(check, edition) !== undefined &&
        unmapped(mapping, check).length === 0,
    );
    if (fitting.length === 0)
      throw fault(
        mapping,
        'family',
        `没有只看 ${family}、所需字段又都给出的检查。`,
        `No check reads ${family} alone with all the fields it needs mapped.`,
      );
    return { checks: fitting, family };
  }
  const check = checks.find(({ id }) => id === target.id);
  if (check === undefined) {
    const near = nearest(
      target.id,
      checks.map(({ id }) => id),
    );
    throw fault(
      mapping,
      'check',
      `没有名为 ${target.id} 的检查。${near === undefined ? '' : `是不是 ${near}？`}`,
      `There is no check ${target.id}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    );
  }
  const [family] = check.families;
  if (family === undefined || check.families.length > 1)
    throw fault(
      mapping,
      'check',
      `检查 ${check.id} 同时看几个记录族（${check.families.join('、')}），一张表不够；请改用日志，或直接使用方法 ${check.method}。`,
      `The check ${check.id} reads several families (${check.families.join(', ')}), and one table is not enough; ingest a log, or use the method ${check.method} itself.`,
    );
  const missing = unmapped(mapping, check);
  if (missing.length > 0)
    throw fault(
      mapping,
      'parts',
      `检查 ${check.id} 还需要字段：${missing.join('、')}。`,
      `The check ${check.id} needs these fields too: ${missing.join(', ')}.`,
    );
  return { checks: [check], family };
};

/** The family's own column, which is a moment whatever the person's was. */
const timeOfFamily = ({ parts: { time } }: Mapping): ClockQuestion['times'][number] => ({
  part: 'time',
  time: { sql: 'time', label: 'time', type: "DateTime64(3, 'UTC')" },
  written: typeof time === 'string' ? time : 'time',
});

/** A mapping onto a record family: every check that fits, over the person's table in the family's place. */
export const questionsOfChecks = async (
  mapping: Mapping,
  target: Exclude<Target, { kind: 'method' }>,
  table: Table,
  known: Known,
): Promise<readonly Question[]> => {
  const given = { ...mapping, parameters: Object.keys(mapping.parameters) };
  for (const key of ['compare', 'by', 'strata', 'controls', 'parameters'] as const)
    if ((given[key]?.length ?? 0) > 0)
      throw fault(
        mapping,
        key,
        `检查自己规定了 ${key}，这里不能另写。要自己定，请使用方法。`,
        `A check brings its own ${key}. To choose it yourself, use a method.`,
      );
  const { checks, family } = chosen(mapping, target, known);
  const relation = await familyRelation(mapping, family, table);
  const problems = await clockProblems(table.session, relation, {
    files: filesOf(mapping),
    times: mapping.parts['time'] === undefined ? [] : [timeOfFamily(mapping)],
    intervals: [],
    lapses: [],
  });
  if (problems.length > 0)
    throw new MappingFault(
      mapping.path,
      problems.map(({ key, reason }) => {
        const line = mapping.lineOf(key);
        return { key, reason, ...(line === undefined ? {} : { line }) };
      }),
    );
  const questions: Question[] = [];
  for (const check of checks) {
    const method = known.methods.find(({ id }) => id === check.method);
    if (method === undefined) throw new Error(`the check ${check.id} has no method`);
    questions.push(
      await prepareCheck({
        check,
        method,
        session: table.session,
        scope: { edition: known.edition, provider: undefined, from: '', to: '', state: logState([], ''), seed: 1 },
        family: () => relation,
      }),
    );
  }
  return questions;
};
