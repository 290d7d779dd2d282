import { text } from '@suanjian/rulebook';

export const shellTexts = {
  navigation: text('工作台导航', 'Workspace'),
  menu: text('菜单', 'Menu'),
  home: text('期限', 'Deadlines'),
  algorithms: text('算法', 'Algorithms'),
  matters: text('事项', 'Matters'),
  registration: text('主体登记', 'Registration'),
  notices: text('通知', 'Notices'),
  members: text('成员', 'Members'),
  connections: text('日历与接口', 'Calendar & webhooks'),
  account: text('账户安全', 'Account'),
  queue: text('待办', 'Queue'),
  register: text('公示库管理', 'Register'),
  corrections: text('公示信息报错', 'Corrections'),
  punctuality: text('答复及时率', 'Punctuality'),
  actingFor: text('当前单位', 'Acting for'),
  language: text('语言', 'Language'),
  noOrganisation: text('您还不属于任何单位', 'You belong to no organisation yet'),
  noOrganisationBody: text(
    '请单位的管理员邀请您，或在注册页登记新单位。',
    'Ask your organisation’s administrator for an invitation, or register a company.',
  ),
  notFound: text('没有这个页面', 'No such page'),
  notFoundBody: text('地址可能写错了，或者页面已经移走。', 'The address may be mistyped, or the page has moved.'),
  crashed: text('页面出错了', 'This page failed'),
  crashedBody: text(
    '没有保存到服务器的内容仍留在这台电脑上。请重新读取页面。',
    'What had not reached the server is kept on this computer. Reload the page.',
  ),
  reload: text('重新读取', 'Reload'),
} as const;
