import { text } from '@suanjian/rulebook';

export const queueTexts = {
  title: text('待办', 'Queue'),
  lead: text('先到期的排在前面。', 'What is due first stands first.'),
  empty: text('没有待办事项', 'Nothing waits'),
  emptyBody: text('新的提交会出现在这里。', 'New submissions appear here.'),
  choose: (title: string) => text(`选择：${title}`, `Choose: ${title}`),
  chooseAll: text('全选本页', 'Choose all on this page'),
  chosen: (count: number) => text(`已选 ${count} 项`, `${count} chosen`),
  assignTo: text('分配给', 'Assign to'),
  evenly: text('平均分给几个人', 'Evenly among several'),
  among: text('分给谁', 'Among whom'),
  amongHelp: text('至少选两人，每人最多相差一项。', 'Two at least; nobody gets more than one more than the others.'),
  reasonOptional: text('理由（选填）', 'Reason (optional)'),
  choosing: text(
    '键盘：↑ ↓ 逐行移动，空格选择，按住 Shift 连续选择，Ctrl+A 全选。',
    'Keyboard: ↑ ↓ go from row to row, Space chooses, Shift chooses on the way, Ctrl+A chooses all.',
  ),
  notToBeGiven: text('在对方手中，或由检查组、评估组办理', 'With the other side, or worked on by a team'),
  assign: text('分配', 'Assign'),
  assigning: text('正在分配…', 'Assigning…'),
  assigned: (count: number) =>
    text(`已分配 ${count} 项。`, count === 1 ? '1 matter was assigned.' : `${count} matters were assigned.`),
  changed: (count: number) =>
    text(
      `${count} 项在此期间有变化，没有分配，仍为选中。请核对后再分配：`,
      count === 1
        ? '1 matter has changed meanwhile, was left as it is and stays chosen. Look again, then assign:'
        : `${count} matters have changed meanwhile, were left as they are and stay chosen. Look again, then assign:`,
    ),
  notAssigned: (count: number) =>
    text(`${count} 项没有分配：`, count === 1 ? '1 matter was not assigned:' : `${count} matters were not assigned:`),
  correctionsTitle: text('公示信息报错', 'Reports of errors in public records'),
  correctionsLead: text('公众指出的公示信息错误。', 'What readers of the public register found wrong.'),
  correctionsEmpty: text('没有待核实的报错', 'No report waits'),
  shortcuts: text('快捷键', 'Keyboard shortcuts'),
  shortcutsLead: text(
    '在输入框里打字时不起作用；都要按住 Alt。',
    'They rest while you type in a field; hold Alt with each.',
  ),
  shortcutHelp: text('显示快捷键', 'Show these shortcuts'),
} as const;
