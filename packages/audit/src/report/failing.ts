import { text, type Text } from '@suanjian/rulebook';
import { failsRun } from './build.ts';
import type { ReportResult } from './schema.ts';

/** How many failures count, in a sentence. Somebody's own questions have no clause, and so no duty, behind them. */
export const failingWords = (results: readonly ReportResult[]): Text => {
  const failing = results.filter(failsRun).length;
  if (results.length > 0 && results.every(({ check }) => check === null))
    return failing === 0
      ? text('没有问题不合格。', 'No question failed.')
      : text(`${failing} 个问题不合格。`, failing === 1 ? '1 question failed.' : `${failing} questions failed.`);
  return failing === 0
    ? text('没有义务性检查不合格。', 'No duty failed.')
    : text(`${failing} 项义务性检查不合格。`, failing === 1 ? '1 duty failed.' : `${failing} duties failed.`);
};
