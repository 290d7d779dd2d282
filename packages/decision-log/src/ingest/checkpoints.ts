import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkNote,
  formatNote,
  parseCheckpoint,
  parseNote,
  signCheckpoint,
  type Signer,
  type Verifier,
} from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { writeDurably } from '../journal/durable.ts';
import type { JournalIndex } from '../journal/journal-index.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';

export const checkpointFile = (folder: string): string => join(folder, 'checkpoint');

/** The last checkpoint that was written, if any. */
export async function readCheckpoint(folder: string): Promise<string | undefined> {
  try {
    return await readFile(checkpointFile(folder), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Signs the state of a log, and gathers what witnesses say of it. One thing at a time. */
export class Checkpoints {
  readonly #folder: string;
  readonly #index: JournalIndex;
  readonly #signer: Signer;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, index: JournalIndex, signer: Signer) {
    this.#folder = folder;
    this.#index = index;
    this.#signer = signer;
  }

  /** A checkpoint of everything acknowledged, as a signed note; the one that is there already (with its witnesses) where nothing came since. */
  make(): Promise<string> {
    return this.#inTurn(async () => {
      const { size } = this.#index;
      const present = await readCheckpoint(this.#folder);
      if (present !== undefined && this.#isOurs(present, size)) return present;
      const root = this.#index.tree.root(size);
      const note = signCheckpoint({ origin: this.#signer.verifier.name, size, root, extensions: [] }, this.#signer);
      await writeDurably(checkpointFile(this.#folder), note);
      return note;
    });
  }

  /**
   * Adds to the present checkpoint the signature that `witness` put under it. `note` is the checkpoint as the witness returned it. Throws `LogFault` where
   * it is of another checkpoint or the signature does not hold.
   */
  addCosignature(note: string, witness: Verifier): Promise<string> {
    return this.#inTurn(async () => {
      const present = await readCheckpoint(this.#folder);
      const ours = present === undefined ? undefined : parseNote(present);
      const theirs = parseNote(note);
      if (ours?.text !== theirs.text) throw otherCheckpoint();
      const check = checkNote(theirs, [witness]);
      const line = theirs.signatures.find(({ name, id }) => name === witness.name && id === witness.id);
      if (check.outcome !== 'checked' || check.signatures.length === 0 || line === undefined)
        throw falseSignature(witness.name);
      const others = ours.signatures.filter(({ name, id }) => name !== line.name || id !== line.id);
      const merged = formatNote({ text: ours.text, signatures: [...others, line] });
      await writeDurably(checkpointFile(this.#folder), merged);
      return merged;
    });
  }

  #isOurs(note: string, size: number): boolean {
    const { checkpoint, note: signed } = parseCheckpoint(note);
    const check = checkNote(signed, [this.#signer.verifier]);
    return (
      checkpoint.size === size &&
      Buffer.from(checkpoint.root).equals(this.#index.tree.root(size)) &&
      check.outcome === 'checked' &&
      check.signatures.length > 0
    );
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

const otherCheckpoint = (): LogFault =>
  new LogFault(
    'invalid',
    text('见证签名所对应的不是当前检查点。', 'The cosignature is not under the present checkpoint.'),
  );

const falseSignature = (name: string): LogFault =>
  new LogFault('invalid', text(`见证方 ${name} 的签名不成立。`, `The signature of the witness ${name} does not hold.`));
