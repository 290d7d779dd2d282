import { checks, type Check, type CheckParameter } from '@suanjian/audit';
import { text, type Text } from '@suanjian/rulebook';
import { anchorOf } from './anchor.ts';
import { both } from './clause-sections.ts';
import { generatedNotice, type GeneratedPage } from './page.ts';

const introduction = [
  '# 检查 · Checks',
  '',
  '检查是条款对方法的一次使用：读哪些记录、比较什么、差多少才算数。`suanjian audit --log` 运行所选版本的全部检查；`suanjian audit --explain 名字` 显示完整的 SQL。没有公开来源的阈值写作“自定默认值”，不是法律。',
  '',
  'A check is a clause’s use of a method: which records it reads, what it compares, and how large a difference counts. `suanjian audit --log` runs all checks of an edition; `suanjian audit --explain ID` shows the whole SQL. A threshold without a published source is called a policy default; it is not law.',
].join('\n');

const severities: Readonly<Record<'duty' | 'advisory', Text>> = {
  duty: text('义务', 'duty'),
  advisory: text('鼓励', 'advisory'),
};

const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');

const sourceOf = ({ source }: CheckParameter): string => {
  switch (source.kind) {
    case 'clause':
      return `[${source.clause}](clauses.md#${anchorOf(source.clause)})`;
    case 'published':
      return cell(source.reference);
    case 'policy default':
      return '自定默认值 · policy default';
  }
};

const parameterRow = (parameter: CheckParameter): string =>
  `| \`${parameter.name}\` | \`${JSON.stringify(parameter.value)}\` | ${cell(parameter.meaning.zh)}<br>${cell(parameter.meaning.en)} | ${sourceOf(parameter)} |`;

const section = (check: Check): string =>
  [
    `<a id="${anchorOf(check.id)}"></a>`,
    '',
    `## ${check.id}: ${both(check.title)}`,
    '',
    check.question.zh,
    '',
    check.question.en,
    '',
    `- 条款 · Clauses: ${check.clauses.map(({ clause, severity }) => `[${clause}](clauses.md#${anchorOf(clause)}) (${both(severities[severity])})`).join(', ')}`,
    `- 方法 · Method: [${check.method}](methods.md#${anchorOf(check.method)})`,
    `- 记录 · Records: ${check.families.map((family) => `\`${family}\``).join(', ')}${check.needs.length === 0 ? '' : `; ${check.needs.map((need) => `\`${need}\``).join(', ')}`}`,
    ...(check.status === 'shadow' ? ['- 试运行，不计入结果 · Shadow: shown, fails nothing'] : []),
    ...(check.parameters.length === 0
      ? []
      : [
          '',
          '| 参数 · Parameter | 默认 · Default | 含义 · Meaning | 来源 · Source |',
          '|---|---|---|---|',
          ...check.parameters.map(parameterRow),
        ]),
    '',
    check.advice.zh,
    '',
    check.advice.en,
  ].join('\n');

const summary = (): string =>
  [
    '| 检查 · Check | 方法 · Method | 条款 · Clauses |',
    '|---|---|---|',
    ...checks.map(
      (check) =>
        `| [${both(check.title)}](#${anchorOf(check.id)}) | \`${check.method}\` | ${check.clauses.map(({ clause }) => `[${clause}](clauses.md#${anchorOf(clause)})`).join(', ')} |`,
    ),
  ].join('\n');

/** Every check with its clauses, records, parameters and where each default comes from. */
export const checksPage = (): GeneratedPage => ({
  path: 'docs/reference/checks.md',
  content: `${[generatedNotice('packages/audit/src/checks'), introduction, summary(), ...checks.map(section)].join('\n\n')}\n`,
});
