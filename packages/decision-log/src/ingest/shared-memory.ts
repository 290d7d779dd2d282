import { clearSpentShared } from './spent-memory.ts';

/** Memory for bodies that every thread can read, used again and again: making it anew for each batch costs more than filling it. */
export class SharedMemory {
  readonly #free: SharedArrayBuffer[] = [];
  readonly #mostFree: number;

  /** Keeps at most `mostFree` bytes for later. */
  constructor(mostFree: number) {
    this.#mostFree = mostFree;
  }

  /** Memory of at least `size` bytes; what it holds is of no meaning. */
  take(size: number): Uint8Array<SharedArrayBuffer> {
    const index = this.#free.findIndex(({ byteLength }) => byteLength >= size);
    const [found] = index < 0 ? [] : this.#free.splice(index, 1);
    return new Uint8Array(found ?? new SharedArrayBuffer(roundedUp(size)));
  }

  /** Whoever gives memory back reads and writes it no more. */
  giveBack({ buffer }: Uint8Array): void {
    if (!(buffer instanceof SharedArrayBuffer)) return;
    this.#free.push(buffer);
    // The small ones first, so that a small body does not take a large one's.
    this.#free.sort((left, right) => left.byteLength - right.byteLength);
    let kept = this.#free.reduce((sum, { byteLength }) => sum + byteLength, 0);
    while (kept > this.#mostFree) {
      const dropped = this.#free.pop()?.byteLength ?? kept;
      clearSpentShared(dropped);
      kept -= dropped;
    }
  }
}

const SMALLEST = 2 ** 20;

const roundedUp = (size: number): number => {
  let rounded = SMALLEST;
  while (rounded < size) rounded *= 2;
  return rounded;
};
