import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { choice, date, fieldsOf, long, pickMatter, short } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const step = 'reminder';
const field = fieldsOf(step, 'public', 'campaign/2.3');

const formOf = oneStepForms('filing-reminder-', step);

/** Working days between one reminder and the next. */
const everyOptions = [
  { value: '5', label: text('每 5 个工作日', 'Every 5 working days') },
  { value: '10', label: text('每 10 个工作日', 'Every 10 working days') },
  { value: '20', label: text('每 20 个工作日', 'Every 20 working days') },
] as const;

export const reminderForm = formOf(
  'reminder',
  ['督促备案', 'Reminder to file'],
  [
    '企业随即收到通知；到期没有备案也没有答复的，系统按间隔再次提醒。',
    'The company is told at once. Where it has neither filed nor answered by the day, it is reminded again and again.',
  ],
  {
    provider: field(
      ['企业全称', 'Name of the company in full'],
      ['已登记的企业。', 'A company that is registered here.'],
      short(320),
    ),
    service: field(
      ['哪项服务', 'Which service'],
      ['应当备案的服务；不清楚可以不填。', 'That should be filed; empty where it is not known.'],
      short(100),
      { required: false },
    ),
    why: field(
      ['为什么应当备案', 'Why it should be filed'],
      ['例如服务用了哪类算法、有舆论属性。', 'Such as the technique in use, and its weight in public opinion.'],
      long(2000),
      { clause: 'final/24.1' },
    ),
    by: field(['备案或答复的日期', 'File or answer by'], ['须是工作日。', 'A working day.'], date),
    every: field(
      ['之后多久再提醒', 'Then reminded again'],
      ['到没有备案也没有答复为止。', 'Until it has filed or answered.'],
      choice(everyOptions),
    ),
  },
);

const answerOptions = [
  { value: 'filed', label: text('已经提交备案', 'It has been submitted') },
  { value: 'will-file', label: text('正在准备备案', 'It is being prepared') },
  { value: 'not-needed', label: text('不需要备案', 'It need not be filed') },
] as const;

const saysFiled = ({ answer }: FormValues): boolean => answer === 'filed';
const saysOtherwise = ({ answer }: FormValues): boolean => answer === 'will-file' || answer === 'not-needed';

export const answerForm = formOf(
  'answer',
  ['答复', 'Answer'],
  ['说明备案办得怎样；认为不需要备案的写明依据。', 'How the filing stands; or why it need not be filed.'],
  {
    answer: field(['情况', 'How it stands'], ['如实选择。', 'As it is.'], choice(answerOptions)),
    filing: field(
      ['哪一件备案', 'Which filing'],
      ['已经提交的备案。', 'The one that was submitted.'],
      pickMatter('filing', 'first-review', 'second-review', 'returned', 'filed'),
      { shown: saysFiled },
    ),
    account: field(
      ['说明', 'Account'],
      ['什么时候提交，或者为什么不需要。', 'When it will be submitted, or why it need not be.'],
      long(2000),
      { shown: saysOtherwise },
    ),
  },
);

export const insistForm = formOf(
  'insist',
  ['仍要备案', 'It has to be filed'],
  ['写明理由和新的日期。', 'With a reason and a new day.'],
  { by: field(['备案或答复的日期', 'File or answer by'], ['须是工作日。', 'A working day.'], date) },
);
