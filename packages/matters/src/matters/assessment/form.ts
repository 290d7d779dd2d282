import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { choice, fieldsOf, long, type ValuesOf } from '../common/fields.ts';
import { selfAssessmentFields } from '../filing/definition.ts';
import { answerFields } from './form/answers.ts';
import { evidenceList } from './form/evidence.ts';
import { riskMatrix } from './form/risks.ts';
import { safetyBasics, safetyMeasures } from './form/safety.ts';
import { isTemplate, setupFields } from './form/setup.ts';
import { outcomeOptions } from './options.ts';

const conclude = fieldsOf('conclusion', 'confidential', 'final/8');
const hasChapters = isTemplate('self-assessment');

/** The chapters that a filing asks for as well, where this template is used. */
const chapterFields = Object.fromEntries(
  Object.entries(selfAssessmentFields).map(([name, field]): [string, FieldDefinition] => [
    name,
    { ...field, shown: hasChapters },
  ]),
);

const conclusionFields = {
  outcome: conclude(
    ['评估结论', 'Outcome'],
    ['按全部答案和剩余风险选择。', 'By all answers and what remains.'],
    choice(outcomeOptions),
  ),
  summary: conclude(
    ['结论说明', 'Why'],
    ['结论的理由，以及整改计划和完成日期。', 'The reasons, and what is to be mended until when.'],
    long(4000, 6),
    { shown: (form) => !hasChapters(form), clause: 'safety-2018/6' },
  ),
  other: conclude(
    ['其他需要说明的', 'Anything else'],
    ['没有可不填。', 'Leave empty if there is nothing.'],
    long(2000),
    { shown: (form) => !hasChapters(form), required: false },
  ),
} as const;

const typed = { ...setupFields, ...riskMatrix, ...evidenceList, ...conclusionFields } as const;

/** Values of an assessment while it is written; answers stand under names made from their questions. */
export type AssessmentForm = ValuesOf<typeof typed> & FormValues;

export const assessmentForm: FormDefinition = {
  name: 'assessment',
  steps: [
    {
      name: 'setup',
      title: text('评估对象', 'What is assessed'),
      intro: text('选择模板和类型后，只出现要回答的问题。', 'Template and types decide which questions appear.'),
    },
    {
      name: 'self-assessment',
      title: text('安全自评估', 'Self-assessment'),
      intro: text('与备案所附的自评估报告内容相同。', 'The same that a filing asks of its report.'),
    },
    {
      name: 'safety-basics',
      title: text('第一部分：服务和证照', 'Part one: the service and its licences'),
      intro: text('服务的基本情况和证照。', 'What the service is and which licences it holds.'),
    },
    {
      name: 'points',
      title: text('第二部分：制度措施和八个要点', 'Part two: rules, measures and the eight points'),
      intro: text('逐点说明落实情况和效果。', 'Point by point, what is done and what it achieves.'),
    },
    {
      name: 'items',
      title: text('二十七项自查', 'The 27 items'),
      intro: text(
        '只列出与所选类型有关的项；可以从审计结果包预填。',
        'Only those that the chosen types concern; they can be filled in from an audit bundle.',
      ),
    },
    {
      name: 'risks',
      title: text('风险矩阵', 'Risk matrix'),
      intro: text('措施之前和之后各打一次分。', 'Scored before the measures and after.'),
    },
    {
      name: 'evidence',
      title: text('证据', 'Evidence'),
      intro: text('每个答案都应当有证据。', 'Every answer should have its evidence.'),
    },
    {
      name: 'conclusion',
      title: text('结论', 'Conclusion'),
      intro: text(
        '有未做到的，不能写风险可控。',
        'Nothing may be left undone where risks are said to be under control.',
      ),
    },
  ],
  fields: {
    ...setupFields,
    ...chapterFields,
    ...safetyBasics,
    ...safetyMeasures,
    ...answerFields,
    ...riskMatrix,
    ...evidenceList,
    ...conclusionFields,
  },
};
