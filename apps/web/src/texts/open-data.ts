import { text } from '@suanjian/rulebook';

export const openDataTexts = {
  title: text('开放数据', 'Open data'),
  lead: text(
    '整个公示库都可以下载：完整、不限量、不需要登录。下载的内容就是此刻的公示库。',
    'The whole register can be taken away: complete, without a cap, without an account. What you get is the register as it stands at this moment.',
  ),
  files: text('下载', 'Files'),
  format: text('格式', 'Format'),
  good: text('适合', 'Good for'),
  csv: text(
    '电子表格。UTF-8，一行一条记录。以 = + - @ 开头的内容前加了单引号，以免被当作公式。',
    'Spreadsheets. UTF-8, one record a line. Cells that begin with = + - @ carry an apostrophe so that they are not run as formulas.',
  ),
  jsonLines: text(
    '程序。一行一条完整的记录，含公告、历史和各个版本。',
    'Programs. One whole record a line, with announcements, history and versions.',
  ),
  parquet: text('大规模分析。列与 CSV 相同，带类型。', 'Analysis at scale. The columns of the CSV, typed.'),
  records: text('目前共 {count} 条记录。', 'At present {count} records.'),
  catalog: text('数据目录（DCAT，JSON-LD）', 'Catalogue (DCAT, JSON-LD)'),
  catalogHelp: text('供数据门户和程序自动读取。', 'For data portals and programs.'),
  columns: text('CSV 和 Parquet 的列', 'Columns of CSV and Parquet'),
  column: text('列名', 'Column'),
  meaning: text('含义', 'Meaning'),
  others: text('其他数据', 'Other data'),
  data: text('数据', 'Data'),
  single: text('单条记录', 'Single records'),
  singleHelp: text(
    '每个页面都有同一内容的 JSON：在网址后加 .json，例如：',
    'Every page has the same content as JSON: add .json to its address, for example:',
  ),
  terms: text('使用说明', 'Terms of use'),
  termsText: text(
    '数据来自公开的备案公告和在本平台完成的备案，为企业自行填报，公示不代表认可。可以自由使用，请注明来源和下载日期；不得用于宣传企业或者产品获得认可。',
    'The data come from public announcements and from filings completed here. They are declared by the companies; publication is no endorsement. You may use them freely, naming source and date, but not to suggest that a company or product has been approved.',
  ),
  stable: text(
    '列名不会改变含义；新增的列加在最后。',
    'Columns never change their meaning; new ones are added at the end.',
  ),
  address: text('地址', 'Address'),
  dataset: text('算法备案公示库', 'Register of filed algorithms'),
  publisher: text('算鉴公共平台', 'Suanjian public portal'),
} as const;
