import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { Severity } from './form.ts';
import type { ReportLimits } from './reporting.ts';

export interface IncidentState extends DeskState {
  readonly status: 'handled' | 'reported' | 'final-owed' | 'closed' | 'dismissed';
  readonly owner: OrganisationId | null;
  readonly form: FormValues;
  /** As they stood when it was opened. */
  readonly limits: ReportLimits;
  /** Time line, measures, interim reports, lessons, summary. */
  readonly account: FormValues;
  readonly report?: FormValues;
  /** The day on which an office was told; nothing is seen of it there before. */
  readonly reported?: CivilDate;
  /** Last day for the safety assessment that the incident triggers. */
  readonly assessBy?: CivilDate;
  readonly finalReport?: FormValues;
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
}

export type IncidentEvent =
  | (Opened & { readonly type: 'opened'; readonly limits: ReportLimits })
  | { readonly type: 'saved'; readonly form: FormValues }
  | {
      readonly type: 'entered' | 'measured' | 'updated' | 'learned' | 'assessed' | 'closed';
      readonly account: FormValues;
    }
  | { readonly type: 'reported'; readonly report: FormValues; readonly assessBy?: CivilDate }
  | { readonly type: 'reclassified'; readonly severity: Severity }
  | { readonly type: 'final-asked' }
  | { readonly type: 'finally-reported'; readonly finalReport: FormValues }
  | { readonly type: 'dismissed' }
  | DeskEvent;
