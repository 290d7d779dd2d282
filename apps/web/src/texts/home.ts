import { text } from '@suanjian/rulebook';

export const homeTexts = {
  title: text('看得见的算法', 'Algorithms in plain sight'),
  lead: text(
    '新闻怎么排、视频推什么、订单派给谁，背后都有算法。依照规定，有舆论属性或者社会动员能力的推荐算法要备案并向社会公示。这里可以查到它们。',
    'Algorithms decide how news is ranked, which videos are pushed and who gets an order. The law has those that can move public opinion filed and published. Here you can look them up.',
  ),
  figures: text('公示库概况', 'The register in figures'),
  records: text('备案的算法', 'Filed algorithms'),
  subjects: text('备案主体', 'Companies and bodies'),
  cancelled: text('已注销', 'Cancelled'),
  flagged: text('编号不合规则', 'Numbers that break the rules'),
  months: text('每月公示的算法', 'Algorithms published each month'),
  monthsSummary: text(
    '柱状图：从{from}到{to}每月首次公示的算法数，最多的是{peak}，{count} 个。下面的表格列出每个月的数字。',
    'Column chart: algorithms first published in each month from {from} to {to}; most in {peak}, {count}. The table below lists every month.',
  ),
  monthPoint: text('{month}：{count} 个', '{month}: {count}'),
  monthsTable: text('逐月数字', 'Figures month by month'),
  month: text('月份', 'Month'),
  count: text('数量', 'Count'),
  compared: text('对比', 'Compared'),
  techniques: text('按算法类型', 'By kind of algorithm'),
  technique: text('算法类型', 'Kind'),
  places: text('按省份', 'By province'),
  province: text('省份', 'Province'),
  otherPlaces: text('其他 {count} 个省份', '{count} other provinces'),
  allPlaces: text('全部省份', 'All provinces'),
  tasks: text('你想做什么', 'What would you like to do'),
  taskCheck: text('核对一个备案编号', 'Check a filing number'),
  taskCheckHelp: text(
    '看编号是否合规、属于哪家企业、是否仍然有效。',
    'See whether it is sound, whose it is and whether it still holds.',
  ),
  taskGuide: text('判断要不要备案', 'Find out whether you must file'),
  taskGuideHelp: text(
    '回答几个问题，得到有依据的结论和期限。',
    'Answer a few questions and get a reasoned answer with its time limit.',
  ),
  taskClauses: text('查条款', 'Read the clauses'),
  taskClausesHelp: text(
    '每条要求谁做什么、多久、违反怎样，现行规定与征求意见稿对照。',
    'Who must do what, by when and with what sanction; the law in force beside its draft.',
  ),
  taskData: text('下载全部数据', 'Take all the data'),
  taskDataHelp: text(
    'CSV、JSON Lines、Parquet，完整、不限量。',
    'CSV, JSON Lines and Parquet; whole and without a cap.',
  ),
  taskGuidance: text('看懂规定', 'Understand the regulation'),
  taskGuidanceHelp: text(
    '写给网民、劳动者、企业和主管部门的指引，附学习题。',
    'Plain guidance for people, workers, companies and offices, with questions to learn by.',
  ),
  taskSupervision: text('看监督结果', 'See what supervision came to'),
  taskSupervisionHelp: text(
    '公布的处罚决定、专项行动、行业标准，企业和主管部门守不守时。',
    'Published decisions, campaigns, standards, and who keeps their time, companies and offices alike.',
  ),
} as const;
