import { hasRole, useMe } from '../client/me.ts';
import { useMembers } from '../client/account.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { Invitations } from './invitations.tsx';
import { MemberTable } from './member-table.tsx';

export const Members = () => {
  const { say } = useLanguage();
  const me = useMe();
  const organisation = me.active?.organisation ?? '';
  const members = useMembers(organisation, organisation !== '');
  return (
    <Page title={say(accountTexts.members)} lead={say(accountTexts.membersLead)}>
      {members.isPending ? <Loading /> : null}
      {members.isError ? <Failure error={members.error} retry={() => void members.refetch()} /> : null}
      {members.data === undefined ? null : <MemberTable organisation={organisation} members={members.data.members} />}
      {hasRole(me, 'administrator') ? (
        <Section title={say(accountTexts.invitations)} id="invitations">
          <Invitations organisation={organisation} />
        </Section>
      ) : null}
    </Page>
  );
};
