import { text } from '@suanjian/rulebook';

export const mattersTexts = {
  title: text('事项', 'Matters'),
  lead: text(
    '投诉、评估、审查、事件等各类事项，都在这里查找和发起。',
    'Complaints, assessments, reviews, incidents and the rest: found and begun here.',
  ),
  begin: text('发起', 'Begin'),
  underWay: text('正在办理', 'Under way'),
  none: text('没有正在办理的事项', 'Nothing is under way'),
  noneBody: text('发起或收到事项后会出现在这里。', 'What is begun here or comes in will appear here.'),
} as const;
