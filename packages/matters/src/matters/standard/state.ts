import type { CivilDate } from '@suanjian/rulebook';
import type { MatterState, Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';

/** A bound that the industry sets itself, beyond what the checks ask. */
export interface Threshold {
  readonly check: string;
  readonly bound: string;
}

/** One version of a standard, as it was published; nothing of it ever changes. */
export interface StandardVersion {
  readonly code: string;
  readonly version: string;
  readonly title: string;
  readonly from: CivilDate;
  /** SHA-256 of the check pack. */
  readonly pack: string;
  readonly words: string;
  readonly thresholds: readonly Threshold[];
  readonly publishedOn: CivilDate;
  /** It is not to be adopted any more, and why. */
  readonly withdrawn?: { readonly on: CivilDate; readonly reason: string };
}

export interface StandardState extends MatterState {
  readonly status: 'published' | 'ended';
  readonly body: FormValues;
  readonly name: string;
  readonly versions: readonly StandardVersion[];
  readonly endedOn?: CivilDate;
}

export type StandardEvent =
  | (Opened & Pick<StandardState, 'body' | 'name'>)
  | { readonly type: 'version-published'; readonly version: Omit<StandardVersion, 'publishedOn' | 'withdrawn'> }
  | { readonly type: 'version-withdrawn'; readonly code: string; readonly version: string }
  | { readonly type: 'ended' };
