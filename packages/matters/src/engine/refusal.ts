import type { Text } from '@suanjian/rulebook';

/** Why something was not done: what was wrong, where, and what to do, for people; `code` is for programs and stays stable. */
export interface Refusal {
  readonly code: string;
  readonly text: Text;
  /** JSON pointer into the input or the form. */
  readonly pointer?: string;
  readonly clause?: string;
}

/** What a command leads to: events, or every reason why not. */
export type Decision<Event> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

export const accept = <Event>(...events: readonly Event[]): Decision<Event> => ({ outcome: 'accepted', events });

/** @param refusals at least one; all that is wrong, not only the first thing. */
export const refuse = (...refusals: readonly [Refusal, ...Refusal[]]): Decision<never> => ({
  outcome: 'refused',
  refusals,
});

/** Accepts when nothing speaks against it. */
export const acceptUnless = <Event>(refusals: readonly Refusal[], ...events: readonly Event[]): Decision<Event> =>
  refusals.length > 0 ? { outcome: 'refused', refusals } : accept(...events);
