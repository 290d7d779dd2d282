import { text } from '@suanjian/rulebook';

export const publicRegisterTexts = {
  tags: text('使用的用户标签', 'Tags about users'),
  tag: text('标签', 'Tag'),
  kind: text('说的是什么', 'What it says'),
  meaning: text('含义', 'Meaning'),
  news: text('新闻许可和稿源', 'News licence and sources'),
  licence: text('{authority} {licence}，有效期到 {date}', '{authority} {licence}, valid until {date}'),
  sources: text('稿源：{names}', 'Sources: {names}'),
  cases: text('成功的申诉', 'Appeals that succeeded'),
} as const;
