import { text } from '@suanjian/rulebook';
import type { Option } from '../../engine/form.ts';

const option = (value: string, zh: string, en: string): Option => ({ value, label: text(zh, en) });

export const templates = ['self-assessment', 'safety-2018', 'checklist-2024'] as const;
export type Template = (typeof templates)[number];

export const templateOptions: readonly Option[] = [
  option('self-assessment', '算法安全自评估', 'Self-assessment of an algorithm'),
  option('safety-2018', '舆论属性服务安全评估（2018）', 'Safety assessment of services that sway opinion (2018)'),
  option('checklist-2024', '二十七项治理清单自查（2024）', 'Self-inspection by the 27 items (2024)'),
];

export const kindOptions: readonly Option[] = [
  option('self', '自行评估', 'By the provider itself'),
  option('third-party', '委托第三方', 'By a third party'),
];

/** The five situations of safety-2018/3, in their order. */
export const triggerOptions: readonly Option[] = [
  option('launch', '上线或者增设功能', 'Launch or new function'),
  option('technique', '新技术带来重大变更', 'New technique, great change'),
  option('growth', '用户大增', 'Many more users'),
  option('spread', '有害信息扩散', 'Harmful information spread'),
  option('notice', '主管部门或公安机关书面通知', 'Written notice from an office or the police'),
];

export const answerOptions: readonly Option[] = [
  option('met', '已做到', 'Done'),
  option('partly', '部分做到', 'Partly done'),
  option('unmet', '未做到', 'Not done'),
  option('not-applicable', '不涉及', 'Does not apply'),
];

export const riskKinds = ['abuse', 'holes', 'malicious-use', 'content', 'data'] as const;

export const riskKindOptions: readonly Option[] = [
  option('abuse', '算法滥用', 'Abuse'),
  option('holes', '算法漏洞', 'Holes'),
  option('malicious-use', '恶意利用', 'Malicious use'),
  option('content', '违法和不良信息', 'Illegal and undesirable content'),
  option('data', '数据与个人信息', 'Data and personal information'),
];

export const likelihoodOptions: readonly Option[] = [
  option('1', '1 几乎不会', '1 hardly ever'),
  option('2', '2 较少', '2 seldom'),
  option('3', '3 有时', '3 sometimes'),
  option('4', '4 经常', '4 often'),
  option('5', '5 几乎必然', '5 nearly always'),
];

export const effectOptions: readonly Option[] = [
  option('1', '1 轻微', '1 slight'),
  option('2', '2 有限', '2 limited'),
  option('3', '3 明显', '3 marked'),
  option('4', '4 严重', '4 grave'),
  option('5', '5 特别严重', '5 very grave'),
];

export const outcomeOptions: readonly Option[] = [
  option('under-control', '符合要求，风险可控', 'Meets the requirements; risks are under control'),
  option('with-conditions', '有条件通过，按计划整改', 'Passes with conditions, mended to a plan'),
  option('not-yet', '尚不符合，整改后再评', 'Does not pass yet; to be assessed again'),
];

export const evidenceKindOptions: readonly Option[] = [
  option('check', '审计检查结果', 'Result of an audit check'),
  option('document', '文件', 'Document'),
  option('screenshot', '截图', 'Screenshot'),
];

export const verdictOptions: readonly Option[] = [
  option('pass', '通过', 'pass'),
  option('fail', '未通过', 'fail'),
  option('not-enough-data', '数据不足', 'not enough data'),
  option('not-applicable', '不适用', 'not applicable'),
];
