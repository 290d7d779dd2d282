import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/language.tsx';
import { auditTexts } from '../texts/audits.ts';

/** From a filing to what its audits say; other matters have none. */
export const AuditsLink = ({ reading: { kind, id } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  return kind === 'filing' ? (
    <Link to="/matters/$kind/$id/audits" params={{ kind, id }} className="button button-quiet">
      {say(auditTexts.title)}
    </Link>
  ) : null;
};
