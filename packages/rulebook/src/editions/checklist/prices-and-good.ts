import { checks, clocks, guards, matters, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Family four, items 16 to 20: prices and coupons. */
export const prices: readonly ClauseSource[] = [
  {
    number: '16',
    heading: text('大数据杀熟：同物同价', 'Prices: one thing, one list price'),
    text: text(
      '同一商品的标价不因看的人是谁而不同。',
      'The list price of the same thing does not depend on who looks at it.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    answers: [checks.differentialPricing, checks.differentialTerms, checks.listPrice],
    crosswalk: [
      {
        clause: 'final/21',
        difference: text(
          '规定禁止不合理的差别待遇，清单只看原始定价是否一致。',
          'The regulation bars unreasonable differences; the checklist looks at the list price only.',
        ),
      },
      {
        clause: 'draft/18',
        difference: text('征求意见稿的对应条款。', 'The corresponding clause of the consultation draft.'),
      },
    ],
  },
  {
    number: '17',
    heading: text('大数据杀熟：优惠规则', 'Prices: rules of promotions'),
    text: text(
      '每项优惠说明用在哪里、谁能参加、有什么限制。',
      'Every promotion says where it applies, who may take part and what limits it has.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.promotionRules],
    crosswalk: [
      {
        clause: 'final/21',
        difference: text(
          '规定不写公示，清单把透明当作公平的保证。',
          'The regulation does not ask for publication; the checklist takes openness as a guard of fairness.',
        ),
      },
    ],
  },
  {
    number: '18',
    heading: text('大数据杀熟：优惠券', 'Prices: coupons'),
    text: text(
      '发券时说明发给谁、要什么身份、一共多少张、怎样才能用。',
      'A coupon says to whom it is given, what status it needs, how many there are and how it can be used.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.couponRules],
    crosswalk: [
      { clause: 'final/21', difference: text('规定没有写到优惠券。', 'The regulation does not mention coupons.') },
    ],
  },
  {
    number: '19',
    heading: text('大数据杀熟：结算明细', 'Prices: lines at checkout'),
    text: text(
      '付款前的页面把每一项减免列出来，加减后就是应付的数。',
      'The page before paying lists every reduction, and they add up to what is paid.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.discountLines],
    crosswalk: [
      {
        clause: 'final/21',
        difference: text('规定没有写到结算页面。', 'The regulation does not mention the checkout page.'),
      },
    ],
  },
  {
    number: '20',
    heading: text('大数据杀熟：领取失败', 'Prices: failed claims'),
    text: text(
      '券没领到，要告诉用户真正的原因，例如已截止或不符合条件，不能用含糊的话搪塞。',
      'Who fails to get a coupon is told the real reason, such as a past date or an unmet condition, and not put off with vague words.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.claimFailureReasons],
    crosswalk: [
      {
        clause: 'final/21',
        difference: text('规定没有写到领取失败。', 'The regulation does not mention failed claims.'),
      },
    ],
  },
];

/** Family five, items 21 to 24: algorithms for good. */
export const good: readonly ClauseSource[] = [
  {
    number: '21',
    heading: text('向上向善：未成年人', 'For good: minors'),
    text: text(
      '为防止未成年人沉迷网络、乱花钱而改进了哪些推荐做法、效果怎样，要及时总结并备查。',
      'What was changed in recommendation to keep minors from addiction and overspending, and with what effect, is summed up in time and ready for inspection.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.minorsExposure, checks.minorsTime, guards.minorsMode],
    crosswalk: [
      {
        clause: 'final/8',
        difference: text('规定禁止诱导过度消费的模型。', 'The regulation bars models that lure into overspending.'),
      },
      {
        clause: 'draft/16',
        difference: text('征求意见稿关于未成年人的条款。', 'The consultation draft’s article on minors.'),
      },
    ],
  },
  {
    number: '22',
    heading: text('向上向善：老年人', 'For good: older people'),
    text: text(
      '面向老年人的推荐要不断改进，让他们方便地得到对身心有益的内容。',
      'Recommendation for older people keeps getting better, so that they easily find what does them good.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.elderlyAvailability, checks.elderlyFraud],
    crosswalk: [
      {
        clause: 'final/19',
        difference: text(
          '规定还要求适老服务和涉诈信息监测。',
          'The regulation also asks for fitting services and a watch for fraud.',
        ),
      },
    ],
  },
  {
    number: '23',
    heading: text('向上向善：内容生态（鼓励）', 'For good: content (encouraged)'),
    text: text(
      '鼓励平台用算法多推好内容，并识别违法谣言。',
      'Platforms are encouraged to let algorithms push good content and recognise unlawful rumours.',
    ),
    who: ['provider'],
    duty: 'encouragement',
    advisory: true,
    answers: [checks.qualityShare, checks.rumourHandling],
    crosswalk: [
      {
        clause: 'final/6.1',
        difference: text('规定是义务，清单此项是鼓励。', 'A duty in the regulation, an encouragement here.'),
      },
    ],
  },
  {
    number: '24',
    heading: text('向上向善：生成合成标识', 'For good: synthetic content labelled'),
    text: text(
      '用自家算法生成的内容要醒目标出；怎样检测、识别和处置违法的生成内容，及时总结并备查。',
      'What one’s own algorithms generate is clearly labelled; how synthetic content is detected and unlawful pieces dealt with is summed up and ready for inspection.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.syntheticLabelCoverage, checks.implicitLabel, checks.unlabelledSynthetic, guards.labelling],
    crosswalk: [
      {
        clause: 'final/9.1',
        difference: text(
          '规定针对发现未标识内容后的处理。',
          'The regulation is about unlabelled content that is found.',
        ),
      },
      {
        clause: 'labels-2025/4',
        difference: text(
          '标识办法按内容种类规定了标识的位置。',
          'The labelling measures say where labels go, by kind of content.',
        ),
      },
    ],
  },
];

/** Family six, items 25 to 27: the company's own responsibility. */
export const responsibility: readonly ClauseSource[] = [
  {
    number: '25',
    heading: text('主体责任：机制机理审核', 'Responsibility: review of the mechanism'),
    text: text(
      '审核算法机制的制度和技术手段要建立起来，及时总结成效并备查。',
      'Rules and technical means for reviewing how an algorithm works exist; their effect is summed up in time and ready for inspection.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.releaseApproved, registers.managementSystems, clocks.periodicReview],
    crosswalk: [
      { clause: 'final/7', difference: text('规定八类制度之一。', 'One of the regulation’s eight systems.') },
      { clause: 'final/8', difference: text('规定要求定期审核。', 'The regulation asks for regular review.') },
    ],
  },
  {
    number: '26',
    heading: text('主体责任：模型评估', 'Responsibility: assessment of models'),
    text: text(
      '每隔一定时间对模型作安全评估，并总结评估带来了什么。',
      'Models are assessed for safety at regular times, and what came of it is summed up.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.assessmentCurrent, matters.assessment, clocks.periodicReview],
    crosswalk: [
      {
        clause: 'final/8',
        difference: text(
          '规定要求定期评估模型、数据和结果。',
          'The regulation asks for regular assessment of models, data and results.',
        ),
      },
      {
        clause: 'final/27',
        difference: text(
          '有舆论属性的服务另须按国家规定评估。',
          'Services with public-opinion attributes are also assessed under the state’s rules.',
        ),
      },
    ],
  },
  {
    number: '27',
    heading: text('主体责任：数据安全', 'Responsibility: data security'),
    text: text(
      '数据安全的制度和技术手段要建立起来，训练数据来路合法，及时总结成效并备查。',
      'Rules and technical means for data security exist, training data come from lawful sources, and the effect is summed up in time and ready for inspection.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.lawfulData, registers.modelReleases, registers.managementSystems, matters.selfInspection],
    crosswalk: [
      { clause: 'final/7', difference: text('规定八类制度之一。', 'One of the regulation’s eight systems.') },
    ],
  },
];
