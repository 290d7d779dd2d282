import { clocks, matters } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 66 to 85: paying, late payment, review meanwhile, and which days are working days. */
export const execution: readonly ClauseSource[] = [
  {
    number: '66',
    heading: text('履行与缓缴', 'Compliance, deferral'),
    text: text(
      '在决定写明的期限内履行；确有经济困难的，可以申请并经批准后暂缓或分期缴款。',
      'The decision is complied with in the time it sets; in real hardship the party may ask to pay later or in parts.',
    ),
    who: ['provider', 'office'],
    duty: 'obligation',
    answers: [matters.violationCase],
  },
  {
    number: '67',
    heading: text('十五日内到银行缴款', 'Paid to a bank within 15 days'),
    text: text(
      '决定罚款的机关不自己收钱；当事人收到决定书之日起十五日内到指定银行或通过电子支付缴纳。',
      'The authority that fines does not take the money; the party pays at the named bank or electronically within 15 days of receiving the decision.',
    ),
    who: ['provider', 'office'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toPay',
        length: 15,
        unit: 'calendar-day',
        direction: 'after',
        event: text('收到处罚决定书', 'the decision is received'),
        bearer: 'provider',
      },
    ],
    answers: [matters.violationCase, clocks.caseToPay],
  },
  {
    number: '72',
    heading: text('逾期加处罚款', 'Late payment'),
    text: text(
      '到期不缴的，每天按罚款的百分之三加处，加处的总数不超过罚款本身；也可依法拍卖、划拨或申请法院执行。',
      'Late payment adds three per cent of the fine a day, but in all no more than the fine itself; assets may also be sold or transferred by law, or a court asked to enforce.',
    ),
    who: ['office', 'provider'],
    duty: 'power',
    answers: [matters.violationCase],
  },
  {
    number: '73',
    heading: text('复议诉讼不停止执行', 'Review does not stop execution'),
    text: text(
      '申请复议或起诉期间处罚照常执行，法律另有规定的除外；加处的罚款在此期间不计算。',
      'While review or litigation is pending the penalty is executed all the same unless a law says otherwise; the addition for lateness is not counted meanwhile.',
    ),
    who: ['provider', 'office'],
    duty: 'procedure',
    answers: [matters.violationCase],
  },
  {
    number: '85',
    heading: text('哪些是工作日', 'Which days are working days'),
    text: text(
      '本法中的二日、三日、五日、七日都指工作日，不含法定节假日；其余按自然日计。',
      'Where this law says two, three, five or seven days it means working days without statutory holidays; all its other periods run by the calendar.',
    ),
    who: ['everyone'],
    duty: 'definition',
    answers: [clocks.caseToServe, clocks.caseToRequestHearing, clocks.caseToAnnounceHearing, clocks.caseToWithdraw],
  },
];
