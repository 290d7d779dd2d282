import { useMembers } from '../client/account.ts';
import { hasRole, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { Invitations } from './invitations.tsx';
import { MemberTable } from './member-table.tsx';

const Administered = ({ organisation }: { readonly organisation: string }) => {
  const { say } = useLanguage();
  const members = useMembers(organisation);
  return (
    <>
      {members.isPending ? <Loading /> : null}
      {members.isError ? <Failure error={members.error} retry={() => void members.refetch()} /> : null}
      {members.data === undefined ? null : <MemberTable organisation={organisation} members={members.data.members} />}
      <Section title={say(accountTexts.invitations)} id="invitations">
        <Invitations organisation={organisation} />
      </Section>
    </>
  );
};

export const Members = () => {
  const { say } = useLanguage();
  const me = useMe();
  return (
    <Page title={say(accountTexts.members)} lead={say(accountTexts.membersLead)}>
      {me.active !== undefined && hasRole(me, 'administrator') ? (
        <Administered organisation={me.active.organisation} />
      ) : (
        <p className="notice">{say(accountTexts.membersHidden)}</p>
      )}
    </Page>
  );
};
