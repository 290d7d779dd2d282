import type { CampaignTargetRow } from '@suanjian/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DocumentLinks } from '../assessment/document-links.tsx';
import { useCampaign } from '../client/campaigns.ts';
import { formatDate, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { StateBadge } from '../parts/badges.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { campaignTexts } from '../texts/campaigns.ts';
import { AskAll } from './ask-all.tsx';
import { figuresOf } from './filters.ts';
import { Targets } from './targets.tsx';

const route = getRouteApi('/campaigns/$id');

const Figures = ({ rows }: { readonly rows: readonly CampaignTargetRow[] }) => {
  const { say, language } = useLanguage();
  return (
    <Section title={say(campaignTexts.progress)} id="progress">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
        {Object.entries(figuresOf(rows)).map(([name, count]) => (
          <div key={name} className="card p-3!">
            <dt className="quiet small">{say(campaignTexts.figures[name as keyof typeof campaignTexts.figures])}</dt>
            <dd className={`text-2xl tabular-nums ${name === 'late' && count > 0 ? 'text-bad' : ''}`}>
              {formatNumber(count, language)}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

/** How far a campaign has come, target by target, and asking all of them at once. */
export const CampaignPage = () => {
  const { say, language } = useLanguage();
  const { id } = route.useParams();
  const campaign = useCampaign(id);
  const { data } = campaign;
  if (data === undefined)
    return (
      <Page title={say(campaignTexts.dashboard)}>
        {campaign.isError ? <Failure error={campaign.error} retry={() => void campaign.refetch()} /> : <Loading />}
      </Page>
    );
  const { title, status, from, until, targets, actions } = data;
  return (
    <Page
      title={title}
      lead={say(campaignTexts.lead(formatDate(from, language), formatDate(until, language)))}
      actions={
        <>
          <StateBadge kind="campaign" status={status} />
          {actions.includes('select-targets') ? (
            <Link to="/campaigns/$id/targets" params={{ id }} className="button">
              {say(campaignTexts.find)}
            </Link>
          ) : null}
          <Link to="/matters/$kind/$id" params={{ kind: 'campaign', id }} className="button button-quiet">
            {say(campaignTexts.matter)}
          </Link>
        </>
      }
    >
      <Figures rows={targets} />
      <AskAll {...data} />
      <Targets rows={targets} />
      <DocumentLinks reading={{ kind: 'campaign', id }} />
    </Page>
  );
};
