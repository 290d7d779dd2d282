import { text } from '@suanjian/rulebook';

export const registerTexts = {
  title: text('备案公示库', 'Register of filed algorithms'),
  lead: text(
    '查找已经备案公示的算法：按名称、企业、产品、用途或者编号。',
    'Find algorithms that have been filed and published: by name, company, product, purpose or number.',
  ),
  search: text('查找', 'Search'),
  searchLabel: text('名称、企业、产品、用途或编号', 'Name, company, product, purpose or number'),
  searchButton: text('查找', 'Search'),
  narrow: text('缩小范围', 'Narrow down'),
  apply: text('应用', 'Apply'),
  clear: text('清除全部条件', 'Clear all conditions'),
  chosen: text('已选条件', 'Chosen conditions'),
  remove: text('去掉“{value}”', 'Remove “{value}”'),
  sort: text('排序', 'Order'),
  results: text('查找结果', 'Results'),
  countOne: text('共 {count} 条记录', '{count} record'),
  countMany: text('共 {count} 条记录', '{count} records'),
  countAbout: text('约 {count} 条记录', 'About {count} records'),
  forWords: text('“{q}”：', 'for “{q}”'),
  pageOf: text('第 {page} 页，共 {pages} 页', 'page {page} of {pages}'),
  exact: text('完全一致', 'Exact match'),
  flagged: text('编号不合规则', 'Number breaks its rules'),
  number: text('编号', 'Number'),
  product: text('产品', 'Product'),
  since: text('{month}公示', 'published {month}'),
  none: text('没有找到符合条件的记录', 'No record fits'),
  noneHelp: text(
    '可以换一个更短的词，去掉部分条件，或者核对编号是否写对。',
    'Try a shorter word, remove some conditions, or check the number.',
  ),
  noneCheck: text('核验编号', 'Check a number'),
  empty: text('公示库里还没有记录', 'The register is empty'),
  emptyHelp: text(
    '管理员导入公告，或者首个备案完成以后，记录会出现在这里。',
    'Records appear here once an administrator imports the announcements or the first filing is completed.',
  ),
  allPages: text(
    '结果很多，只能翻到这里。请缩小范围，或者下载完整的开放数据。',
    'There are too many results to leaf through. Narrow the search or take the open data, which is whole.',
  ),
  pagination: text('翻页', 'Pages'),
  previous: text('上一页', 'Previous'),
  next: text('下一页', 'Next'),
  page: text('第 {page} 页', 'Page {page}'),
} as const;

export const facetTexts = {
  technique: text('算法类型', 'Kind of algorithm'),
  province: text('省份', 'Province'),
  year: text('公示年份', 'Year of publication'),
  status: text('状态', 'Status'),
  role: text('角色', 'Role'),
  list: text('公告清单', 'List'),
  flagged: text('编号是否合规', 'Number'),
} as const;

export const flaggedTexts = {
  true: text('不合规则', 'Breaks its rules'),
  false: text('合规', 'Obeys its rules'),
} as const;

export const sortTexts = {
  relevance: text('最相关', 'Best match'),
  newest: text('最新公示', 'Newest first'),
  oldest: text('最早公示', 'Oldest first'),
  name: text('按名称', 'By name'),
} as const;
