import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/language.tsx';
import { siteCheckTexts } from '../texts/site-checks.ts';

/** From a filing that has its number to what its sites show. */
export const SiteChecksLink = ({ reading: { kind, id, number } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  return kind === 'filing' && number !== undefined ? (
    <Link to="/matters/$kind/$id/site-checks" params={{ kind, id }} className="button button-quiet">
      {say(siteCheckTexts.title)}
    </Link>
  ) : null;
};
