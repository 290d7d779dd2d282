import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition } from '../../engine/form.ts';
import { choice, choices, colleague, date, fieldsOf, files, list, long, short, yesNo } from '../common/fields.ts';
import { votes } from './tally.ts';
import { oneStepForms } from '../common/one-step-form.ts';

/** Fields of knowledge a member brings. */
export const expertise = [
  { value: 'technology', label: text('技术', 'Technology') },
  { value: 'law', label: text('法律', 'Law') },
  { value: 'ethics', label: text('伦理', 'Ethics') },
  { value: 'user-interests', label: text('用户权益', 'User interests') },
  { value: 'minors', label: text('未成年人保护', 'Protection of minors') },
  { value: 'workers', label: text('劳动者权益', 'Workers’ interests') },
  { value: 'security', label: text('安全', 'Security') },
  { value: 'other', label: text('其他', 'Something else') },
] as const;

/** More than any committee has, and than anybody could follow up. */
export const mostMembers = 25;
export const mostConditions = 20;

const formOf = oneStepForms('ethics-');

const subject = fieldsOf('subject', 'confidential', 'final/7');
export const subjectForm = formOf(
  'subject',
  ['审查对象', 'What is reviewed'],
  [
    '写明审查哪个算法的哪个版本，以及为什么现在审查。',
    'Say which algorithm in which version is reviewed, and why now.',
  ],
  {
    algorithm: subject(
      ['算法名称', 'Algorithm'],
      ['与备案一致；新算法写拟用的名称。', 'As in the filing; for a new one the name it will have.'],
      short(),
      {
        secrecy: 'public',
      },
    ),
    number: subject(
      ['备案编号', 'Filing number'],
      ['21 位数字；还没有备案的不填。', 'The 21 digits; leave it out if it is not filed yet.'],
      short(21),
      {
        secrecy: 'public',
        required: false,
        check: (value) => (/^\d{21}$/.test(value) ? undefined : text('应为 21 位数字。', 'should be 21 digits.')),
      },
    ),
    version: subject(['版本', 'Version'], ['审查的就是这一版。', 'It is this version that is reviewed.'], short(40), {
      secrecy: 'public',
    }),
    change: subject(
      ['新在哪里', 'What is new'],
      [
        '新算法写它做什么；已有的写这次实质变动了什么。',
        'For a new algorithm what it does; for another what has changed materially.',
      ],
      long(3000),
    ),
    affected: subject(
      ['影响到谁', 'Who is affected'],
      [
        '用户、未成年人、老年人、劳动者、商家等，怎样影响。',
        'Users, minors, the elderly, workers, merchants and others, and how.',
      ],
      long(3000),
    ),
    papers: subject(
      ['材料', 'Papers'],
      ['设计说明、测试结果等。没有可以不交。', 'Design, test results and the like. May be left out.'],
      files(10),
      {
        required: false,
      },
    ),
  },
);

const committee = fieldsOf('committee', 'personal');
export const committeeForm = formOf(
  'committee',
  ['伦理委员会', 'Ethics committee'],
  [
    '至少三名委员，至少来自两个领域（系统默认设置，法律没有规定人数）。每人用自己的账号参加。',
    'Three members at least, from two fields at least (a policy default of this system; no law sets the number). Each takes part with an account of their own.',
  ],
  {
    members: committee(
      ['委员', 'Members'],
      ['本单位有账号的人。', 'People of your organisation who have an account.'],
      list(
        {
          account: committee(
            ['账号', 'Account'],
            ['选择本单位的同事。', 'Choose somebody of your organisation.'],
            colleague,
          ),
          name: committee(['姓名', 'Name'], ['加密保存。', 'Kept sealed.'], short(60)),
          fields: committee(['专长', 'Field'], ['至少选择一项。', 'Choose one at least.'], choices(expertise)),
        },
        1,
        mostMembers,
      ),
    ),
    chair: committee(
      ['主任委员的账号编号', 'Account id of the chair'],
      ['须是上列委员之一。', 'One of the members above.'],
      short(80),
    ),
  },
);

const declaration = fieldsOf('declaration', 'personal');
export const declarationForm = formOf(
  'declaration',
  ['利益冲突声明', 'Declaration of interest'],
  [
    '参与过设计、业绩与它挂钩、与有关单位或个人有利害关系的，都是利益冲突。有冲突的回避本次审查。',
    'You have one if you designed it, if your pay depends on it, or if you have ties to whom it concerns. Whoever has one takes no part in this review.',
  ],
  {
    conflict: declaration(['有利益冲突', 'There is a conflict'], ['如实选择。', 'Answer truthfully.'], yesNo),
    what: declaration(
      ['是什么冲突', 'Which conflict'],
      ['只有没有回避的委员能看到。', 'Only members who take part can read it.'],
      long(1000),
      {
        shown: ({ conflict }) => conflict === true,
      },
    ),
  },
);

/** Names one member by account. */
export const memberForm = formOf('member', ['哪一位委员', 'Which member'], ['选择委员。', 'Choose the member.'], {
  account: fieldsOf('member', 'public')(
    ['账号', 'Account'],
    ['选择本单位的同事。', 'Choose somebody of your organisation.'],
    colleague,
  ),
});

const spoken = fieldsOf('statement', 'confidential');
export const statementForm = formOf(
  'statement',
  ['发言', 'Statement'],
  ['只有没有回避的委员能看到，主管部门看不到。', 'Only members who take part can read it; offices cannot.'],
  { statement: spoken(['意见', 'Statement'], ['写明看法和理由。', 'Say what you think, and why.'], long(3000, 8)) },
);

const ballot = fieldsOf('vote', 'confidential');
export const voteForm = formOf(
  'vote',
  ['投票', 'Vote'],
  ['计票之前可以改。', 'You may change it until the votes are counted.'],
  {
    choice: ballot(
      ['我的票', 'My vote'],
      ['弃权计入出席，不计入票数。', 'Abstaining counts as being present, not as a vote.'],
      choice(votes),
    ),
    note: ballot(
      ['说明', 'Why'],
      [
        '反对或者有条件同意的，写明理由，留作少数意见。',
        'If you are against it or for it with conditions, say why; it is kept as your dissent.',
      ],
      long(2000),
      {
        required: ({ choice: chosen }) => chosen === 'reject' || chosen === 'conditions',
      },
    ),
  },
);

const concluding = fieldsOf('conclusion', 'confidential', 'final/7');
export const conclusionForm = formOf(
  'conclusion',
  ['审查结论', 'Conclusion'],
  [
    '结论和条件主管部门能看到，讨论和投票看不到。',
    'Offices see the conclusion and the conditions, not what was said and voted.',
  ],
  {
    grounds: concluding(
      ['理由', 'Grounds'],
      ['概括结论的依据，不写谁说了什么。', 'What the decision rests on; not who said what.'],
      long(5000, 8),
    ),
    conditions: concluding(
      ['条件', 'Conditions'],
      ['有条件同意的才写，每一项单独计时。', 'Only where it is approved with conditions; each has a clock of its own.'],
      list(
        {
          condition: concluding(
            ['内容', 'Condition'],
            ['要做到什么，怎样算做到。', 'What is to be done, and what shows that it is.'],
            long(1000),
          ),
          responsible: concluding(
            ['负责岗位', 'Responsible post'],
            ['写岗位，不写姓名。', 'The post; no name here.'],
            short(),
          ),
          due: concluding(['期限', 'Due'], ['以后的一个工作日。', 'A working day to come.'], date),
        },
        1,
        mostConditions,
      ),
      { required: false },
    ),
  },
);

const conditionNumber = { kind: 'number', atLeast: 1, atMost: mostConditions } as const;
const numbered = fieldsOf('condition', 'public')(
  ['第几项条件', 'Which condition'],
  ['结论里的序号，从 1 起。', 'Its number in the conclusion, from 1.'],
  conditionNumber,
);
export const conditionForm = formOf('condition', ['条件', 'Condition'], ['说明是哪一项。', 'Say which one.'], {
  condition: numbered,
});

const reported = fieldsOf('condition', 'confidential');
export const fulfilmentForm = formOf(
  'condition',
  ['落实情况', 'What was done'],
  ['主任委员据此认可或者退回；主管部门能看到。', 'The chair accepts or returns it; offices can read it.'],
  {
    condition: numbered,
    done: reported(
      ['做了什么', 'What was done'],
      ['写明做了什么，怎样看得出来。', 'Say what was done and what shows it.'],
      long(2000),
    ),
    papers: reported(['证明', 'Evidence'], ['没有可以不交。', 'May be left out.'], files(5), { required: false }),
  },
);

const again = fieldsOf('reopening', 'public', 'final/7');
export const reopeningForm = formOf(
  'reopening',
  ['重新审查', 'Review again'],
  [
    '算法的目的、模型、功能有实质变动的，重新审查。',
    'Where purpose, model or function have changed materially, it is reviewed again.',
  ],
  {
    what: again(
      ['变动了什么', 'What has changed'],
      ['写明与上次审查相比的变动。', 'Say what is different from what was reviewed.'],
      long(2000),
      {
        secrecy: 'confidential',
      },
    ),
    version: again(
      ['新版本', 'New version'],
      ['没有新版本号可以不填。', 'May be left out if it has no other number.'],
      short(40),
      { required: false },
    ),
  },
);

const member = short(80);
const round = { kind: 'number', atLeast: 1, atMost: 1000 } as const;
const kept = fieldsOf('kept', 'confidential');
const keptOf = (
  name: string,
  title: readonly [string, string],
  of: Readonly<Record<string, FieldDefinition>>,
  secrecy: 'confidential' | 'personal' = 'confidential',
): FormDefinition => ({
  name: `ethics-${name}`,
  steps: [{ name: 'kept', title: text(...title), intro: text('按顺序保留。', 'Kept in order.') }],
  fields: { [name]: kept(title, ['按顺序保留。', 'Kept in order.'], list(of, 0, 500), { required: false, secrecy }) },
});
const who = kept(['委员', 'Member'], ['账号编号。', 'Account id.'], member);
const inRound = kept(['轮次', 'Round'], ['第几次审查。', 'Of which review.'], round);

/** What is kept of these, every round of it. */
export const interestsForm = keptOf(
  'interests',
  ['声明的利益冲突', 'Declared conflicts'],
  { member: who, round: inRound, what: kept(['冲突', 'Conflict'], ['所声明的。', 'As declared.'], long(1000)) },
  'personal',
);
export const deliberationForm = keptOf('statements', ['讨论记录', 'Deliberation'], {
  member: who,
  round: inRound,
  on: kept(['日期', 'Day'], ['发言的日期。', 'Of the statement.'], date),
  statement: kept(['意见', 'Statement'], ['发言的内容。', 'What was said.'], long(3000)),
});
export const ballotsForm = keptOf('ballots', ['投票', 'Votes'], {
  member: who,
  round: inRound,
  choice: kept(['票', 'Vote'], ['最后一次投的。', 'The last one given.'], choice(votes)),
  note: kept(['说明', 'Why'], ['委员的说明。', 'What the member says.'], long(2000), { required: false }),
});
export const evidenceForm = keptOf('reports', ['条件的落实', 'What was reported of conditions'], {
  round: inRound,
  condition: kept(
    ['第几项条件', 'Which condition'],
    ['结论里的序号。', 'Its number in the conclusion.'],
    conditionNumber,
  ),
  on: kept(['日期', 'Day'], ['报告的日期。', 'Of the report.'], date),
  done: kept(['做了什么', 'What was done'], ['报告的内容。', 'As reported.'], long(2000)),
  papers: kept(['证明', 'Evidence'], ['所附材料。', 'What came with it.'], files(5), { required: false }),
});
