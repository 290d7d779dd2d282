import type { Answer } from './clause.ts';
import { working } from './edition.ts';
import { type Text, text } from './text.ts';

/** Decided by the decision log alone: a folder of that name in packages/audit/src/checks. */
const check = (name: string, title: Text): Answer => working('check', name, title);

/** Decided by what the application itself keeps in matters and registers: one of the record checks of packages/matters. */
const ofRecords = (name: string, title: Text): Answer => working('check', name, title);

/** The names of those; all others are decided by a log. */
export const checksOfRecords: readonly string[] = [
  'assessment-current',
  'lawful-data',
  'published-cases',
  'release-approved',
  'timely-answers',
];

/** Executable audits over the decision log, each name with exactly one title. */
export const checks = {
  qualityShare: check('quality-share', text('重点版面优质内容占比', 'Quality content on important positions')),
  interventionOwned: check(
    'intervention-owned',
    text('人工干预有责任人、有理由、有期限', 'Interventions have owner, reason and term'),
  ),
  interventionTerm: check('intervention-term', text('人工干预到期即止', 'Interventions end with their term')),
  rumourHandling: check('rumour-handling', text('谣言识别与处置', 'Rumours recognised and handled')),

  exposureAfterDisposal: check('exposure-after-disposal', text('处置后仍有展示', 'Exposure after disposal')),
  unlabelledSynthetic: check('unlabelled-synthetic', text('未标识的生成合成信息', 'Unlabelled synthetic content')),
  syntheticLabelCoverage: check('synthetic-label-coverage', text('显式标识覆盖', 'Coverage of explicit labels')),
  implicitLabel: check('implicit-label', text('隐式标识完整', 'Implicit labels complete')),
  labelTampering: check('label-tampering', text('标识被删除或篡改', 'Labels removed or altered')),
  unlistedNews: check('unlisted-news', text('来源不在名单内的新闻', 'News from unlisted sources')),
  syntheticNews: check('synthetic-news', text('生成合成的新闻', 'Synthetic news')),

  sessionTails: check('session-tails', text('超长与深夜使用', 'Very long and late-night use')),
  restReminders: check('rest-reminders', text('休息提醒及效果', 'Rest reminders and their effect')),
  spendingTails: check('spending-tails', text('过度消费', 'Excessive spending')),

  barredTags: check('barred-tags', text('禁用词进入用户标签', 'Barred words in tags')),
  proxyTags: check('proxy-tags', text('标签替代受保护特征', 'Tags that stand for protected traits')),
  tagsShown: check('tags-shown', text('展示的标签与使用的标签一致', 'Tags shown are the tags used')),
  tagsOptional: check('tags-optional', text('兴趣选择可以跳过', 'Choice of interests can be skipped')),
  deletedTagsUnused: check('deleted-tags-unused', text('标签删除后不再使用', 'Deleted tags are not used')),
  consentedFeatures: check(
    'consented-features',
    text('使用的个人信息均已告知同意', 'Only consented personal data are used'),
  ),

  slateDuplicates: check('slate-duplicates', text('同屏重复内容', 'Duplicates in a slate')),
  repetition: check('repetition', text('作者与话题重复', 'Repeated authors and topics')),
  topicNarrowing: check('topic-narrowing', text('话题收窄', 'Narrowing of topics')),
  negativeFeedback: check('negative-feedback', text('“不感兴趣”的效果', 'Effect of "not interested"')),
  rankingReasons: check('ranking-reasons', text('排序理由留存', 'Ranking reasons kept')),

  lockstepEngagement: check('lockstep-engagement', text('账号协同行为', 'Accounts acting in lockstep')),
  engagementBursts: check('engagement-bursts', text('互动量突增', 'Bursts of engagement')),
  registrationBursts: check(
    'registration-bursts',
    text('批量注册与设备复用', 'Bursts of registrations and shared devices'),
  ),
  deviceReuse: check('device-reuse', text('一台设备多个账号', 'Devices shared by many accounts')),
  accountHandover: check('account-handover', text('账号易主', 'Accounts that change hands')),
  rankInversions: check('rank-inversions', text('排名与得分不符', 'Rank against declared score')),
  selfPreference: check('self-preference', text('自我优待', 'Self-preference')),
  suppressedItems: check('suppressed-items', text('内容被压制或过度推送', 'Items suppressed or pushed')),
  chartRecompute: check('chart-recompute', text('榜单热度可复算', 'Chart heat can be recomputed')),
  chartChurn: check('chart-churn', text('榜单名次停滞或骤降', 'Chart ranks frozen or vanishing')),
  chartGaps: check('chart-gaps', text('榜单快照连续', 'Chart snapshots without gaps')),
  chartRules: check('chart-rules', text('榜单规则公示', 'Chart rules published')),
  destinationObstruction: check('destination-obstruction', text('妨碍访问他方服务', 'Obstruction of other services')),

  noticeShown: check('notice-shown', text('算法推荐告知', 'Notice of recommendation shown')),
  optOutHonoured: check('opt-out-honoured', text('关闭后立即停止', 'Opt-out honoured')),
  optOutReachable: check('opt-out-reachable', text('关闭入口便捷、不反复弹窗', 'Opt-out easy to reach, no nagging')),
  impersonalResults: check(
    'impersonal-results',
    text('非个性化结果与用户无关', 'Impersonal results do not depend on who asks'),
  ),

  minorsExposure: check('minors-exposure', text('未成年人接触受限内容', 'Restricted content shown to minors')),
  minorsTime: check('minors-time', text('未成年人使用时长与消费', "Minors' time and spending")),
  elderlyAvailability: check('elderly-availability', text('适老服务可用', 'Services for older people available')),
  elderlyFraud: check('elderly-fraud', text('老年人接触涉诈信息', 'Fraud shown to older people')),

  workerPay: check('worker-pay', text('时薪与派单差异', 'Pay per hour and share of orders')),
  orderShare: check('order-share', text('派单份额', 'Share of orders')),
  feasibleTime: check('feasible-time', text('承诺时间是否可行', 'Promised against feasible time')),
  workingHours: check('working-hours', text('超时工作', 'Hours over the limit')),
  workerPenalties: check('worker-penalties', text('按原因统计处罚', 'Penalties by cause')),
  deliveryOutcomes: check('delivery-outcomes', text('算法升级前后超时与事故', 'Lateness and accidents by release')),
  feeLines: check('fee-lines', text('费用明细相符', 'Fee lines add up')),

  differentialPricing: check('differential-pricing', text('差异化定价', 'Differential pricing')),
  differentialTerms: check('differential-terms', text('差异化交易条件', 'Differential terms')),
  listPrice: check('list-price', text('同一时刻原价一致', 'One list price at one moment')),
  promotionRules: check('promotion-rules', text('优惠规则公示', 'Promotion rules published')),
  couponRules: check('coupon-rules', text('优惠券发放规则', 'Coupon rules')),
  discountLines: check('discount-lines', text('优惠明细相符', 'Discount lines add up')),
  claimFailureReasons: check('claim-failure-reasons', text('领取失败原因真实', 'True reasons for failed claims')),

  timelyAnswers: ofRecords('timely-answers', text('按承诺时限反馈', 'Answers within the published time')),
  publishedCases: ofRecords('published-cases', text('申诉案例公开', 'Appeal cases published')),
  logCoverage: check('log-coverage', text('日志连续完整', 'Log coverage and gaps')),
  logRetention: check('log-retention', text('日志留存满六个月', 'Logs kept for six months')),
  declaredTechniques: check('declared-techniques', text('声明的技术类型与实际一致', 'Techniques as declared')),
  declaredData: check('declared-data', text('声明的数据类别与实际一致', 'Kinds of data as declared')),
  declaredAutomation: check('declared-automation', text('声明的自动化程度与实际一致', 'Automation as declared')),
  releaseApproved: ofRecords('release-approved', text('上线均经审核', 'Every release reviewed')),
  assessmentCurrent: ofRecords('assessment-current', text('评估未过期', 'Assessment is current')),
  lawfulData: ofRecords('lawful-data', text('训练数据来源合法', 'Lawful sources of training data')),
} as const satisfies Record<string, Answer>;
