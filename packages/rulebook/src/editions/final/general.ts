import { engine, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Chapter 1, articles 1 to 5: purpose, scope, offices, principles, industry bodies. */
export const general: readonly ClauseSource[] = [
  {
    number: '1',
    heading: text('立法目的和依据', 'Purpose and basis'),
    text: text(
      '说明为什么要有这部规定：让算法推荐服务有章可循，兼顾国家安全、公共利益和各方权益，使行业有序发展。上位依据是网络安全、数据安全、个人信息保护三部法律和互联网信息服务的行政法规。',
      'Says why the regulation exists: recommendation by algorithm should follow rules that serve national security, the public interest and the rights of everyone concerned, and let the industry grow in good order. It rests on the laws on network security, data security and personal information and on the administrative regulation on internet information services.',
    ),
    who: ['everyone'],
    duty: 'formality',
    answers: [pages.clauses],
  },
  {
    number: '2.1',
    heading: text('适用范围', 'Scope'),
    text: text(
      '只要在中国境内用算法推荐技术提供互联网信息服务，就适用本规定；法律和行政法规有不同要求的，以其为准。',
      'Applies to every internet information service in mainland China that uses recommendation by algorithm. Where a law or administrative regulation says otherwise, that prevails.',
    ),
    who: ['everyone'],
    duty: 'definition',
    answers: [pages.guide, engine.technique],
  },
  {
    number: '2.2',
    heading: text('五类算法技术', 'Five kinds of technique'),
    text: text(
      '界定算法推荐技术，共五类：生成合成、个性化推送、排序精选、检索过滤、调度决策。属于哪一类，决定适用哪些条款、填写哪些内容。',
      'Defines the techniques covered, five in all: generation and synthesis, personalised push, ranking and selection, search and filtering, dispatch and decision. The kind decides which clauses apply and which form fields are asked.',
    ),
    who: ['everyone'],
    duty: 'definition',
    answers: [matters.filing, pages.guide, engine.technique],
  },
  {
    number: '3.1',
    heading: text('国家层面的主管部门', 'Offices at national level'),
    text: text(
      '全国的治理和监管由国家网信部门统筹；电信、公安、市场监管等国务院部门各管本领域。',
      'The national network office coordinates governance and supervision for the whole country; the telecom, police, market and other departments of the State Council each supervise their own field.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [engine.jurisdiction, engine.jointTeams],
  },
  {
    number: '3.2',
    heading: text('地方层面的主管部门', 'Offices at local level'),
    text: text(
      '地方网信部门统筹本地区的治理和监管，同级电信、公安、市场监管等部门分工负责。“地方”不限于省一级。',
      'Local network offices coordinate governance and supervision in their own territory, with the local telecom, police, market and other departments each in charge of their field. "Local" is not limited to provinces.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [engine.jurisdiction, engine.jointTeams],
  },
  {
    number: '4',
    heading: text('基本原则', 'Principles'),
    text: text(
      '提供者要守法、讲公德和伦理、守商业与职业道德，做到公正、透明、科学、诚信。',
      'Providers obey the law, respect social, commercial and professional ethics, and act fairly, openly, on sound grounds and in good faith.',
    ),
    who: ['provider'],
    duty: 'principle',
    answers: [pages.clauses, matters.violationCase],
  },
  {
    number: '5',
    heading: text('行业自律', 'Self-discipline of the industry'),
    text: text(
      '鼓励行业组织订立标准、准则和自律制度，督促和指导提供者完善服务规范、依法经营、接受社会监督。',
      'Encourages industry bodies to set standards, codes and rules of self-discipline, and to press and guide providers to improve their service rules, keep to the law and accept public scrutiny.',
    ),
    who: ['industry-body'],
    duty: 'encouragement',
    advisory: true,
    answers: [matters.standard, matters.standardAdoption, engine.releases],
  },
];
