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
  assign: text('分配', 'Assign'),
  assigning: text('正在分配…', 'Assigning…'),
  assigned: (count: number) =>
    text(`已分配 ${count} 项。`, count === 1 ? '1 matter was assigned.' : `${count} matters were assigned.`),
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
