import { createContext, useContext } from 'react';
import type { MeAnswer, MembershipAnswer } from '@suanjian/contracts';
import { covers, type OfficeLevel, type Opening, type Party } from '@suanjian/matters';

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

export const isIndustryBody = (me: Me): boolean => me.active?.kind === 'industry-body';

export const hasRole = (me: Me, ...roles: readonly string[]): boolean =>
  me.active?.roles.some((role) => roles.includes(role)) ?? false;

const reaches = ({ active }: Me, levels: readonly OfficeLevel[], place: string | undefined): boolean =>
  active?.kind === 'office' &&
  active.level !== undefined &&
  levels.includes(active.level) &&
  (place === undefined || (active.place !== undefined && covers(active.level, active.place, place)));

const fits = (me: Me, party: Party, place: string | undefined): boolean => {
  if (party.side === 'provider' || party.side === 'industry-body')
    return me.active?.kind === party.side && hasRole(me, ...party.roles);
  if (party.side === 'office') return reaches(me, party.levels, place) && hasRole(me, ...party.roles);
  return false;
};

/** Whether to offer an opening, on a matter of this place if on one. The server decides. */
export const mayOpen = (me: Me, { by }: Pick<Opening, 'by'>, place?: string): boolean =>
  by.some((party) => fits(me, party, place));

/** Announcement tables come in through administrators of a national office. */
export const keepsRegister = (me: Me): boolean =>
  isOffice(me) && me.active?.level === 'nation' && hasRole(me, 'administrator');
