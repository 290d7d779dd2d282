import { matters, pages } from '../../answers.ts';
import { clauseIdOf, type ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

const covering = (...numbers: readonly string[]) => numbers.map((number) => clauseIdOf('final', number));

const bounds = { atLeast: 10_000, atMost: 100_000 };

/** Chapter 5, articles 31 to 33: what follows from a breach. */
export const liability: readonly ClauseSource[] = [
  {
    number: '31',
    heading: text('警告、责令改正、停更和罚款', 'Warning, order to correct, suspension, fine'),
    text: text(
      '违反所列条款的，先看法律、行政法规有无规定，有的从其规定；没有的，由网信等部门警告并通报批评，要求在期限内改正；不肯改或者情节严重的，暂停信息更新，同时罚款一万至十万元。涉及治安违法或者犯罪的，另行追究。',
      'For a breach of the clauses listed, a law or administrative regulation that has a rule of its own goes first. Otherwise the offices warn, criticise publicly and order correction within a set time; on refusal to correct, or where the breach is grave, they suspend information updates together with a fine of 10,000 to 100,000 yuan. Offences against public order and crimes are pursued separately.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('7', '8', '9.1', '10', '14', '16', '17.1', '17.2', '17.3', '22', '24.1', '24.2', '24.3', '26'),
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
    number: '32',
    heading: text('依照其他法律处理', 'Handled under other laws'),
    text: text(
      '违反所列条款的，本规定不设金额，由网信等部门按其他法律、行政法规和规章处理；案件必须写明所依据的另一部法规及其幅度。',
      'For a breach of the clauses listed this regulation sets no amount: the offices act under other laws, administrative regulations and departmental rules, so a case must cite that other basis and its bounds.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('6.1', '6.2', '9.2', '11', '13', '15', '18.1', '18.2', '19', '20', '21', '27', '28.2'),
      steps: [{ measure: 'other-law', trigger: 'violation' }],
    },
    answers: [matters.violationCase],
  },
  {
    number: '33.1',
    heading: text('骗取备案', 'Filing obtained by falsehood'),
    text: text(
      '靠隐瞒、假材料等不正当手段取得备案的，由国家或省级网信部门撤销备案，并警告、通报批评；情节严重的，暂停信息更新，同时罚款一万至十万元。',
      'A filing obtained by concealment, false papers or other improper means is revoked by the national or provincial network office, with a warning and public criticism; where grave, information updates are suspended together with a fine of 10,000 to 100,000 yuan.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: covering('24.1'),
      steps: [
        { measure: 'revoke-filing', trigger: 'violation' },
        { measure: 'warning', trigger: 'violation' },
        { measure: 'public-criticism', trigger: 'violation' },
        { measure: 'suspend-updates', trigger: 'gravity' },
        { measure: 'fine', trigger: 'gravity', bounds, with: ['suspend-updates'] },
      ],
    },
    answers: [matters.revocation, matters.violationCase],
  },
  {
    number: '33.2',
    heading: text('由主管部门注销备案', 'Cancellation by the office'),
    text: text(
      '停止服务却未按要求注销，或者因严重违法被关停网站、吊销业务许可或营业执照的，由国家或省级网信部门注销其备案。',
      'Where a provider ended its service without cancelling as required, or for grave breaches had its site closed or its business permit or licence withdrawn, the national or provincial network office cancels the filing.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: { covers: covering('24.3'), steps: [{ measure: 'cancel-filing', trigger: 'violation' }] },
    answers: [matters.cancellation],
  },
];
