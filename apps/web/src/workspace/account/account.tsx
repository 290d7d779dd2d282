import { useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { accountTexts } from '../texts/account.ts';
import { PasswordChange } from './password-change.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export const Account = () => {
  const { say } = useLanguage();
  const { answer } = useMe();
  return (
    <Page title={say(accountTexts.account)} lead={say(accountTexts.accountLead)}>
      <Sessions />
      {answer.password ? <SecondFactor active={answer.secondFactor} /> : null}
      {answer.password ? <PasswordChange /> : null}
    </Page>
  );
};
