import { useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { accountTexts } from '../texts/account.ts';
import { IdentityProvider } from './identity-provider.tsx';
import { Passkeys } from './passkeys.tsx';
import { PasswordChange } from './password-change.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export const Account = () => {
  const { say } = useLanguage();
  const { answer } = useMe();
  return (
    <Page title={say(accountTexts.account)} lead={say(accountTexts.accountLead)}>
      <Sessions />
      <Passkeys />
      {answer.password ? <SecondFactor active={answer.secondFactor} /> : null}
      {answer.password ? <PasswordChange /> : null}
      {answer.identityProvider === undefined ? null : <IdentityProvider provider={answer.identityProvider} />}
    </Page>
  );
};
