import { queryForm, type FormValues } from '@suanjian/matters';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCandidates } from '../client/campaigns.ts';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { campaignTexts } from '../texts/campaigns.ts';
import { Found } from './found.tsx';

const route = getRouteApi('/campaigns/$id/targets');
const asks = { form: queryForm };

/** Targets by query: the office says by what, sees whom that finds and why, and confirms. */
export const FindTargetsPage = () => {
  const { say } = useLanguage();
  const { id } = route.useParams();
  const draft = useAsked(asks, {});
  const [query, setQuery] = useState<FormValues>();
  const candidates = useCandidates(id, query);
  return (
    <Page
      title={say(campaignTexts.find)}
      lead={say(campaignTexts.findLead)}
      actions={
        <Link to="/campaigns/$id" params={{ id }} className="button button-quiet">
          {say(campaignTexts.back)}
        </Link>
      }
    >
      <Section title={say(campaignTexts.conditions)} id="conditions">
        <form
          className="card grid max-w-4xl gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!draft.complain()) setQuery(draft.input);
          }}
        >
          <AskedFields asks={asks} draft={draft} />
          <p>
            <button type="submit" className="button" disabled={candidates.isFetching}>
              {say(candidates.isFetching ? campaignTexts.searching : campaignTexts.search)}
            </button>
          </p>
        </form>
      </Section>
      {candidates.isError ? <Failure error={candidates.error} /> : null}
      <div aria-live="polite" className="mt-6">
        {query === undefined || candidates.data === undefined ? null : (
          <Found key={JSON.stringify(query)} id={id} query={query} found={candidates.data} />
        )}
      </div>
    </Page>
  );
};
