import { editions } from '@suanjian/rulebook';
import { coverageSection } from './clause-coverage.ts';
import { editionSection } from './clause-sections.ts';
import { generatedNotice, type GeneratedPage } from './page.ts';

const introduction = [
  '# 条款对照 · Clauses',
  '',
  '规则手册收录的每一条：用我们自己的话复述要求，写明主体、期限、处罚，由哪一部分落实、是否可用，以及在其他文件中的对应条款。复述不替代原文。',
  '',
  'Every clause the rulebook holds: what it asks in our own words, whom it binds, its deadlines and sanctions, which part of the software answers it and whether that works, and the corresponding clauses of other documents. The restatement does not replace the original.',
  '',
  '默认适用现行规定 `final`；`draft` 是从未生效的征求意见稿，只在明确选择时使用。',
  '',
  'The regulation in force, `final`, is the default; `draft` is the consultation draft that was never law and is used only when chosen explicitly.',
].join('\n');

/** The whole rulebook as one page to read. */
export const clausesPage = (): GeneratedPage => ({
  path: 'docs/reference/clauses.md',
  content: `${[generatedNotice('packages/rulebook'), introduction, coverageSection(editions), ...editions.map(editionSection)].join('\n\n')}\n`,
});
