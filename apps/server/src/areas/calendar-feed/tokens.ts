import { createHash, createHmac } from 'node:crypto';
import type { DataKey, Store } from '@suanjian/records';
import type { Member } from '../notices/member.ts';
import { scopeOf } from '@suanjian/records';

/** 256 bits that follow from the member's own key and the generation: nobody without the keys can make it, and nobody has to keep it. */
const tokenOf = (key: DataKey, organisation: string, generation: number): string =>
  createHmac('sha256', key.bytes)
    .update(`suanjian calendar feed v1\n${organisation}\n${generation}`)
    .digest('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The member's present token. `renew` makes the next one, and from then on the earlier ones open nothing. */
export const feedToken = (
  store: Store,
  { actor, account, membership: { organisation } }: Member,
  key: DataKey,
  at: string,
  renew: boolean,
): Promise<string> =>
  store.inScope(scopeOf(actor), async (transaction) => {
    const row = await transaction
      .selectFrom('calendar_feed')
      .select(['generation', 'token_hash'])
      .where('account_id', '=', account)
      .where('organisation_id', '=', organisation)
      .forUpdate()
      .executeTakeFirst();
    const generation = (row?.generation ?? 0) + (renew || row === undefined ? 1 : 0);
    const token = tokenOf(key, organisation, generation);
    const changed = { generation, token_hash: tokenHash(token), created_at: at };
    // The digest differs also when the member's key was erased and another one made: then the address is a new one.
    if (row?.token_hash !== changed.token_hash)
      await transaction
        .insertInto('calendar_feed')
        .values({ account_id: account, organisation_id: organisation, ...changed })
        .onConflict((conflict) => conflict.columns(['account_id', 'organisation_id']).doUpdateSet(changed))
        .execute();
    return token;
  });
