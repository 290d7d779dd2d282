import type { Hindrance, MatterId, Refusal } from '@suanjian/matters';

export interface Done {
  readonly outcome: 'done';
  readonly kind: string;
  readonly matter: MatterId;
  readonly status: string;
  /** Position of the last event; what the next command may name as the one it has seen. */
  readonly position: number;
}

export type RefusedWhy =
  | Hindrance['why']
  | 'not-found'
  /** The input does not fit its schema. */
  | 'invalid'
  /** The matter's own rules refuse it. */
  | 'refused'
  /** Somebody moved the matter since the position the caller has seen. */
  | 'stale'
  /** The idempotency key was used for another request. */
  | 'key-reused';

export interface Refused {
  readonly outcome: 'refused';
  readonly why: RefusedWhy;
  readonly refusals: readonly Refusal[];
}

/** Rolls the transaction back and carries the refusal out of it. */
export class RefusedError extends Error {
  readonly refused: Refused;

  constructor(why: RefusedWhy, refusals: readonly Refusal[]) {
    super(`${why}: ${refusals.map(({ code }) => code).join(', ')}`);
    this.refused = { outcome: 'refused', why, refusals };
  }
}
