import type { Answer, AnswerKind } from './clause.ts';
import { planned, working } from './edition.ts';
import { type Text, text } from './text.ts';

/*
 * Everything that answers a clause, each name with exactly one title. Clauses of every edition take their answers from here,
 * so that building a part changes its status in one place.
 */

/** What acts in the serving path, or shows what acts there, comes with the guard. */
const waiting = (kind: AnswerKind, name: string, title: Text): Answer =>
  planned(kind, name, title, text('等待护栏', 'waits for the guard'));

/** Dossiers with states, roles and clocks. */
export const matters = {
  providerRegistration: working('matter', 'provider-registration', text('主体登记', 'Provider registration')),
  filing: working('matter', 'filing', text('备案', 'Filing')),
  change: working('matter', 'change', text('备案变更', 'Change of a filing')),
  cancellation: working('matter', 'cancellation', text('备案注销', 'Cancellation of a filing')),
  revocation: working('matter', 'revocation', text('备案撤销', 'Revocation of a filing')),
  complaint: working('matter', 'complaint', text('投诉举报', 'Complaint or report')),
  appeal: working('matter', 'appeal', text('用户申诉', 'Appeal')),
  explanation: working('matter', 'explanation', text('请求说明', 'Request for an explanation')),
  officialAssessment: working('matter', 'official-assessment', text('主管部门评估', 'Assessment by the office')),
  assessment: working('matter', 'assessment', text('安全评估', 'Safety assessment')),
  responsibility: working('matter', 'responsibility', text('主体责任台账', 'Responsibility register')),
  ethicsReview: working('matter', 'ethics-review', text('科技伦理审查', 'Ethics review')),
  incident: working('matter', 'incident', text('安全事件处置', 'Incident')),
  contentDisposal: working('matter', 'disposal', text('信息内容处置', 'Content disposal')),
  featureEntry: waiting('matter', 'feature-entry', text('特征入库', 'Feature entry')),
  logRequest: working('matter', 'log-request', text('日志调取', 'Log request')),
  inspection: working('matter', 'inspection', text('监督检查', 'Inspection')),
  rectification: working('matter', 'rectification', text('限期整改', 'Rectification')),
  violationCase: working('matter', 'violation-case', text('违法案件', 'Violation case')),
  campaign: working('matter', 'campaign', text('专项行动', 'Campaign')),
  selfInspection: working('matter', 'self-inspection', text('企业自查', 'Self-inspection')),
  filingReminder: working('matter', 'filing-reminder', text('督促备案', 'Reminder to file')),
  standard: working('matter', 'standard', text('行业标准', 'Industry standards')),
  standardAdoption: working('matter', 'standard-adoption', text('采用行业标准', 'Adoption of a standard')),
} as const satisfies Record<string, Answer>;

/** Statutory deadlines, named `matter/clock`. */
export const clocks = {
  filingToFile: working('clock', 'filing/toFile', text('办理备案的期限', 'Time to file')),
  filingToAnswer: working('clock', 'filing/toAnswer', text('答复备案的期限', 'Time to answer a filing')),
  changeToFile: working('clock', 'change/toFile', text('办理变更的期限', 'Time to file a change')),
  changeToAnswer: working('clock', 'change/toAnswer', text('答复变更的期限', 'Time to answer a change')),
  cancellationToFile: working('clock', 'cancellation/toFile', text('办理注销的期限', 'Time to file a cancellation')),
  periodicReview: working('clock', 'assessment/toReview', text('定期审核的期限', 'Time to the next periodic review')),
  assessmentToReport: working(
    'clock',
    'assessment/toReport',
    text('提交评估报告的期限', 'Time to report an assessment'),
  ),
  complaintToAnswer: working('clock', 'complaint/toAnswer', text('反馈投诉的期限', 'Time to answer a complaint')),
  appealToAnswer: working('clock', 'appeal/toAnswer', text('反馈申诉的期限', 'Time to answer an appeal')),
  rectificationToFix: working('clock', 'rectification/toFix', text('完成整改的期限', 'Time to rectify')),
  caseToDecide: working('clock', 'violation-case/toDecide', text('作出处罚决定的期限', 'Time to decide a case')),
  caseToRequestHearing: working(
    'clock',
    'violation-case/toRequestHearing',
    text('申请听证的期限', 'Time to ask for a hearing'),
  ),
  caseToAnnounceHearing: working(
    'clock',
    'violation-case/toAnnounceHearing',
    text('通知听证的期限', 'Time to announce a hearing'),
  ),
  caseToServe: working('clock', 'violation-case/toServe', text('送达决定的期限', 'Time to serve a decision')),
  caseToPay: working('clock', 'violation-case/toPay', text('缴纳罚款的期限', 'Time to pay a fine')),
  caseToWithdraw: working(
    'clock',
    'violation-case/toWithdraw',
    text('撤回公开信息的期限', 'Time to withdraw a publication'),
  ),
  caseToProsecute: working(
    'clock',
    'violation-case/toProsecute',
    text('追究违法行为的期限', 'Time within which an act can be penalised'),
  ),
} as const satisfies Record<string, Answer>;

/** What the public or staff can see and use. */
export const pages = {
  register: working('page', 'register', text('备案公示库', 'Public register')),
  record: working('page', 'record', text('备案公示页', 'Public record')),
  numberCheck: working('page', 'number-check', text('备案编号核验', 'Number check')),
  clauses: working('page', 'clauses', text('条款对照', 'Clauses')),
  guide: working('page', 'guide', text('备案指引', 'Filing guide')),
  openData: working('page', 'open-data', text('开放数据', 'Open data')),
  badge: working('page', 'badge', text('备案编号标识', 'Badge with the filing number')),
  siteNotice: working('page', 'site-notice', text('网站公示在位', 'Published notice stands')),
  siteBadge: working('page', 'site-badge', text('网站备案编号与链接在位', 'Number and link stand on the site')),
  punctuality: working('page', 'punctuality', text('办理时效', 'Punctuality')),
  serviceRules: working('page', 'service-rules', text('服务规则公示', 'Published service rules')),
  userControls: waiting('page', 'user-controls', text('用户选择与标签管理', 'User controls and tags')),
  complaints: working('page', 'complaints', text('投诉举报入口', 'Complaint portal')),
  commitments: working('page', 'commitments', text('处理流程和时限承诺', 'Published procedure and time limits')),
  decisions: working('page', 'decisions', text('处罚决定公示', 'Published decisions')),
  riskNotice: working('page', 'risk-notice', text('安全风险提示', 'Risk notice to the public')),
  figures: working('page', 'figures', text('治理成效', 'Governance figures')),
  campaignDashboard: working('page', 'campaign-dashboard', text('专项治理进展', 'Campaign progress')),
  guidance: working('page', 'guidance', text('指引与学习', 'Guidance and training')),
  standards: working('page', 'standards', text('行业标准与采用', 'Industry standards and who keeps to them')),
  complaintsAnswered: working(
    'page',
    'complaints-answered',
    text('按承诺时限答复投诉', 'Complaints answered in the promised time'),
  ),
} as const satisfies Record<string, Answer>;

/** Ways of weighing that are versioned and explained. */
export const schemes = {
  grading: working('scheme', 'grading', text('分级分类', 'Classes and grades')),
  riskMatrix: working('scheme', 'risk-matrix', text('风险矩阵', 'Risk matrix')),
} as const satisfies Record<string, Answer>;

/** What the platform does for every matter alike. */
export const engine = {
  sealedFields: working('engine', 'sealed-fields', text('保密字段加密', 'Sealed fields')),
  readingLog: working('engine', 'reading-log', text('查阅留痕', 'Log of readings')),
  jurisdiction: working(
    'engine',
    'jurisdiction',
    text('部门、层级与地域管辖', 'Jurisdiction by department, level and place'),
  ),
  technique: working('engine', 'technique', text('按算法类型选用规则', 'Rules selected by technique')),
  organisations: working('engine', 'organisations', text('四类参与主体', 'Four kinds that take part')),
  jointTeams: working('engine', 'joint-teams', text('联合工作组与移送', 'Joint teams and referral')),
  releases: working('engine', 'releases', text('签名发布的规则包', 'Signed releases')),
  monitoring: working('engine', 'monitoring', text('日常监测与预警', 'Monitoring and early warning')),
  reminders: working('engine', 'reminders', text('备案提醒', 'Reminders to file')),
  retention: working('engine', 'log-retention', text('日志留存', 'Log retention')),
  decisionRecord: working('engine', 'decision-record', text('决策记录', 'Decision record')),
  recusal: working('engine', 'recusal', text('回避', 'Recusal')),
} as const satisfies Record<string, Answer>;

/** Books that an organisation keeps, with owner, version and review date. */
export const registers = {
  managementSystems: working('register', 'management-systems', text('管理制度台账', 'Management systems')),
  staff: working('register', 'staff', text('算法安全负责人和人员', 'Responsible officer and staff')),
  featureLibrary: waiting('register', 'feature-library', text('违法和不良信息特征库', 'Feature library')),
  tagDictionary: working('register', 'tag-dictionary', text('用户标签词典', 'Tag dictionary')),
  newsSources: working('register', 'news-sources', text('新闻许可与稿源名单', 'News licence and source list')),
  modelReleases: working('register', 'model-releases', text('模型与数据台账', 'Models and training data')),
  undertakings: working('register', 'undertakings', text('保密承诺', 'Confidentiality undertakings')),
  discretion: working('register', 'discretion', text('裁量基准', 'Discretion standards')),
} as const satisfies Record<string, Answer>;

/** What is enforced in the serving path. */
export const guards = {
  userControls: waiting('guard', 'user-controls', text('执行用户选择', 'User controls obeyed')),
  minorsMode: waiting('guard', 'minors-mode', text('未成年人模式', 'Minors mode')),
  barredTags: waiting('guard', 'barred-tags', text('禁用标签拦截', 'Barred tags dropped')),
  contentMatching: waiting('guard', 'content-matching', text('特征库匹配', 'Content matching')),
  disposals: waiting('guard', 'disposals', text('处置即时生效', 'Disposals enforced')),
  labelling: waiting('guard', 'labelling', text('生成合成内容标识', 'Synthetic content labelled')),
  curatedSlots: waiting('guard', 'curated-slots', text('人工干预与重点版面', 'Curated slots and interventions')),
  dispersal: waiting('guard', 'dispersal', text('去重与打散', 'De-duplication and dispersal')),
  sourceList: waiting('guard', 'source-list', text('新闻来源限定', 'News sources limited to the list')),
} as const satisfies Record<string, Answer>;

export { checks } from './checks.ts';
