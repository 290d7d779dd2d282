import { callbackify } from 'node:util';
import pg from 'pg';
import { StoreBusy, storeClosed } from './errors.ts';
import type { TransactionGuard } from './transactions.ts';
import { valueParsers } from './value-parsers.ts';

type Release = (release?: unknown) => void;
type OnClient = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;

/** A pool whose checkout fails with a sentence: inside a transaction at once, otherwise after the acquire time-out. */
export class GuardedPool extends pg.Pool {
  readonly #guard: TransactionGuard;
  readonly #acquireTimeout: number;
  readonly #waiting = new Set<Promise<unknown>>();
  #closed = false;

  constructor(config: pg.PoolConfig, guard: TransactionGuard, acquireTimeout: number) {
    super({ ...config, connectionTimeoutMillis: acquireTimeout });
    this.#guard = guard;
    this.#acquireTimeout = acquireTimeout;
    // An idle connection that breaks is dropped by the pool; the next checkout makes a new one or fails with the reason.
    this.on('error', () => undefined);
    // The same for one that breaks between two statements of a transaction: the next statement fails; without a listener the process would.
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: OnClient): void;
  override connect(callback?: OnClient): Promise<pg.PoolClient> | void {
    if (callback === undefined) return this.#checkOut();
    callbackify(() => this.#checkOut())((error, client) => {
      if (error instanceof Error) callback(error, undefined, () => undefined);
      else
        callback(undefined, client, (release) => client.release(release instanceof Error ? release : release === true));
    });
  }

  /** Takes no new callers, serves those who wait, and ends when the last connection is given back. */
  async drain(): Promise<void> {
    this.#closed = true;
    // pg's pool would leave them waiting for ever.
    await Promise.allSettled(this.#waiting);
    await this.end();
  }

  async #checkOut(): Promise<pg.PoolClient> {
    this.#guard.assertOutside();
    if (this.#closed) throw storeClosed();
    const checkout = super.connect();
    this.#waiting.add(checkout);
    try {
      return await checkout;
    } catch (error) {
      if (error instanceof Error && error.message === 'timeout exceeded when trying to connect') {
        throw new StoreBusy(this.#acquireTimeout, { cause: error });
      }
      throw error;
    } finally {
      this.#waiting.delete(checkout);
    }
  }
}

const session = "SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET search_path = public";

/** `acquireTimeout` in milliseconds, 30,000 unless told. */
export const createPool = (config: pg.PoolConfig, guard: TransactionGuard, acquireTimeout = 30_000): GuardedPool =>
  new GuardedPool(
    {
      application_name: 'suanjian',
      types: valueParsers,
      ...config,
      onConnect: async (client) => {
        await client.query(session);
      },
    },
    guard,
    acquireTimeout,
  );
