import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many bytes are received before their pieces are cleared away: a collection of the young takes a third of a millisecond. */
const ENOUGH_PIECES = 4 * 2 ** 20;
/** So many bytes of shared memory are let go before they are cleared away: a full collection takes some twenty milliseconds. */
const ENOUGH_SHARED = 128 * 2 ** 20;

let received = 0;
let letGo = 0;
let collect: ((type: 'minor' | 'major') => void) | undefined;

/**
 * The pieces in which bodies come are garbage as soon as they are copied, but they lie outside of the engine's heap: it takes them for growth and looks through all of its
 * memory on all cores every few batches, for a fifth of the time that the whole way of a batch takes. Told how much came, this has it look through the young only.
 */
export function clearSpentPieces(bytes: number): void {
  received += bytes;
  if (received < ENOUGH_PIECES) return;
  received = 0;
  collect ??= collector();
  collect('minor');
}

/** Shared memory that nobody wants any more. The engine does not count it at all, and would give it back when it happens to look through everything. */
export function clearSpentShared(bytes: number): void {
  letGo += bytes;
  if (letGo < ENOUGH_SHARED) return;
  letGo = 0;
  collect ??= collector();
  collect('major');
}

/**
 * Looking through the young is a third of a millisecond's work for one thread. Spread over several it takes as long as the busiest core lets the
 * last of them wait, and all of the service with it.
 */
const byOneThread = '--no-parallel-scavenge';

/** What `--expose-gc` gives to a context, without giving it to the program's own; nothing where the engine does not know it. */
function collector(): (type: 'minor' | 'major') => void {
  try {
    setFlagsFromString(byOneThread);
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('globalThis.gc');
    setFlagsFromString('--no-expose-gc');
    if (typeof found === 'function') return (type) => void found({ type });
  } catch {
    // It only costs time and memory.
  }
  return () => undefined;
}
