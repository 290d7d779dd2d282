import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { EvidenceReference } from '../common/evidence-reference.ts';

export type SelfInspectionStatus = 'asked' | 'overdue' | 'submitted' | 'accepted' | 'withdrawn';

export interface SelfInspectionState extends DeskState {
  readonly status: SelfInspectionStatus;
  /** The provider's name. */
  readonly title: string;
  readonly level: OfficeLevel;
  /** The campaign that asks for it; absent where an office asked by itself. */
  readonly parent?: Opened['parent'];
  /** How the campaign's list names it. */
  readonly target?: string;
  /** Of the filing that it is about, where it is about one. */
  readonly number?: string;
  /** The tasks, as `campaignPresets` knows them. */
  readonly preset: string;
  readonly request: FormValues;
  readonly due: CivilDate;
  /** From when the time that ends on `due` runs. */
  readonly runsFrom: CivilDate;
  /** What the provider is writing; `sent` is what it last submitted. */
  readonly checklist: FormValues;
  readonly sent: FormValues;
  readonly submitted?: { readonly on: CivilDate; readonly late: boolean; readonly unmet: number };
  /** Clauses that the company has answered in full so far; its own until it submits. */
  readonly answered: readonly string[];
  /** Verdicts of checks that the draft rests on, and that what was submitted rests on. */
  readonly found: readonly EvidenceReference[];
  readonly references: readonly EvidenceReference[];
  readonly reminded: readonly CivilDate[];
  readonly urged: readonly CivilDate[];
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
}

export type SelfInspectionEvent =
  | (Opened & Pick<SelfInspectionState, 'title' | 'level' | 'target' | 'number' | 'preset' | 'request' | 'due'>)
  | { readonly type: 'prefilled'; readonly checklist: FormValues; readonly found: readonly EvidenceReference[] }
  | { readonly type: 'answered'; readonly checklist: FormValues }
  | {
      readonly type: 'submitted';
      readonly sent: FormValues;
      readonly references: readonly EvidenceReference[];
      readonly unmet: number;
      readonly late: boolean;
    }
  | { readonly type: 'returned'; readonly by: CivilDate }
  | { readonly type: 'accepted' }
  | { readonly type: 'reminded' }
  | { readonly type: 'urged' }
  | { readonly type: 'lapsed' }
  | { readonly type: 'withdrawn' }
  | DeskEvent;
