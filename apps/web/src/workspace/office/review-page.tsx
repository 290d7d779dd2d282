import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { DocumentLinks } from '../assessment/document-links.tsx';
import { AuditsLink } from '../audits/audits-link.tsx';
import { CampaignLink } from '../campaigns/campaign-link.tsx';
import { CommandButtons } from '../decisions/command-buttons.tsx';
import { CommandGroups } from '../decisions/command-groups.tsx';
import { focusField } from '../forms/focus.ts';
import type { Highlight } from '../forms/highlight.ts';
import { useLanguage } from '../language/language.tsx';
import { Openings } from '../matters/openings.tsx';
import { MattersOn } from '../matters/matters-on.tsx';
import { Clocks } from '../matters/clocks.tsx';
import { Gaps } from '../matters/gaps.tsx';
import { RecordVerdicts } from '../matters/record-verdicts.tsx';
import { Registers } from '../matters/registers.tsx';
import { contentTitle, kindTitle } from '../matters/definitions.ts';
import { Facts, Standing } from '../matters/standing.tsx';
import { EvidenceBehind } from '../monitoring/evidence-behind.tsx';
import { SiteChecksLink } from '../site-checks/site-checks-link.tsx';
import { Unseal } from '../matters/unseal.tsx';
import { useUnsealing } from '../matters/unsealing.ts';
import { Page, Section } from '../parts/page.tsx';
import { StandardVersions } from '../standards/standard-versions.tsx';
import { matterTexts } from '../texts/matter.ts';
import { reviewTexts } from '../texts/review.ts';
import { standingTexts } from '../texts/standing.ts';
import { GradeProposalReading } from './grade-proposal.tsx';
import { Panels } from './panels.tsx';
import { ReviewForm } from './review-form.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useStaff } from './use-staff.ts';
import type { PanelName } from './panel.ts';
import { sidePanels } from './side-panels.tsx';

/** An office's view of a matter: the form on one side, everything to judge it by on the other. */
export const ReviewPage = ({ masked }: { readonly masked: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const { nameOf } = useStaff();
  const [ticked, setTicked] = useState<readonly Highlight[]>([]);
  const [panel, setPanel] = useState<PanelName>('form');
  const unsealing = useUnsealing(masked);
  const { reading } = unsealing;
  const show = (name: PanelName | 'decide') => {
    if (name !== 'decide') setPanel(name);
    requestAnimationFrame(() => document.getElementById(`panel-${name}`)?.focus());
  };
  const go = (pointer: string) => {
    setPanel('form');
    focusField(pointer);
  };
  const panels = useMemo(
    () => [
      {
        name: 'form' as const,
        title: say(contentTitle(reading.kind)),
        content: (
          <>
            <Unseal {...unsealing} />
            <ReviewForm reading={reading} ticked={ticked} tick={setTicked} />
          </>
        ),
      },
      ...sidePanels({ reading, masked, say, go }),
    ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [reading, masked, unsealing.shown.length, unsealing.hidden.length, unsealing.pending, unsealing.error, ticked, say],
  );
  return (
    <Page
      title={reading.title}
      lead={say(kindTitle(reading.kind))}
      actions={
        <>
          <AuditsLink reading={masked} />
          <SiteChecksLink reading={masked} />
          <CampaignLink reading={masked} />
          <Shortcuts show={show} queue={() => void navigate({ to: '/queue' })} />
        </>
      }
    >
      <Standing reading={masked} />
      <GradeProposalReading state={reading.state} show="waiting" />
      <div
        id="panel-decide"
        tabIndex={-1}
        className="mb-5 flex flex-wrap gap-2"
        role="group"
        aria-label={say(reviewTexts.decide)}
      >
        <CommandButtons reading={masked} except={['write', 'note', 'grade', 'ask-all']} ticked={ticked} />
        <Openings reading={masked} />
      </div>
      <CommandGroups reading={masked} />
      <Facts
        reading={masked}
        assignee={
          masked.assignee === undefined
            ? say(matterTexts.unassigned)
            : (nameOf(masked.assignee) ?? say(matterTexts.somebodyElse))
        }
      />
      <Section title={say(standingTexts.clocks)} id="clocks">
        <Clocks clocks={masked.clocks} />
      </Section>
      <EvidenceBehind reading={masked} />
      <StandardVersions reading={masked} />
      <DocumentLinks reading={masked} />
      <Gaps reading={reading} />
      <RecordVerdicts reading={reading} />
      <Registers reading={reading} />
      <div className="mt-6">
        <Panels panels={panels} chosen={panel} choose={setPanel} label={say(reviewTexts.panels)} />
      </div>
      <MattersOn reading={masked} />
    </Page>
  );
};
