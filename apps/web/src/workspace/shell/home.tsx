import { Navigate } from '@tanstack/react-router';
import { isIndustryBody, isOffice, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { ProviderHome } from '../provider/home.tsx';
import { shellTexts } from '../texts/shell.ts';

export const Home = () => {
  const { say } = useLanguage();
  const me = useMe();
  if (isOffice(me)) return <Navigate to="/queue" replace />;
  if (isIndustryBody(me)) return <Navigate to="/matters" replace />;
  if (me.active !== undefined) return <ProviderHome />;
  return (
    <Page title={say(shellTexts.noOrganisation)}>
      <p>{say(shellTexts.noOrganisationBody)}</p>
    </Page>
  );
};
