import { text } from '@suanjian/rulebook';

export const siteTexts = {
  name: text('算鉴', 'Suanjian'),
  tagline: text('算法备案与治理公共平台', 'Public portal for filed algorithms'),
  skip: text('跳到正文', 'Skip to the content'),
  navigation: text('主导航', 'Main navigation'),
  footer: text('页脚导航', 'Footer navigation'),
  breadcrumbs: text('所在位置', 'Where you are'),
  home: text('首页', 'Home'),
  register: text('备案公示', 'Register'),
  check: text('编号核验', 'Check a number'),
  apply: text('投诉与申诉', 'Complain'),
  clauses: text('条款', 'Clauses'),
  guide: text('要不要备案', 'Must I file?'),
  openData: text('开放数据', 'Open data'),
  guidance: text('指引与学习', 'Guidance'),
  supervision: text('监督公开', 'Supervision'),
  punctuality: text('办理时效', 'Punctuality'),
  api: text('接口', 'API'),
  accessibility: text('无障碍声明', 'Accessibility'),
  signIn: text('登录', 'Sign in'),
  asJson: text('本页的 JSON 数据', 'This page as JSON'),
  disclaimer: text(
    '备案信息由企业自行填报。公示不代表对企业、产品或者算法的认可，不得用于宣传。',
    'What is filed is declared by the companies themselves. Publication is no endorsement of a company, product or algorithm and must not be used for publicity.',
  ),
  demonstration: text(
    '演示：名称以“示例”开头的企业、办公室和“示例算备”编号都是虚构的，不具效力。',
    'Demonstration: companies and offices whose names begin with 示例 (example), and numbers with 示例算备, are fictional and without effect.',
  ),
  software: text('算鉴是开源软件（Apache-2.0）。', 'Suanjian is open-source software (Apache-2.0).'),
  more: text('更多', 'More'),
  unknown: text('不详', 'Not known'),
} as const;

export const statusTexts = {
  filed: text('已备案', 'Filed'),
  cancelled: text('已注销', 'Cancelled'),
  revoked: text('已撤销', 'Revoked'),
} as const;

export const listTexts = {
  recommendation: text('算法备案清单', 'Recommendation list'),
  deep_synthesis: text('深度合成备案清单', 'Deep-synthesis list'),
} as const;
