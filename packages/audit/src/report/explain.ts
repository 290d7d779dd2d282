import { families, logDatabase } from '@suanjian/decision-log';
import { findClause, text, type Language, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Check, CheckParameter } from '../engine/check.ts';
import type { Expression, Method, MethodRequest, Reference } from '../engine/method.ts';
import { parametersOf } from '../engine/prepare-check.ts';
import { filled, withValues, type FamilyPlace } from '../engine/template.ts';
import { meaningIn } from '../methods/common/meaning.ts';

const words = {
  question: text('问题', 'Question'),
  clauses: text('条款', 'Clauses'),
  duty: text('义务', 'duty'),
  advisory: text('仅供参考', 'advisory'),
  shadow: text('试运行：运行并显示，但不影响结果', 'shadow: run and shown, fails nothing'),
  method: text('方法', 'Method'),
  families: text('读取的记录', 'Records it reads'),
  needs: text('需要填写的可选字段', 'Optional fields that it needs'),
  parts: text('部分', 'Parts'),
  optional: text('可选', 'optional'),
  by: text('每个单元一个结论（by）', 'One verdict each (by)'),
  strata: text('调整（strata）', 'Adjusted for (strata)'),
  controls: text('控制（controls）', 'Held constant (controls)'),
  accepts: text('还可以写', 'Also taken'),
  parameters: text('参数', 'Parameters'),
  statistics: text('统计', 'Statistics'),
  sql: text('SQL', 'SQL'),
  advice: text('不合格时怎么办', 'What to do when it fails'),
  references: text('文献', 'References'),
  perDay: text('按天保留中间结果，再次运行只读新的日子。', 'Kept per day: a later run reads new days only.'),
  policy: text('policy default（没有公布的来源）', 'policy default (no published source)'),
  default: text('默认', 'default'),
} as const;

/** The question, the SQL, the statistics and the references of a check, in lines. */
export const explainCheck = (check: Check, method: Method, language: Language): readonly string[] => [
  `${check.id} v${check.version}  ${check.title[language]}`,
  ...(check.status === 'shadow' ? [words.shadow[language]] : []),
  '',
  ...section(words.question, [check.question[language]], language),
  ...section(
    words.clauses,
    check.clauses.map(
      ({ clause, severity }) =>
        `${clause} ${findClause(clause)?.heading[language] ?? ''} (${words[severity][language]})`,
    ),
    language,
  ),
  ...section(
    words.families,
    check.families.map((name) => `${name}  ${families[name].title[language]}`),
    language,
  ),
  ...section(words.needs, check.needs, language),
  ...section(
    words.method,
    [`${method.id} v${method.version}  ${method.title[language]}: ${method.question[language]}`],
    language,
  ),
  ...section(
    words.parts,
    Object.entries(check.parts).map(([name, sql]) => `${name}: ${sql}`),
    language,
  ),
  ...section(words.by, check.by ?? [], language),
  ...section(words.strata, check.strata ?? [], language),
  ...section(words.controls, check.controls ?? [], language),
  ...section(
    words.parameters,
    check.parameters.map((parameter) => parameterLine(parameter, language)),
    language,
  ),
  ...section(words.statistics, [method.statistics[language]], language),
  ...(check.day === undefined || !method.additive ? [] : [`  ${words.perDay[language]}`, '']),
  ...section(words.sql, sqlOfCheck(check, method).split('\n'), language),
  ...section(words.advice, [check.advice[language]], language),
  ...references([...(check.references ?? []), ...method.references], language),
];

/** What a method asks, needs and computes, in lines: what somebody who writes a mapping must know. */
export const explainMethod = (method: Method, language: Language): readonly string[] => [
  `${method.id} v${method.version}  ${method.title[language]}`,
  '',
  ...section(words.question, [method.question[language]], language),
  ...section(
    words.parts,
    method.parts.map(
      ({ name, required, kind, meaning }) =>
        `${required ? name : `[${name}]`} (${kind}${required ? '' : `, ${words.optional[language]}`}): ${meaning[language]}`,
    ),
    language,
  ),
  ...section(words.accepts, [acceptedKeys(method).join(', ')], language),
  ...section(words.parameters, parameterLines(method, language), language),
  ...section(words.statistics, [method.statistics[language]], language),
  ...section(words.sql, sqlOfExample(method).split('\n'), language),
  ...references(method.references, language),
];

const acceptedKeys = ({ accepts }: Method): readonly string[] => [
  'by',
  'where',
  ...(['compare', 'strata', 'controls'] as const).filter((key) => accepts[key]),
];

const section = (title: Text, lines: readonly string[], language: Language): readonly string[] =>
  lines.every((line) => line === '') ? [] : [title[language], ...lines.map((line) => `  ${line}`), ''];

const references = (all: readonly Reference[], language: Language): readonly string[] =>
  section(
    words.references,
    all.map(({ citation }) => citation),
    language,
  );

const parameterLine = ({ name, value, meaning, source }: CheckParameter, language: Language): string => {
  const from =
    source.kind === 'clause' ? source.clause : source.kind === 'published' ? source.reference : words.policy[language];
  return `${name} = ${JSON.stringify(value)}: ${meaning[language]} (${from})`;
};

interface Described {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Names, values and defaults of a method's parameters, as its schema has them. */
const parameterLines = ({ parameters }: Method, language: Language): readonly string[] => {
  const schema = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }) as Described;
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { enum: values, type, anyOf, default: standard } = property;
    const kind = Array.isArray(values)
      ? values.join(' | ')
      : typeof type === 'string'
        ? type
        : anyOf === undefined
          ? ''
          : Array.isArray(anyOf)
            ? anyOf.map((form: { readonly type?: string }) => form.type ?? 'any').join(' | ')
            : '';
    const meaning = meaningIn(property);
    return [
      `${name}: ${kind}`,
      ...(standard === undefined ? [] : [`= ${JSON.stringify(standard)}`]),
      ...(meaning === undefined ? [] : [meaning[language]]),
    ].join('  ');
  });
};

const expression = (label: string, sql: string): Expression => ({ label, sql, type: '' });

/** The statement as it is sent, over the whole log. Types are known only over a real log, so that sums may be written otherwise there. */
const sqlOfCheck = (check: Check, method: Method): string => {
  const parameters = parametersOf(check);
  const fill = (template: string): string =>
    filled(template, { parameters, family: ({ family }: FamilyPlace) => `${logDatabase}.${family}` });
  const request: MethodRequest<unknown> = {
    relation: `(${fill(check.relation)})`,
    parts: Object.fromEntries(Object.entries(check.parts).map(([name, sql]) => [name, expression(name, fill(sql))])),
    by: (check.by ?? []).map((sql) => expression(sql, fill(sql))),
    strata: (check.strata ?? []).map((sql) => expression(sql, fill(sql))),
    controls: (check.controls ?? []).map((sql) => expression(sql, fill(sql))),
    ...(check.compare === undefined ? {} : { compare: check.compare }),
    parameters: method.parameters.parse(withValues(check.methodParameters, parameters)),
  };
  return method.reduce(request).sql;
};

/** The statement for the method's first example. */
const sqlOfExample = (method: Method): string => {
  const [example] = method.examples;
  if (example === undefined) return '';
  const all = (names: readonly string[] | undefined): readonly Expression[] =>
    (names ?? []).map((sql) => expression(sql, sql));
  return method.reduce({
    relation: 'your_table',
    parts: Object.fromEntries(Object.entries(example.parts).map(([name, sql]) => [name, expression(name, sql)])),
    by: all(example.by),
    strata: all(example.strata),
    controls: all(example.controls),
    ...(example.compare === undefined ? {} : { compare: example.compare }),
    parameters: method.parameters.parse(example.parameters ?? {}),
  }).sql;
};
