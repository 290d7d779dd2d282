import { setTimeout as wait } from 'node:timers/promises';
import { text, type Text } from '@suanjian/rulebook';
import { families, type FamilyName } from '../families/families.ts';
import { newBatchId } from '../ingest/batch-id.ts';
import { LogFault } from '../journal/log-fault.ts';
import { identifyWith } from '../pseudonym/pseudonyms.ts';
import { RecordChecker } from '../record/record-checker.ts';
import { MOST_AHEAD } from '../record/rules.ts';
import { Courier } from './delivery.ts';
import { Gathering, type Gathered } from './gathering.ts';
import { RecordFault, type LogClientOptions } from './log-client-options.ts';
import { Spool, type OutgoingBatch, type SpooledBatch } from './spool.ts';

type Queued =
  | { readonly kind: 'memory'; readonly batch: OutgoingBatch }
  | { readonly kind: 'spooled'; readonly batch: SpooledBatch };

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const LATEST_RETRY = 30_000;

/**
 * Writes records to a log service: in batches, in order, with bounded memory. A batch is sent with the same id until the service has acknowledged it; one that
 * cannot be delivered waits on the disk, over restarts too.
 */
export class LogClient {
  readonly #options: LogClientOptions;
  readonly #spool: Spool;
  readonly #courier: Courier;
  readonly #gathering: Gathering;
  readonly #checkers = new Map<FamilyName, RecordChecker>();
  readonly #queue: Queued[] = [];
  readonly #stop = new AbortController();
  #nextOrder: number;
  #memory = 0;
  #spooled = 0;
  #running: Promise<void> | undefined;
  /** Whether the service is away: then batches go to the disk as they come. */
  #away = false;
  #closed = false;
  #moved: (() => void)[] = [];
  #spooling: Promise<void> = Promise.resolve();

  private constructor(options: LogClientOptions, spool: Spool, waiting: readonly SpooledBatch[]) {
    this.#options = options;
    this.#spool = spool;
    this.#courier = new Courier(options.url, options.token, options.timeout ?? 60_000);
    this.#queue.push(...waiting.map((batch) => ({ kind: 'spooled' as const, batch })));
    this.#spooled = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#nextOrder = (waiting.at(-1)?.order ?? 0) + 1;
    const { batchRows = 10_000, batchBytes = 8 * MIB, batchAge = 1000 } = options;
    this.#gathering = new Gathering({ rows: batchRows, bytes: batchBytes, age: batchAge }, (gathered) =>
      this.#enter(gathered),
    );
    this.#start();
  }

  /** Opens the spool and begins to send what an earlier process left there. Throws `LogFault` (`locked`). */
  static async open(options: LogClientOptions): Promise<LogClient> {
    const spool = await Spool.open(options.spoolFolder);
    return new LogClient(options, spool, await spool.waiting());
  }

  /** Bytes that wait: in memory, and on the disk. */
  get waiting(): { readonly memory: number; readonly spool: number } {
    return { memory: this.#memory, spool: this.#spooled };
  }

  /**
   * Takes one record; waits while memory (and the disk, when the service is away) is full. Throws `RecordFault` at once where the record does not fit its family, and
   * `LogFault` (`closed`).
   */
  async write(family: FamilyName, record: Readonly<Record<string, unknown>>): Promise<void> {
    const line = this.#lineOf(family, record);
    await this.#room();
    if (this.#closed) throw closedFault();
    const bytes = Buffer.byteLength(line) + 1;
    this.#memory += bytes;
    this.#gathering.add(family, line, bytes);
  }

  /** Ends when everything written so far is acknowledged by the service, or, while it is away, on this client's disk. */
  async flush(): Promise<'delivered' | 'spooled'> {
    this.#gathering.closeAll();
    const last = this.#nextOrder - 1;
    const isGone = (): boolean => this.#queue.every(({ batch }) => batch.order > last);
    const isKept = (): boolean => this.#queue.every(({ kind, batch }) => kind === 'spooled' || batch.order > last);
    while (!isGone()) {
      if (this.#away && isKept()) return 'spooled';
      await this.#movement();
    }
    return 'delivered';
  }

  /** Delivers what it can within `patience` milliseconds and leaves the rest on the disk for the next process. */
  async close(patience = 5000): Promise<'delivered' | 'spooled'> {
    this.#closed = true;
    this.#gathering.closeAll();
    const late = AbortSignal.timeout(patience);
    while (this.#queue.length > 0 && !late.aborted && !this.#away) {
      await Promise.race([this.#movement(), wait(patience, undefined, { signal: late }).catch(() => undefined)]);
    }
    this.#stop.abort();
    await this.#running;
    this.#away = true;
    await this.#spoolAll();
    this.#courier.close();
    this.#spool.close();
    this.#signal();
    return this.#queue.length === 0 ? 'delivered' : 'spooled';
  }

  #lineOf(family: FamilyName, record: Readonly<Record<string, unknown>>): string {
    let checker = this.#checkers.get(family);
    if (checker === undefined) {
      checker = new RecordChecker(families[family]);
      this.#checkers.set(family, checker);
    }
    const { rawIdentifiers, clock } = this.#options;
    const checked = checker.check(record, {
      latest: clock() + MOST_AHEAD,
      ...(rawIdentifiers && { identify: identifyWith(rawIdentifiers) }),
    });
    if (checked.outcome === 'refused') throw new RecordFault(family, checked.faults);
    return checked.line;
  }

  async #room(): Promise<void> {
    const { mostMemory = 64 * MIB, mostSpool = 8 * GIB } = this.#options;
    while (!this.#closed && (this.#memory >= mostMemory || this.#spooled >= mostSpool)) {
      this.#gathering.closeAll();
      await this.#movement();
    }
  }

  #enter({ family, rows, body }: Gathered): void {
    const { clock, randomness } = this.#options;
    const batch: OutgoingBatch = { id: newBatchId(clock(), randomness), family, order: this.#nextOrder, rows, body };
    this.#nextOrder += 1;
    this.#queue.push({ kind: 'memory', batch });
    if (this.#away || this.#options.keep === 'spool') void this.#spoolAll();
    this.#start();
  }

  /** Moves what is in memory to the disk, in its order. A disk that fails leaves it in memory. */
  #spoolAll(): Promise<void> {
    const before = this.#spooling;
    this.#spooling = (async () => {
      await before;
      for (;;) {
        const queued = this.#queue.find(({ kind }) => kind === 'memory');
        if (queued?.kind !== 'memory') return;
        try {
          await this.#spool.keep(queued.batch);
        } catch (error) {
          this.#trouble(text(`无法写入暂存目录：${String(error)}`, `The spool cannot be written: ${String(error)}`));
          return;
        }
        await this.#nowSpooled(queued, queued.batch);
      }
    })();
    return this.#spooling;
  }

  async #nowSpooled(queued: Queued, { id, family, order, rows, body }: OutgoingBatch): Promise<void> {
    const place = this.#queue.indexOf(queued);
    if (place < 0) {
      // Delivered in the meantime.
      await this.#spool.drop({ id, family, order, rows });
      return;
    }
    this.#queue[place] = { kind: 'spooled', batch: { id, family, order, rows, bytes: body.length } };
    this.#memory -= body.length;
    this.#spooled += body.length;
    this.#signal();
  }

  #start(): void {
    if (this.#running !== undefined || this.#queue.length === 0 || this.#stop.signal.aborted) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      this.#start();
    });
  }

  async #run(): Promise<void> {
    const { firstPause = 200, longestPause = LATEST_RETRY } = this.#options;
    let pause = firstPause;
    while (!this.#stop.signal.aborted) {
      if (this.#options.keep === 'spool') await this.#spooling;
      const [first] = this.#queue;
      if (first === undefined) return;
      const outcome = await this.#send(first);
      if (outcome.done) {
        pause = firstPause;
        this.#away = false;
        this.#signal();
        continue;
      }
      if (this.#stop.signal.aborted) return;
      this.#away = true;
      await this.#spoolAll();
      this.#signal();
      await wait(this.#jittered(outcome.after ?? pause), undefined, { signal: this.#stop.signal }).catch(
        () => undefined,
      );
      pause = Math.min(pause * 2, longestPause);
    }
  }

  async #send(queued: Queued): Promise<{ readonly done: true } | { readonly done: false; readonly after?: number }> {
    const batch = queued.kind === 'memory' ? queued.batch : await this.#spool.read(queued.batch);
    const delivery = await this.#courier.deliver(batch, this.#stop.signal);
    const { id, family } = batch;
    switch (delivery.outcome) {
      case 'again':
        this.#trouble(delivery.text);
        return { done: false, ...(delivery.afterSeconds !== undefined && { after: delivery.afterSeconds * 1000 }) };
      case 'taken':
        this.#options.onReceipt?.(delivery.receipt);
        if (delivery.refused > 0) {
          this.#options.onRefused?.({ family, batch: id, refused: delivery.refused, refusals: delivery.refusals });
        }
        break;
      case 'refused': {
        const file = await this.#spool.layAside(batch);
        const { refused, refusals } = delivery;
        this.#options.onRefused?.({
          family,
          batch: id,
          refused: refused || batch.rows,
          refusals,
          text: delivery.text,
          file,
        });
        break;
      }
    }
    await this.#leave(batch);
    return { done: true };
  }

  /** The first of the queue is done with; it may have moved to the disk while it was under way. */
  async #leave(batch: OutgoingBatch): Promise<void> {
    const queued = this.#queue.shift();
    if (queued?.kind === 'memory') this.#memory -= batch.body.length;
    if (queued?.kind === 'spooled') {
      await this.#spool.drop(batch);
      this.#spooled -= batch.body.length;
    }
  }

  #jittered(pause: number): number {
    const [byte = 0] = this.#options.randomness(1);
    return pause * (0.5 + byte / 256);
  }

  #trouble(trouble: Text): void {
    this.#options.onTrouble?.(trouble);
  }

  #movement(): Promise<void> {
    return new Promise((resolve) => {
      this.#moved.push(resolve);
    });
  }

  #signal(): void {
    for (const resolve of this.#moved.splice(0)) resolve();
  }
}

const closedFault = (): LogFault => new LogFault('closed', text('客户端已关闭。', 'The client is closed.'));

export const createLogClient = (options: LogClientOptions): Promise<LogClient> => LogClient.open(options);
