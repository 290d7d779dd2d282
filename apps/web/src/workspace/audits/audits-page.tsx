import type { AuditStandingAnswer } from '@suanjian/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAudits } from '../client/audits.ts';
import { hasRole, isOffice, useMe } from '../client/me.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { auditTexts } from '../texts/audits.ts';
import { BundleList } from './bundle-list.tsx';
import { BundleUpload } from './bundle-upload.tsx';
import { ClauseResults } from './clause-results.tsx';
import { KeyRegister } from './key-register.tsx';

const route = getRouteApi('/matters/$kind/$id/audits');

const Results = ({ clauses, bundles, total }: AuditStandingAnswer) => {
  const { say } = useLanguage();
  const me = useMe();
  if (bundles.length === 0)
    return (
      <Empty title={auditTexts.empty}>
        <p>{say(isOffice(me) ? auditTexts.emptyOffice : auditTexts.emptyProvider)}</p>
      </Empty>
    );
  return (
    <>
      <Section title={say(auditTexts.clauses)} id="clauses">
        {clauses.length === 0 ? (
          <p className="quiet">{say(auditTexts.nothingChecked)}</p>
        ) : (
          <ClauseResults clauses={clauses} />
        )}
      </Section>
      <Section
        title={say(auditTexts.bundles)}
        id="bundles"
        aside={
          bundles.length < total ? (
            <p className="quiet small">{say(auditTexts.bundlesShown(bundles.length, total))}</p>
          ) : null
        }
      >
        <BundleList bundles={bundles} />
      </Section>
    </>
  );
};

/** What the audits of a filing say. The provider sends bundles here too, and keeps its keys. */
export const AuditsPage = () => {
  const { say } = useLanguage();
  const { kind, id } = route.useParams();
  const me = useMe();
  const audits = useAudits(id);
  const provider = me.active?.kind === 'provider';
  return (
    <Page
      title={`${say(auditTexts.title)}${audits.data === undefined ? '' : ` · ${audits.data.filing.title}`}`}
      lead={say(auditTexts.lead)}
      actions={
        <Link to="/matters/$kind/$id" params={{ kind, id }} className="button button-quiet">
          {say(auditTexts.backToFiling)}
        </Link>
      }
    >
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-7 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          {audits.isPending ? <Loading /> : null}
          {audits.isError ? <Failure error={audits.error} retry={() => void audits.refetch()} /> : null}
          {audits.data === undefined ? null : <Results {...audits.data} />}
        </div>
        <div>
          {provider && audits.data !== undefined ? (
            <>
              {hasRole(me, 'officer', 'editor', 'administrator') ? <BundleUpload filing={id} /> : null}
              <KeyRegister changes={hasRole(me, 'officer', 'administrator')} />
            </>
          ) : null}
          {audits.data === undefined ? null : (
            <Section title={say(auditTexts.proves)} id="proves">
              <ul className="grid list-disc gap-2 pl-5">
                {audits.data.statements.map((statement) => (
                  <li key={statement.en}>{say(statement)}</li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
};
