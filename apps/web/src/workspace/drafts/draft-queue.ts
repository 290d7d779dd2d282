import type { RefusalAnswer } from '@suanjian/contracts';
import { failureFrom } from '../client/failure.ts';
import type { Changes, UnsentStore } from './unsent.ts';

export type SaveStanding =
  | { readonly standing: 'saved' }
  | { readonly standing: 'waiting' }
  | { readonly standing: 'saving' }
  /** No connection; it is tried again by itself. */
  | { readonly standing: 'offline' }
  /** Somebody else has moved the matter on; the page has to be read anew before anything can be saved. */
  | { readonly standing: 'stale' }
  /** Some fields cannot be kept as they stand; all others are saved. */
  | { readonly standing: 'held'; readonly refusals: readonly RefusalAnswer[] }
  | { readonly standing: 'failed'; readonly message: string };

interface DraftPorts {
  readonly save: (changes: Changes, position: number, key: string) => Promise<{ readonly position: number }>;
  readonly store: UnsentStore;
  readonly newKey: () => string;
  /** Runs the task later; the returned function takes it back. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  readonly changed: (standing: SaveStanding) => void;
  /** Told after each confirmed save. */
  readonly moved: (position: number) => void;
}

/** One attempt at a save: repeated under the same key and with the same content until its outcome is known. */
interface Attempt {
  readonly changes: Changes;
  readonly key: string;
  readonly position: number;
}

const pause = 900;
const retries = [2_000, 5_000, 15_000, 30_000] as const;

const without = (changes: Changes, sent: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).filter(([pointer, value]) => !(pointer in sent) || sent[pointer] !== value),
  );

/**
 * Saves a draft by itself: only the fields that changed, one request at a time, in order. What is not confirmed stays in the
 * unsent store. Values are compared by identity: a field that changed while it was being saved is saved again.
 */
export class DraftQueue {
  readonly #ports: DraftPorts;
  #position: number;
  #pending: Changes;
  #held: Changes = {};
  #refusals: readonly RefusalAnswer[] = [];
  #attempt: Attempt | undefined;
  #busy = false;
  #failures = 0;
  #cancel: (() => void) | undefined;
  #stopped = false;

  constructor(ports: DraftPorts, position: number, pending: Changes = {}) {
    this.#ports = ports;
    this.#position = position;
    this.#pending = pending;
    if (Object.keys(pending).length > 0) this.#schedule(0);
  }

  get unsent(): Changes {
    return { ...this.#attempt?.changes, ...this.#pending };
  }

  change(pointer: string, value: unknown): void {
    this.#pending = { ...this.#pending, [pointer]: value };
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([held]) => held !== pointer));
    this.#refusals = this.#refusals.filter((refusal) => !covers(pointer, refusal.pointer));
    this.#keep();
    if (this.#stopped) return;
    this.#ports.changed({ standing: 'waiting' });
    this.#schedule(pause);
  }

  /** Saves now, for leaving a step or submitting; resolves when nothing is under way any more. */
  async flush(): Promise<boolean> {
    this.#cancel?.();
    while (!this.#stopped && (this.#busy || this.#due())) {
      if (this.#busy) await new Promise((done) => this.#ports.later(() => done(undefined), 50));
      else if (!(await this.#send())) return false;
    }
    return !this.#stopped && Object.keys(this.unsent).length === 0;
  }

  /** After `offline`: the connection is back. */
  retry(): void {
    if (this.#stopped) return;
    this.#failures = 0;
    this.#schedule(0);
  }

  dispose(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  #keep(): void {
    this.#ports.store.write(this.unsent);
  }

  #schedule(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = this.#ports.later(() => void this.#send(), milliseconds);
  }

  #due(): boolean {
    return this.#attempt !== undefined || Object.keys(without(this.#pending, this.#held)).length > 0;
  }

  #next(): Attempt | undefined {
    if (this.#attempt !== undefined || !this.#due()) return this.#attempt;
    return { changes: without(this.#pending, this.#held), key: this.#ports.newKey(), position: this.#position };
  }

  async #send(): Promise<boolean> {
    if (this.#busy || this.#stopped) return false;
    const attempt = this.#next();
    if (attempt === undefined) return true;
    this.#attempt = attempt;
    this.#busy = true;
    this.#ports.changed({ standing: 'saving' });
    try {
      const { position } = await this.#ports.save(attempt.changes, attempt.position, attempt.key);
      this.#confirmed(attempt, position);
      return true;
    } catch (error) {
      return this.#failed(attempt, error);
    } finally {
      this.#busy = false;
      if (this.#attempt === undefined && this.#due()) this.#schedule(pause);
    }
  }

  #confirmed(attempt: Attempt, position: number): void {
    this.#position = position;
    this.#failures = 0;
    this.#attempt = undefined;
    this.#pending = without(this.#pending, attempt.changes);
    this.#keep();
    this.#ports.moved(position);
    if (Object.keys(this.#pending).length === 0) this.#ports.changed({ standing: 'saved' });
    else if (this.#refusals.length > 0) this.#ports.changed({ standing: 'held', refusals: this.#refusals });
    else this.#ports.changed({ standing: 'waiting' });
  }

  #failed(attempt: Attempt, error: unknown): boolean {
    const failure = failureFrom(error);
    if (failure.kind === 'offline' || failure.kind === 'unavailable') {
      this.#ports.changed({ standing: 'offline' });
      this.#schedule(retries[Math.min(this.#failures, retries.length - 1)] ?? 30_000);
      this.#failures += 1;
      return false;
    }
    // The outcome is known: it was not done. A later attempt is another one.
    this.#attempt = undefined;
    this.#pending = { ...attempt.changes, ...this.#pending };
    if (failure.kind === 'refused' && this.#hold(attempt, failure.refusals)) return true;
    this.#stopped = failure.kind === 'stale';
    this.#ports.changed(
      failure.kind === 'stale' ? { standing: 'stale' } : { standing: 'failed', message: failure.message },
    );
    // Nothing is sent again by itself: the same content would be refused the same way.
    if (failure.kind !== 'stale') this.#held = { ...this.#held, ...attempt.changes };
    return false;
  }

  /** Sets the named fields aside, so that one wrong field does not keep the others from being saved. */
  #hold(attempt: Attempt, refusals: readonly RefusalAnswer[]): boolean {
    const named = Object.keys(attempt.changes).filter((pointer) =>
      refusals.some((refusal) => covers(pointer, refusal.pointer)),
    );
    if (named.length === 0) return false;
    this.#held = { ...this.#held, ...Object.fromEntries(named.map((pointer) => [pointer, attempt.changes[pointer]])) };
    this.#refusals = [...this.#refusals, ...refusals];
    this.#keep();
    this.#ports.changed({ standing: 'held', refusals: this.#refusals });
    return true;
  }
}

/** Whether a refusal's pointer lies in a field: the field itself, or an entry of its list. */
const covers = (field: string, pointer: string | undefined): boolean =>
  pointer !== undefined && (pointer === field || pointer.startsWith(`${field}/`));

/** The command's input from changes by pointer: `/form/x` goes into `form`, `/occurred` stands by itself. */
export const inputOf = (changes: Changes): Record<string, unknown> => {
  const input: Record<string, unknown> = {};
  const parts: Record<string, Record<string, unknown>> = {};
  for (const [pointer, value] of Object.entries(changes)) {
    const [property, field] = pointer.slice(1).split('/');
    if (property === undefined) continue;
    if (field === undefined) input[property] = value;
    else (parts[property] ??= {})[field] = value;
  }
  return { ...input, ...parts };
};
