import { civilDayOf, type DecisionLog } from '@suanjian/decision-log';

const HOUR = 3_600_000;

/** Calls `work` again and again until it is told to end: the machine's own timers, or a test's. */
export type Repeat = (work: () => void, milliseconds: number) => () => void;

/** With the machine's timers, which keep no process alive. */
export const repeat: Repeat = (work, milliseconds) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

export interface Chores {
  /** Begins nothing more, and waits for what is under way. */
  end(): Promise<void>;
}

/**
 * Every hour: a checkpoint, and the segments of days that are over are compressed. One that fails keeps the other from nothing, and an hour in which
 * the last one's work is still under way is left out.
 */
export const startChores = (
  log: Pick<DecisionLog, 'checkpoint' | 'compress' | 'now'>,
  { again, onError }: { readonly again: Repeat; readonly onError: (error: unknown) => void },
): Chores => {
  const work = async (): Promise<void> => {
    for (const chore of [() => log.checkpoint(), () => log.compress(civilDayOf(log.now()))])
      try {
        await chore();
      } catch (error) {
        onError(error);
      }
  };
  let under: Promise<void> | undefined;
  const stop = again(() => {
    under ??= work().finally(() => {
      under = undefined;
    });
  }, HOUR);
  return {
    end: async () => {
      stop();
      await under;
    },
  };
};
