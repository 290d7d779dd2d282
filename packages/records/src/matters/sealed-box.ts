import type { WaitForDisk } from '../keys/keyring.ts';

/** Whose key seals a value: an organisation's trade secrets, or one person's data. */
export interface SealOwner {
  readonly kind: 'organisation' | 'person';
  readonly id: string;
}

/** Seals values before they are stored and opens them again; keys live outside the database. */
export interface SealedBox {
  /**
   * @param place binds the ciphertext to where it stands: moved elsewhere it does not open.
   * @param wait takes what must hold before the sealed value is committed; without it that holds when this does
   */
  seal(value: unknown, owner: SealOwner, place: string, wait?: WaitForDisk): Promise<unknown>;
  isSealed(value: unknown): boolean;
  /** The value, or the fact that its key was erased. Throws when the ciphertext was tampered with or moved. */
  open(
    sealed: unknown,
    place: string,
  ): Promise<{ readonly found: 'value'; readonly value: unknown } | { readonly found: 'erased' }>;
}
