import type { Text } from '@suanjian/rulebook';

/**
 * Something that does not fit together but kept nothing from being submitted. The sentence that explains it may quote sealed
 * values, so it is never stored: it is found again from the form when somebody may read that.
 */
export interface KeptWarning {
  readonly rule: string;
  readonly title: Text;
  readonly pointers: readonly string[];
  readonly clause?: string;
}

export const keptWarning = ({ rule, title, pointers, clause }: KeptWarning): KeptWarning => ({
  rule,
  title,
  pointers,
  ...(clause === undefined ? {} : { clause }),
});
