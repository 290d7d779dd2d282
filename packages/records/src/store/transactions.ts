import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type IsolationLevel, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';
import { withStoreErrors } from './database-errors.ts';
import { NestedCheckout, storeClosed } from './errors.ts';
import { plannedOnce } from './planned-once.ts';
import { applicationRole } from './row-security.ts';

/** Who is asking, as row security sees it: each entry becomes the setting `suanjian.<name>` of the transaction. */
export type Scope = Readonly<Record<string, string>>;

export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
}

export type Work<Result> = (transaction: Transaction<Database>) => Promise<Result>;

const settingName = /^[a-z][a-z_]*$/;

/** Remembers which code runs inside a transaction, to turn a second checkout into an error where it would wait for itself. */
export class TransactionGuard {
  readonly #running = new AsyncLocalStorage<{ open: boolean }>();

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const mark = { open: true };
    try {
      return await this.#running.run(mark, work);
    } finally {
      // Code started inside and left running may use the store once the transaction is over.
      mark.open = false;
    }
  }

  assertOutside(): void {
    if (this.#running.getStore()?.open === true) throw new NestedCheckout();
  }
}

/** One statement for all settings; they and the role end with the transaction. */
const enter = async (transaction: Transaction<Database>, scope: Scope): Promise<void> => {
  const settings = Object.entries(scope).map(([name, value]) => {
    if (!settingName.test(name)) throw new RangeError(`${name} is not a name for a setting of a scope`);
    return sql`set_config(${`suanjian.${name}`}, ${value}, true)`;
  });
  await sql`${plannedOnce} SELECT ${sql.join([...settings, sql`set_config('role', ${applicationRole}, true)`])}`.execute(
    transaction,
  );
};

export const createTransactions = (database: Kysely<Database>, guard: TransactionGuard) => {
  const running = new Set<Promise<unknown>>();
  let finishing = false;

  const transact = async <Result>(work: Work<Result>, { isolation }: TransactionOptions): Promise<Result> => {
    guard.assertOutside();
    if (finishing) throw storeClosed();
    const builder = database.transaction();
    const isolated = isolation === undefined ? builder : builder.setIsolationLevel(isolation);
    const result = withStoreErrors(() => isolated.execute((transaction) => guard.run(() => work(transaction))));
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  };

  return {
    inScope: <Result>(scope: Scope, work: Work<Result>, options: TransactionOptions = {}): Promise<Result> =>
      transact(async (transaction) => {
        await enter(transaction, scope);
        return work(transaction);
      }, options),
    asOwner: <Result>(work: Work<Result>, options: TransactionOptions = {}): Promise<Result> => transact(work, options),
    /** Refuses new transactions and waits for the running ones, however they end. */
    finish: async (): Promise<void> => {
      finishing = true;
      await Promise.allSettled(running);
    },
  };
};
