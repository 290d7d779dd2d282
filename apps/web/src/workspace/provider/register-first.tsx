import { Link } from '@tanstack/react-router';
import { useMe } from '../client/me.ts';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { filingTexts } from '../texts/filing.ts';

/** Says what stands before everything else for a provider that is not registered. */
export const RegisterFirst = () => {
  const { say } = useLanguage();
  const me = useMe();
  const registrations = useMatters({ kind: 'provider-registration', sort: 'newest', size: 20 });
  // A registration that was approved stands while a correction of it is under way.
  if (
    me.active?.registered === true ||
    !registrations.isSuccess ||
    registrations.data.items.some(({ status }) => status === 'submitted')
  )
    return null;
  return (
    <div className="notice tone-warn mb-4">
      <p className="notice-title">{say(filingTexts.registerFirst)}</p>
      <p>
        {say(filingTexts.registerFirstBody)} <Link to="/registration">{say(filingTexts.register)}</Link>
      </p>
    </div>
  );
};
