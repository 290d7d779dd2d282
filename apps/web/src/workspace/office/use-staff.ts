import { useCallback, useMemo } from 'react';
import { useStaffOf } from '../client/account.ts';
import { hasRole, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { reviewTexts } from '../texts/review.ts';

export interface Colleague {
  readonly account: string;
  readonly name: string;
}

interface Staff {
  /** Who may be given a matter of one's own office: oneself first. */
  readonly staff: readonly Colleague[];
  /** How somebody of one's own organisation is called; nobody learns the names of others. */
  readonly nameOf: (account: string) => string | undefined;
}

export const useStaff = (): Staff => {
  const { say } = useLanguage();
  const me = useMe();
  const { data } = useStaffOf(me.active?.organisation);
  const staff = useMemo(() => {
    const myself = { account: me.account, name: `${me.answer.name ?? ''}（${say(reviewTexts.assignMe)}）` };
    const others = (data?.staff ?? []).filter(({ account }) => account !== me.account);
    return [...(hasRole(me, 'reviewer', 'supervisor') ? [myself] : []), ...others];
  }, [me, data, say]);
  const nameOf = useCallback((account: string) => staff.find((each) => each.account === account)?.name, [staff]);
  return { staff, nameOf };
};
