import { circumstanceFacts, circumstances, text } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import { violatedClausesIn } from '../../common/clause-list.ts';
import { choice, choices, date, fieldsOf, files, list, long, pickResult, short, yesNo } from '../../common/fields.ts';
import { caseForm } from './lead.ts';

/** Kinds of evidence (penalty-law/46). */
export const evidenceKinds = [
  { value: 'document', label: text('书证', 'Document') },
  { value: 'object', label: text('物证', 'Object') },
  { value: 'recording', label: text('视听资料', 'Recording') },
  { value: 'electronic', label: text('电子数据', 'Electronic data') },
  { value: 'testimony', label: text('证人证言', 'Testimony') },
  { value: 'statement', label: text('当事人陈述', 'Statement of the party') },
  { value: 'expert', label: text('鉴定意见', 'Expert opinion') },
  { value: 'inspection', label: text('勘验、现场笔录', 'Record of an inspection') },
] as const;

const evidence = fieldsOf('evidence', 'confidential');

const entryFields = {
  kind: evidence(['证据种类', 'Kind'], ['选择一种。', 'Choose one.'], choice(evidenceKinds)),
  what: evidence(['证明什么', 'What it shows'], ['写明证明的事实。', 'The fact it bears on.'], long(2000, 3)),
  obtained: evidence(
    ['怎样取得', 'How it was obtained'],
    ['时间、地点、取证人。', 'When, where and by whom.'],
    long(1000, 2),
  ),
  lawful: evidence(
    ['合法取得并已查实', 'Obtained lawfully and verified'],
    ['违法取得的不能作为证据。', 'What was obtained unlawfully is no evidence.'],
    yesNo,
  ),
  result: evidence(
    ['检查结果', 'Result of a check'],
    ['通过验签的结果包中的一项，没有可不选。', 'Of a bundle whose signature is good; leave empty if there is none.'],
    pickResult,
    { required: false },
  ),
  papers: evidence(['材料', 'Papers'], ['没有可不交。', 'May be left out.'], files(5), { required: false }),
};

export const evidenceEntryForm = caseForm(
  'evidence',
  ['证据', 'Evidence'],
  ['一次登记一份证据。', 'One piece of evidence at a time.'],
  entryFields,
);

/** All that was registered, oldest first. */
export const evidenceForm = caseForm(
  'evidence',
  ['证据', 'Evidence'],
  ['按登记的先后排列。', 'In the order in which it was registered.'],
  {
    entries: evidence(
      ['证据目录', 'List of evidence'],
      ['本案的全部证据。', 'All of this case.'],
      list(entryFields, 0, 200),
      {
        required: false,
      },
    ),
  },
);

/** Sanctioning clauses for particular ways of breaking a rule. */
const particulars = [
  { value: 'final/33.1', label: text('final/33.1 骗取备案', 'final/33.1 Filing obtained by falsehood') },
  { value: 'final/33.2', label: text('final/33.2 应当注销而未注销', 'final/33.2 Not cancelled as required') },
  { value: 'draft/29.1', label: text('draft/29.1 不备案和骗取备案', 'draft/29.1 Not filed, or filed by falsehood') },
  { value: 'draft/29.2', label: text('draft/29.2 应当注销而未注销', 'draft/29.2 Not cancelled in time') },
] as const;

const findings = fieldsOf('findings', 'confidential');
const open = fieldsOf('findings', 'public');
export const findingsForm = caseForm(
  'findings',
  ['调查结论', 'Findings'],
  [
    '由一名办案人员提出，另一名会签。认定了什么，才能适用什么处罚。',
    'Proposed by one officer and countersigned by the other. What is established decides which penalties are open.',
  ],
  {
    facts: findings(
      ['查明的事实', 'Facts'],
      ['事实和所依据的证据。', 'The facts, and the evidence for them.'],
      long(10_000, 12),
    ),
    clauses: open(
      ['违反的条款', 'Clauses violated'],
      ['逐条选择。', 'Choose each of them.'],
      violatedClausesIn('findings'),
    ),
    from: open(['行为开始', 'Began on'], ['第一天。', 'Its first day.'], date),
    goesOn: open(['仍在继续', 'Still goes on'], ['行为还没有停止。', 'It has not stopped.'], yesNo),
    until: open(['行为结束', 'Ended on'], ['最后一天。', 'Its last day.'], date, {
      shown: ({ goesOn }: FormValues) => goesOn !== true,
    }),
    graveHarm: open(
      ['危害生命健康或金融安全', 'Life, health or financial safety harmed'],
      ['有危害后果。', 'With harm done.'],
      yesNo,
    ),
    refusal: open(
      ['拒不改正', 'Refused to correct'],
      ['责令改正之后仍不改正。', 'Not corrected although it was ordered.'],
      yesNo,
    ),
    refusalShown: findings(
      ['怎样认定拒不改正', 'What shows the refusal'],
      ['写明通知和期限。', 'The order and its day.'],
      long(2000, 3),
      {
        shown: ({ refusal }: FormValues) => refusal === true,
      },
    ),
    gravity: open(['情节严重', 'Grave'], ['写明理由才能认定。', 'Only with the reason below.'], yesNo),
    gravityShown: findings(
      ['为什么情节严重', 'What makes it grave'],
      ['规模、持续时间、后果。', 'Extent, duration, harm.'],
      long(2000, 3),
      {
        shown: ({ gravity }: FormValues) => gravity === true,
      },
    ),
    particular: open(
      ['特别情形', 'Particular case'],
      ['符合的才选。', 'Only where its facts are shown.'],
      choices(particulars, 0),
      { required: false },
    ),
    circumstances: open(
      ['从轻、减轻或者不予处罚的情形', 'Circumstances in favour'],
      ['符合的才选。', 'Only where shown.'],
      choices(
        circumstances.map((value) => ({ value, label: circumstanceFacts[value].title })),
        0,
      ),
      { required: false },
    ),
    corrected: open(
      ['已经改正', 'Put right'],
      ['没有改正的，处罚时一并责令改正。', 'If not, correction is ordered with the penalty.'],
      yesNo,
    ),
    complex: open(
      ['情节复杂或者重大', 'Complex or grave case'],
      ['须法制审核并由负责人集体决定。', 'Wants a legal review and a joint decision.'],
      yesNo,
    ),
    publicInterest: open(
      ['涉及重大公共利益', 'Great public interest'],
      ['须法制审核。', 'Wants a legal review.'],
      yesNo,
    ),
    proposal: findings(['处理建议', 'Proposal'], ['建议怎样处理。', 'What should follow.'], short(500)),
  },
);
