import { changeReasonLabel, changeReasons, type ChangeReason } from '@suanjian/register';
import type { Effect } from '../../engine/definition.ts';
import type { MatterReference } from '../../engine/lookups.ts';

/** Reasons of a change after which what was reviewed is no longer what runs. No clause lists them: a policy default of this software. */
const materialReasons: ReadonlySet<string> = new Set<ChangeReason>([
  'model-changed',
  'modality-changed',
  'purpose-changed',
  'function-changed',
]);

export const isMaterial = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => materialReasons.has(reason));

/** Opens again what a committee had reviewed before a filed change. */
export const reviewAgainEffects = (
  reviews: readonly MatterReference[],
  given: readonly string[],
): readonly Effect[] => {
  const reasons = changeReasons.filter(({ id }) => given.includes(id)).map(({ id }) => changeReasonLabel(id).zh);
  const reopening = { what: `备案变更：${reasons.join('、')}。` };
  return reviews.map((matter) => ({ matter, command: 'reopen-review', input: { reopening } }));
};
