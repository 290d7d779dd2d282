import { z } from 'zod';

/** Changes by JSON pointer into the command's input: `/form/algorithmName`, `/occurred`. `null` takes a field back. */
export type Changes = Readonly<Record<string, unknown>>;

/** Keeps what the server has not confirmed, so that a closed page or a dead line loses nothing. */
export interface UnsentStore {
  read(): Changes;
  write(changes: Changes): void;
}

const stored = z.record(z.string(), z.unknown());
const prefix = 'suanjian.unsent.';

/** Storage may be full or forbidden; a draft that cannot be kept locally is still saved to the server. */
export const unsentIn = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  matter: string,
): UnsentStore => ({
  read: () => {
    try {
      const read = stored.safeParse(JSON.parse(storage.getItem(prefix + matter) ?? '{}'));
      return read.success ? read.data : {};
    } catch {
      return {};
    }
  },
  write: (changes) => {
    try {
      if (Object.keys(changes).length === 0) storage.removeItem(prefix + matter);
      else storage.setItem(prefix + matter, JSON.stringify(changes));
    } catch {
      // Nothing to do: the server has the last word, and the page says what is not saved.
    }
  },
});

/** On signing out nothing personal stays behind on the machine. */
export const forgetUnsent = (storage: Storage): void => {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
};
