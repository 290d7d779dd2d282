import { text } from '@suanjian/rulebook';
import { choice, colleague, date, fieldsOf, files, list, long, short, yesNo } from '../../common/fields.ts';
import { timeOfDay } from '../../common/moments.ts';
import { caseForm } from './lead.ts';

const defence = fieldsOf('defence', 'confidential');
const statement = {
  words: defence(
    ['意见', 'Statement'],
    ['哪些事实不符，为什么。', 'Which facts are wrong, and why.'],
    long(10_000, 10),
  ),
  papers: defence(['材料', 'Papers'], ['没有可不交。', 'May be left out.'], files(10), { required: false }),
};

export const statementForm = caseForm(
  'defence',
  ['陈述和申辩', 'Statement and defence'],
  [
    '决定之前可以多次陈述；不会因为申辩而加重处罚。',
    'As often as you like before the decision. Nobody is punished harder for defending themselves.',
  ],
  statement,
);
export const defenceForm = caseForm(
  'defence',
  ['陈述和申辩', 'Statement and defence'],
  ['每次陈述都保留。', 'Every statement is kept.'],
  {
    statements: defence(
      ['陈述', 'Statements'],
      ['按先后排列。', 'In the order they were made.'],
      list(statement, 0, 50),
      {
        required: false,
      },
    ),
  },
);

const weighing = fieldsOf('weighing', 'confidential');
export const weighingForm = caseForm(
  'weighing',
  ['复核意见', 'What was checked'],
  ['企业提出的事实、理由和证据，逐项复核。', 'Each fact, reason and piece of evidence the company put forward.'],
  {
    adopted: weighing(
      ['采纳情况', 'Taken up'],
      ['成立的应当采纳。', 'What holds is taken up.'],
      choice([
        { value: 'all', label: text('全部采纳', 'All of it') },
        { value: 'part', label: text('部分采纳', 'Part of it') },
        { value: 'none', label: text('不采纳', 'None of it') },
      ]),
      { secrecy: 'public' },
    ),
    words: weighing(['复核情况', 'How it was checked'], ['逐项写明。', 'Point by point.'], long(8000, 8)),
  },
);

const hearing = fieldsOf('hearing', 'public');
export const hearingForm = caseForm(
  'hearing',
  ['安排听证', 'Arrange the hearing'],
  [
    '至少提前七个工作日通知；由没有参与调查的人主持；除涉及秘密和隐私外公开。',
    'Announced at least seven working days ahead, chaired by somebody who did not investigate, open but for secrets and privacy.',
  ],
  {
    day: hearing(['日期', 'Day'], ['工作日。', 'A working day.'], date),
    time: hearing(['时间', 'Time'], ['例如 09:30（北京时间）。', 'Such as 09:30, Beijing time.'], short(5), {
      check: timeOfDay,
    }),
    place: hearing(['地点', 'Place'], ['写到房间。', 'Down to the room.'], short(200)),
    chair: hearing(['主持人', 'Chair'], ['没有参与本案调查的人。', 'Somebody who did not investigate.'], colleague),
    open: hearing(['公开举行', 'Open to the public'], ['不公开的写明原因。', 'If not, say why below.'], yesNo),
    whyClosed: hearing(
      ['不公开的原因', 'Why behind closed doors'],
      ['秘密或者隐私。', 'Secrets or privacy.'],
      short(300),
      {
        shown: ({ open }) => open === false,
      },
    ),
  },
);

const record = fieldsOf('record', 'confidential');
export const recordForm = caseForm(
  'record',
  ['听证笔录', 'Record of the hearing'],
  ['由主持人记录，决定以笔录为根据。', 'Kept by the chair; the decision rests on it.'],
  {
    on: record(['举行日期', 'Held on'], ['已经举行的日期。', 'The day on which it took place.'], date, {
      secrecy: 'public',
    }),
    attended: record(
      ['企业到场', 'The company attended'],
      ['无故缺席视为放弃。', 'Staying away without cause waives it.'],
      yesNo,
      {
        secrecy: 'public',
      },
    ),
    words: record(['笔录', 'Record'], ['双方的质证和申辩。', 'What both sides argued.'], long(20_000, 12)),
    signed: record(
      ['企业核对并签字', 'Checked and signed by the company'],
      ['没有签字的写明原因。', 'If not, say why below.'],
      yesNo,
      {
        secrecy: 'public',
      },
    ),
    whyUnsigned: record(
      ['没有签字的原因', 'Why not signed'],
      ['例如拒绝签字、没有到场。', 'Such as refused, or absent.'],
      short(300),
      {
        shown: ({ signed }) => signed === false,
      },
    ),
    papers: record(['笔录扫描件', 'Scan of the record'], ['没有可不交。', 'May be left out.'], files(5), {
      required: false,
    }),
  },
);

const opinion = fieldsOf('opinion', 'confidential');
export const opinionForm = caseForm(
  'opinion',
  ['法制审核意见', 'Legal review'],
  ['由没有参与办案的人审核。', 'By somebody who did not work on the case.'],
  {
    passed: opinion(
      ['审核通过', 'Passed'],
      ['没有通过的不能作出决定。', 'Without passing there is no decision.'],
      yesNo,
      {
        secrecy: 'public',
      },
    ),
    words: opinion(
      ['意见', 'Opinion'],
      ['管辖、事实、证据、依据、程序、裁量。', 'Jurisdiction, facts, evidence, basis, procedure, discretion.'],
      long(8000, 8),
    ),
  },
);
