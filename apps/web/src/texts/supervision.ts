import { text } from '@suanjian/rulebook';

/** Pages of what supervision has come to. */
export const supervisionTexts = {
  title: text('监督公开', 'Supervision in the open'),
  lead: text(
    '主管部门和企业做了什么，能公开的都在这里。还没有决定、没有送达的，不公开；检查得出的原始结论不公开。',
    'What offices and companies have done, as far as it is for everybody. What is not yet decided and served is not shown, and no raw finding of a check ever is.',
  ),
  none: text('还没有', 'Nothing yet'),
  place: text('办理地', 'Place'),
  nation: text('全国', 'The whole country'),
  company: text('企业', 'Company'),
  number: text('备案编号', 'Filing number'),
  clauses: text('涉及的条款', 'Clauses'),
  files: text('下载', 'Take away'),
  basis: text('依据', 'Basis'),
  read: text('全文', 'Read it'),
  pagination: text('翻页', 'Pages'),
  previous: text('上一页', 'Previous'),
  next: text('下一页', 'Next'),
  page: text('第 {page} 页', 'Page {page}'),
} as const;

export const supervisionPlaces = [
  {
    path: '/decisions',
    title: text('处罚决定', 'Published decisions'),
    help: text(
      '已经送达并公布的处罚决定，更正和撤回都留有说明。',
      'Penalties that were served and published; corrections and withdrawals are explained.',
    ),
  },
  {
    path: '/risk-notices',
    title: text('安全风险提示', 'Risk notices'),
    help: text('拒绝开展安全评估的服务，由主管部门提示公众。', 'Services whose provider refuses a safety assessment.'),
  },
  {
    path: '/campaigns',
    title: text('专项行动', 'Campaigns'),
    help: text('进展和总结，只有数字，不点名。', 'How far they have come, in numbers and without names.'),
  },
  {
    path: '/discretion',
    title: text('裁量基准', 'Standards of discretion'),
    help: text('主管部门在条款的幅度之内通常怎样罚。', 'What an office usually fines within the bounds of a clause.'),
  },
  {
    path: '/standards',
    title: text('行业标准', 'Industry standards'),
    help: text(
      '行业组织的标准、阈值，哪些企业自何日起采用。',
      'Standards with their bounds, and which companies keep to them since when.',
    ),
  },
  {
    path: '/punctuality/complaints',
    title: text('按时答复投诉', 'Complaints answered in time'),
    help: text('企业承诺了多久答复，做到了没有。', 'Whether companies keep the time that they have promised.'),
  },
  {
    path: '/punctuality',
    title: text('办理时效', 'Punctuality of the offices'),
    help: text('主管部门自己守不守期限。', 'Whether offices keep their own periods.'),
  },
  {
    path: '/figures',
    title: text('治理成效', 'Governance in figures'),
    help: text('备案、评估、投诉、整改的总数。', 'Filings, assessments, complaints and orders in total.'),
  },
] as const;

export const decisionTexts = {
  title: text('公布的处罚决定', 'Published decisions'),
  lead: text(
    '有一定社会影响、已经送达企业的处罚决定，由主管部门负责人决定公布。后来被变更、撤销、确认违法或者无效的，三个工作日内撤下，并在原处说明理由。',
    'Penalty decisions that matter to society, once served on the company, as the head of the office has them published. What is later changed, annulled, found unlawful or void is taken down within three working days, and its place says why.',
  ),
  none: text('还没有公布的处罚决定', 'No decision has been published'),
  noneHelp: text('决定送达并公布以后，会在这里显示。', 'Decisions appear here once they are served and published.'),
  one: text('处罚决定', 'Decision'),
  about: text('{company}的处罚决定', 'Decision on {company}'),
  decidedOn: text('决定日期', 'Decided on'),
  servedOn: text('送达日期', 'Served on'),
  publishedOn: text('公布日期', 'Published on'),
  words: text('公布的内容', 'What was published'),
  corrections: text('更正', 'Corrections'),
  correctionsHelp: text('上面是更正以后的内容。', 'What stands above is as corrected.'),
  corrected: text('更正过', 'Corrected'),
  withdrawn: text('已撤回公开', 'Withdrawn'),
  withdrawnOn: text('{date} 撤回公开', 'Withdrawn on {date}'),
  withdrawnHelp: text(
    '决定的内容不再显示。撤回的说明：',
    'What the decision said is shown no more. Why it was withdrawn:',
  ),
  overturned: text(
    '复议或者诉讼的结果：{outcome}（{date}）。公布的内容须在三个工作日内撤下。',
    'Outcome of a review or suit: {outcome} ({date}). What was published is taken down within three working days.',
  ),
  stands: text('有效', 'Stands'),
  onlyCases: text(
    '监督检查、主管部门评估和整改通知没有公开的规定，不在这里公布；由它们引出的处罚决定，送达并公布后才会出现。',
    'No rule has inspections, assessments by an office or orders to rectify published, and none is. A penalty that comes of one appears once it is served and published.',
  ),
  total: text('共 {count} 份。', '{count} in all.'),
} as const;

export const riskNoticeTexts = {
  title: text('安全风险提示', 'Risk notices to the public'),
  lead: text(
    '依照规定应当开展安全评估的服务，企业经责令仍拒绝的，主管部门在这里提示公众注意。完成评估后解除。',
    'Where a service must be assessed and its provider still refuses after an order, the office tells the public here. The notice is lifted once it has been assessed.',
  ),
  none: text('目前没有安全风险提示', 'There is no risk notice'),
  noneHelp: text(
    '有企业经责令仍拒绝安全评估时，会在这里提示。',
    'One appears where a provider refuses an assessment that was ordered.',
  ),
  about: text('{service}的安全风险提示', 'Risk notice on {service}'),
  service: text('服务', 'Service'),
  publishedOn: text('提示日期', 'Since'),
  words: text('提示内容', 'What you should know'),
  stands: text('提示中', 'Stands'),
  lifted: text('已解除', 'Lifted'),
  liftedOn: text('{date} 解除', 'Lifted on {date}'),
  liftedHelp: text('提示的内容不再显示。解除的说明：', 'What the notice said is shown no more. Why it was lifted:'),
} as const;

export const campaignTexts = {
  title: text('专项行动进展', 'Progress of campaigns'),
  lead: text(
    '主管部门集中一段时间治理某类问题的行动。这里只公布进展的数字，不公布对象；被抽中检查的，更不会事先出现。',
    'For a time an office turns to one kind of trouble. Shown here is how far it has come, in numbers: never whom it is about, and least of all who will be inspected.',
  ),
  none: text('没有正在公布的专项行动', 'No campaign is shown'),
  noneHelp: text(
    '主管部门决定公布进展的行动会在这里显示。',
    'Campaigns appear here when their office shows how far they have come.',
  ),
  period: text('时间', 'Period'),
  fromUntil: text('{from}至{until}', '{from} to {until}'),
  running: text('进行中', 'Under way'),
  closed: text('已结束', 'Closed'),
  notice: text('按什么开展', 'Held under'),
  progress: text('进展', 'Progress'),
  targets: text('对象', 'Targets'),
  asked: text('已要求自查', 'Asked to inspect themselves'),
  submitted: text('已提交自查', 'Handed in'),
  accepted: text('自查已通过', 'Accepted'),
  unfiled: text('应备案未备案', 'Should have filed'),
  urged: text('已督促备案', 'Urged to file'),
  share: text('自查通过', 'Accepted'),
  compared: text('占对象', 'Of the targets'),
  count: text('数量', 'Count'),
  step: text('步骤', 'Step'),
  tasks: text('任务', 'Tasks'),
  closing: text('总结', 'Closing report'),
  closedOn: text('{date} 结束。', 'Closed on {date}.'),
  noWords: text(
    '主管部门没有另写给公众的总结，最后的数字见上。',
    'The office wrote no summary for the public; the last figures stand above.',
  ),
  commitment: text('抽样的承诺', 'Commitment to the draw'),
  commitmentHelp: text(
    '现场检查的对象由一个种子抽出。行动开始时先公布种子的 SHA-256，抽取以后种子不能再换。',
    'Who is inspected on site is drawn from a seed. Its SHA-256 is published when the campaign begins, so that nobody can change it after the draw.',
  ),
} as const;

export const standardTexts = {
  title: text('行业标准与采用', 'Industry standards and who keeps to them'),
  lead: text(
    '行业组织公布的标准：检查什么、界限多少、哪个版本。企业自愿采用，采用和退出都公开。',
    'Standards of industry bodies: what is checked, within which bounds, in which version. Companies adopt them of their own will; that they do, and that they stop, is public.',
  ),
  none: text('还没有行业标准', 'There is no industry standard yet'),
  noneHelp: text('行业组织发布标准以后，会在这里显示。', 'Standards appear here once a body publishes one.'),
  of: text('{body}的标准', 'Standards of {body}'),
  ended: text('该组织已停止发布标准。', 'This body publishes standards no longer.'),
  versions: text('版本', 'Versions'),
  version: text('版本 {version}', 'Version {version}'),
  from: text('自何日起', 'From'),
  publishedOn: text('发布日期', 'Published on'),
  pack: text('检查包的 SHA-256', 'SHA-256 of the check pack'),
  words: text('内容', 'Text'),
  thresholds: text('阈值', 'Bounds'),
  check: text('检查', 'Check'),
  bound: text('界限', 'Bound'),
  withdrawn: text('{date} 撤下：{reason}', 'Withdrawn on {date}: {reason}'),
  isWithdrawn: text('已撤下', 'Withdrawn'),
  current: text('可采用', 'Can be adopted'),
  adoptions: text('采用的企业', 'Companies that keep to them'),
  nobody: text('还没有企业采用。', 'No company has adopted one.'),
  standard: text('标准', 'Standard'),
  since: text('采用的版本和日期', 'Version, and since when'),
  sinceVersion: text('版本 {version}，自{date}起', 'Version {version}, since {date}'),
  before: text('此前：{versions}', 'Before that: {versions}'),
  state: text('现状', 'State'),
  keeps: text('采用中', 'Kept to'),
  gaveUp: text('{date} 退出：{reason}', 'Given up on {date}: {reason}'),
  count: text('{versions} 个版本，{companies} 家企业采用中', '{versions} versions, kept to by {companies} companies'),
} as const;

export const answeredTexts = {
  title: text('按承诺时限答复投诉', 'Complaints answered in the promised time'),
  lead: text(
    '规定要求企业公布投诉的处理流程和时限。公布了时限的企业有没有做到，由本平台按投诉办理记录统计。',
    'Companies must publish how, and within what time, they deal with complaints. Whether those that have published a time keep it is counted here from the records of the complaints themselves.',
  ),
  asOf: text(
    '统计截至 {date}，{from}至{until}收到的投诉。',
    'As of {date}, for complaints that came from {from} to {until}.',
  ),
  none: text('还没有企业公布投诉的答复时限', 'No company has published a time for answering complaints'),
  noneHelp: text('企业公布时限以后，会在这里显示。', 'Figures appear once a company publishes one.'),
  of: text('{name}：按承诺时限答复投诉', '{name}: complaints answered in the promised time'),
  provider: text('企业', 'Company'),
  received: text('收到', 'Received'),
  inTime: text('按时答复', 'In time'),
  late: text('逾期', 'Late'),
  openInTime: text('在办，未到期', 'Open, in time'),
  openLate: text('在办，已逾期', 'Open, overdue'),
  ended: text('另行结束', 'Ended otherwise'),
  few: text('不足 10', 'Fewer than 10'),
  withheld: text('不公布', 'Withheld'),
  total: text('十二个月合计', 'Twelve months together'),
  detail: text('按月和事由', 'By month and kind'),
  noDetail: text(
    '没有哪个月的哪种事由达到十件，不分列。',
    'No kind of complaint reached ten in any month; nothing is listed apart.',
  ),
  month: text('月份', 'Month'),
  kind: text('事由', 'Kind'),
  other: text('其他月份和事由合计', 'All other months and kinds'),
  how: text('这些数字是什么意思', 'What these figures mean'),
  howItems: [
    text(
      '投诉到达企业的第二天起，按企业当时公布的时限计算；企业再次收到同一件投诉，再计算一次。',
      'Time runs from the day after a complaint reaches the company, by what it had published then. One that comes back to it is counted again.',
    ),
    text(
      '期限到了还没有答复的，自动转给主管部门，算作逾期，以后答复也不再改变。',
      'What is not answered when the time is over goes to the office by itself and counts as late, whatever comes after.',
    ),
    text(
      '不足十件的数字不公布，一件没有的也显示为“不足 10”；能推算出这种数字的，也不公布。',
      'No number below ten is given, and none reads as “fewer than 10” too. A number by which one of those could be worked out is withheld.',
    ),
    text(
      '只统计完整的月份，每十分钟更新一次。不公布投诉的内容，也不公布投诉人。',
      'Only whole months are counted, anew every ten minutes. What was written, and by whom, is never shown.',
    ),
    text(
      '期限内撤回、并入另一件办理或者转交主管部门的，算作另行结束。',
      'What is taken back, merged into another or handed to the office before the time is over has ended otherwise.',
    ),
    text(
      '按时答复不等于答复得好：投诉人不满意的，可以再交给主管部门。',
      'In time does not mean well: who is not content may still take it to the office.',
    ),
  ],
  more: text('逐月数字', 'Month by month'),
} as const;

export const governanceTexts = {
  title: text('治理成效', 'Governance in figures'),
  lead: text(
    '2021年的指导意见提出，用大约三年形成机制健全、监管体系完善、生态规范的治理格局。走到哪一步，看这里的数字。',
    'The Guiding Opinions of 2021 set out to have, within about three years, a complete mechanism, a full system of supervision and an orderly ecology. These figures say how far that has come here.',
  ),
  asOf: text('统计截至 {date}。', 'As of {date}.'),
  figure: text('数字', 'Figure'),
  meaning: text('含义', 'What it means'),
  value: text('数值', 'Value'),
  note: text(
    '不能逐件公开的，不足十件时只显示“不足 10”。监督检查、立案和主管部门评估的件数不公布，以免泄露尚未告知的检查。',
    'What is not public one by one reads “fewer than 10” below that. Inspections, cases and assessments by an office are not counted, because a number that moves would tell of one before its time.',
  ),
  register: text('公示库的数字', 'Figures of the register'),
} as const;
