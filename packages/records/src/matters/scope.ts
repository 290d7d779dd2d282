import type { Actor } from '@suanjian/matters';
import type { Scope } from '../store/transactions.ts';

/** The settings that row security reads, for one actor. Whoever has no side sees nothing. */
export const scopeOf = (actor: Actor): Scope => {
  switch (actor.kind) {
    case 'operator':
      return { side: 'operator', account: 'operator' };
    case 'public':
    case 'clock':
      return { side: actor.kind, account: actor.kind };
    case 'applicant':
      return { side: 'applicant', account: `applicant ${actor.matter}`, matter: actor.matter };
    case 'matter':
      throw new RangeError('a matter acts inside the transaction of whoever set it in motion');
    case 'person': {
      const { membership, account } = actor;
      if (membership === undefined) return { side: 'stranger', account };
      return {
        side: membership.kind,
        account,
        organisation: membership.organisation,
        ...(membership.kind === 'office' ? { level: membership.level, place: membership.place } : {}),
      };
    }
  }
};

/** Under which name a command's idempotency key is kept. */
export const receiptActor = (actor: Actor): string => scopeOf(actor)['account'] ?? actor.kind;
