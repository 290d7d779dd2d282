import type { CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { RedressEvent, RedressOpened, RedressState } from '../common/redress/state.ts';

export type AppealStatus = 'with-provider' | 'asked' | 'answered' | 'escalated' | 'decided' | 'closed' | 'withdrawn';

export interface AppealState extends RedressState {
  readonly status: AppealStatus;
  /** Whether it was taken to the office, which sees it from then on. */
  readonly reachedOffice: boolean;
  /** Who decided first: `algorithm`, or an account that may not decide the appeal. */
  readonly decider?: { readonly by: 'algorithm' } | { readonly by: 'person'; readonly account: AccountId };
  readonly outcome?: string;
  readonly answer: FormValues;
  readonly decision: FormValues;
  readonly ruling?: { readonly ruling: string; readonly basis: readonly string[]; readonly on: CivilDate };
}

export type AppealEvent =
  | (RedressOpened & { readonly limit?: PromisedLimit })
  | { readonly type: 'taken-up'; readonly decider: NonNullable<AppealState['decider']> }
  | { readonly type: 'answered'; readonly outcome: string; readonly answer: FormValues; readonly late: boolean }
  | { readonly type: 'contented' }
  | { readonly type: 'escalated'; readonly why: 'not-content' | 'overdue' | 'lapsed' }
  | {
      readonly type: 'decided';
      readonly ruling: string;
      readonly basis: readonly string[];
      readonly decision: FormValues;
    }
  | RedressEvent
  | DeskEvent;

export const open = ['with-provider', 'asked', 'answered', 'escalated'] as const;
export const all = [...open, 'decided', 'closed', 'withdrawn'] as const;
