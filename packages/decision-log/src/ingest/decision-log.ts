import { join } from 'node:path';
import type { BatchLeaf, LeafEntry, RetentionLeaf, Verifier } from '@suanjian/evidence';
import { text, type CivilDate } from '@suanjian/rulebook';
import { families, type FamilyName } from '../families/families.ts';
import type { Family } from '../families/field.ts';
import { Journal } from '../journal/journal.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { Damage } from '../journal/segments.ts';
import { KeyFiles } from '../pseudonym/key-files.ts';
import type { Randomness } from '../pseudonym/master-key.ts';
import { Pseudonyms, traitKeyAway, type PseudonymKeys } from '../pseudonym/pseudonyms.ts';
import type { SortedBatch } from '../record/batch-sorter.ts';
import type { Refusal } from '../record/refusal.ts';
import type { LogStore } from '../store/store.ts';
import { Admission } from './admission.ts';
import { batchIdOf, contentOf, newBatchId } from './batch-id.ts';
import { Checkpoints } from './checkpoints.ts';
import { compressPast } from './compress-past.ts';
import { JournalView, keyFolder, logFolder } from './journal-view.ts';
import { Loader, type LoadState } from './loader.ts';
import { loadSigner } from './origin.ts';
import { SortingPool } from './sorting-pool.ts';

export interface DecisionLogOptions {
  /** The data folder: the log lies in `log/` of it, its keys in `keys/log/`. */
  readonly folder: string;
  /** Where acknowledged records can be queried; without it they are only kept. Closed by whoever opened it, after the log. */
  readonly store?: LogStore;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  readonly randomness: Randomness;
  /** The log's name in its checkpoints, like a web address without its scheme; kept from the first opening on. */
  readonly origin?: string;
  /** 32 bytes that wrap the log's keys; a file beside them where it is not given. */
  readonly masterKey?: Uint8Array;
  /** Threads that check and hash; 0 does it in the caller's. */
  readonly threads?: number;
  /** So many rows may wait for the store before records are refused for a while. */
  readonly mostBehind?: number;
  /** A checkpoint is written after so many leaves. */
  readonly checkpointEvery?: number;
  /** So many bytes are left free on the disk. */
  readonly keepFree?: number;
  /** How long batches are gathered before they go into the store, in milliseconds. */
  readonly gather?: number;
}

export interface AppendOptions {
  /**
   * The batch's id, `batchIdPattern`: a retry with the same id changes nothing. Or a function that makes it from what the rows are (`contentOf`). A new one where
   * it is not given.
   */
  readonly batch?: string | ((content: string) => string);
  /** `raw`: ids of people are hashed under the present key before anything is written. */
  readonly identifiers?: 'pseudonyms' | 'raw';
  readonly firstLine?: number;
  readonly tooLong?: readonly number[];
  /** Refusals beyond so many are only counted; 1,000 where it is not given. */
  readonly mostRefusals?: number;
}

/** That a batch is durable, and where in the evidence it stands. The same batch gives the same receipt again. */
export interface Receipt {
  readonly batch: string;
  readonly family: FamilyName;
  readonly rows: number;
  /** One for each civil day: its place in the tree, and the root over its rows. */
  readonly leaves: readonly {
    readonly index: number;
    readonly day: string;
    readonly rows: number;
    readonly root: string;
  }[];
}

export interface Appended {
  readonly receipt: Receipt;
  /** The batch was there already. */
  readonly repeated: boolean;
  readonly accepted: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
}

const DEFAULT_THREADS = 2;
const DEFAULT_BEHIND = 20_000_000;
const DEFAULT_CHECKPOINT = 1000;
const DEFAULT_FREE = 256 * 2 ** 20;
const DEFAULT_GATHER = 100;
const MOST_REFUSALS = 1000;

/** Whether records of the family are about subjects under the key of traits. */
const wantsTraitKey = (family: FamilyName): boolean => {
  const { fields }: Family = families[family];
  return fields.some(({ type }) => type.kind === 'pseudonym' && type.key === 'traits');
};

/** A provider's decision log, opened for writing. One process at a time has it. */
export class DecisionLog {
  /** Everything acknowledged: leaves, tree, rows. */
  readonly view: JournalView;
  readonly store: LogStore | undefined;
  /** What was found amiss when the log was opened. */
  readonly damage: readonly Damage[];
  /** The public half of the key that signs checkpoints. */
  readonly verifier: Verifier;
  readonly #options: DecisionLogOptions;
  readonly #journal: Journal;
  readonly #loader: Loader | undefined;
  readonly #pool: SortingPool;
  readonly #checkpoints: Checkpoints;
  readonly #keys: KeyFiles;
  readonly #admission: Admission;
  #pseudonyms: Pseudonyms;
  #checkpointed = 0;

  private constructor(options: DecisionLogOptions, parts: Parts) {
    const { journal, signer, keys, pseudonyms } = parts;
    this.#options = options;
    this.#journal = journal;
    this.#keys = keys;
    const { mostBehind = DEFAULT_BEHIND, keepFree = DEFAULT_FREE } = options;
    this.#admission = new Admission(logFolder(options.folder), { mostBehind, keepFree });
    this.#pseudonyms = pseudonyms;
    this.store = options.store;
    this.damage = journal.damage;
    this.verifier = signer.verifier;
    this.view = new JournalView(journal.index, journal.segments);
    this.#pool = new SortingPool(options.threads ?? DEFAULT_THREADS);
    this.#checkpoints = new Checkpoints(logFolder(options.folder), journal.index, signer);
    this.#checkpointed = journal.index.size;
    this.#loader =
      options.store &&
      new Loader({
        store: options.store,
        index: journal.index,
        segments: journal.segments,
        file: join(logFolder(options.folder), 'loaded.json'),
        gather: options.gather ?? DEFAULT_GATHER,
      });
    this.#loader?.kick();
  }

  /** Takes the folder for writing and recovers from whatever ended the last writer. Throws `LogFault` (`locked`, `damaged`, `key`). */
  static async open(options: DecisionLogOptions): Promise<DecisionLog> {
    const { folder, clock, randomness, masterKey, origin } = options;
    const journal = await Journal.open(logFolder(folder));
    try {
      const keys = await KeyFiles.open({ folder: keyFolder(folder), randomness, ...(masterKey && { masterKey }) });
      const pseudonyms = await Pseudonyms.open(keys, clock());
      return new DecisionLog(options, { journal, keys, pseudonyms, signer: await loadSigner(keys, origin, clock()) });
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  /**
   * Takes the records of a body of NDJSON: the good ones are durable when this returns, the others are named. Throws `LogFault` (`batch-reused`, `disk`, `lagging`,
   * `invalid`); then nothing was taken. The body must not change before this returns; one in shared memory is not copied for other threads.
   */
  async append(family: FamilyName, body: Uint8Array | string, options: AppendOptions = {}): Promise<Appended> {
    await this.#admission.admit(this.loading.behind);
    const { identifiers, firstLine, tooLong, mostRefusals = MOST_REFUSALS } = options;
    const keys = identifiers === 'raw' ? this.#presentKeys() : undefined;
    // Told here: in a sorting thread it would be a failure nobody foresaw.
    if (keys !== undefined && keys.traits === undefined && wantsTraitKey(family)) throw traitKeyAway();
    const sorted = await this.#pool.sort(family, typeof body === 'string' ? Buffer.from(body) : body, {
      now: this.#options.clock(),
      mostRefusals,
      ...(firstLine !== undefined && { firstLine }),
      ...(tooLong !== undefined && { tooLong }),
      ...(keys !== undefined && { keys }),
    });
    return this.#commit(family, this.#idOf(sorted, options.batch), sorted);
  }

  /** Adds a leaf that is no batch: that rows were extracted, that a key epoch began. Gives its index. */
  async appendLeaf(leaf: Exclude<LeafEntry, BatchLeaf | RetentionLeaf>): Promise<number> {
    const index = await this.#journal.append(leaf);
    this.#loader?.kick();
    return index;
  }

  /**
   * Deletes the rows of a civil day and some families for good, leaving `leaf` in their place: whether that may be done is the caller's to decide. An interruption is
   * made good at the next opening. Gives the leaf's index.
   */
  async deleteDay(leaf: RetentionLeaf): Promise<number> {
    await this.#loader?.flush();
    const index = await this.#journal.append(leaf);
    await this.#journal.exclusively(async () => {
      for (const family of leaf.families) {
        const name = { day: leaf.day, family };
        await this.#journal.segments.deleteBelow(name, this.#journal.index.segment(name)?.deletedBelow ?? 0);
      }
    });
    await this.#loader?.dropDay(leaf.day, leaf.families);
    return index;
  }

  /** Ends when everything acknowledged so far can be queried. */
  async flush(): Promise<void> {
    await this.#loader?.flush();
  }

  /** Empties the store's tables and fills them again from the segments. */
  async rebuild(): Promise<void> {
    await this.#loader?.rebuild();
  }

  get loading(): LoadState {
    return this.#loader?.state ?? { behind: 0 };
  }

  /** A signed checkpoint of everything acknowledged; kept in `log/checkpoint`. */
  async checkpoint(): Promise<string> {
    this.#checkpointed = this.#journal.index.size;
    return this.#checkpoints.make();
  }

  addCosignature(note: string, witness: Verifier): Promise<string> {
    return this.#checkpoints.addCosignature(note, witness);
  }

  /** Compresses the segments of days that are over; reading does not notice. Gives how many were. */
  compress(today: CivilDate): Promise<number> {
    return compressPast(this.#journal, today);
  }

  get pseudonyms(): Pseudonyms {
    return this.#pseudonyms;
  }

  /** The keys were changed on the disk (a new epoch). */
  usePseudonyms(pseudonyms: Pseudonyms): void {
    this.#pseudonyms = pseudonyms;
  }

  get keys(): KeyFiles {
    return this.#keys;
  }

  /** The log's clock. */
  now(): number {
    return this.#options.clock();
  }

  /** Ends when all that was begun is written. What is not in the store yet comes into it at the next opening. */
  async close(): Promise<void> {
    await this.#loader?.close();
    await this.#pool.close();
    await this.#journal.close();
  }

  async #commit(family: FamilyName, id: string, sorted: SortedBatch): Promise<Appended> {
    const { accepted, refused, refusals, days } = sorted;
    if (accepted === 0)
      return { receipt: { batch: id, family, rows: 0, leaves: [] }, repeated: false, accepted, refused, refusals };
    const { entries, repeated } = await this.#journal.commit({ id, family, days });
    this.#loader?.kick();
    this.#checkpointWhenDue();
    const leaves = entries.map(({ index, leaf: { day, rows, root } }) => ({ index, day, rows, root }));
    return { receipt: { batch: id, family, rows: accepted, leaves }, repeated, accepted, refused, refusals };
  }

  #idOf(sorted: SortedBatch, batch: AppendOptions['batch']): string {
    if (batch === undefined) return newBatchId(this.#options.clock(), this.#options.randomness);
    return batchIdOf(typeof batch === 'string' ? batch : batch(contentOf(sorted.days)));
  }

  #presentKeys(): PseudonymKeys {
    const keys = this.#pseudonyms.keys();
    if (keys === undefined) throw new LogFault('key', text('没有假名密钥。', 'There is no key for pseudonyms.'));
    return keys;
  }

  #checkpointWhenDue(): void {
    const { size } = this.#journal.index;
    if (size - this.#checkpointed < (this.#options.checkpointEvery ?? DEFAULT_CHECKPOINT)) return;
    // The next one that is due makes good for one that failed.
    this.checkpoint().catch(() => undefined);
  }
}

interface Parts {
  readonly journal: Journal;
  readonly keys: KeyFiles;
  readonly pseudonyms: Pseudonyms;
  readonly signer: Awaited<ReturnType<typeof loadSigner>>;
}

export const openDecisionLog = (options: DecisionLogOptions): Promise<DecisionLog> => DecisionLog.open(options);
