import { getRouteApi, Link } from '@tanstack/react-router';
import { mayOpen, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Page } from '../parts/page.tsx';
import { OpenFromWarning } from '../monitoring/open-from-warning.tsx';
import { OpenPlainly } from '../provider/open-plainly.tsx';
import { clausesThatHold } from '../texts/clauses.ts';
import { common, failures } from '../texts/common.ts';
import { definitionOf } from './definitions.ts';

const route = getRouteApi('/new/$kind');

/** Opens a matter that stands alone: drawn from its definition, whatever kind it is. */
export const OpenAlone = () => {
  const { say } = useLanguage();
  const me = useMe();
  const { kind } = route.useParams();
  const { filing, warning } = route.useSearch();
  const definition = definitionOf(kind);
  if (definition === undefined || definition.opening.on !== undefined || !mayOpen(me, definition.opening))
    return <p className="notice">{say(failures['not-permitted'])}</p>;
  const { opening, purpose } = definition;
  return (
    <Page
      title={say(opening.title)}
      lead={say(purpose)}
      actions={
        <Link to="/matters" className="button button-quiet">
          {say(common.back)}
        </Link>
      }
    >
      <div className="max-w-3xl">
        <p className="mb-2">{say(opening.help)}</p>
        <p className="mb-5 flex flex-wrap gap-x-3">
          {clausesThatHold(opening.clauses ?? []).map((clause) => (
            <ClauseLink key={clause} clause={clause} />
          ))}
        </p>
        {warning === undefined || opening.fromWarning !== true ? (
          <OpenPlainly key={kind} kind={kind} {...(filing === undefined ? {} : { known: { filing } })} />
        ) : (
          <OpenFromWarning key={`${kind} ${warning}`} kind={kind} warning={warning} />
        )}
      </div>
    </Page>
  );
};
