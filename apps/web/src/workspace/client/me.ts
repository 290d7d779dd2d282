import { createContext, useContext } from 'react';
import type { MeAnswer, MembershipAnswer } from '@suanjian/contracts';
import type { Opening, Party } from '@suanjian/matters';

/** Who is signed in, and for which organisation this page acts. */
export interface Me {
  readonly answer: MeAnswer;
  readonly account: string;
  readonly active: MembershipAnswer | undefined;
}

export const meOf = (answer: MeAnswer): Me => ({
  answer,
  account: answer.account ?? '',
  active: answer.memberships.find(({ organisation }) => organisation === answer.actsFor),
});

export const MeContext = createContext<Me | undefined>(undefined);

export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe before anybody is known');
  return me;
};

export const isOffice = (me: Me): boolean => me.active?.kind === 'office';

export const hasRole = (me: Me, ...roles: readonly string[]): boolean =>
  me.active?.roles.some((role) => roles.includes(role)) ?? false;

const fits = (me: Me, party: Party): boolean =>
  (party.side === 'provider' || party.side === 'office') &&
  me.active?.kind === party.side &&
  hasRole(me, ...party.roles);

/** Whether to offer an opening at all; the server knows level and place too, and decides. */
export const mayOpen = (me: Me, { by }: Pick<Opening, 'by'>): boolean => by.some((party) => fits(me, party));
