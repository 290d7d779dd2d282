import type { CommandContext } from '../../engine/definition.ts';
import type { FormDefinition, FormValues } from '../../engine/form.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { KeptWarning } from '../common/kept-warning.ts';
import type { ChangeState } from './state.ts';

/** The form that a change edits, and how its values are judged when they are submitted: as those of a filing are. */
export interface ChangedForm<Facts> {
  readonly form: FormDefinition;
  readonly gather: (state: ChangeState, lookups: Lookups, context: CommandContext<undefined>) => Promise<Facts>;
  readonly judge: (
    values: FormValues,
    facts: Facts,
  ) => { readonly refusals: readonly Refusal[]; readonly warnings: readonly KeptWarning[] };
}
