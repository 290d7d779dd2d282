import type { FamilyName } from '../families/families.ts';

/** Lines of one family that will be a batch. */
export interface Gathered {
  readonly family: FamilyName;
  readonly rows: number;
  readonly body: Buffer;
}

export interface GatheringLimits {
  readonly rows: number;
  readonly bytes: number;
  /** In milliseconds, from the first line on. */
  readonly age: number;
}

/** Gathers lines by family until they are enough, or old enough, for a batch. */
export class Gathering {
  readonly #limits: GatheringLimits;
  readonly #ready: (gathered: Gathered) => void;
  readonly #open = new Map<FamilyName, { readonly lines: string[]; bytes: number; readonly timer: NodeJS.Timeout }>();

  constructor(limits: GatheringLimits, ready: (gathered: Gathered) => void) {
    this.#limits = limits;
    this.#ready = ready;
  }

  add(family: FamilyName, line: string, bytes: number): void {
    let batch = this.#open.get(family);
    if (batch !== undefined && batch.bytes + bytes > this.#limits.bytes) {
      this.#close(family);
      batch = undefined;
    }
    if (batch === undefined) {
      batch = { lines: [], bytes: 0, timer: setTimeout(() => this.#close(family), this.#limits.age) };
      this.#open.set(family, batch);
    }
    batch.lines.push(line);
    batch.bytes += bytes;
    if (batch.lines.length >= this.#limits.rows) this.#close(family);
  }

  /** Everything gathered becomes batches now. */
  closeAll(): void {
    for (const family of this.#open.keys()) this.#close(family);
  }

  #close(family: FamilyName): void {
    const batch = this.#open.get(family);
    if (batch === undefined) return;
    this.#open.delete(family);
    clearTimeout(batch.timer);
    this.#ready({ family, rows: batch.lines.length, body: Buffer.from(`${batch.lines.join('\n')}\n`) });
  }
}
