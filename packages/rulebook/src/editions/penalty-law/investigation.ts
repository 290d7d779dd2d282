import { checks, clocks, engine, matters, pages, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 40 to 56: facts, officers, the party's rights, evidence, record, publication, opening the case. */
export const investigation: readonly ClauseSource[] = [
  {
    number: '40',
    heading: text('事实清楚才能罚', 'No penalty without clear facts'),
    text: text(
      '违法事实要查清；事实不清、证据不够的，不得处罚。',
      'The facts are established first; where they are unclear or evidence is lacking there is no penalty.',
    ),
    who: ['office'],
    duty: 'prohibition',
    answers: [matters.violationCase],
  },
  {
    number: '42',
    heading: text('两名执法人员', 'Two officers'),
    text: text(
      '由有执法资格的人员办理，除法律另有规定外不少于两人，执法要文明。',
      'Officers qualified to enforce the law act, at least two unless a law says otherwise, and with courtesy.',
    ),
    who: ['inspector', 'office'],
    duty: 'obligation',
    answers: [matters.violationCase, matters.inspection],
  },
  {
    number: '43',
    heading: text('回避', 'Recusal'),
    text: text(
      '与案件有利害关系的要回避；当事人可以申请，由机关负责人决定，决定前调查不停。',
      'Officers with an interest stand aside; the party may ask for it, the head of the authority decides, and until then the investigation goes on.',
    ),
    who: ['inspector', 'office'],
    duty: 'obligation',
    answers: [engine.recusal, matters.violationCase],
    crosswalk: [
      {
        clause: 'campaign/3.4',
        difference: text('专项行动的纪律也禁止照顾熟人。', 'The campaign’s discipline, too, bars favours for friends.'),
      },
    ],
  },
  {
    number: '44',
    heading: text('事先告知', 'Notice before deciding'),
    text: text(
      '决定之前告诉当事人：打算怎样处罚、认定了什么事实、理由和依据，以及可以陈述、申辩、要求听证。',
      'Before deciding the party is told what is intended, on what facts, for what reasons and on what basis, and that it may state its case, defend itself and ask for a hearing.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
  },
  {
    number: '45',
    heading: text('陈述和申辩', 'Statement and defence'),
    text: text(
      '当事人说的要听，提出的事实和证据要查，成立的要采纳；不能因为申辩就罚得更重。',
      'What the party says is heard, its facts and evidence are checked and taken up where they hold; nobody is punished harder for defending himself.',
    ),
    who: ['provider', 'office'],
    duty: 'right',
    answers: [matters.violationCase],
  },
  {
    number: '46',
    heading: text('证据', 'Evidence'),
    text: text(
      '书证、物证、视听资料、电子数据、证言、陈述、鉴定、勘验和现场笔录都可作证据，查实后才能用；非法取得的不能用。',
      'Documents, objects, recordings, electronic data, testimony, statements, expert opinions and records of inspection are evidence once verified; what was obtained unlawfully is out.',
    ),
    who: ['office', 'inspector'],
    duty: 'procedure',
    answers: [matters.violationCase, engine.decisionRecord, checks.logCoverage, checks.logRetention],
    crosswalk: [
      {
        clause: 'final/28.2',
        difference: text(
          '企业留存的日志是电子数据证据的来源。',
          'The logs that providers keep are a source of electronic evidence.',
        ),
      },
    ],
  },
  {
    number: '47',
    heading: text('全过程记录', 'The whole process is recorded'),
    text: text(
      '从启动、取证、审核、决定到送达、执行，每一步都以文字、音像等方式记录并归档。',
      'Opening, evidence, review, decision, service and execution are all recorded in writing, sound or pictures, and filed.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
  },
  {
    number: '48',
    heading: text('公开与撤回', 'Publication and withdrawal'),
    text: text(
      '有一定社会影响的决定依法公开；之后被变更、撤销、确认违法或无效的，三个工作日内撤下并公开说明理由。',
      'A decision that matters to society is made public by law; if it is later altered, annulled or found unlawful or void, it is taken down within three working days and the public is told why.',
    ),
    who: ['office'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toWithdraw',
        length: 3,
        unit: 'working-day',
        direction: 'after',
        event: text(
          '公开的决定被变更、撤销、确认违法或无效',
          'a published decision is changed, annulled or found unlawful or void',
        ),
        bearer: 'office',
      },
    ],
    answers: [pages.decisions, clocks.caseToWithdraw],
  },
  {
    number: '50',
    heading: text('保密', 'Confidence'),
    text: text(
      '办案中知道的国家秘密、商业秘密和个人隐私，依法不得外泄。',
      'State secrets, trade secrets and privacy learnt in a case are kept by law.',
    ),
    who: ['office', 'inspector'],
    duty: 'prohibition',
    answers: [engine.sealedFields, engine.readingLog, registers.undertakings],
    crosswalk: [
      {
        clause: 'final/29',
        difference: text(
          '规定的对应条款，另列个人信息。',
          'The corresponding clause of the regulation, which adds personal data.',
        ),
      },
    ],
  },
  {
    number: '54',
    heading: text('立案', 'Opening a case'),
    text: text(
      '除当场处罚外，发现应当处罚的行为要全面、客观、公正地调查；符合立案标准的及时立案。',
      'Except for penalties on the spot, an act that deserves a penalty is investigated fully, objectively and fairly; a case is opened without delay once its conditions hold.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
    crosswalk: [
      {
        clause: 'opinions/11',
        difference: text('指导意见列出线索的四个来源。', 'The Guiding Opinions name four sources of cases.'),
      },
    ],
  },
  {
    number: '55',
    heading: text('出示证件', 'Officers show who they are'),
    text: text(
      '调查或检查时要主动出示执法证件，不出示的，对方可以拒绝；当事人应如实回答并协助。',
      'Investigating or inspecting, officers show their papers unasked, or may be refused; the party answers truthfully and assists.',
    ),
    who: ['inspector', 'provider'],
    duty: 'obligation',
    answers: [matters.inspection, matters.violationCase],
  },
  {
    number: '56',
    heading: text('先行登记保存', 'Securing evidence'),
    text: text(
      '证据可能灭失或以后难以取得的，经机关负责人批准可先登记保存，七个工作日内作出处理。',
      'Evidence that may be lost may be registered and secured with the approval of the authority’s head; what becomes of it is decided within seven working days.',
    ),
    who: ['office', 'inspector'],
    duty: 'power',
    deadlines: [
      {
        name: 'toDisposeOfEvidence',
        length: 7,
        unit: 'working-day',
        direction: 'after',
        event: text('证据被登记保存', 'evidence is secured'),
        bearer: 'office',
      },
    ],
    answers: [matters.violationCase],
  },
];
