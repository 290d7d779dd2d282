import { checks, clocks, guards, matters, pages, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 6 to 13 of the consultation draft: what may be recommended and how the service is run. */
export const content: readonly ClauseSource[] = [
  {
    number: '6.1',
    heading: text('主流价值导向', 'Mainstream values'),
    text: text(
      '推荐机制以主流价值为导向，多传播积极内容，让算法向善。',
      'Recommendation follows mainstream values, spreads positive content and turns algorithms to good uses.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [checks.qualityShare, guards.curatedSlots],
  },
  {
    number: '6.2',
    heading: text('不得用于违法活动、传播违法信息', 'No unlawful use, no unlawful information'),
    text: text(
      '不得借算法推荐损害国家安全、扰乱经济社会秩序、侵害他人权益或者从事其他违法活动，也不得传播违法信息。',
      'Recommendation must not serve activities that law forbids, such as endangering national security, disturbing economic or social order or infringing the rights of others, and must not spread unlawful information.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    sanctionedBy: '28',
    answers: [guards.contentMatching, matters.contentDisposal, checks.exposureAfterDisposal],
  },
  {
    number: '7',
    heading: text('主体责任和七项制度', 'Responsibility and seven management systems'),
    text: text(
      '提供者对算法安全负责，建立七项管理制度：用户注册、发布审核、机制机理审核、评估监测、事件应急、数据安全、个人信息保护；订立并公开服务规则；人员和技术力量与规模相称。',
      'The provider answers for the safety of its algorithms. It keeps seven management systems: user registration, review before publication, review of mechanisms, assessment and monitoring, incident response, data security, and personal information. It writes and publishes its service rules, and has staff and technical means in proportion to its size.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [
      matters.providerRegistration,
      matters.responsibility,
      registers.managementSystems,
      registers.staff,
      matters.incident,
      pages.serviceRules,
    ],
  },
  {
    number: '8',
    heading: text('定期审核，不得诱导沉迷和高额消费', 'Regular review; no luring into addiction or high spending'),
    text: text(
      '定期检查和验证算法的机理、模型、数据和结果；模型不得引人沉迷、引人大笔花钱，或者有其他违背公序良俗的设计。',
      'Mechanisms, models, data and results are reviewed and verified at regular intervals. No model may lure users into addiction or high spending, or otherwise offend public order and good morals.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [matters.assessment, clocks.periodicReview, checks.sessionTails, checks.spendingTails],
  },
  {
    number: '9.1',
    heading: text('特征库和生成合成标识', 'Feature library and synthetic labels'),
    text: text(
      '加强信息内容管理，建立识别违法和不良信息的特征库，明确入库的标准、规则和程序；没有醒目标识的生成合成信息，标识之后才能继续传输。',
      'Content is managed: a feature library recognises illegal and undesirable information, with standards, rules and a procedure for entry. Synthetic information without a clear label may go on only after it has been labelled.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [
      matters.featureEntry,
      registers.featureLibrary,
      guards.contentMatching,
      guards.labelling,
      checks.unlabelledSynthetic,
    ],
  },
  {
    number: '9.2',
    heading: text('违法和不良信息的处置', 'Disposal of illegal and undesirable information'),
    text: text(
      '一旦发现违法信息，马上停止传输并消除，防止扩散，保留记录，向网信部门报告；不良信息按网络信息内容生态治理的规则处理。',
      'Illegal information, once found, is stopped at once and removed so that it spreads no further; records are kept and the network office is told. Undesirable information is handled by the rules on online content.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [matters.contentDisposal, guards.disposals, checks.exposureAfterDisposal],
  },
  {
    number: '10',
    heading: text('用户模型和标签管理', 'User models and tags'),
    text: text(
      '管好用户模型和标签，订立兴趣点规则；违法和不良信息的词语不得成为兴趣点或者标签，更不得据此推送；不得设立带歧视或者偏见的标签。',
      'User models and tags are governed, with rules for interests. Words that stand for illegal or undesirable information must not become interests or tags, nor be used to push content. Discriminatory or biased tags are not allowed.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [registers.tagDictionary, guards.barredTags, checks.barredTags, checks.proxyTags],
  },
  {
    number: '11',
    heading: text('重点版面管理', 'Positions that matter'),
    text: text(
      '管理好首屏、热搜、精选、榜单、弹窗等重点位置，多呈现符合主流价值的内容，并建立人工干预机制和由用户自己选择的机制。',
      'First screens, hot lists, selections, charts and pop-ups are managed so that content in line with mainstream values is shown there, with mechanisms for human intervention and for the users’ own choice.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [guards.curatedSlots, checks.qualityShare, checks.interventionOwned, checks.interventionTerm],
  },
  {
    number: '12',
    heading: text('去重打散与透明可解释', 'Dispersal, transparency, explainability'),
    text: text(
      '必须采用去重、打散等办法，提高检索、排序、推送、展示等规则的透明和可解释程度，避免不利影响和纠纷。',
      'De-duplication and dispersal must be used, and the rules for search, ranking, push and display made transparent and explainable, so that users are not harmed and disputes do not arise.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [
      guards.dispersal,
      checks.slateDuplicates,
      checks.repetition,
      checks.topicNarrowing,
      checks.rankingReasons,
    ],
  },
  {
    number: '13',
    heading: text('不得造假、操纵和自我优待', 'No faking, manipulation or self-preference'),
    text: text(
      '不得用算法虚假注册、买卖或操控账号，不得伪造点赞、评论、转发和网页导航，借此造假或者劫持流量；不得以屏蔽、过度推荐、操纵榜单和搜索排序、控制热搜等手法左右信息呈现，借此优待自己、不正当竞争、影响舆论或者逃避监管。',
      'Algorithms must not be used to register fake accounts, trade or control accounts, or fake likes, comments, reposts and navigation so as to inflate or hijack traffic; nor to hide information, over-recommend, or rig charts, search results and hot lists so as to favour oneself, compete unfairly, sway public opinion or evade supervision.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    sanctionedBy: '27',
    answers: [
      checks.lockstepEngagement,
      checks.engagementBursts,
      checks.registrationBursts,
      checks.deviceReuse,
      checks.accountHandover,
      checks.rankInversions,
      checks.selfPreference,
      checks.suppressedItems,
      checks.chartRecompute,
      checks.chartChurn,
      checks.chartGaps,
      checks.destinationObstruction,
    ],
  },
];
