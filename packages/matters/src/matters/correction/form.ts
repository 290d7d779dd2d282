import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';

/** What may be wrong in a public record, as a reader would name it. */
export const recordParts = [
  { value: 'subject', label: text('备案主体', 'Subject of the filing') },
  { value: 'algorithm-name', label: text('算法名称', 'Name of the algorithm') },
  { value: 'technique', label: text('算法类别或角色', 'Type of algorithm or role') },
  { value: 'products', label: text('应用产品', 'Products') },
  { value: 'purpose', label: text('主要用途', 'Purpose') },
  { value: 'disclosure', label: text('公示内容', 'Disclosure') },
  { value: 'number', label: text('备案编号', 'Filing number') },
  { value: 'history', label: text('变更、注销等历史', 'History of changes and cancellation') },
  { value: 'other', label: text('其他', 'Something else') },
] as const;

export const reportForm: FormDefinition = {
  name: 'record-error',
  steps: [
    {
      name: 'report',
      title: text('报告公示信息有误', 'Report an error in this record'),
      intro: text(
        '告诉我们公示页上哪里不对。不需要登录，报告只有网信部门能看到。',
        'Tell us what is wrong in the public record. No account is needed; only the office sees your report.',
      ),
    },
  ],
  fields: {
    number: {
      label: text('备案编号', 'Filing number'),
      help: text('21 位数字，不写前缀和“号”。', 'The 21 digits, without prefix and “号”.'),
      control: { kind: 'text', longest: 21 },
      secrecy: 'public',
      step: 'report',
      check: (value) =>
        /^\d{21}$/.test(value)
          ? undefined
          : text('应为 21 位数字，请对照公示页填写。', 'should be 21 digits, as the public record shows them.'),
    },
    part: {
      label: text('哪一部分', 'Which part'),
      help: text('选择有误的部分。', 'Choose the part that is wrong.'),
      control: { kind: 'choice', options: recordParts },
      secrecy: 'public',
      step: 'report',
    },
    wrong: {
      label: text('哪里不对', 'What is wrong'),
      help: text('请不要在这里写个人信息。', 'Please write no personal information here.'),
      control: { kind: 'text', longest: 2000, lines: 6 },
      secrecy: 'confidential',
      step: 'report',
    },
    right: {
      label: text('应当是什么', 'What would be right'),
      help: text('写明正确的内容；不知道就写“不知道”。', 'Say what it should be; if you do not know, say so.'),
      control: { kind: 'text', longest: 2000, lines: 6 },
      secrecy: 'confidential',
      step: 'report',
    },
    evidence: {
      label: text('可以核实的网址', 'Address where it can be checked'),
      help: text(
        '例如企业官网或公告的网址。没有可以不填。',
        'For example the company’s site or an announcement. May be left out.',
      ),
      control: { kind: 'text', longest: 500, pattern: 'url' },
      secrecy: 'confidential',
      step: 'report',
      required: false,
    },
    contact: {
      label: text('联系方式', 'How to reach you'),
      help: text(
        '电话或邮箱，仅用于就这份报告联系你。可以不填。',
        'A telephone number or e-mail address, used only about this report. May be left out.',
      ),
      control: { kind: 'text', longest: 120 },
      secrecy: 'personal',
      step: 'report',
      required: false,
    },
  },
};
