import { Navigate } from '@tanstack/react-router';
import { mayOpen, useMe } from '../client/me.ts';
import { useMatters } from '../client/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { useOpening } from './use-opening.ts';

const kind = 'provider-registration';
const ended: ReadonlySet<string> = new Set(['refused', 'withdrawn']);

/** The one registration of the organisation, or the way to begin it. */
export const Registration = () => {
  const { say } = useLanguage();
  const me = useMe();
  const registrations = useMatters({ kind, sort: 'newest', size: 20 });
  const open = useOpening(kind);
  const definition = definitionOf(kind);
  if (registrations.isPending) return <Loading />;
  if (registrations.isError) return <Failure error={registrations.error} retry={() => void registrations.refetch()} />;
  const current = registrations.data.items.find(({ status }) => !ended.has(status));
  if (current !== undefined) return <Navigate to="/matters/$kind/$id" params={{ kind, id: current.id }} replace />;
  return (
    <Page title={say(filingTexts.registration)} lead={definition === undefined ? undefined : say(definition.purpose)}>
      <Empty title={filingTexts.registrationMissing}>
        {definition === undefined ? null : <p>{say(definition.opening.help)}</p>}
        {open.isError ? <Failure error={open.error} /> : null}
        {definition !== undefined && mayOpen(me, definition.opening) ? (
          <button type="button" className="button" disabled={open.isPending} onClick={() => open.mutate({ input: {} })}>
            {say(filingTexts.register)}
          </button>
        ) : null}
      </Empty>
    </Page>
  );
};
