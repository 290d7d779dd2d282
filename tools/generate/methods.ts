import { meaningIn, methods, type Method, type PartSpecification } from '@suanjian/audit';
import { text, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import { anchorOf } from './anchor.ts';
import { both } from './clause-sections.ts';
import { generatedNotice, type GeneratedPage } from './page.ts';

const introduction = [
  '# 方法 · Methods',
  '',
  '方法是可以用于任何一张表的检验：说明需要哪些部分，用一句 SQL 归并，再由一个纯函数估计。部分的名字是对写映射文件的人的承诺，不会改变。怎样写映射，见 [指南](../guides/audit-your-own-table.zh.md)。',
  '',
  'A method is a test that can be asked of any table: it names the parts it needs, reduces the table with one SQL statement, and estimates with a pure function. The names of parts are a promise to people who write mappings and do not change. How to write one: [guide](../guides/audit-your-own-table.md).',
].join('\n');

const kinds: Readonly<Record<PartSpecification['kind'], Text>> = {
  number: text('数', 'number'),
  flag: text('是或否', 'yes or no'),
  level: text('一个值', 'a value'),
  key: text('任意值', 'any value'),
  time: text('时刻', 'moment'),
  any: text('任意值', 'any value'),
};

const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');

const partRow = ({ name, required, kind, meaning }: PartSpecification): string =>
  `| \`${name}\` | ${required ? '必填 · required' : '可选 · optional'} | ${both(kinds[kind])} | ${cell(meaning.zh)}<br>${cell(meaning.en)} |`;

interface PropertySchema extends Readonly<Record<string, unknown>> {
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
}

const parameterRows = (method: Method): readonly string[] => {
  const schema = z.toJSONSchema(method.parameters, { io: 'input', unrepresentable: 'any' });
  const properties = (schema.properties ?? {}) as Readonly<Record<string, PropertySchema>>;
  return Object.entries(properties).map(([name, property]) => {
    const values =
      property.enum === undefined
        ? (property.type ?? '')
        : property.enum.map((value) => `\`${String(value)}\``).join(', ');
    const standard = property.default === undefined ? '' : `\`${JSON.stringify(property.default)}\``;
    const found = meaningIn(property);
    const told = found === undefined ? '' : `${cell(found.zh)}<br>${cell(found.en)}`;
    return `| \`${name}\` | ${cell(values)} | ${standard} | ${told} |`;
  });
};

const section = (method: Method): string => {
  const rows = parameterRows(method);
  const { compare, strata, controls } = method.accepts;
  const accepted = [
    'by',
    ...(compare ? ['compare'] : []),
    ...(strata ? ['strata'] : []),
    ...(controls ? ['controls'] : []),
  ];
  return [
    `<a id="${anchorOf(method.id)}"></a>`,
    '',
    `## ${method.id}: ${both(method.title)}`,
    '',
    method.question.zh,
    '',
    method.question.en,
    '',
    '| 部分 · Part | | 类型 · Kind | 含义 · Meaning |',
    '|---|---|---|---|',
    ...method.parts.map(partRow),
    '',
    `- 还可以写 · Also taken: ${accepted.map((key) => `\`${key}\``).join(', ')}`,
    ...(rows.length === 0
      ? []
      : ['', '| 参数 · Parameter | 取值 · Values | 默认 · Default | 说明 · Meaning |', '|---|---|---|---|', ...rows]),
    '',
    method.statistics.zh,
    '',
    method.statistics.en,
    '',
    '文献 · References',
    '',
    ...method.references.map(({ citation }) => `- ${citation}`),
  ].join('\n');
};

/** Every method with its parts, parameters, statistics and references. */
export const methodsPage = (): GeneratedPage => ({
  path: 'docs/reference/methods.md',
  content: `${[generatedNotice('packages/audit/src/methods'), introduction, ...methods.map(section)].join('\n\n')}\n`,
});
