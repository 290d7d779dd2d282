import type { Outcome } from './outcome.ts';

/** One step of `npm test`. */
export interface Step {
  /** As given to `--only`. */
  readonly name: string;
  readonly title: string;
  run(context: StepContext): Promise<Outcome>;
}

export interface StepContext {
  readonly root: string;
  /** Paths or parts of paths that narrow the tests down; empty means all. */
  readonly filters: readonly string[];
  /** Whether the system's packages may be installed when they are missing. */
  readonly mayInstall: boolean;
  /** Aborted when the run was asked to stop; what is running is ended, and no further step begins. */
  readonly stopping: AbortSignal;
  say(line: string): void;
}
