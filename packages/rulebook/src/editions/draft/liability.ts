import { matters, pages } from '../../answers.ts';
import { clauseIdOf, type ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

const covering = (...numbers: readonly string[]) => numbers.map((number) => clauseIdOf('draft', number));

/** The Chinese text says 5,000 to 30,000 yuan throughout; a circulating English translation garbles the lower bound of article 29. */
const bounds = { atLeast: 5_000, atMost: 30_000 };

/** Articles 27 to 30 of the consultation draft: what would have followed from a breach, and entry into force. */
export const liability: readonly ClauseSource[] = [
  {
    number: '27',
    heading: text('警告、责令改正、停更和罚款', 'Warning, order to correct, suspension, fine'),
    text: text(
      '违反所列条款的，由国家或省级网信部门警告并通报批评，要求在期限内改正；不肯改或者情节严重的，暂停信息更新，同时罚款五千至三万元。涉及治安违法或者犯罪的，另行追究。',
      'For a breach of the clauses listed, the national or provincial network office warns, criticises publicly and orders correction within a set time; on refusal to correct, or where the breach is grave, it suspends information updates together with a fine of 5,000 to 30,000 yuan. Offences against public order and crimes are pursued separately.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('7', '8', '9.1', '10', '11', '12', '13', '14', '15.2', '22', '26.1', '26.2'),
      steps: [
        { measure: 'warning', trigger: 'violation' },
        { measure: 'public-criticism', trigger: 'violation' },
        { measure: 'order-to-correct', trigger: 'violation' },
        { measure: 'suspend-updates', trigger: 'refusal-or-gravity' },
        { measure: 'fine', trigger: 'refusal-or-gravity', bounds, with: ['suspend-updates'] },
      ],
    },
    answers: [matters.violationCase, matters.rectification, pages.decisions],
  },
  {
    number: '28',
    heading: text('依照其他法律处理', 'Handled under other laws'),
    text: text(
      '违反所列条款的，草案不设金额，由网信等主管部门按其他法律、行政法规和规章处理；案件必须写明所依据的另一部法规及其幅度。',
      'For a breach of the clauses listed the draft sets no amount: the competent departments act under other laws, administrative regulations and departmental rules, so a case must cite that other basis and its bounds.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('6.1', '6.2', '9.2', '15.1', '15.3', '16', '17', '18', '23.1', '23.2', '24.2'),
      steps: [{ measure: 'other-law', trigger: 'violation' }],
    },
    answers: [matters.violationCase],
  },
  {
    number: '29.1',
    heading: text('不备案和骗取备案', 'Not filed, or filed by falsehood'),
    text: text(
      '不按要求备案，或者靠隐瞒、假材料、欺骗、贿赂等手段取得备案的，由国家或省级网信部门撤销备案，警告并通报批评，要求在期限内改正；不肯改或者情节严重的，暂停信息更新，同时罚款五千至三万元。',
      'Where a provider does not file as required, or obtains a filing by concealment, false papers, fraud or bribery, the national or provincial network office revokes the filing, warns, criticises publicly and orders correction within a set time; on refusal to correct, or where grave, it suspends information updates together with a fine of 5,000 to 30,000 yuan.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('20.1', '20.2', '20.3'),
      steps: [
        { measure: 'revoke-filing', trigger: 'violation' },
        { measure: 'warning', trigger: 'violation' },
        { measure: 'public-criticism', trigger: 'violation' },
        { measure: 'order-to-correct', trigger: 'violation' },
        { measure: 'suspend-updates', trigger: 'refusal-or-gravity' },
        { measure: 'fine', trigger: 'refusal-or-gravity', bounds, with: ['suspend-updates'] },
      ],
    },
    answers: [matters.revocation, matters.violationCase],
  },
  {
    number: '29.2',
    heading: text('由主管部门注销备案', 'Cancellation by the office'),
    text: text(
      '停止服务却未及时注销，或者因严重违法被吊销许可、关停网站、终止服务的，由国家或省级网信部门注销其备案。',
      'Where a provider ended its service without cancelling in time, or for grave breaches lost its licence, had its site closed or its service ended, the national or provincial network office cancels the filing.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: { covers: covering('20.3'), steps: [{ measure: 'cancel-filing', trigger: 'violation' }] },
    answers: [matters.cancellation],
  },
  {
    number: '30',
    heading: text('施行日期', 'Entry into force'),
    text: text(
      '只写了二〇二一年，月日留空；草案从未生效。',
      'Names only the year 2021 and leaves month and day blank; the draft never came into force.',
    ),
    who: ['everyone'],
    duty: 'formality',
    answers: [pages.clauses],
  },
];
