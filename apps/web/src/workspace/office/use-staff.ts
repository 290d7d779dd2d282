import { useCallback, useMemo } from 'react';
import { useMembers } from '../client/account.ts';
import { isOffice, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { reviewTexts } from '../texts/review.ts';

interface Colleague {
  readonly account: string;
  readonly name: string;
}

/** Who of one's own office may be given a matter. Whoever may not see the members can still take it or put it back. */
export const useStaff = (): { readonly staff: readonly Colleague[]; readonly nameOf: (account: string) => string } => {
  const { say } = useLanguage();
  const me = useMe();
  const members = useMembers(me.active?.organisation ?? '', isOffice(me));
  const staff = useMemo(() => {
    const myself = { account: me.account, name: `${me.answer.name ?? ''}（${say(reviewTexts.assignMe)}）` };
    const others = (members.data?.members ?? [])
      .filter(
        ({ account, roles }) =>
          account !== me.account && roles.some((role) => role === 'reviewer' || role === 'supervisor'),
      )
      .map(({ account, name }) => ({ account, name }));
    return [myself, ...others];
  }, [me, members.data, say]);
  const nameOf = useCallback(
    (account: string) => staff.find((each) => each.account === account)?.name ?? account.slice(0, 8),
    [staff],
  );
  return { staff, nameOf };
};
