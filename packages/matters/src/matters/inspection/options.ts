import { text } from '@suanjian/rulebook';
import type { Option } from '../../engine/form.ts';

const option = <Value extends string>(value: Value, zh: string, en: string) => ({ value, label: text(zh, en) });

export const ways = [
  option('announced', '事先通知', 'Announced'),
  option('on-the-spot', '不事先通知，到场出示证件', 'Unannounced: identity is shown on the spot'),
] as const satisfies readonly Option[];

export const bases = [
  option('final/28.1', '管理规定第二十八条第一款', 'Regulation, article 28, paragraph 1'),
  option('draft/24.1', '征求意见稿第二十四条第一款', 'Consultation draft, article 24, paragraph 1'),
  option('campaign/2.2', '专项行动通知：现场检查', 'Campaign notice: on-site inspection'),
  option('safety-2018/9', '安全评估规定第九条', 'Safety assessment rules, article 9'),
] as const satisfies readonly Option[];

export const results = [
  option('met', '做到', 'Done'),
  option('partly', '部分做到', 'Partly done'),
  option('unmet', '没有做到', 'Not done'),
  option('not-applicable', '不涉及', 'Does not apply'),
] as const satisfies readonly Option[];

export const gravities = [
  option('slight', '轻微', 'Slight'),
  option('ordinary', '一般', 'Ordinary'),
  option('grave', '严重', 'Grave'),
] as const satisfies readonly Option[];

export const evidenceKinds = [
  option('check', '检查结果', 'Result of a check'),
  option('log-request', '调取的日志', 'Logs that were handed over'),
  option('document', '查阅的文件', 'A document that was read'),
  option('statement', '现场陈述', 'What was said on site'),
] as const satisfies readonly Option[];

export const refusalKinds = [
  option('refused', '明确拒绝签字', 'Expressly refuses'),
  option('no-answer', '过期没有签字', 'Has not signed in time'),
] as const satisfies readonly Option[];
