import {
  type Answer,
  type AnswerKind,
  answerKindWords,
  type Clause,
  type Edition,
  editionStatusWords,
} from '@suanjian/rulebook';
import { both } from './clause-sections.ts';

export interface Coverage {
  readonly clauses: number;
  /** Clauses with at least one answer that works today. */
  readonly working: number;
  /** Clauses whose answers are all planned. */
  readonly planned: number;
}

export const coverageOf = (clauses: readonly Clause[]): Coverage => {
  const working = clauses.filter(({ answers }) => answers.some(({ status }) => status === 'working')).length;
  return { clauses: clauses.length, working, planned: clauses.length - working };
};

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const editionRow = ({ id, title, status, clauses }: Edition): string => {
  const coverage = coverageOf(clauses);
  return row(
    `[${id}](#${id})`,
    both(title),
    both(editionStatusWords[status]),
    coverage.clauses,
    coverage.working,
    coverage.planned,
  );
};

const editionTable = (editions: readonly Edition[]): readonly string[] => {
  const total = coverageOf(editions.flatMap(({ clauses }) => clauses));
  return [
    row(
      '版本 · Edition',
      '名称 · Title',
      '效力 · Status',
      '条款 · Clauses',
      '已有可用部分 · Something works',
      '全在计划中 · All planned',
    ),
    row('---', '---', '---', '---:', '---:', '---:'),
    ...editions.map(editionRow),
    row('合计 · Total', '', '', total.clauses, total.working, total.planned),
  ];
};

const answerRow = ([kind, answers]: readonly [AnswerKind, readonly Answer[]]): string => {
  const names = (status: Answer['status']): string =>
    answers
      .filter((answer) => answer.status === status)
      .map(({ name }) => `\`${name}\``)
      .toSorted()
      .join(', ');
  return row(both(answerKindWords[kind]), names('working'), names('planned'));
};

const answerTable = (clauses: readonly Clause[]): readonly string[] => {
  const unique = new Map(
    clauses.flatMap(({ answers }) => answers).map((answer) => [`${answer.kind} ${answer.name}`, answer]),
  );
  return [
    row('种类 · Kind', '可用 · Working', '计划中 · Planned'),
    row('---', '---', '---'),
    ...[...Map.groupBy(unique.values(), ({ kind }) => kind)].map(answerRow),
    '',
    '计划中的每一项都等待护栏：在提供服务的路径上执行规则的组件。 · Everything that is planned waits for the guard, the part that enforces rules in the serving path.',
  ];
};

export const coverageSection = (editions: readonly Edition[]): string =>
  [
    '## 覆盖情况 · Coverage',
    '',
    ...editionTable(editions),
    '',
    ...answerTable(editions.flatMap(({ clauses }) => clauses)),
  ].join('\n');
