import { families } from '../src/families/families.ts';
import { familyPage, familySchema } from './family-page.ts';

const folder = 'docs/reference/decision-log';

const indexPage = (): string =>
  [
    '<!-- Generated from packages/decision-log/src/families by `npm run generate`. Change the source, not this page. -->',
    '# 决策日志的记录族 · Families of the decision log',
    '',
    '推荐服务提供者写下的每条记录都属于其中一族。记录是一行规范 JSON（RFC 8785）：成员按名称排序，没有的成员省略，人的编号只写假名，金额为分，时刻为 UTC 毫秒。已发布的版本不再改变；新版本只增加可省略的字段。',
    '',
    'Every record a provider writes is of one of these families. A record is one line of canonical JSON (RFC 8785): members sorted by name, what is absent left out, people by pseudonym only, money in fen, instants in milliseconds UTC. A published version never changes; a new one only adds fields that may be left out.',
    '',
    '| 族 family | 一行 one row | 字段 fields |',
    '|---|---|---|',
    ...Object.values(families).map(
      ({ name, title, grain, fields }) =>
        `| [\`${name}\`](${name}.md) ${title.zh} · ${title.en} | ${grain.zh} · ${grain.en} | ${fields.length} |`,
    ),
    '',
  ].join('\n');

/** The reference pages and schemas of the record families, by path from the repository's root. */
export const decisionLogPages: readonly (() => { readonly path: string; readonly content: string })[] = [
  () => ({ path: `${folder}/README.md`, content: indexPage() }),
  ...Object.values(families).flatMap((family) => [
    () => ({ path: `${folder}/${family.name}.md`, content: familyPage(family) }),
    () => ({ path: `${folder}/${family.name}.schema.json`, content: familySchema(family) }),
  ]),
];
