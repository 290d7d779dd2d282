import { text } from '../text.ts';
import type { Basis, GradingFactor } from './scheme.ts';

const policyDefault: Basis = { kind: 'policy-default' };
const published = (zh: string, en: string): Basis => ({ kind: 'published', source: text(zh, en) });

const opinionServices = published(
  '《具有舆论属性或社会动员能力的互联网信息服务安全评估规定》（2018年）第二条',
  'Safety assessment rules for services with public-opinion attributes or the ability to mobilise (2018), article 2',
);
const largePlatform = published(
  '《网络数据安全管理条例》（2025年1月1日起施行）对大型网络平台的界定',
  'Regulation on network data security (in force 2025-01-01), its definition of a large network platform',
);
const manyMinors = published(
  '《未成年人用户数量巨大和对未成年人群体具有显著影响的网络平台服务提供者认定办法》（2026年4月1日起施行）',
  'Measures for recognising platforms with very many minors or a marked influence on them (in force 2026-04-01)',
);
const personalInformationLaw = published(
  '《个人信息保护法》第四条、第二十八条',
  'Personal information law, articles 4 and 28',
);
const importantData = published(
  '《网络数据安全管理条例》对重要数据的界定',
  'Regulation on network data security, its definition of important data',
);

const mobilisation: GradingFactor = {
  id: 'mobilisation',
  title: text('舆论属性或者社会动员能力', 'Public-opinion attributes or ability to mobilise'),
  question: text(
    '用户能否在该服务中公开发表意见，或被组织起来采取行动？',
    'Can people speak in public through the service, or be brought to act together?',
  ),
  levels: [
    {
      id: 'none',
      title: text('没有公开表达或动员功能', 'No function for public speech or mobilisation'),
      points: 0,
      explanation: text('用户之间没有公开交流的渠道。', 'Users have no public channel among themselves.'),
      basis: opinionServices,
    },
    {
      id: 'attached',
      title: text('附设评论、群组、分享等功能', 'Comments, groups or sharing as an added function'),
      points: 2,
      explanation: text(
        '主业是其他服务，但附设的功能可以传播意见。',
        'The service is mainly for something else, yet its added functions can spread opinion.',
      ),
      basis: opinionServices,
    },
    {
      id: 'main',
      title: text('以公开表达、社交或传播为主', 'Public speech, social contact or publishing is the service'),
      points: 3,
      explanation: text(
        '论坛、公众账号、短视频、直播等就是服务本身，意见传播快、范围广。',
        'Forums, public accounts, short video or live streams are the service itself; opinion spreads fast and far.',
      ),
      basis: opinionServices,
    },
  ],
};

const content: GradingFactor = {
  id: 'content',
  title: text('内容类别', 'Category of content'),
  question: text(
    '算法主要处理和展示哪一类内容？有多类时选择分值最高的一类。',
    'Which category of content does the algorithm mainly handle and show? Of several, choose the one with most points.',
  ),
  mayNotApply: text(
    '算法不向用户展示内容，例如只分配订单',
    'the algorithm shows no content to people, for example it only allocates orders',
  ),
  levels: [
    {
      id: 'tools',
      title: text('工具和办公信息', 'Tools and office information'),
      points: 0,
      explanation: text('内容由用户自己提供、供自己使用。', "The content is the user's own, for the user's own use."),
      basis: policyDefault,
    },
    {
      id: 'goods-and-services',
      title: text('商品、出行、本地生活服务', 'Goods, travel and local services'),
      points: 1,
      explanation: text('影响消费选择，较少涉及公共议题。', 'Sways what people buy; seldom touches public matters.'),
      basis: policyDefault,
    },
    {
      id: 'entertainment-and-users',
      title: text('文娱内容和用户发布的内容', 'Entertainment and what users publish'),
      points: 2,
      explanation: text('内容来源分散，影响注意力和社会风气。', 'Many sources; shapes attention and manners.'),
      basis: policyDefault,
    },
    {
      id: 'public-affairs',
      title: text(
        '新闻时事，或者金融、医疗等关系重大利益的信息',
        'News and public affairs, or information on which much depends, such as finance and health',
      ),
      points: 3,
      explanation: text(
        '内容失实或者偏颇会直接损害公共利益或者个人重大利益。',
        'False or slanted content does direct harm to the public or to what matters most to a person.',
      ),
      basis: policyDefault,
    },
  ],
};

const scale: GradingFactor = {
  id: 'scale',
  title: text('用户规模', 'Scale of users'),
  question: text('有多少人使用该服务？', 'How many people use the service?'),
  mayNotApply: text(
    '仅为其他服务提供技术支持，自己没有用户',
    'it only supplies technique to other services and has no users of its own',
  ),
  levels: [
    {
      id: 'small',
      title: text('月活跃用户不足100万', 'Fewer than 1 million monthly users'),
      points: 0,
      explanation: text('影响范围有限。', 'The reach is limited.'),
      basis: policyDefault,
    },
    {
      id: 'medium',
      title: text('月活跃用户100万以上、未达到大型平台', 'From 1 million monthly users, below a large platform'),
      points: 1,
      explanation: text(
        '影响范围可观，尚未达到大型网络平台的数量。',
        'The reach is considerable, below the numbers of a large network platform.',
      ),
      basis: policyDefault,
    },
    {
      id: 'many-minors',
      title: text(
        '未成年注册用户1000万以上，或者未成年月活跃用户100万以上',
        'From 10 million registered minors or 1 million monthly minors',
      ),
      points: 3,
      explanation: text(
        '未成年用户数量巨大，需要与大型平台同样重视。',
        'Very many minors use it; it deserves the attention a large platform gets.',
      ),
      basis: manyMinors,
    },
    {
      id: 'large',
      title: text(
        '注册用户5000万以上，或者月活跃用户1000万以上',
        'From 50 million registered or 10 million monthly users',
      ),
      points: 3,
      explanation: text('达到大型网络平台的用户数量。', 'It has the number of users of a large network platform.'),
      basis: largePlatform,
    },
  ],
};

const data: GradingFactor = {
  id: 'data',
  title: text(
    '数据重要程度（征求意见稿称敏感程度）',
    'Importance of the data (the consultation draft says sensitivity)',
  ),
  question: text('算法处理的数据中，最重要的是哪一类？', 'Of the data the algorithm handles, which kind weighs most?'),
  levels: [
    {
      id: 'no-personal',
      title: text('不含个人信息', 'No personal information'),
      points: 0,
      explanation: text('只用公开或者匿名的数据。', 'Only public or anonymous data.'),
      basis: personalInformationLaw,
    },
    {
      id: 'personal',
      title: text('一般个人信息', 'Ordinary personal information'),
      points: 1,
      explanation: text(
        '使用行为、偏好等可以识别个人的数据。',
        'Behaviour, preferences and the like that lead to a person.',
      ),
      basis: personalInformationLaw,
    },
    {
      id: 'sensitive',
      title: text('敏感个人信息', 'Sensitive personal information'),
      points: 2,
      explanation: text(
        '行踪、健康、金融账户、不满十四周岁未成年人等信息，泄露容易造成伤害。',
        'Whereabouts, health, accounts, children under fourteen: what does harm when it leaks.',
      ),
      basis: personalInformationLaw,
    },
    {
      id: 'important',
      title: text('重要数据', 'Important data'),
      points: 3,
      explanation: text(
        '泄露或者被篡改可能危害国家安全和公共利益。',
        'Its leak or alteration may endanger national security or the public interest.',
      ),
      basis: importantData,
    },
  ],
};

const intervention: GradingFactor = {
  id: 'intervention',
  title: text('对用户行为的干预程度', 'Degree of intervention in behaviour'),
  question: text(
    '算法在多大程度上左右人们看到什么、得到什么？',
    'How far does the algorithm decide what people see and get?',
  ),
  levels: [
    {
      id: 'answers',
      title: text('按用户的明确要求给出结果', "Answers the user's explicit request"),
      points: 1,
      explanation: text('用户主动提出要求，例如检索或者生成。', 'The user asks first, as in search or generation.'),
      basis: policyDefault,
    },
    {
      id: 'arranges',
      title: text('为所有人安排顺序和位置', 'Arranges order and place for everybody'),
      points: 2,
      explanation: text('榜单、精选等决定大家先看到什么。', 'Charts and selections decide what all see first.'),
      basis: policyDefault,
    },
    {
      id: 'personalises',
      title: text('按个人特征推送', 'Pushes by personal traits'),
      points: 2,
      explanation: text(
        '持续为每个人选择不同的内容，影响其视野和习惯。',
        'Keeps choosing for each person, which shapes horizon and habits.',
      ),
      basis: policyDefault,
    },
    {
      id: 'decides',
      title: text('直接决定价格、报酬、订单或者资格', 'Decides price, pay, orders or access'),
      points: 3,
      explanation: text(
        '结果直接作用于个人权益，个人难以避开。',
        'The result bears on rights directly and can hardly be avoided.',
      ),
      basis: policyDefault,
    },
  ],
};

export const gradingFactors: readonly GradingFactor[] = [mobilisation, content, scale, data, intervention];
