import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many bytes are received before their pieces are cleared away: a collection of the young takes a third of a millisecond. */
const ENOUGH = 4 * 2 ** 20;

let received = 0;
let collectYoung: (() => void) | undefined;

/**
 * The pieces in which bodies come are garbage as soon as they are copied, but they lie outside of the engine's heap: it takes them for growth and looks through all of its
 * memory on all cores every few batches, for a quarter of the time that the whole way of a batch takes. Told how much came, this has it look through the young only.
 */
export function clearSpentPieces(bytes: number): void {
  received += bytes;
  if (received < ENOUGH) return;
  received = 0;
  collectYoung ??= youngCollection();
  collectYoung();
}

/** What `--expose-gc` gives to a context, without giving it to the program's own; nothing where the engine does not know it. */
function youngCollection(): () => void {
  try {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('globalThis.gc');
    setFlagsFromString('--no-expose-gc');
    if (typeof collect === 'function') return () => void collect({ type: 'minor' });
  } catch {
    // It only costs time.
  }
  return () => undefined;
}
