import { text, type Text } from '@suanjian/rulebook';
import { segmentKey, type BatchEntry, type JournalIndex } from '../journal/journal-index.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { Segments } from '../journal/segments.ts';
import { storedRows } from '../record/stored-rows.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { LogStore } from '../store/store.ts';
import { insertionsOf, windowEnd, type Insertion } from './load-plan.ts';
import { LogTables } from './log-tables.ts';
import { BEGINNING, keepPosition, readPosition, type LoadedPosition } from './loaded-position.ts';

export interface LoaderOptions {
  readonly store: LogStore;
  readonly index: JournalIndex;
  readonly segments: Segments;
  /** Where the position is kept. */
  readonly file: string;
  /** How long batches are gathered before they are inserted, in milliseconds: few large insertions cost less than many small ones. */
  readonly gather: number;
}

/** How the store stands to the journal. */
export interface LoadState {
  /** Rows that were acknowledged and cannot be queried yet. */
  readonly behind: number;
  /** Why it does not go on at the moment. */
  readonly fault?: Text;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Brings what the journal acknowledged into the analytical store, in the order of the leaves. Before a window of leaves is inserted it is written down, so that after a crash
 * exactly the same insertions are repeated and the store recognises them by their tokens.
 */
export class Loader {
  readonly #options: LoaderOptions;
  readonly #tables: LogTables;
  #position: LoadedPosition = BEGINNING;
  #rowsLoaded = 0;
  #rowsKnown = 0;
  #counted = 0;
  #prepared = false;
  #running: Promise<void> | undefined;
  #waiters: { readonly leaves: number; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  #fault: Text | undefined;
  #rebuild = false;
  #wake: () => void = () => undefined;
  readonly #stop = new AbortController();

  constructor(options: LoaderOptions) {
    this.#options = options;
    this.#tables = new LogTables(options.store);
  }

  get state(): LoadState {
    this.#count();
    const behind = this.#rowsKnown - this.#rowsLoaded;
    return this.#fault === undefined ? { behind } : { behind, fault: this.#fault };
  }

  /** There is something new to load. */
  kick(): void {
    if (this.#running !== undefined || this.#stop.signal.aborted) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#position.leaves < this.#options.index.size) this.kick();
    });
  }

  /** Ends when everything that is acknowledged now can be queried; throws what stands in the way. */
  async flush(): Promise<void> {
    const leaves = this.#options.index.size;
    if (this.#prepared && this.#position.leaves >= leaves) return;
    await this.#until(leaves);
  }

  /** Empties the log's tables and fills them again from the segments; throws what stands in the way. */
  async rebuild(): Promise<void> {
    this.#rebuild = true;
    await this.#until(this.#options.index.size);
  }

  /** Removes the rows of a civil day, which retention has deleted. */
  async dropDay(day: string, ofFamilies: readonly string[]): Promise<void> {
    await this.flush();
    for (const family of ofFamilies) await this.#tables.drop(family, day);
    this.#recount();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    while (this.#running !== undefined) await this.#running;
    const closed = new LogFault('closed', text('日志已关闭。', 'The log is closed.'));
    for (const { failed } of this.#waiters.splice(0)) failed(closed);
  }

  #until(leaves: number): Promise<void> {
    return new Promise<void>((done, failed) => {
      this.#waiters.push({ leaves, done, failed });
      this.#wake();
      this.kick();
    });
  }

  async #run(): Promise<void> {
    let pause = FIRST_PAUSE;
    if (this.#waiters.length === 0) await this.#sleep(this.#options.gather);
    while (!this.#stop.signal.aborted) {
      try {
        await this.#prepare();
        await this.#loadAll();
        this.#fault = undefined;
        return;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.#fail(error);
        await this.#sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  }

  /** Somebody who waits ends the pause. */
  #sleep(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #fail(error: unknown): void {
    this.#fault = textOf(error);
    for (const { failed } of this.#waiters.splice(0)) failed(error);
  }

  async #loadAll(): Promise<void> {
    const { index } = this.#options;
    this.#settle();
    while (this.#position.leaves < index.size && !this.#stop.signal.aborted) {
      await this.#loadWindow(windowEnd(index, this.#position.leaves, index.size));
    }
  }

  async #loadWindow(to: number): Promise<void> {
    const { generation, leaves } = this.#position;
    await this.#keep({ generation, leaves, inserting: to });
    await this.#insertAll(leaves, to);
    await this.#keep({ generation, leaves: to });
    for (const entry of this.#options.index.entries(leaves, to)) this.#rowsLoaded += rowsOf(entry.leaf);
    this.#settle();
  }

  async #insertAll(from: number, to: number): Promise<void> {
    const { index } = this.#options;
    for (const insertion of insertionsOf(index, this.#position.generation, from, to)) await this.#insert(insertion);
  }

  async #insert({ family, token, entries }: Insertion): Promise<void> {
    const { index } = this.#options;
    const pieces: Buffer[] = [];
    for (const entry of entries) {
      if (!index.isDeleted(entry)) pieces.push(await this.#rowsOf(entry));
    }
    if (pieces.length === 0) return;
    await this.#tables.insert(family, Buffer.concat(pieces), token);
  }

  async #rowsOf({ leaf, at }: BatchEntry): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.#options.segments.read(leaf, at.offset, at.length)) pieces.push(piece);
    return storedRows(Buffer.concat(pieces), leaf);
  }

  async #prepare(): Promise<void> {
    if (this.#rebuild) {
      await this.#tables.create();
      this.#position = (await readPosition(this.#options.file)) ?? this.#position;
      await this.#startAnew();
      this.#rebuild = false;
    } else if (!this.#prepared) {
      await this.#tables.create();
      await this.#resume();
    } else {
      return;
    }
    this.#recount();
    this.#prepared = true;
  }

  async #resume(): Promise<void> {
    const { file, index, store } = this.#options;
    const kept = await readPosition(file);
    this.#position = kept ?? BEGINNING;
    // A journal that is shorter than what was loaded is another journal.
    const foreign = kept === undefined || kept.leaves > index.size || (kept.inserting ?? 0) > index.size;
    if (!foreign && kept.inserting !== undefined) {
      await this.#insertAll(kept.leaves, kept.inserting);
      await this.#keep({ generation: kept.generation, leaves: kept.inserting });
    }
    if (!foreign && (await this.#storeAgrees())) return;
    // A store of our own is nothing but a copy of the segments; one elsewhere is emptied only when somebody asks for it.
    if (store.kind === 'remote' && (await this.#hasRows())) throw outOfStep();
    await this.#startAnew();
  }

  async #startAnew(): Promise<void> {
    await this.#tables.empty();
    await this.#keep({ generation: this.#position.generation + 1, leaves: 0 });
  }

  /** Whether every family has as many rows of every day in the store as in the leaves that count as loaded. */
  async #storeAgrees(): Promise<boolean> {
    const { index } = this.#options;
    const missing = new Map<string, number>();
    for (const entry of index.entries(0, this.#position.leaves)) {
      if (entry.leaf.kind !== 'batch' || index.isDeleted(entry as BatchEntry)) continue;
      const key = segmentKey(entry.leaf);
      missing.set(key, (missing.get(key) ?? 0) + entry.leaf.rows);
    }
    for (const { family, day, found } of await this.#tables.counts()) {
      const key = segmentKey({ family, day });
      const expected = missing.get(key) ?? 0;
      missing.delete(key);
      if (Number(found) === expected) continue;
      // What retention has deleted may still be here, where its deletion was interrupted.
      if (expected > 0 || index.segment({ family, day })?.rows !== 0) return false;
      await this.#tables.drop(family, day);
    }
    return missing.size === 0;
  }

  async #hasRows(): Promise<boolean> {
    return (await this.#tables.counts()).length > 0;
  }

  async #keep(position: LoadedPosition): Promise<void> {
    await keepPosition(this.#options.file, position);
    this.#position = position;
  }

  /** Lets those go who waited for what is loaded now. */
  #settle(): void {
    const { leaves } = this.#position;
    const ready = this.#waiters.filter((waiter) => waiter.leaves <= leaves);
    this.#waiters = this.#waiters.filter((waiter) => waiter.leaves > leaves);
    for (const { done } of ready) done();
  }

  #count(): void {
    for (const entry of this.#options.index.entries(this.#counted)) this.#rowsKnown += rowsOf(entry.leaf);
    this.#counted = this.#options.index.size;
  }

  #recount(): void {
    this.#rowsLoaded = 0;
    for (const entry of this.#options.index.entries(0, this.#position.leaves)) this.#rowsLoaded += rowsOf(entry.leaf);
  }
}

const rowsOf = (leaf: { readonly kind: string; readonly rows?: number }): number =>
  leaf.kind === 'batch' ? (leaf.rows ?? 0) : 0;

const outOfStep = (): LogFault =>
  new LogFault(
    'damaged',
    text(
      '分析库中的记录与日志不一致；请运行 suanjian log rebuild，由日志段重新装入。',
      'The analytical store does not hold what the log holds. Run suanjian log rebuild to fill it again from the segments.',
    ),
  );

const textOf = (error: unknown): Text => {
  if (error instanceof StoreFault || error instanceof LogFault) return error.text;
  const words = error instanceof Error ? error.message : String(error);
  return text(words, words);
};
