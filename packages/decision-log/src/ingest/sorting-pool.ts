import { Worker } from 'node:worker_threads';
import type { FamilyName } from '../families/families.ts';
import type { SortedBatch } from '../record/batch-sorter.ts';
import { sortHere, type SortRequest } from './sort-here.ts';
import type { SortingAnswer, SortingQuestion } from './sorting-message.ts';

/** Below this a batch is sorted sooner than it is sent to another thread. */
const SMALL = 65_536;

interface Waiting {
  readonly done: (sorted: SortedBatch) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Sorts large batches in worker threads, so that receiving and writing go on meanwhile; threads are started when they are first wanted. */
export class SortingPool {
  readonly #most: number;
  readonly #threads: Thread[] = [];
  #next = 0;
  #closed = false;

  /** `threads` 0 sorts everything in the caller's own thread. */
  constructor(threads: number) {
    this.#most = threads;
  }

  /** Rows that need no rewriting come back as views of the body. */
  async sort(family: FamilyName, body: Uint8Array, request: SortRequest): Promise<SortedBatch> {
    if (body.byteLength < SMALL || this.#most === 0 || this.#closed) return sortHere(family, body, request);
    const thread = this.#leastBusy();
    const id = this.#next;
    this.#next += 1;
    return new Promise<SortedBatch>((done, failed) => {
      thread.waiting.set(id, { done, failed });
      // Shared memory is not copied; other memory is, and stays the caller's.
      const question: SortingQuestion = { id, family, body: justBytes(body), request };
      thread.worker.postMessage(question, []);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #leastBusy(): Thread {
    const [first, ...others] = this.#threads.filter(({ waiting }) => waiting.size === 0).concat(this.#threads);
    if (first === undefined || (first.waiting.size > 0 && this.#threads.length < this.#most))
      return this.#startThread();
    return others.reduce((least, thread) => (thread.waiting.size < least.waiting.size ? thread : least), first);
  }

  #startThread(): Thread {
    const worker = new Worker(new URL('sorting-worker.ts', import.meta.url), { stdout: false, stderr: false });
    const thread: Thread = { worker, waiting: new Map() };
    worker.unref();
    worker.on('message', (answer: SortingAnswer) => {
      const waiting = thread.waiting.get(answer.id);
      thread.waiting.delete(answer.id);
      if ('sorted' in answer) waiting?.done(answer.sorted);
      else waiting?.failed(new Error(`Sorting a batch failed: ${answer.error}`));
    });
    const end = (error: Error): void => {
      this.#threads.splice(this.#threads.indexOf(thread), 1);
      for (const { failed } of thread.waiting.values()) failed(error);
      thread.waiting.clear();
    };
    worker.once('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => {
      if (this.#threads.includes(thread)) end(new Error('A sorting thread ended'));
    });
    this.#threads.push(thread);
    return thread;
  }
}

/** A view of anything larger would take all of it along to the other thread. */
const justBytes = (body: Uint8Array): Uint8Array =>
  body.buffer instanceof SharedArrayBuffer || body.byteLength === body.buffer.byteLength ? body : Uint8Array.from(body);
