import type { Store } from '../store/open-store.ts';
import type { Keyring } from '../keys/keyring.ts';

/**
 * Destroys the keys that matters have given up, and says how many. Keys lie outside the database, so this comes after the transaction that
 * asked for it; whoever runs first does it, again after a crash, and doing it twice does no harm.
 */
export const erasePending = async (store: Store, keyring: Keyring, now: () => string): Promise<number> => {
  const pending = await store.asOwner((transaction) =>
    transaction.selectFrom('key_erasure').selectAll().where('done_at', 'is', null).orderBy('asked_at').execute(),
  );
  for (const { matter_id: matter, person, asked_at: askedAt } of pending) {
    await keyring.erase({ kind: 'person', id: `${matter}.${person}` });
    await store.asOwner((transaction) =>
      transaction
        .updateTable('key_erasure')
        .set({ done_at: now() })
        .where('matter_id', '=', matter)
        .where('person', '=', person)
        .where('asked_at', '=', askedAt)
        .execute(),
    );
  }
  return pending.length;
};

const intakeKeptFor = 24 * 3_600_000;

/** Forgets where openings came from after a day. */
export const forgetOrigins = async (store: Store, now: () => string): Promise<void> => {
  const before = new Date(Date.parse(now()) - intakeKeptFor).toISOString();
  await store.asOwner((transaction) => transaction.deleteFrom('intake').where('at', '<', before).execute());
};
