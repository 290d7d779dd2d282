import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { AssessLink } from '../assessment/assess-link.tsx';
import { DocumentLinks } from '../assessment/document-links.tsx';
import { AuditsLink } from '../audits/audits-link.tsx';
import { Tasks } from '../campaigns/tasks.tsx';
import { CommandButtons } from '../decisions/command-buttons.tsx';
import { CommandGroups } from '../decisions/command-groups.tsx';
import { FormReading } from '../forms/form-reading.tsx';
import { recordOf } from '../forms/control.ts';
import { useLanguage } from '../language/language.tsx';
import { DisposalFile } from '../matters/disposal-file.tsx';
import { Openings } from '../matters/openings.tsx';
import { MattersOn } from '../matters/matters-on.tsx';
import { Clocks } from '../matters/clocks.tsx';
import { Correspondence } from '../matters/correspondence.tsx';
import { contentTitle, definitionOf, kindTitle } from '../matters/definitions.ts';
import { differencesOf, Differences, earlierForm } from '../matters/differences.tsx';
import { Gaps } from '../matters/gaps.tsx';
import { RecordVerdicts } from '../matters/record-verdicts.tsx';
import { Registers } from '../matters/registers.tsx';
import { FormsOfMatter } from '../matters/forms-of-matter.tsx';
import { returnedOf } from '../matters/returned.ts';
import { ReturnedNotice } from '../matters/returned-notice.tsx';
import { Facts, Standing } from '../matters/standing.tsx';
import { SiteChecksLink } from '../site-checks/site-checks-link.tsx';
import { Timeline } from '../matters/timeline.tsx';
import { Unseal } from '../matters/unseal.tsx';
import { useUnsealing } from '../matters/unsealing.ts';
import { Page, Section } from '../parts/page.tsx';
import { StandardVersions } from '../standards/standard-versions.tsx';
import { matterTexts } from '../texts/matter.ts';
import { standingTexts } from '../texts/standing.ts';
import { AwaitedView, awaitedAnswers } from './awaited-view.tsx';
import { Badge } from './badge.tsx';

/** A provider's own matter: where it stands, what is due, what was said, and what can be done now. */
export const ProviderMatter = ({ reading: masked }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const unsealing = useUnsealing(masked);
  const { reading } = unsealing;
  const form = definitionOf(reading.kind)?.forms['form'];
  const returned = returnedOf(reading);
  const editing = reading.actions.includes('save');
  // What is written on pages of its own is submitted there; everything else by a button here.
  const edited = definitionOf(reading.kind)?.commands['save'] !== undefined;
  return (
    <Page
      title={reading.title}
      lead={say(kindTitle(reading.kind))}
      actions={
        <>
          {editing ? (
            <Link to="/matters/$kind/$id/edit" params={{ kind: reading.kind, id: reading.id }} className="button">
              {say(returned === undefined ? matterTexts.edit : matterTexts.continueEditing)}
            </Link>
          ) : null}
          <AssessLink reading={reading} />
          <AuditsLink reading={reading} />
          <SiteChecksLink reading={reading} />
          <Openings reading={reading} />
          <CommandButtons
            reading={reading}
            except={[...(edited ? ['save', 'submit', 'write'] : ['write']), ...awaitedAnswers(reading)]}
          />
        </>
      }
    >
      <Standing reading={reading} />
      <AwaitedView reading={reading} />
      <CommandGroups reading={reading} />
      {returned === undefined ? null : <ReturnedNotice returned={returned} />}
      <div className="grid grid-cols-1 items-start gap-x-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <Facts reading={reading} />
          <Section title={say(standingTexts.clocks)} id="clocks">
            <Clocks clocks={reading.clocks} />
          </Section>
          <Tasks reading={reading} />
          <StandardVersions reading={reading} />
          <DocumentLinks reading={reading} />
          <DisposalFile reading={reading} />
          <Gaps reading={reading} />
          <RecordVerdicts reading={reading} />
          <Registers reading={reading} />
          {form === undefined || earlierForm(reading) === undefined || reading.kind !== 'change' ? null : (
            <Section title={say(matterTexts.differences)} id="differences">
              <Differences form={form} found={differencesOf(reading, form)} masked={unsealing.shown.length === 0} />
            </Section>
          )}
          {reading.number !== undefined && reading.kind === 'filing' && reading.status === 'filed' ? (
            <Section title={say(matterTexts.badge)} id="badge">
              <Badge number={reading.number} />
            </Section>
          ) : null}
          <Section
            title={say(contentTitle(reading.kind))}
            id="form"
            aside={
              <Link to="/matters/$kind/$id/readings" params={{ kind: reading.kind, id: reading.id }}>
                {say(matterTexts.readings)}
              </Link>
            }
          >
            <Unseal {...unsealing} />
            {form === undefined ? (
              <FormsOfMatter reading={reading} />
            ) : (
              <>
                <FormReading form={form} values={recordOf(reading.state['form'])} highlights={returned?.fields ?? []} />
                <FormsOfMatter reading={reading} except="form" />
              </>
            )}
          </Section>
        </div>
        <div>
          <Section title={say(matterTexts.correspondence)} id="correspondence">
            <Correspondence reading={masked} />
          </Section>
          <Section title={say(matterTexts.timeline)} id="timeline">
            <Timeline reading={masked} />
          </Section>
          <MattersOn reading={masked} />
        </div>
      </div>
    </Page>
  );
};
