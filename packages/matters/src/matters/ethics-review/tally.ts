import { text } from '@suanjian/rulebook';
import type { Outcome } from './state.ts';

export const votes = [
  { value: 'approve', label: text('同意', 'Approve') },
  { value: 'conditions', label: text('有条件同意', 'Approve with conditions') },
  { value: 'reject', label: text('不同意', 'Reject') },
  { value: 'abstain', label: text('弃权', 'Abstain') },
] as const;
export type Vote = (typeof votes)[number]['value'];

export type Count = Readonly<Record<Vote, number>>;

export const counted = (given: readonly Vote[]): Count => ({
  approve: given.filter((vote) => vote === 'approve').length,
  conditions: given.filter((vote) => vote === 'conditions').length,
  reject: given.filter((vote) => vote === 'reject').length,
  abstain: given.filter((vote) => vote === 'abstain').length,
});

/**
 * By more than half of the votes cast; abstentions are none. Whoever approves with conditions approves, so both together carry an approval, with
 * conditions unless those without them are more than half alone. Without a majority nothing is approved. Undefined when nobody voted for anything.
 */
export const outcomeOf = ({ approve, conditions, reject }: Count): Outcome | undefined => {
  const cast = approve + conditions + reject;
  if (cast === 0) return undefined;
  if (2 * approve > cast) return 'approved';
  return 2 * (approve + conditions) > cast ? 'conditional' : 'rejected';
};

const decided: Readonly<Record<Outcome, Vote>> = { approved: 'approve', conditional: 'conditions', rejected: 'reject' };

/** Votes for something else than what was decided. */
export const dissentFrom = (outcome: Outcome, count: Count): number =>
  count.approve + count.conditions + count.reject - count[decided[outcome]];
