import type { RefusalAnswer } from '@suanjian/contracts';
import type { FieldDefinition, FormValues } from '@suanjian/matters';
import type { Highlight } from './highlight.ts';

export interface FieldViewProps {
  readonly field: FieldDefinition;
  readonly pointer: string;
  readonly value: unknown;
  /** The values that its conditions look at: the form's, or those of its entry in a list. */
  readonly values: FormValues;
  readonly change: (value: unknown) => void;
  readonly blurred: () => void;
  readonly faults: readonly RefusalAnswer[];
  readonly highlights: readonly Highlight[];
}
