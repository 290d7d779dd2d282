import type { FormValues } from '../../engine/form.ts';

/** Fictional throughout. */
export const exampleBody: FormValues = { capacity: 'association', mandate: '协会章程第三条。' };

export const exampleVersion: FormValues = {
  code: 'TSJ-01',
  version: '1.0',
  called: '个性化推荐关闭选项',
  from: '2026-12-31',
  pack: 'c'.repeat(64),
  words: '关闭以后立即停止，不得反复弹窗。',
  thresholds: [{ check: 'opt-out-honoured', bound: '关闭后个性化展示为零' }],
};
