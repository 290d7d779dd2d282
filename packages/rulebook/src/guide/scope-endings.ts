import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import type { GuideConclusionId, GuideEnding, GuideStep } from './guide.ts';
import { final, step, whoMustFile } from './wording.ts';

const askTheOffice = step(
  '把服务的功能写成一页说明，询问所在地网信部门，并保存答复。',
  'Describe on one page what the service does, ask the network office of your place, and keep its answer.',
);

const otherDuties: GuideStep = final(
  '16',
  '不需要备案，也仍要遵守其他要求，例如告知用户正在使用算法并公示其原理。',
  'Without a filing the other duties remain, such as telling people that an algorithm is at work and publishing how it works.',
);

/** Where nothing need be filed, or where that must be found out first. */
export const scopeEndings = {
  outsideMainland: {
    answer: 'need-not',
    title: text('不需要备案', 'You need not file'),
    reasons: [
      final(
        '2.1',
        '该规定只适用于在中国大陆提供的互联网信息服务。',
        'The regulation covers only internet information services in mainland China.',
      ),
    ],
    nextSteps: [
      step(
        '开始面向大陆用户提供服务之前，请重新回答。',
        'Answer again before you begin to serve people in mainland China.',
      ),
    ],
  },
  noTechnique: {
    answer: 'need-not',
    title: text('不需要备案', 'You need not file'),
    reasons: [
      final(
        '2.2',
        '该服务没有使用规定所列的五类算法技术。',
        'The service uses none of the five kinds of technique the regulation names.',
      ),
    ],
    nextSteps: [
      step(
        '以后加入推荐、排序、检索、调度或者生成功能时，请重新回答。',
        'Answer again when you add recommendation, ranking, search, dispatch or generation.',
      ),
    ],
  },
  noAttributes: {
    answer: 'need-not',
    title: text('目前不需要备案', 'You need not file at present'),
    reasons: [
      final(
        '24.1',
        '备案义务只及于具有舆论属性或者社会动员能力的服务，该服务没有。',
        'The duty to file falls on services with public-opinion attributes or the ability to mobilise; this one has neither.',
      ),
    ],
    nextSteps: [
      otherDuties,
      step(
        '增设评论、群组、分享、直播等功能之前，请重新回答。',
        'Answer again before you add comments, groups, sharing, live streams or the like.',
      ),
    ],
  },
  mainlandUnclear: {
    answer: 'should-check',
    title: text('请先核实服务对象', 'Find out first whom the service is for'),
    reasons: [
      final(
        '2.1',
        '是否适用该规定，取决于服务是否在中国大陆提供。',
        'Whether the regulation applies depends on whether the service is offered in mainland China.',
      ),
    ],
    nextSteps: [
      step(
        '查看有没有大陆用户、大陆的应用商店上架信息和推广活动。',
        'See whether there are users, app-store listings or advertising in mainland China.',
      ),
      askTheOffice,
    ],
  },
  techniqueUnclear: {
    answer: 'should-check',
    title: text('请先核实算法类型', 'Find out first what kind of algorithm it is'),
    reasons: [
      final('2.2', '只有五类算法技术属于规定的范围。', 'Only five kinds of technique fall under the regulation.'),
    ],
    nextSteps: [
      step(
        '请研发人员说明：结果由谁排序、按什么选择、是否因人而异、是否由模型生成。',
        'Ask the developers who orders the results, by what they are chosen, whether they differ from person to person, and whether a model makes them.',
      ),
      step('弄清以后再回到这里。', 'Come back here when you know.'),
    ],
  },
  attributesUnclear: {
    answer: 'should-check',
    title: text('很可能需要备案，请核实', 'You may well have to file: find out'),
    reasons: [
      {
        clause: clauseIdOf('safety-2018', '2'),
        text: text(
          '附设的评论、群组、分享等功能也算，范围较宽。',
          'Added comments, groups or sharing count too; the scope is wide.',
        ),
      },
      whoMustFile,
    ],
    nextSteps: [
      step(
        '列出用户之间能看到彼此内容的全部功能。',
        'List every function in which people see what other people write or do.',
      ),
      askTheOffice,
    ],
  },
  supporterUnclear: {
    answer: 'should-check',
    title: text('请与所支持的企业和网信部门核实', 'Find out with those you support and with the office'),
    reasons: [
      final(
        '24.1',
        '备案义务取决于服务有无舆论属性或者社会动员能力；技术支持者参照办理。',
        'The duty depends on the attributes of the service; technical supporters file in the same way.',
      ),
    ],
    nextSteps: [
      step(
        '请客户书面说明其服务的功能和备案情况。',
        'Ask your customers to state in writing what their service does and whether it is filed.',
      ),
      askTheOffice,
    ],
  },
  endedUnfiled: {
    answer: 'should-check',
    title: text('服务已终止，但曾经应当备案', 'The service has ended, but it should have been filed'),
    reasons: [
      whoMustFile,
      final(
        '31',
        '应当备案而没有备案的，可能受到警告、责令改正等处理。',
        'Not having filed can lead to a warning or an order to correct.',
      ),
    ],
    nextSteps: [
      step('整理服务起止日期和留存的日志。', 'Gather the dates of the service and the logs that were kept.'),
      askTheOffice,
    ],
  },
} as const satisfies Partial<Record<GuideConclusionId, GuideEnding>>;
