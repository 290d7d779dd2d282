import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import type { GuideOption, GuideQuestion, GuideQuestionId } from './guide.ts';

const usesTechnique = {
  clause: clauseIdOf('final', '2.2'),
  text: text('该算法属于规定所列的五类技术之一。', 'The algorithm is of one of the five kinds the regulation names.'),
};

const technique = (value: string, zh: string, en: string): GuideOption => ({
  value,
  label: text(zh, en),
  reason: usesTechnique,
  next: { question: value === 'generative' ? 'role' : 'attributes' },
});

/** One question each; `attributes` and `supported` ask the same of one's own service and of the services one supports. */
export const guideQuestions: Readonly<Record<GuideQuestionId, GuideQuestion>> = {
  mainland: {
    id: 'mainland',
    kind: 'choice',
    title: text(
      '您是否通过网站、应用程序、小程序等，向中国大陆的用户提供信息服务？',
      'Do you offer an information service to people in mainland China, by website, application, mini program or otherwise?',
    ),
    help: text(
      '看服务提供给谁，不看公司设在哪里。仅供本单位内部使用的系统不算。',
      'What counts is whom the service is for, not where the company sits. A system used only inside your own organisation does not count.',
    ),
    options: [
      {
        value: 'yes',
        label: text('是', 'Yes'),
        reason: {
          clause: clauseIdOf('final', '2.1'),
          text: text(
            '服务面向中国大陆的用户，适用该规定。',
            'The service is offered in mainland China, so the regulation applies.',
          ),
        },
        next: { question: 'technique' },
      },
      { value: 'no', label: text('否', 'No'), next: { conclusion: 'outsideMainland' } },
      { value: 'unsure', label: text('不确定', 'Not sure'), next: { conclusion: 'mainlandUnclear' } },
    ],
  },
  technique: {
    id: 'technique',
    kind: 'choice',
    title: text('该服务用了哪一类算法？', 'Which kind of algorithm does the service use?'),
    help: text(
      '一次只看一个算法。用了几个算法的，请逐个回答，分别备案。',
      'Take one algorithm at a time. If you use several, answer for each; each is filed by itself.',
    ),
    options: [
      technique(
        'generative',
        '生成或者合成文字、图片、声音、视频等',
        'It generates or synthesises text, pictures, sound, video and the like',
      ),
      technique(
        'personalised-push',
        '按用户的特征和行为推送信息',
        "It pushes information by people's traits and behaviour",
      ),
      technique('ranking-selection', '排序、精选，例如榜单、热搜', 'It ranks or selects, as charts and hot lists do'),
      technique('search-filter', '检索或者过滤信息', 'It searches or filters information'),
      technique(
        'dispatch-decision',
        '调度或者决策，例如派单、定价',
        'It dispatches or decides, such as allocating orders or setting prices',
      ),
      { value: 'none', label: text('以上都没有', 'None of these'), next: { conclusion: 'noTechnique' } },
      { value: 'unsure', label: text('不确定', 'Not sure'), next: { conclusion: 'techniqueUnclear' } },
    ],
  },
  role: {
    id: 'role',
    kind: 'choice',
    title: text('在生成合成服务中，您是什么角色？', 'What is your part in the generative service?'),
    options: [
      {
        value: 'provider',
        label: text('自己向用户提供服务', 'I offer the service to people myself'),
        next: { question: 'attributes' },
      },
      {
        value: 'technical-supporter',
        label: text('向提供服务的企业供应技术', 'I supply the technique to those who offer the service'),
        next: { question: 'supported' },
      },
    ],
  },
  attributes: {
    id: 'attributes',
    kind: 'choice',
    title: text(
      '该服务能否让人公开发表意见，或者组织、发动公众？',
      'Can people speak in public through the service, or be brought together to act?',
    ),
    help: text(
      '附设的功能也算，例如商城里的评论区和分享。',
      'An added function counts too, such as comments or sharing inside a shop.',
    ),
    options: [
      {
        value: 'named',
        label: text(
          '有论坛、博客、聊天室、群组、公众账号、短视频、直播、信息分享或者小程序等功能',
          'It has a forum, blog, chat room, group, public account, short video, live stream, sharing of information or mini programs',
        ),
        reason: {
          clause: clauseIdOf('safety-2018', '2'),
          text: text(
            '该服务带有规则点名的功能，具有舆论属性或者社会动员能力。',
            'The service has a function the rules name, so it has public-opinion attributes or the ability to mobilise.',
          ),
        },
        next: { question: 'filed' },
      },
      {
        value: 'other',
        label: text(
          '有其他公开表达意见的渠道，或者能发动公众做某件事',
          'It has some other channel for public opinion, or can move the public to do something',
        ),
        reason: {
          clause: clauseIdOf('safety-2018', '2'),
          text: text(
            '该服务提供公众表达的渠道或者能够发动公众，同样具有舆论属性或者社会动员能力。',
            'The service gives the public a voice or can move it to act; that too is a public-opinion attribute or an ability to mobilise.',
          ),
        },
        next: { question: 'filed' },
      },
      { value: 'none', label: text('都没有', 'Neither'), next: { conclusion: 'noAttributes' } },
      { value: 'unsure', label: text('不确定', 'Not sure'), next: { conclusion: 'attributesUnclear' } },
    ],
  },
  supported: {
    id: 'supported',
    kind: 'choice',
    title: text(
      '您支持的服务中，有没有能让人公开发表意见或者发动公众的？',
      'Does any service you support let people speak in public, or bring the public together to act?',
    ),
    options: [
      {
        value: 'yes',
        label: text('有', 'Yes'),
        reason: {
          clause: clauseIdOf('safety-2018', '2'),
          text: text(
            '您支持的服务具有舆论属性或者社会动员能力；深度合成方面的规定要求技术支持者参照办理备案。',
            'A service you support has public-opinion attributes or the ability to mobilise; the rules on deep synthesis ask technical supporters to file in the same way.',
          ),
        },
        next: { question: 'filed' },
      },
      { value: 'no', label: text('没有', 'No'), next: { conclusion: 'supporterUnclear' } },
      { value: 'unsure', label: text('不确定', 'Not sure'), next: { conclusion: 'supporterUnclear' } },
    ],
  },
  filed: {
    id: 'filed',
    kind: 'choice',
    title: text('该算法的备案办到哪一步了？', 'How far has the filing of this algorithm come?'),
    options: [
      { value: 'no', label: text('还没有提交', 'Nothing has been submitted'), next: { question: 'service' } },
      {
        value: 'submitted',
        label: text('已提交，等待答复', 'Submitted, no answer yet'),
        next: { question: 'submittedOn' },
      },
      {
        value: 'returned',
        label: text('被退回或者不予备案', 'Returned, or not accepted'),
        next: { conclusion: 'fileAgain' },
      },
      { value: 'filed', label: text('已有备案编号', 'It has a filing number'), next: { question: 'since' } },
    ],
  },
  service: {
    id: 'service',
    kind: 'choice',
    title: text('该服务上线了吗？', 'Has the service started?'),
    options: [
      { value: 'planned', label: text('还没有', 'Not yet'), next: { conclusion: 'fileAtStart' } },
      { value: 'running', label: text('已上线', 'Yes'), next: { question: 'startedOn' } },
      {
        value: 'ended',
        label: text('曾经上线，现已终止', 'It ran and has ended'),
        next: { conclusion: 'endedUnfiled' },
      },
    ],
  },
  startedOn: {
    id: 'startedOn',
    kind: 'date',
    title: text('哪一天开始提供服务？', 'On which day did the service start?'),
    help: text('不清楚可以留空。', 'Leave it empty if you do not know.'),
    next: { conclusion: 'fileNow' },
  },
  submittedOn: {
    id: 'submittedOn',
    kind: 'date',
    title: text('网信部门哪一天收到材料？', 'On which day did the office receive the papers?'),
    help: text('不清楚可以留空。', 'Leave it empty if you do not know.'),
    next: { conclusion: 'awaitAnswer' },
  },
  since: {
    id: 'since',
    kind: 'choice',
    title: text('取得编号以后有什么变化？', 'What has happened since the number was issued?'),
    options: [
      { value: 'nothing', label: text('没有变化', 'Nothing'), next: { conclusion: 'filed' } },
      {
        value: 'changed',
        label: text(
          '备案的信息变了，例如名称、产品、模型、负责人',
          'Something filed has changed, such as a name, product, model or person responsible',
        ),
        next: { question: 'changedOn' },
      },
      {
        value: 'ended',
        label: text('服务已经终止或者将要终止', 'The service has ended or is about to'),
        next: { question: 'endedOn' },
      },
    ],
  },
  changedOn: {
    id: 'changedOn',
    kind: 'date',
    title: text('哪一天发生变更？', 'On which day did it change?'),
    help: text(
      '有几项变更的，填最早的一天。不清楚可以留空。',
      'Of several changes, the earliest. Leave it empty if you do not know.',
    ),
    next: { conclusion: 'fileChange' },
  },
  endedOn: {
    id: 'endedOn',
    kind: 'date',
    title: text('服务哪一天终止？', 'On which day does the service end?'),
    help: text('可以是将来的日期。不清楚可以留空。', 'It may lie in the future. Leave it empty if you do not know.'),
    next: { conclusion: 'fileCancellation' },
  },
};

export const firstGuideQuestion: GuideQuestionId = 'mainland';
