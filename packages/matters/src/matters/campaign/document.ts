import { text, type Language } from '@suanjian/rulebook';
import type { DocumentModel, DocumentSection, Fact, PaperFacts } from '../../engine/document-model.ts';
import { formSection } from '../common/paper/case-file.ts';
import { optionLabel } from '../common/fields.ts';
import { gradeOptions, planForm, reportForm, targetsForm, urgingOptions } from './form.ts';
import { presetOf } from '../common/campaign-presets.ts';
import { progressOf } from './progress.ts';
import { reasonText } from './query.ts';
import type { CampaignState, CampaignTarget } from './state.ts';
import { states } from './states.ts';

const words = {
  title: text('专项行动总结报告', 'Closing report of a campaign'),
  file: text('案卷', 'Case file'),
  campaign: text('专项行动', 'Campaign'),
  period: text('时间', 'Period'),
  figures: text('数字', 'Figures'),
  tasks: text('任务', 'Tasks'),
  targets: text('对象', 'Targets'),
  target: text('对象', 'Target'),
  grade: text('等级', 'Grade'),
  stage: text('自查', 'Self-inspection'),
  frozen: text('名单确定日期', 'List fixed on'),
  notAsked: text('未发起', 'not asked for'),
  sample: text('现场检查抽样', 'Sample for inspection'),
  commitment: text('种子的 SHA-256', 'SHA-256 of the seed'),
  seed: text('种子', 'Seed'),
  drawnOn: text('抽取日期', 'Drawn on'),
  again: text(
    '每个对象的签号是「种子、换行、对象」的 SHA-256；签号从小到大取，分层的在每层内取。',
    'The ticket of a target is the SHA-256 of the seed, a line break and the target. The lowest are drawn, in each grade where it is by grade.',
  ),
  urged: text('督促备案', 'Urged to file'),
  chosen: text('怎样选择对象', 'How targets were chosen'),
  added: text('加入', 'Added'),
  found: text('查到', 'Found'),
  notTaken: text('查到但没有加入', 'Found and not taken'),
  day: text('日期', 'Day'),
  reasons: text('理由', 'Why'),
  unmet: text('不符合', 'Not met'),
  outcome: text('检查与整改', 'Inspections and orders'),
  inspected: text('现场检查', 'Inspected on site'),
  orders: text('责令整改', 'Orders to rectify'),
  ordersEnded: text('其中已办结', 'Of these ended'),
  remindersFiled: text('督促后已备案', 'Filed after a reminder'),
} as const;

const reminderWords = {
  sent: text('已发出', 'sent'),
  answered: text('已答复', 'answered'),
  filed: text('已备案', 'filed'),
  settled: text('已了结', 'settled'),
  withdrawn: text('已撤回', 'withdrawn'),
} as const;

const figureWords = {
  targets: text('对象', 'Targets'),
  asked: text('已发起自查', 'Asked to inspect themselves'),
  submitted: text('已提交', 'Submitted'),
  accepted: text('已通过', 'Accepted'),
  unmet: text('企业自查出的问题', 'Clauses that companies found not met'),
  unfiled: text('应备案未备案', 'Should have filed'),
  urged: text('已督促', 'Urged'),
  sampled: text('抽取现场检查', 'Drawn for inspection'),
} as const satisfies Record<keyof ReturnType<typeof progressOf>, unknown>;

const stageWords = {
  asked: text('进行中', 'under way'),
  returned: text('退回', 'sent back'),
  submitted: text('已提交', 'submitted'),
  accepted: text('已通过', 'accepted'),
  withdrawn: text('已撤回', 'withdrawn'),
} as const;

const separator = text('；', '; ');

/** Each search with its conditions and what came of it, so that it can be made again. */
const querySection = ({ queries }: CampaignState, language: Language): readonly DocumentSection[] =>
  queries.map(({ on, query, added, found, leftOut = [] }, index) => ({
    heading: `${words.chosen[language]} ${index + 1}`,
    clauses: ['campaign/1'],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.day[language], value: on },
          ...(found === undefined ? [] : [{ label: words.found[language], value: String(found) }]),
          { label: words.added[language], value: String(added) },
          ...(leftOut.length === 0
            ? []
            : [{ label: words.notTaken[language], value: leftOut.join(separator[language]) }]),
        ],
      },
      ...(formSection(targetsForm, query, language)?.blocks ?? []),
    ],
  }));

const outcomeSection = ({ outcome }: CampaignState, language: Language): readonly DocumentSection[] =>
  outcome === undefined
    ? []
    : [
        {
          heading: words.outcome[language],
          clauses: ['campaign/2.2', 'campaign/2.5'],
          blocks: [
            {
              kind: 'facts',
              facts: (['inspected', 'orders', 'ordersEnded', 'remindersFiled'] as const).map((name) => ({
                label: words[name][language],
                value: String(outcome[name]),
              })),
            },
          ],
        },
      ];

const named = ({ key, name, number }: CampaignTarget): string => (number === undefined ? key : `${name} ${number}`);

const targetSection = ({ targets, progress }: CampaignState, language: Language): DocumentSection => ({
  heading: words.targets[language],
  blocks: [
    {
      kind: 'table',
      columns: [
        { heading: words.target[language], share: 3 },
        { heading: words.reasons[language], share: 2 },
        { heading: words.grade[language], share: 1 },
        { heading: words.stage[language], share: 1 },
        { heading: words.unmet[language], share: 1 },
      ],
      rows: targets.map((target) => {
        const { stage, unmet } = progress[target.key] ?? {};
        return [
          named(target),
          (target.reasons ?? []).map((reason) => reasonText(reason)[language]).join(separator[language]),
          target.grade === undefined ? '' : optionLabel(gradeOptions, target.grade)[language],
          (stage === undefined ? words.notAsked : stageWords[stage])[language],
          unmet === undefined ? '' : String(unmet),
        ];
      }),
    },
  ],
});

const sampleSection = (
  { sample, targets, commitment }: CampaignState,
  language: Language,
): readonly DocumentSection[] =>
  sample === undefined
    ? []
    : [
        {
          heading: words.sample[language],
          clauses: ['campaign/2.2'],
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: words.commitment[language], value: commitment },
                { label: words.seed[language], value: sample.seed },
                { label: words.drawnOn[language], value: sample.on },
              ],
            },
            { kind: 'paragraph', tone: 'quiet', text: words.again[language] },
            {
              kind: 'list',
              ordered: false,
              items: targets.filter(({ key }) => sample.keys.includes(key)).map(named),
            },
          ],
        },
      ];

const urgingSection = ({ urgings, reminders }: CampaignState, language: Language): readonly DocumentSection[] => {
  const items = [
    ...urgings.map(({ target, how, on }) => `${on} · ${target} · ${optionLabel(urgingOptions, how)[language]}`),
    ...Object.entries(reminders).map(([target, { stage }]) => `${target} · ${reminderWords[stage][language]}`),
  ];
  return items.length === 0
    ? []
    : [
        {
          heading: words.urged[language],
          clauses: ['campaign/2.3'],
          blocks: [{ kind: 'list', ordered: false, items }],
        },
      ];
};

/** The report of a campaign in one language, with what it came to so far. */
export const campaignDocument = (state: CampaignState, language: Language, facts: PaperFacts): DocumentModel => {
  const { title, from, until, plan, report, preset, status, frozenOn } = state;
  const tasks = presetOf(preset);
  const written = [formSection(reportForm, report, language), formSection(planForm, plan, language)];
  const fact = (label: keyof typeof words, value: string): Fact => ({ label: words[label][language], value });
  return {
    language,
    title: words.title[language],
    subtitle: states[status].title[language],
    reference: `${words.file[language]} ${facts.reference}`,
    date: facts.today,
    parties: [
      fact('campaign', title),
      fact('period', `${from} – ${until}`),
      ...(frozenOn === undefined ? [] : [fact('frozen', frozenOn)]),
    ],
    sections: [
      {
        heading: words.figures[language],
        blocks: [
          {
            kind: 'facts',
            facts: Object.entries(progressOf(state)).map(([name, value]) => ({
              label: figureWords[name as keyof typeof figureWords][language],
              value: String(value),
            })),
          },
        ],
      },
      ...(tasks === undefined
        ? []
        : [
            {
              heading: words.tasks[language],
              clauses: tasks.clauses,
              blocks: [
                {
                  kind: 'list',
                  ordered: true,
                  items: tasks.tasks.map((task) => `${task.title[language]} (${task.clause})`),
                } as const,
              ],
            },
          ]),
      ...written.slice(0, 1).filter((section) => section !== undefined),
      ...querySection(state, language),
      targetSection(state, language),
      ...sampleSection(state, language),
      ...urgingSection(state, language),
      ...outcomeSection(state, language),
      ...written.slice(1).filter((section) => section !== undefined),
    ],
    signatures: [],
  };
};
