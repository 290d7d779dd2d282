import { Link } from '@tanstack/react-router';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { filingTexts } from '../texts/filing.ts';

/** Says what stands before everything else for a provider that is not registered. */
export const RegisterFirst = () => {
  const { say } = useLanguage();
  const registrations = useMatters({ kind: 'provider-registration', sort: 'newest', size: 20 });
  if (
    !registrations.isSuccess ||
    registrations.data.items.some(({ status }) => status === 'approved' || status === 'submitted')
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
