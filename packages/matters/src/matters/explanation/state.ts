import type { CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { RedressEvent, RedressOpened, RedressState } from '../common/redress/state.ts';

export type ExplanationStatus =
  | 'with-provider'
  | 'asked'
  | 'drafted'
  | 'sent'
  | 'refused'
  | 'closed'
  | 'contested'
  | 'withdrawn';

export interface ExplanationState extends RedressState {
  readonly status: ExplanationStatus;
  /** What waits for its review; the person does not see it. */
  readonly draft: FormValues;
  /** Who wrote the draft, and therefore does not review it. */
  readonly drafter?: AccountId | undefined;
  readonly explanation: FormValues;
  readonly refused?: { readonly ground: string; readonly on: CivilDate; readonly reason: string };
}

export type ExplanationEvent =
  | (RedressOpened & { readonly limit?: PromisedLimit })
  | { readonly type: 'drafted'; readonly draft: FormValues }
  | { readonly type: 'sent-back' }
  | { readonly type: 'sent'; readonly explanation: FormValues; readonly late: boolean }
  | { readonly type: 'refused'; readonly ground: string; readonly late: boolean }
  | { readonly type: 'contented' }
  | { readonly type: 'contested' }
  | RedressEvent;

export const open = ['with-provider', 'asked', 'drafted', 'sent', 'refused'] as const;
export const all = [...open, 'closed', 'contested', 'withdrawn'] as const;
