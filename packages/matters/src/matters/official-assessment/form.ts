import { bandOf, grades, gradingScheme, text } from '@suanjian/rulebook';
import type { FormDefinition, FormValues, Option } from '../../engine/form.ts';
import {
  answerOptions,
  assessmentForm,
  evidenceList,
  outcomeOptions,
  questions,
  riskMatrix,
  setupFields,
  templateOptions,
} from '../assessment/definition.ts';
import { choice, date, fieldsOf, list, long, pickBundle, pickResult, short } from '../common/fields.ts';
import { ownDeclaration } from '../common/team/form.ts';
import { outcomes } from '../common/following.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const formOf = oneStepForms('official-', 'official');

const open = fieldsOf('official', 'public', 'final/28.1');
const sealed = fieldsOf('official', 'confidential', 'final/28.1');
const plan = fieldsOf('setup', 'public', 'final/28.1');

const bases = [
  { value: 'final/28.1', label: text('管理规定第二十八条第一款', 'Regulation, article 28, paragraph 1') },
  { value: 'draft/24.1', label: text('征求意见稿第二十四条第一款', 'Consultation draft, article 24, paragraph 1') },
  { value: 'opinions/8', label: text('指导意见（八）', 'Guiding Opinions, item (8)') },
] as const satisfies readonly Option[];

/** A self-assessment is written in chapters by the provider; an office answers questions. */
const officialTemplates = templateOptions.filter(({ value }) => value !== 'self-assessment');

/** What is assessed, as a provider's own assessment says it. */
const { algorithmName, techniques, role, setsPrices, version, versionSince, periodFrom, periodUntil } = setupFields;
export const aboutFields = {
  template: { ...setupFields.template, control: choice(officialTemplates) },
  algorithmName,
  techniques,
  role,
  setsPrices,
  version,
  versionSince,
  periodFrom,
  periodUntil,
} as const;

const ownersOnly = new Set([...Object.keys(setupFields).filter((name) => !(name in aboutFields)), 'other']);

/** Concluded in words of its own (`conclusions`), with the grade beside: not read twice. */
const concluded = new Set(['outcome', 'summary']);

/** What a provider says of its own assessing is not asked of an office, and not shown as left empty. */
export const assessedForm: FormDefinition = {
  ...assessmentForm,
  fields: Object.fromEntries(
    Object.entries(assessmentForm.fields)
      .filter(([name]) => !ownersOnly.has(name))
      .map(([name, field]) => [name, concluded.has(name) ? { ...field, shown: () => false } : field]),
  ),
};

export const openingForm = formOf(
  'opening',
  ['主管部门评估', 'Assessment by the office'],
  [
    '由工作组按模板评估一个算法：逐项回答、打分、附证据，得出每个条款的结论。',
    'A team assesses an algorithm by a template: questions answered, risks scored, evidence added, a conclusion for every clause.',
  ],
  {
    provider: plan(
      ['企业', 'Company'],
      ['登记的全称，或者它的备案编号。', 'Its registered name in full, or a filing number of it.'],
      short(200),
    ),
    ...aboutFields,
    basis: plan(['依据', 'Basis'], ['开展评估的条款。', 'The clause it rests on.'], choice(bases)),
    why: plan(['原因', 'Why'], ['企业看不到。', 'The company never sees it.'], long(3000), {
      secrecy: 'confidential',
      hiddenFrom: () => ['provider'],
    }),
    ...ownDeclaration('setup'),
  },
  'setup',
);

/** What is kept of the opening besides what is assessed. */
const elsewhere = new Set([...Object.keys(aboutFields), ...Object.keys(ownDeclaration('setup'))]);
export const planForm: FormDefinition = {
  ...openingForm,
  name: 'official-plan',
  fields: Object.fromEntries(Object.entries(openingForm.fields).filter(([name]) => !elsewhere.has(name))),
};

export const bundleForm = formOf(
  'bundle',
  ['从结果包预填', 'Fill in from a bundle'],
  ['用核验过的审计结果包作证据；已经回答的不改。', 'A verified audit bundle as evidence; what was answered stays.'],
  {
    bundle: open(
      ['结果包', 'Bundle'],
      ['这家企业送来并通过核验的。', 'One the company sent and that was verified.'],
      pickBundle,
    ),
  },
);

const questionOptions: readonly Option[] = questions
  .filter(({ template }) => template !== 'self-assessment')
  .map(({ id, title, template }): Option => {
    const group = templateOptions.find(({ value }) => value === template)?.label;
    return { value: id, label: title, ...(group === undefined ? {} : { group }) };
  });

export const answerForm = formOf(
  'answer',
  ['回答一项', 'Answer a question'],
  ['一次一项；再答一次，以后一次为准。', 'One at a time; answered again, the last one counts.'],
  {
    question: sealed(
      ['哪一项', 'Which'],
      ['所用模板里的一项。', 'One of the template that is used.'],
      choice(questionOptions),
    ),
    answer: sealed(['结论', 'Answer'], ['按核实的情况。', 'By what was established.'], choice(answerOptions)),
    account: sealed(
      ['说明', 'Account'],
      ['怎样核实的，差在哪里。', 'How it was established, and what is lacking.'],
      long(3000),
    ),
  },
);

const isCheck = ({ kind }: FormValues): boolean => kind === 'check';
const evidenceKinds = [
  { value: 'check', label: text('审计检查结果', 'Result of an audit check') },
  { value: 'document', label: text('文件', 'Document') },
] as const satisfies readonly Option[];

export const evidenceForm = formOf(
  'evidence',
  ['补充证据', 'Add evidence'],
  ['写明证据说明哪一项。', 'Say what it speaks to.'],
  {
    about: { ...evidenceList.evidence.control.of.about, step: 'official' },
    kind: sealed(['证据种类', 'Kind'], ['检查结果，或者文件。', 'A check, or a document.'], choice(evidenceKinds)),
    result: sealed(['检查结果', 'Result'], ['结果包里的一项检查。', 'A check of a bundle.'], pickResult, {
      shown: isCheck,
    }),
    takenOn: sealed(['形成日期', 'Made on'], ['文件成文的日期。', 'The day it was written.'], date, {
      shown: (form) => !isCheck(form),
    }),
    note: sealed(
      ['文件', 'Document'],
      ['名称、页码，存放在哪里。', 'Name and page, and where it is kept.'],
      long(500, 2),
      { shown: (form) => !isCheck(form) },
    ),
  },
);

export const riskForm: FormDefinition = {
  name: 'official-risk',
  steps: [
    {
      name: 'risks',
      title: text('风险打分', 'Score a risk'),
      intro: text('措施之前和之后各打一次分。', 'Scored before the measures and after.'),
    },
  ],
  fields: riskMatrix.risks.control.of,
};

const gradeOptions: readonly Option[] = grades.map((grade) => ({
  value: grade,
  label: bandOf(gradingScheme, grade).title,
}));

export const conclusionForm = formOf(
  'conclusion',
  ['作出结论', 'Conclude'],
  [
    '每一项都回答、五种风险都打分以后作出；另一名成员会签后送给企业。',
    'Once every question is answered and every kind of risk scored. It goes to the company when another member has signed it too.',
  ],
  {
    outcome: sealed(
      ['评估结论', 'Outcome'],
      ['按全部答案和剩余风险。', 'By all answers and what remains.'],
      choice(outcomeOptions),
    ),
    summary: sealed(
      ['说明', 'Why'],
      ['理由和建议采取的措施。', 'The reasons, and which measures are suggested.'],
      long(4000, 6),
    ),
    grade: sealed(
      ['建议等级', 'Grade proposed'],
      [
        '认为备案的等级应当调整的填写；由办理备案的部门决定。',
        'Where the filing’s grade should change; the office that handles the filing decides.',
      ],
      choice(gradeOptions),
      { required: false },
    ),
    gradeWhy: sealed(['建议等级的理由', 'Why this grade'], ['为什么。', 'The reasons.'], long(2000), {
      shown: ({ grade }) => grade !== undefined && grade !== '',
    }),
    stateBy: open(['陈述期限', 'Heard until'], ['以后的一个工作日。', 'A working day to come.'], date),
  },
);

export const endingForm = formOf(
  'ending',
  ['办结', 'Close'],
  ['考虑企业的意见以后办结。', 'With what the company has said in mind.'],
  {
    answer: sealed(
      ['对意见的答复', 'Answer to what was said'],
      [
        '采纳和不采纳的，各说明理由；企业没有陈述的写“无”。',
        'What was accepted and what not, and why; “none” where nothing was said.',
      ],
      long(4000, 6),
    ),
    outcome: open(['处理建议', 'What should follow'], ['按结论选择。', 'By the conclusions.'], choice(outcomes)),
  },
);

export const conclusionsForm = formOf(
  'conclusions',
  ['各条款的结论', 'Conclusion per clause'],
  ['按模板的次序。', 'In the order of the template.'],
  {
    conclusions: sealed(
      ['结论', 'Conclusions'],
      ['每个条款一行。', 'A row for each clause.'],
      list(
        {
          question: sealed(['哪一项', 'Which'], ['模板里的一项。', 'Of the template.'], choice(questionOptions)),
          clause: sealed(['条款', 'Clause'], ['涉及的条款。', 'The clause it is about.'], short(40), {
            required: false,
          }),
          answer: sealed(['结论', 'Answer'], ['核实的结果。', 'What was established.'], choice(answerOptions)),
        },
        0,
        100,
      ),
      { required: false },
    ),
    ...Object.fromEntries(Object.entries(conclusionForm.fields).filter(([name]) => name !== 'stateBy')),
  },
);
