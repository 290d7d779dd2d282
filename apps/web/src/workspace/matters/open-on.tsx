import { getRouteApi, Link } from '@tanstack/react-router';
import { useMatter } from '../client/queries.ts';
import { isOffice, mayOpen, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { OpenCancellationOrder } from '../office/open-order.tsx';
import { OpenRevocation } from '../office/open-revocation.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Page } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { OpenChange } from '../provider/open-change.tsx';
import { OpenPlainly } from '../provider/open-plainly.tsx';
import { common, failures } from '../texts/common.ts';
import { clausesThatHold } from '../texts/clauses.ts';
import { definitionOf } from './definitions.ts';

const route = getRouteApi('/matters/$kind/$id/open/$child');

/** An event calls for the assessment of the rules of 2018; it can be another all the same. */
const calledFor = { template: 'safety-2018' };

/** Opening a matter on another one: each kind asks for what its opening needs. */
export const OpenOn = () => {
  const { say } = useLanguage();
  const me = useMe();
  const { kind, id, child } = route.useParams();
  const parent = useMatter(kind, id);
  const definition = definitionOf(child);
  if (parent.isPending) return <Loading />;
  if (parent.isError) return <Failure error={parent.error} retry={() => void parent.refetch()} />;
  if (definition === undefined || !mayOpen(me, definition.opening, parent.data.place))
    return <p className="notice">{say(failures['not-permitted'])}</p>;
  const { opening } = definition;
  const form = () => {
    if (child === 'change') return <OpenChange parent={id} />;
    if (child === 'revocation') return <OpenRevocation parent={id} />;
    if (child === 'cancellation' && isOffice(me)) return <OpenCancellationOrder parent={id} />;
    return <OpenPlainly kind={child} parent={id} {...(child === 'assessment' ? { known: calledFor } : {})} />;
  };
  return (
    <Page
      title={say(opening.title)}
      lead={parent.data.title}
      actions={
        <Link to="/matters/$kind/$id" params={{ kind, id }} className="button button-quiet">
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
        {form()}
      </div>
    </Page>
  );
};
