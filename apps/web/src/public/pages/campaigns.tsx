import type { PublicCampaignModel, PublicCampaignsModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Bar } from '../../design/chart.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { fill, formatDate, formatNumber, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { State } from '../../design/notice.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { campaignTexts as texts, supervisionTexts } from '../../texts/supervision.ts';
import { Chinese } from '../shell/chinese.tsx';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink } from './clause-link.tsx';
import { ClauseList, placeWord, Trail, Written } from './supervision-parts.tsx';

interface PartProps {
  readonly campaign: PublicCampaignModel;
  readonly language: Language;
}

const period = ({ from, until }: PublicCampaignModel, language: Language): string =>
  fill(texts.fromUntil, { from: formatDate(from, language), until: formatDate(until, language) }, language);

const Standing = ({ campaign: { closed }, language }: PartProps) => (
  <Badge tone={closed ? 'plain' : 'info'}>{say(closed ? texts.closed : texts.running, language)}</Badge>
);

const steps = ['targets', 'asked', 'submitted', 'accepted', 'unfiled', 'urged'] as const;

const progressColumns = (
  progress: PublicCampaignModel['progress'],
  language: Language,
): readonly Column<(typeof steps)[number]>[] => [
  { title: say(texts.step, language), head: true, cell: (step) => say(texts[step], language) },
  {
    title: say(texts.compared, language),
    className: 'bar-cell',
    cell: (step) => <Bar share={progress.targets === 0 ? 0 : progress[step] / progress.targets} />,
  },
  {
    title: say(texts.count, language),
    align: 'number',
    cell: (step) => formatNumber(progress[step], language),
  },
];

const Progress = ({ campaign: { progress }, language }: PartProps) => (
  <Table
    caption={say(texts.progress, language)}
    captionHidden
    rows={steps}
    keyOf={(step) => step}
    columns={progressColumns(progress, language)}
  />
);

const Item = ({ campaign, language }: PartProps) => {
  const { id, title, place, progress } = campaign;
  const counted = (['targets', 'asked', 'accepted'] as const)
    .map((step) => `${say(texts[step], language)} ${formatNumber(progress[step], language)}`)
    .join(' · ');
  return (
    <li className="card">
      <h2 className="text-lead font-semibold">
        <a href={hrefIn(language, `/campaigns/${id}`)}>
          <Chinese language={language}>{title}</Chinese>
        </a>{' '}
        <Standing campaign={campaign} language={language} />
      </h2>
      <p className="quiet">
        {placeWord(place, language)} · {period(campaign, language)}
      </p>
      <p className="mt-1">{counted}</p>
    </li>
  );
};

export const campaignsPage = ({ items }: PublicCampaignsModel, { language }: PageContext): Page => ({
  title: say(texts.title, language),
  description: say(texts.lead, language),
  section: 'other',
  json: '/campaigns.json',
  body: (
    <>
      <PageHead title={say(texts.title, language)} lead={say(texts.lead, language)} />
      {items.length === 0 ? (
        <State title={say(texts.none, language)}>
          <p>{say(texts.noneHelp, language)}</p>
        </State>
      ) : (
        <ol className="stack">
          {items.map((campaign) => (
            <Item key={campaign.id} campaign={campaign} language={language} />
          ))}
        </ol>
      )}
    </>
  ),
});

const Closing = ({ campaign: { closing }, language }: PartProps) =>
  closing === undefined ? null : (
    <Section id="closing" title={say(texts.closing, language)}>
      <p>{fill(texts.closedOn, { date: formatDate(closing.on, language) }, language)}</p>
      {closing.words === undefined ? (
        <p className="quiet">{say(texts.noWords, language)}</p>
      ) : (
        <Written words={closing.words} language={language} />
      )}
    </Section>
  );

export const campaignPage = (campaign: PublicCampaignModel, { language }: PageContext): Page => {
  const { id, title, place, preset, clauses, tasks, commitment } = campaign;
  return {
    title,
    section: 'other',
    json: `/campaigns/${id}.json`,
    body: (
      <>
        <Trail language={language} above={[{ path: '/campaigns', label: say(texts.title, language) }]} here={title} />
        <PageHead
          title={
            <>
              <Chinese language={language}>{title}</Chinese> <Standing campaign={campaign} language={language} />
            </>
          }
        />
        <DefinitionList
          terms={[
            { term: say(supervisionTexts.place, language), value: placeWord(place, language) },
            { term: say(texts.period, language), value: period(campaign, language) },
            { term: say(texts.notice, language), value: say(preset, language) },
            clauses.length === 0
              ? undefined
              : {
                  term: say(supervisionTexts.basis, language),
                  value: <ClauseList ids={clauses} language={language} />,
                },
          ]}
        />
        <Section id="progress" title={say(texts.progress, language)}>
          <Progress campaign={campaign} language={language} />
        </Section>
        <Closing campaign={campaign} language={language} />
        {tasks.length === 0 ? null : (
          <Section id="tasks" title={say(texts.tasks, language)}>
            <ol className="prose list-decimal pl-5">
              {tasks.map(({ clause, title: task }) => (
                <li key={clause}>
                  {say(task, language)} <ClauseLink id={clause} language={language} />
                </li>
              ))}
            </ol>
          </Section>
        )}
        <Section id="commitment" title={say(texts.commitment, language)}>
          <p className="max-w-3xl">{say(texts.commitmentHelp, language)}</p>
          <p className="mt-2">
            <code className="break-all">{commitment}</code>
          </p>
        </Section>
      </>
    ),
  };
};
