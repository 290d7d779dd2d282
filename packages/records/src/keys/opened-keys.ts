import { readFileSync, statSync } from 'node:fs';
import { isMissing } from './durable-file.ts';
import type { DataKey } from './keyring.ts';

interface Kept {
  /** Which file it was, and as it was: another in its place, or other content, is read again. */
  readonly file: string;
  readonly key: DataKey;
}

/** How many are kept opened at most. */
const mostKept = 1024;

const standingOf = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? undefined : `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
};

/**
 * Keys whose files were read and unwrapped already. The disk is asked each time whether the file still stands there as it was: what another
 * process destroys is gone for this one too. Asking takes a tenth of reading and opening.
 */
export class OpenedKeys {
  readonly #kept = new Map<string, Kept>();

  /** The key in the file, opened by `open` unless that was done; `undefined` when there is no such file. */
  get(id: string, path: string, open: (content: string) => DataKey): DataKey | undefined {
    const file = standingOf(path);
    const kept = this.#kept.get(id);
    if (file !== undefined && kept?.file === file) return kept.key;
    this.#kept.delete(id);
    if (file === undefined) return undefined;
    try {
      const key = open(readFileSync(path, 'utf8'));
      // Exchanged while it was read: given this once, and read again by whoever asks next.
      if (standingOf(path) === file) this.#keep(id, { file, key });
      return key;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Forgets a key that is to be destroyed. */
  drop(id: string): void {
    this.#kept.delete(id);
  }

  #keep(id: string, kept: Kept): void {
    this.#kept.set(id, kept);
    if (this.#kept.size <= mostKept) return;
    // The first is the one that was opened longest ago.
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
