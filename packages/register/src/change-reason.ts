import { text, type Text } from '@suanjian/rulebook';

/**
 * Why a filing changes: the kinds found in the register's public remarks, shared with the change matter so that what a
 * provider declares and what the register prints speak the same words. `other` never comes out of a remark.
 */
export const changeReasons = [
  { id: 'subject-renamed', label: text('备案主体名称变更', 'Subject renamed or replaced') },
  { id: 'algorithm-renamed', label: text('算法名称变更', 'Algorithm renamed') },
  { id: 'product-added', label: text('新增关联产品', 'Product added') },
  { id: 'product-removed', label: text('删除关联产品', 'Product removed') },
  { id: 'product-renamed', label: text('产品名称或形式变更', 'Product renamed or its form changed') },
  { id: 'product-changed', label: text('产品变更', 'Product changed') },
  { id: 'function-changed', label: text('功能或访问路径变更', 'Function or way to reach it changed') },
  { id: 'model-changed', label: text('算法模型变更', 'Model changed') },
  { id: 'modality-changed', label: text('输入或输出模态变更', 'Input or output modality changed') },
  {
    id: 'responsible-person-changed',
    label: text('算法安全责任人变更', 'Person responsible for algorithm security changed'),
  },
  { id: 'legal-representative-changed', label: text('法定代表人变更', 'Legal representative changed') },
  { id: 'purpose-changed', label: text('主要用途变更', 'Main purpose changed') },
  { id: 'disclosure-updated', label: text('公示内容更新', 'Disclosure updated') },
  { id: 'assessment-updated', label: text('自评估报告更新', 'Self-assessment report updated') },
  { id: 'other', label: text('其他变更', 'Other change') },
] as const satisfies readonly { id: string; label: Text }[];

export type ChangeReason = (typeof changeReasons)[number]['id'];

const labels = Object.fromEntries(changeReasons.map(({ id, label }) => [id, label])) as Record<ChangeReason, Text>;
export const changeReasonLabel = (reason: ChangeReason): Text => labels[reason];
