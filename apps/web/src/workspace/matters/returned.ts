import type { MatterReadingAnswer } from '@suanjian/contracts';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import type { Highlight } from '../forms/highlight.ts';

export interface Returned {
  readonly on: string;
  readonly reason: string;
  readonly fields: readonly Highlight[];
}

/** Why the office sent the form back; stays until the next submission. */
export const returnedOf = ({ state }: MatterReadingAnswer): Returned | undefined => {
  const returned = state['returned'];
  if (returned === undefined || returned === null) return undefined;
  const { on, reason, fields } = recordOf(returned);
  return {
    on: textOf(on),
    reason: textOf(reason),
    fields: listOf(fields)
      .map(recordOf)
      .map((field) => ({ pointer: textOf(field['pointer']), reason: textOf(field['reason']) })),
  };
};
