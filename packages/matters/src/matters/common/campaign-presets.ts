import { clausesOf, findClause, text, type Text } from '@suanjian/rulebook';
import type { Option } from '../../engine/form.ts';

/** One thing that a campaign asks of everybody on its list, with the clauses that a self-inspection answers for it. */
export interface CampaignTask {
  readonly clause: string;
  readonly title: Text;
  readonly answers: readonly string[];
}

export interface CampaignPreset {
  readonly id: string;
  readonly title: Text;
  /** The notice that it was held under. */
  readonly clauses: readonly string[];
  readonly tasks: readonly CampaignTask[];
}

const items = (from: number, to: number): readonly string[] =>
  clausesOf('checklist')
    .filter(({ number }) => /^\d+$/.test(number) && Number(number) >= from && Number(number) <= to)
    .map(({ id }) => id);

export const campaignPresets: readonly CampaignPreset[] = [
  {
    id: 'campaign-2022',
    title: text('算法综合治理（2022）', 'Comprehensive governance of algorithms (2022)'),
    clauses: [
      'campaign/1',
      'campaign/2.1',
      'campaign/2.2',
      'campaign/2.3',
      'campaign/2.4',
      'campaign/2.5',
      'campaign/3',
    ],
    tasks: [
      {
        clause: 'campaign/2.1',
        title: text('对照规定自查自纠', 'Self-inspection against the regulation'),
        answers: [
          'final/8',
          'final/10',
          'final/12',
          'final/16',
          'final/17.1',
          'final/17.2',
          'final/18.1',
          'final/20',
          'final/21',
        ],
      },
      {
        clause: 'campaign/2.3',
        title: text('该备案的都备案', 'Everything that must be filed is filed'),
        answers: ['final/24.1', 'final/26'],
      },
      {
        clause: 'campaign/2.4',
        title: text('机构、人员、制度与内容处置', 'Body, people, rules and the handling of content'),
        answers: ['final/7', 'final/9.1', 'final/11', 'final/14'],
      },
    ],
  },
  {
    id: 'campaign-2024',
    title: text('平台算法典型问题治理（2024）', 'Typical problems of platforms’ algorithms (2024)'),
    clauses: ['checklist/plan.1', 'checklist/plan.2', 'checklist/plan.3', 'checklist/plan.4'],
    tasks: [
      {
        clause: 'checklist/plan.1',
        title: text('信息茧房与沉迷', 'Echo chambers and addiction'),
        answers: items(1, 8),
      },
      { clause: 'checklist/plan.1', title: text('榜单', 'Charts'), answers: items(9, 11) },
      {
        clause: 'checklist/plan.1',
        title: text('新业态劳动者', 'Workers dispatched by algorithms'),
        answers: items(12, 15),
      },
      { clause: 'checklist/plan.1', title: text('价格与优惠', 'Prices and offers'), answers: items(16, 20) },
      {
        clause: 'checklist/plan.1',
        title: text('向善与主体责任', 'Algorithms for good, and responsibility'),
        answers: items(21, 27),
      },
    ],
  },
];

export const presetOptions: readonly Option[] = campaignPresets.map(({ id, title }) => ({ value: id, label: title }));

export const presetOf = (id: string): CampaignPreset | undefined => campaignPresets.find((preset) => preset.id === id);

/** Ids of the clauses that a self-inspection under a preset has to answer, in the order of its tasks. */
export const clausesToAnswer = (id: string): readonly string[] =>
  presetOf(id)?.tasks.flatMap(({ answers }) => answers) ?? [];

/** Every clause that any preset asks about, grouped by the task that asks. */
export const answerOptions: readonly Option[] = campaignPresets.flatMap(({ tasks }) =>
  tasks.flatMap(({ title, answers }) =>
    answers.map((clause): Option => {
      const heading = findClause(clause)?.heading ?? text(clause, clause);
      return { value: clause, label: text(`${clause} ${heading.zh}`, `${clause} ${heading.en}`), group: title };
    }),
  ),
);
