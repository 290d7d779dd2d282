import { clocks, matters } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 57 to 65: outcomes, legal review, the decision, its time, service, hearing. */
export const decision: readonly ClauseSource[] = [
  {
    number: '57',
    heading: text('四种结果', 'Four outcomes'),
    text: text(
      '调查结束后由负责人审查：该罚的罚；轻微可免的不罚；事实不成立的不得罚；涉嫌犯罪的移送。情节复杂或重大违法的，由领导集体讨论决定。',
      'After the investigation the head decides: to punish; to let a slight act go; not to punish what could not be proved; or to hand the case to justice. Complex or grave cases are decided by the heads together.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [matters.violationCase],
  },
  {
    number: '58',
    heading: text('法制审核', 'Legal review'),
    text: text(
      '涉及重大公共利益、关系当事人或第三人重大权益并经过听证、案情疑难且牵涉多个法律关系，或者法规规定的其他情形，决定前要经法制审核，未审核或未通过的不得决定。',
      'Where great public interest is touched, where weighty rights are concerned and there was a hearing, where the case is hard and several legal relations meet, or where a rule says so, a legal review comes before the decision; without passing it there is none.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
  },
  {
    number: '59',
    heading: text('决定书写什么', 'What the decision states'),
    text: text(
      '当事人是谁、什么事实和证据、罚什么依据什么、怎样履行到何时、怎样复议或诉讼及期限、机关名称和日期，并加盖印章。',
      'Who the party is, what facts and evidence, which penalty and under what rule, what has to be done until when, how and until when to seek review or go to court, the authority and the date, under its seal.',
    ),
    who: ['office'],
    duty: 'formality',
    answers: [matters.violationCase],
  },
  {
    number: '60',
    heading: text('九十日内决定', 'Decision within 90 days'),
    text: text(
      '立案之日起九十日内作出决定；法律、法规、规章另有规定的从其规定。',
      'A case is decided within 90 days of its opening, unless a law, regulation or rule says otherwise.',
    ),
    who: ['office'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toDecide',
        length: 90,
        unit: 'calendar-day',
        direction: 'after',
        event: text('立案', 'the case is opened'),
        bearer: 'office',
      },
    ],
    answers: [matters.violationCase, clocks.caseToDecide],
  },
  {
    number: '61',
    heading: text('送达', 'Service'),
    text: text(
      '宣告后当场交给当事人；当事人不在场的，七个工作日内送达。当事人签字同意的，可以电子送达。',
      'The decision is read out and handed over; if the party is absent, it is served within seven working days. By electronic means only if the party has agreed in writing.',
    ),
    who: ['office'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toServe',
        length: 7,
        unit: 'working-day',
        direction: 'after',
        event: text('作出决定而当事人不在场', 'the decision is made while the party is absent'),
        bearer: 'office',
      },
    ],
    answers: [matters.violationCase, clocks.caseToServe],
  },
  {
    number: '62',
    heading: text('未告知不得处罚', 'No penalty without notice'),
    text: text(
      '没有告知或拒绝听取陈述申辩的，不得作出处罚决定；当事人明确放弃权利的除外。',
      'Where the notice was not given or the defence not heard there may be no decision, unless the party clearly waived the right.',
    ),
    who: ['office'],
    duty: 'prohibition',
    answers: [matters.violationCase],
  },
  {
    number: '63',
    heading: text('哪些可以听证', 'When there may be a hearing'),
    text: text(
      '较大数额罚款或没收、降低资质、吊销证件、责令停产停业或关闭、限制从业，以及其他较重的处罚，当事人要求听证的应当举行，费用由机关承担。',
      'For larger fines or confiscations, lowered qualifications, loss of a licence, being suspended or closed, bars from a trade and other heavy penalties, a hearing is held when the party asks, at no cost to it.',
    ),
    who: ['provider', 'office'],
    duty: 'right',
    answers: [matters.violationCase],
  },
  {
    number: '64',
    heading: text('听证怎样进行', 'How a hearing is held'),
    text: text(
      '当事人接到告知后五个工作日内提出；机关在听证七个工作日前通知时间地点；除涉秘密、隐私外公开；由没有参与调查的人主持；可委托代理人；双方质证申辩，笔录经核对后签字。',
      'The party has five working days from the notice to ask; it learns time and place seven working days ahead; doors are open save for secrets and privacy; somebody who did not investigate presides; agents may be named; both sides argue and the record is signed.',
    ),
    who: ['provider', 'office'],
    duty: 'procedure',
    deadlines: [
      {
        name: 'toRequestHearing',
        length: 5,
        unit: 'working-day',
        direction: 'after',
        event: text('收到处罚告知', 'the notice of the penalty is received'),
        bearer: 'provider',
      },
      {
        name: 'toAnnounceHearing',
        length: 7,
        unit: 'working-day',
        direction: 'before',
        event: text('举行听证', 'the hearing takes place'),
        bearer: 'office',
      },
    ],
    answers: [matters.violationCase, clocks.caseToRequestHearing, clocks.caseToAnnounceHearing],
  },
  {
    number: '65',
    heading: text('依笔录决定', 'Decision on the record'),
    text: text(
      '听证之后，根据听证笔录按第五十七条作出决定。',
      'After the hearing the decision under article 57 rests on its record.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.violationCase],
  },
];
