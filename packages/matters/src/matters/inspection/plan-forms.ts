import type { FormDefinition, FormValues } from '../../engine/form.ts';
import { violatedClausesIn } from '../common/clause-list.ts';
import { choice, date, list, long, short, yesNo } from '../common/fields.ts';
import { ownDeclaration } from '../common/team/form.ts';
import { formOf, open, person, sealed, step } from './form-parts.ts';
import { bases, ways } from './options.ts';

const announced = ({ way }: FormValues): boolean => way === 'announced';
const datesFields = {
  visitOn: open(['检查日期', 'Day of the visit'], ['以后的一个工作日。', 'A working day to come.'], date),
  tellOn: open(
    ['通知日期', 'Told on'],
    [
      '从这一天起可以通知企业，应早于检查日期；在此之前企业什么也看不到。',
      'From this day on the company may be told; before the visit. Until then it sees nothing at all.',
    ],
    date,
    { shown: announced },
  ),
} as const;

const clauseList = violatedClausesIn(step);

export const planForm = formOf(
  'plan',
  ['检查方案', 'Plan of an inspection'],
  [
    '写明查谁、查哪些条款、为什么查、哪一天去。到时间之前，被查的企业在任何地方都看不到。',
    'Whom, which clauses, why and on which day. Until its time comes the company finds no trace of it anywhere.',
  ],
  {
    provider: open(
      ['企业', 'Company'],
      ['登记的全称，或者它的备案编号。', 'Its registered name in full, or a filing number of it.'],
      short(200),
    ),
    targets: open(
      ['检查对象', 'What is inspected'],
      ['哪些服务和算法。', 'Which services and algorithms.'],
      long(2000),
    ),
    clauses: open(
      ['检查的条款', 'Clauses'],
      ['检查表按条款逐项填写。', 'The checklist goes clause by clause.'],
      clauseList,
    ),
    way: open(['方式', 'How'], ['事先通知，或者直接到场。', 'Announced, or unannounced.'], choice(ways)),
    ...datesFields,
    basis: open(['依据', 'Basis'], ['开展检查的条款。', 'The clause it rests on.'], choice(bases)),
    why: sealed(['原因', 'Why'], ['企业看不到，也不知道写了什么。', 'The company never sees it.'], long(3000), {
      hiddenFrom: () => ['provider'],
    }),
    ...ownDeclaration(step),
  },
);

const declared = new Set(Object.keys(ownDeclaration(step)));

/** What is kept of the plan: what its planner declared stands with the team. */
export const keptPlanForm: FormDefinition = {
  ...planForm,
  fields: Object.fromEntries(Object.entries(planForm.fields).filter(([name]) => !declared.has(name))),
};

export const scheduleForm = formOf(
  'schedule',
  ['改期', 'Another day'],
  ['改期后须重新批准。', 'It has to be approved again.'],
  {
    way: open(['方式', 'How'], ['事先通知，或者直接到场。', 'Announced, or unannounced.'], choice(ways)),
    ...datesFields,
  },
);

export const deferralForm = formOf(
  'deferral',
  ['推迟告知查阅', 'Tell of readings later'],
  [
    '工作组查阅这家企业的保密内容照样逐次记录，只是到下面这一天过后才告诉企业。须写明理由。',
    'What the team reads of this company’s sealed fields is recorded all the same, and told to the company once this day has passed. A reason is wanted.',
  ],
  { until: open(['推迟到', 'Until'], ['最后一天。', 'The last day.'], date) },
);

export const identityForm = formOf(
  'identity',
  ['出示证件', 'Show who you are'],
  [
    '每名检查人员用自己的账号登记；两名都出示以后，检查才开始。',
    'Each officer records it with an account of their own. The inspection begins once two have.',
  ],
  {
    certificate: open(
      ['执法证件号', 'Number of the certificate'],
      ['现场出示的。', 'The one that was shown.'],
      short(40),
    ),
    toWhom: person(['出示给谁', 'To whom'], ['企业在场的人的姓名。', 'Who of the company was there.'], short(60), {
      person: 'met',
    }),
    capacity: open(['职务', 'Capacity'], ['这个人在企业的职务。', 'What that person does there.'], short(60)),
    shown: open(
      ['已经出示', 'It was shown'],
      ['证件和检查通知都已出示。', 'Certificate and notice of the inspection.'],
      yesNo,
    ),
  },
);

const { shown: _confirmed, ...metFields } = identityForm.fields;

/** What an event keeps of it: that it was shown is the event itself. */
export const keptIdentityForm: FormDefinition = { ...identityForm, fields: metFields };

/** More officers than ever stand before a door. */
const mostShown = 20;

/** Everybody who showed who they are on the day on which it began. */
export const shownIdentitiesForm = formOf(
  'identities',
  ['出示的证件', 'Identity shown'],
  ['开始检查那一天，每名检查人员一条。', 'On the day on which it began, each officer once.'],
  {
    officers: person(
      ['检查人员', 'Officers'],
      ['按出示的先后。', 'In the order in which they showed it.'],
      list(metFields, 0, mostShown),
      { required: false, person: 'met' },
    ),
  },
);
