import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';

export const gravities = ['slight', 'ordinary', 'serious', 'grave'] as const;
export type Gravity = (typeof gravities)[number];

/** What is usual for acts of one gravity. Yuan, both included. */
export interface Step {
  readonly gravity: Gravity;
  readonly when: string;
  readonly atLeast: number;
  readonly atMost: number;
}

/** How an office uses its discretion under one clause, from a day on. */
export interface DiscretionStandard {
  /** From 1, over all clauses: what a decision cites. */
  readonly version: number;
  readonly title: string;
  /** The clause that sets the bounds. */
  readonly clause: string;
  readonly from: CivilDate;
  readonly words: string;
  readonly steps: readonly Step[];
  readonly publishedOn: CivilDate;
  readonly withdrawn?: { readonly on: CivilDate; readonly reason: string };
}

export interface DiscretionState {
  readonly status: 'published' | 'ended';
  readonly name: string;
  readonly office: FormValues;
  /** Oldest first. */
  readonly standards: readonly DiscretionStandard[];
}

export type DiscretionEvent =
  | (Opened & { readonly name: string; readonly office: FormValues })
  | { readonly type: 'standard-published'; readonly standard: Omit<DiscretionStandard, 'publishedOn' | 'withdrawn'> }
  | { readonly type: 'standard-withdrawn'; readonly version: number }
  | { readonly type: 'ended' };
