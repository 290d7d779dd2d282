import { clausesToAnswer } from '../common/campaign-presets.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import type { FormValues } from '../../engine/form.ts';
import type { SelfInspectionState } from './state.ts';

export const clausesOfTasks = ({ preset }: Pick<SelfInspectionState, 'preset'>): readonly string[] =>
  clausesToAnswer(preset);

/** What keeps an item from counting: no result, no account, or nothing said about what is not met. */
const isWhole = (item: FormValues): boolean =>
  wordsIn(item, 'result') !== '' &&
  wordsIn(item, 'account') !== '' &&
  (item['result'] !== 'unmet' || (wordsIn(item, 'measure') !== '' && wordsIn(item, 'fixedBy') !== ''));

/** Clauses that are not answered in full. What a bundle filled in still wants the company’s own account. */
export const unanswered = (state: Pick<SelfInspectionState, 'preset' | 'checklist'>): readonly string[] => {
  const items = entriesOf(state.checklist, 'items');
  return clausesOfTasks(state).filter((clause) => !items.some((item) => item['clause'] === clause && isWhole(item)));
};

/** Those of the tasks that are answered in full. */
export const answeredIn = (state: Pick<SelfInspectionState, 'preset' | 'checklist'>): readonly string[] => {
  const open = new Set(unanswered(state));
  return clausesOfTasks(state).filter((clause) => !open.has(clause));
};

export const countUnmet = (checklist: FormValues): number =>
  entriesOf(checklist, 'items').filter(({ result }) => result === 'unmet').length;
