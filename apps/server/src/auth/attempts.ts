import { text } from '@suanjian/rulebook';
import { problem, ProblemError } from '../http/problem.ts';

export interface AttemptRule {
  readonly most: number;
  readonly withinSeconds: number;
}

export interface Attempts {
  /** Counts one attempt under each key. @returns seconds to wait when one of them is used up, else 0 */
  take(entries: readonly (readonly [key: string, rule: AttemptRule])[]): number;
  /** Forgets a key, after a success. */
  forget(key: string): void;
}

/** More keys than this are not kept: the oldest go first. */
const mostKeys = 50_000;

/** Counts attempts in sliding windows, in memory: one process serves one installation, and a restart is no way in that could be chosen from outside. */
export const createAttempts = (milliseconds: () => number): Attempts => {
  const taken = new Map<string, number[]>();
  const recent = (key: string, { withinSeconds }: AttemptRule): number[] => {
    const from = milliseconds() - withinSeconds * 1000;
    return (taken.get(key) ?? []).filter((at) => at > from);
  };
  return {
    take: (entries) => {
      const now = milliseconds();
      const found = entries.map(([key, rule]) => ({ key, rule, times: recent(key, rule) }));
      const waits = found.map(({ rule, times }) => {
        const first = times.at(-rule.most);
        return first === undefined ? 0 : Math.max(1, Math.ceil((first + rule.withinSeconds * 1000 - now) / 1000));
      });
      const wait = Math.max(0, ...waits);
      if (wait > 0) return wait;
      for (const { key, times } of found) {
        taken.delete(key);
        taken.set(key, [...times, now]);
      }
      for (const key of taken.keys()) {
        if (taken.size <= mostKeys) break;
        taken.delete(key);
      }
      return 0;
    },
    forget: (key) => {
      taken.delete(key);
    },
  };
};

export const tooManyAttempts = (seconds: number): ProblemError => {
  const minutes = Math.ceil(seconds / 60);
  return new ProblemError(
    problem(
      429,
      'too-many-requests',
      text('尝试次数太多', 'Too many attempts'),
      text(`请在 ${minutes} 分钟后再试。`, `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`),
    ),
  );
};

/** Per address: many people may sit behind one. Per address and name: guessing. Per name from anywhere: guessing from many addresses. */
export const signInRules = (address: string, email: string): readonly (readonly [string, AttemptRule])[] => [
  [`sign-in ${address}`, { most: 60, withinSeconds: 300 }],
  [`sign-in ${address} ${email}`, { most: 8, withinSeconds: 900 }],
  [`sign-in * ${email}`, { most: 60, withinSeconds: 3600 }],
];

/** For everything else that costs a hash, a mail or a row. */
export const formRules = (form: string, address: string): readonly (readonly [string, AttemptRule])[] => [
  [`${form} ${address}`, { most: 20, withinSeconds: 600 }],
];
