import { text, type Text } from '@suanjian/rulebook';

export const apiTexts = {
  title: text('接口', 'API'),
  lead: text(
    '本平台的每一项功能都可以通过接口使用。下面的清单由接口描述自动生成。',
    'Everything this platform does can be done by its API. This list is generated from the API’s own description.',
  ),
  document: text('接口描述（OpenAPI 3.1）', 'Description (OpenAPI 3.1)'),
  publicTitle: text('公开数据不需要接口密钥', 'Public data need no key'),
  publicHelp: text(
    '在公开页面的网址后加 .json 就得到同样内容的数据；整个公示库见开放数据。',
    'Add .json to the address of a public page to get its content as data; for the whole register see the open data.',
  ),
  errors: text('错误', 'Errors'),
  errorsHelp: text(
    '出错时返回 application/problem+json（RFC 9457），errors 中的每一项都用 pointer 指出位置，text 是中英文说明。',
    'Errors come as application/problem+json (RFC 9457); each entry of errors points to its place with pointer and says in both languages what is wrong.',
  ),
  language: text('语言', 'Language'),
  languageHelp: text(
    '用 ?lang=zh 或 ?lang=en，或者 Accept-Language 选择语言。',
    'Choose the language by ?lang=zh or ?lang=en, or by Accept-Language.',
  ),
  method: text('方法', 'Method'),
  path: text('地址', 'Address'),
  summary: text('说明', 'What it does'),
  none: text('没有登记的接口', 'No endpoint is listed'),
  other: text('其他', 'Other'),
} as const;

/** Groups of endpoints that are no matter; matters have their own titles. */
export const tagTexts: Readonly<Record<string, Text>> = {
  public: text('公开数据', 'Public data'),
  rulebook: text('条款和期限', 'Clauses and deadlines'),
  matters: text('全部事项', 'All matters'),
  attachments: text('附件', 'Attachments'),
  administration: text('管理', 'Administration'),
  members: text('成员', 'Members'),
  account: text('账号', 'Account'),
  notices: text('通知', 'Notices'),
  webhooks: text('推送', 'Webhooks'),
  'calendar-feed': text('日历订阅', 'Calendar feed'),
  readings: text('查阅记录', 'Readings'),
  service: text('服务状态', 'Service'),
};
