import type { Text } from '@suanjian/rulebook';
import type { Family, Field, FieldKind } from '../src/families/field.ts';
import { jsonSchemaOf } from '../src/record/json-schema.ts';
import { parquetLayoutOf } from '../src/record/parquet-layout.ts';
import { tableOf } from '../src/record/table.ts';
import { RecordChecker } from '../src/record/record-checker.ts';
import { fingerprintOf } from './published.ts';

const both = ({ zh, en }: Text): string => `${zh} · ${en}`.replaceAll('|', '\\|');
const code = (value: string): string => `\`${value.replaceAll('|', '\\|')}\``;

/** The page of one family: what a row is, every field with its type in JSON, Parquet and the store, and an example. */
export function familyPage(family: Family): string {
  return [
    '<!-- Generated from packages/decision-log/src/families by `npm run generate`. Change the source, not this page. -->',
    `# ${family.name}: ${both(family.title)}`,
    '',
    family.meaning.zh,
    '',
    family.meaning.en,
    '',
    `- 一行 · one row: ${both(family.grain)}`,
    `- 版本 · version: ${family.version} (fingerprint \`${fingerprintOf(family).slice(0, 16)}\`)`,
    `- JSON Schema: [${family.name}.schema.json](${family.name}.schema.json)`,
    `- 库中按 provider、${family.order.join('、')} 排序，按 ${family.shardBy} 分片，按日分区 · in the store sorted by provider, ${family.order.join(', ')}, sharded by ${family.shardBy}, partitioned by day`,
    '- 接收 · taken at: `POST /v1/log/' + family.name + '`',
    '',
    '| 字段 field | 必填 required | 值 value | 含义 meaning | 示例 example |',
    '|---|---|---|---|---|',
    ...family.fields.map(fieldRow),
    '',
    '## 示例 · Example',
    '',
    '规范 JSON（RFC 8785），一行一条 · canonical JSON (RFC 8785), one record a line:',
    '',
    '```json',
    exampleOf(family),
    '```',
    '',
    '## Parquet 与分析库 · Parquet and the store',
    '',
    '| 列 column | Parquet | ClickHouse |',
    '|---|---|---|',
    ...columnRows(family),
    '',
  ].join('\n');
}

export const familySchema = (family: Family): string => `${JSON.stringify(jsonSchemaOf(family), undefined, 2)}\n`;

const fieldRow = ({ name, required, type, unit, parallelTo, meaning, example }: Field): string =>
  [
    '',
    code(name),
    required ? '是 yes' : '',
    [
      both(valueWords(type)),
      ...(unit === undefined ? [] : [`[${unit}]`]),
      ...(parallelTo === undefined ? [] : [`与 ${parallelTo} 等长 · as long as ${code(parallelTo)}`]),
    ].join(' '),
    both(meaning),
    code(JSON.stringify(example)),
    '',
  ]
    .join(' | ')
    .trim();

function valueWords(type: FieldKind): Text {
  switch (type.kind) {
    case 'instant':
      return { zh: '时刻（UTC 毫秒）', en: 'instant (ms UTC)' };
    case 'identifier':
      return { zh: '编号', en: 'id' };
    case 'pseudonym':
      return type.key === 'traits'
        ? { zh: '假名（特征密钥）', en: 'pseudonym (key of traits)' }
        : { zh: '假名', en: 'pseudonym' };
    case 'token':
      return { zh: '词', en: 'word' };
    case 'choice':
      return { zh: `下列之一：${type.values.map(code).join(' ')}`, en: 'one of these' };
    case 'tokens':
      return { zh: '词的列表', en: 'list of words' };
    case 'sentence':
      return { zh: '一行文字', en: 'one line of text' };
    case 'integer':
      return { zh: `整数 ${range(type)}`, en: 'integer' };
    case 'integers':
      return { zh: `整数列表 ${range(type)}`, en: 'list of integers' };
    case 'number':
      return { zh: '数', en: 'number' };
    case 'numbers':
      return { zh: '数的列表', en: 'list of numbers' };
    case 'flag':
      return { zh: '是否', en: 'true or false' };
  }
}

const range = ({ least, most }: { readonly least: number; readonly most: number }): string => `${least}…${most}`;

function exampleOf(family: Family): string {
  const record = Object.fromEntries(family.fields.map(({ name, example }) => [name, example]));
  const checked = new RecordChecker(family).check(record, { latest: Date.UTC(2100, 0, 1) });
  if (checked.outcome === 'refused') throw new Error(`The examples of ${family.name} are no record`);
  return checked.line;
}

function columnRows(family: Family): readonly string[] {
  const parquet = new Map(parquetLayoutOf(family).map((column) => [column.name, column]));
  return tableOf(family).columns.map(({ name, type }) => {
    const column = parquet.get(name);
    return `| ${code(name)} | ${column === undefined ? '—' : `${column.repetition} ${column.type}`} | ${code(type)} |`;
  });
}
