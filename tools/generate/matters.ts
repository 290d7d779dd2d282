import {
  everyGround,
  matterDefinitions,
  stateDiagram,
  type AnyMatterDefinition,
  type Opening,
  type Party,
} from '@suanjian/matters';
import type { Text } from '@suanjian/rulebook';
import { anchorOf } from './anchor.ts';
import { generatedNotice, type GeneratedPage } from './page.ts';

const both = ({ zh, en }: Text): string => `${zh} · ${en}`.replaceAll('|', '\\|');

/** What it is opened on: one kind of matter, or none or any of several. */
const groundWords = (opening: Opening): string => {
  const grounds = everyGround(opening).map(
    ({ kind, from }) => `on \`${kind}\` in ${from.map((status) => `\`${status}\``).join(', ')}`,
  );
  return [...(opening.on === undefined && grounds.length > 0 ? ['alone'] : []), ...grounds].join('; ') || '—';
};

const partyWords = (party: Party): string => {
  switch (party.side) {
    case 'provider':
      return `provider (${party.roles.join(', ')})`;
    case 'industry-body':
      return `industry body (${party.roles.join(', ')})`;
    case 'office':
      return `${party.named === true ? 'named to the team: ' : ''}office of ${party.levels.join(' or ')} (${party.roles.join(', ')})`;
    case 'matter':
      return `matter ${party.kinds.map((kind) => `\`${kind}\``).join(', ')}`;
    case 'operator':
      return 'local operator';
    case 'applicant':
      return 'whoever holds its code';
    case 'clock':
    case 'public':
      return party.side;
  }
};

const clauseLink = (id: string): string => `[${id}](clauses.md#${anchorOf(id)})`;
const clauseLinks = (ids: readonly string[] | undefined): string =>
  ids === undefined || ids.length === 0 ? '—' : ids.map(clauseLink).join(', ');

const statesTable = ({ states }: AnyMatterDefinition): readonly string[] => [
  '| state | meaning | seen by | desk |',
  '|---|---|---|---|',
  ...Object.entries(states).map(([status, { title, meaning, visible, desk, final }]) => {
    const where =
      desk === undefined
        ? final === true
          ? 'final'
          : '—'
        : desk.side === 'office'
          ? `office, ${desk.level}`
          : desk.side;
    return `| \`${status}\` ${both(title)} | ${both(meaning)} | ${visible.join(', ')} | ${where} |`;
  }),
];

const commandsTable = ({ opening, commands }: AnyMatterDefinition): readonly string[] => [
  '| command | who | from | to | reason | clauses |',
  '|---|---|---|---|---|---|',
  `| \`open\` ${both(opening.title)} | ${opening.by.map(partyWords).join('; ')} | ${groundWords(opening)} | \`${opening.to}\` | ${opening.reason ?? '—'} | ${clauseLinks(opening.clauses)} |`,
  ...Object.entries(commands).map(
    ([name, { title, by, from, to, reason, clauses }]) =>
      `| \`${name}\` ${both(title)} | ${by.map(partyWords).join('; ')} | ${from.map((status) => `\`${status}\``).join(', ')} | ${(to ?? []).map((status) => `\`${status}\``).join(', ') || 'the same'} | ${reason ?? '—'} | ${clauseLinks(clauses)} |`,
  ),
];

const clocksTable = ({ clocks }: AnyMatterDefinition): readonly string[] =>
  Object.keys(clocks).length === 0
    ? ['No clock runs on this matter.']
    : [
        '| clock | duty by edition | who is late |',
        '|---|---|---|',
        ...Object.entries(clocks).map(
          ([name, { title, duty, bearer }]) =>
            `| \`${name}\` ${both(title)} | ${Object.entries(duty)
              .map(([edition, { clause }]) => `${edition}: ${clauseLink(clause)}`)
              .join(', ')} | ${bearer} |`,
        ),
      ];

const fieldsTable = ({ forms }: AnyMatterDefinition): readonly string[] =>
  Object.entries(forms).flatMap(([property, { fields }]) => [
    '',
    `Form \`${property}\`:`,
    '',
    '| field | secrecy | asked for by |',
    '|---|---|---|',
    ...Object.entries(fields).map(
      ([name, { label, secrecy, clause }]) =>
        `| \`${name}\` ${both(label)} | ${secrecy} | ${clause === undefined ? '—' : clauseLink(clause)} |`,
    ),
  ]);

const teamNote =
  'Of offices only its joint team sees it and acts on it, and nobody before they have undertaken confidentiality and declared interests. 主管部门中只有工作组成员承诺保密、声明没有利益冲突以后能看到和办理。';

const section = (definition: AnyMatterDefinition): readonly string[] => [
  `## ${definition.kind}: ${both(definition.title)}`,
  '',
  definition.purpose.zh,
  '',
  definition.purpose.en,
  '',
  `Clauses: ${clauseLinks(definition.clauses)}`,
  '',
  ...(definition.team === undefined ? [] : [teamNote, '']),
  '```mermaid',
  stateDiagram(definition, 'en').trimEnd(),
  '```',
  '',
  ...statesTable(definition),
  '',
  ...commandsTable(definition),
  '',
  ...clocksTable(definition),
  ...fieldsTable(definition),
  '',
];

/** Every matter: its states, who may do what, its clocks and its fields, with the diagram of its states. */
export const mattersPage = (): GeneratedPage => ({
  path: 'docs/reference/matters.md',
  content: [
    generatedNotice('packages/matters/src/matters'),
    '# 事项 · Matters',
    '',
    'What each matter is, who may give which command in which state, which clocks run and how secret each field is. 每种事项的状态、办理权限、期限和字段的公开程度。',
    '',
    ...matterDefinitions.map(({ kind, title }) => `- [\`${kind}\`](#${kind}) ${both(title)}`),
    '',
    ...matterDefinitions.flatMap((definition) => [`<a id="${definition.kind}"></a>`, '', ...section(definition)]),
  ].join('\n'),
});
