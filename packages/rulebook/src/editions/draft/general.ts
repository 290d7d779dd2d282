import { engine, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 1 to 5 of the consultation draft: purpose, scope, offices, principles, industry bodies. */
export const general: readonly ClauseSource[] = [
  {
    number: '1',
    heading: text('立法目的和依据', 'Purpose and basis'),
    text: text(
      '说明起草的理由：让算法推荐有章可循，兼顾国家安全、公共利益和各方权益，使行业健康发展；依据是三部网络与数据方面的法律和互联网信息服务的行政法规。',
      'Says why it was drafted: recommendation by algorithm should follow rules that serve national security, the public interest and everyone’s rights, and let the industry develop soundly. It rests on three laws about networks and data and on the administrative regulation on internet information services.',
    ),
    who: ['everyone'],
    duty: 'formality',
    answers: [pages.clauses],
  },
  {
    number: '2',
    heading: text('适用范围和五类算法技术', 'Scope and five kinds of technique'),
    text: text(
      '适用于在中国境内用算法推荐技术提供的互联网信息服务，法律和行政法规另有要求的除外。技术分五类：生成合成、个性化推送、排序精选、检索过滤、调度决策。',
      'Applies to internet information services in mainland China that use recommendation by algorithm, unless a law or administrative regulation says otherwise. The techniques are of five kinds: generation and synthesis, personalised push, ranking and selection, search and filtering, dispatch and decision.',
    ),
    who: ['everyone'],
    duty: 'definition',
    answers: [matters.filing, pages.guide, engine.technique],
  },
  {
    number: '3',
    heading: text('主管部门', 'Offices'),
    text: text(
      '国家网信部门管全国的监督执法，省级网信部门管本地区的监督执法。',
      'The national network office supervises and enforces for the whole country, the provincial network offices each in their own territory.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [engine.jurisdiction],
  },
  {
    number: '4',
    heading: text('基本原则', 'Principles'),
    text: text(
      '提供者守法，讲公德、伦理和职业操守，做到公正、公开、科学、诚信。',
      'Providers obey the law and social, commercial and professional ethics, and act fairly, openly, on sound grounds and honestly.',
    ),
    who: ['provider'],
    duty: 'principle',
    answers: [pages.clauses, matters.violationCase],
  },
  {
    number: '5',
    heading: text('行业自律', 'Self-discipline of the industry'),
    text: text(
      '鼓励行业组织建立自律制度、准则和标准，督促和指导提供者订好服务规范、依法经营、接受监督。',
      'Encourages industry bodies to set up self-discipline, codes and standards, and to press and guide providers to write service rules, keep to the law and accept public scrutiny.',
    ),
    who: ['industry-body'],
    duty: 'encouragement',
    advisory: true,
    answers: [matters.standard, matters.standardAdoption, engine.releases],
  },
];
