import {
  answerKindWords,
  answerStatusWords,
  articleOf,
  bearerWords,
  clausesOf,
  deadlineWords,
  dutyWords,
  edition as editionOf,
  sanctionsCovering,
  sanctionStepWords,
  type Answer,
  type Clause,
  type DeadlineReceipt,
  type Language,
  type Sanction,
} from '@suanjian/rulebook';
import { Badge } from '../../design/badge.tsx';
import { Breadcrumbs } from '../../design/breadcrumbs.tsx';
import { Button } from '../../design/button.tsx';
import { DefinitionList } from '../../design/definition-list.tsx';
import { TextField } from '../../design/field.tsx';
import { joinList, say } from '../../design/language.ts';
import { PageHead, Section } from '../../design/layout.tsx';
import { clauseTexts as texts } from '../../texts/clauses.ts';
import { siteTexts } from '../../texts/site.ts';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';
import { ClauseLink, clausePath } from './clause-link.tsx';
import { ConsultationNotice, StatusBadge } from './clauses.tsx';
import { Receipt } from './deadline-receipt.tsx';

export interface ClausePageModel {
  readonly clause: Clause;
  /** When a day was given: what follows from it, or that it was no day. */
  readonly computed?: { readonly event: string; readonly receipts: readonly DeadlineReceipt[] };
}

const SanctionSteps = ({ sanction, language }: { readonly sanction: Sanction; readonly language: Language }) => (
  <ul className="list-disc pl-5">
    {sanction.steps.map((step) => (
      <li key={`${step.measure} ${step.trigger}`}>{say(sanctionStepWords(step), language)}</li>
    ))}
  </ul>
);

const ClauseList = ({ ids, language }: { readonly ids: readonly string[]; readonly language: Language }) => (
  <>
    {ids.map((id, index) => (
      <span key={id}>
        {index === 0 ? '' : joinList(['', ''], language)}
        <ClauseLink id={id} language={language} />
      </span>
    ))}
  </>
);

const Sanctions = ({ clause, language }: { readonly clause: Clause; readonly language: Language }) => {
  const covering = sanctionsCovering(clause);
  if (covering.length === 0) return <>{say(texts.none, language)}</>;
  return (
    <div className="stack">
      {covering.map(({ clause: basis, sanction }) => (
        <div key={basis.id}>
          <ClauseLink id={basis.id} language={language} />
          <SanctionSteps sanction={sanction} language={language} />
        </div>
      ))}
    </div>
  );
};

const pageOfAnswer: Readonly<Record<string, string>> = {
  'page/register': '/register',
  'page/record': '/register',
  'page/number-check': '/check',
  'page/clauses': '/clauses',
  'page/guide': '/guide',
  'page/open-data': '/open-data',
  'page/punctuality': '/punctuality',
};

const AnswerLine = ({ answer, language }: { readonly answer: Answer; readonly language: Language }) => {
  const page = answer.status === 'working' ? pageOfAnswer[`${answer.kind}/${answer.name}`] : undefined;
  const title = say(answer.title, language);
  return (
    <li>
      {page === undefined ? title : <a href={hrefIn(language, page)}>{title}</a>}{' '}
      <span className="quiet">· {say(answerKindWords[answer.kind], language)}</span>{' '}
      <Badge tone={answer.status === 'working' ? 'good' : 'plain'}>
        {say(answerStatusWords[answer.status], language)}
      </Badge>
    </li>
  );
};

const neighboursOf = (clause: Clause): { readonly before: Clause | undefined; readonly after: Clause | undefined } => {
  const all = clausesOf(clause.edition);
  const index = all.findIndex(({ id }) => id === clause.id);
  return { before: all[index - 1], after: all[index + 1] };
};

const Neighbours = ({ clause, language }: { readonly clause: Clause; readonly language: Language }) => {
  const { before, after } = neighboursOf(clause);
  const link = (to: Clause, label: string) => (
    <a href={hrefIn(language, clausePath(to.id))}>
      {label}
      {language === 'zh' ? '：' : ': '}
      {to.number} {say(to.heading, language)}
    </a>
  );
  return (
    <nav
      className="mt-10 flex flex-wrap justify-between gap-4 border-t pt-4"
      aria-label={say(texts.neighbours, language)}
    >
      {before === undefined ? <span /> : link(before, say(texts.previous, language))}
      {after === undefined ? null : link(after, say(texts.next, language))}
    </nav>
  );
};

const Compute = ({ clause, computed, language }: ClausePageModel & { readonly language: Language }) => (
  <Section id="compute" title={say(texts.compute, language)}>
    <form className="flex flex-wrap items-end gap-3" method="get" action={hrefIn(language, clausePath(clause.id))}>
      <TextField
        id="event"
        label={say(texts.computeEvent, language)}
        type="date"
        {...(computed === undefined ? {} : { value: computed.event })}
        {...(computed !== undefined && computed.receipts.length === 0
          ? { error: say(texts.computeWrong, language) }
          : {})}
      />
      <Button>{say(texts.computeButton, language)}</Button>
    </form>
    {computed === undefined ? null : (
      <div className="mt-4 stack max-w-3xl">
        {computed.receipts.map((receipt) => (
          <Receipt key={`${receipt.due} ${receipt.length}`} receipt={receipt} language={language} />
        ))}
      </div>
    )}
  </Section>
);

export const clausePage = ({ clause, computed }: ClausePageModel, { language }: PageContext): Page => {
  const edition = editionOf(clause.edition);
  const { sanction } = clause;
  return {
    title: `${clause.number} ${say(clause.heading, language)} · ${say(texts.shortNames[clause.edition], language)}`,
    description: say(clause.text, language),
    section: 'clauses',
    json: `${clausePath(clause.id)}.json`,
    body: (
      <>
        <Breadcrumbs
          label={say(siteTexts.breadcrumbs, language)}
          crumbs={[
            { label: say(texts.title, language), href: hrefIn(language, '/clauses') },
            {
              label: say(texts.shortNames[clause.edition], language),
              href: hrefIn(language, `/clauses/${clause.edition}`),
            },
            { label: clause.number },
          ]}
        />
        <PageHead title={`${clause.number} ${say(clause.heading, language)}`}>
          <p className="mt-3 flex flex-wrap gap-2">
            <StatusBadge edition={edition} language={language} />
            {clause.advisory ? <Badge>{say(texts.advisory, language)}</Badge> : null}
          </p>
        </PageHead>
        <div className="stack">
          <ConsultationNotice edition={edition} language={language} />
          <p className="lead text-ink">{say(clause.text, language)}</p>
          <DefinitionList
            terms={[
              { term: say(texts.document, language), value: say(edition.title, language) },
              {
                term: say(texts.who, language),
                value: joinList(
                  clause.who.map((bearer) => say(bearerWords[bearer], language)),
                  language,
                ),
              },
              { term: say(texts.duty, language), value: say(dutyWords[clause.duty], language) },
              clause.deadlines.length === 0
                ? undefined
                : {
                    term: say(texts.deadline, language),
                    value: (
                      <ul>
                        {clause.deadlines.map((deadline) => (
                          <li key={deadline.name}>{say(deadlineWords(deadline), language)}</li>
                        ))}
                      </ul>
                    ),
                  },
              sanction === undefined
                ? { term: say(texts.sanction, language), value: <Sanctions clause={clause} language={language} /> }
                : {
                    term: say(texts.sets, language),
                    value: (
                      <>
                        <SanctionSteps sanction={sanction} language={language} />
                        <p className="mt-2">
                          {say(texts.covers, language)}
                          <ClauseList ids={sanction.covers} language={language} />
                        </p>
                      </>
                    ),
                  },
              clause.answers.length === 0
                ? undefined
                : {
                    term: say(texts.answers, language),
                    value: (
                      <ul>
                        {clause.answers.map((answer) => (
                          <AnswerLine key={`${answer.kind} ${answer.name}`} answer={answer} language={language} />
                        ))}
                      </ul>
                    ),
                  },
              clause.crosswalk.length === 0
                ? undefined
                : {
                    term: say(texts.crosswalk, language),
                    value: (
                      <ul>
                        {clause.crosswalk.map(({ clause: other, difference }) => (
                          <li key={other}>
                            <ClauseLink id={other} language={language} />
                            <span className="quiet"> · {say(difference, language)}</span>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
            ]}
          />
        </div>
        {clause.deadlines.length === 0 ? null : (
          <Compute clause={clause} language={language} {...(computed === undefined ? {} : { computed })} />
        )}
        <Neighbours clause={clause} language={language} />
      </>
    ),
  };
};

/** An address that names a whole article of several paragraphs. */
export const articlePage = (paragraphs: readonly [Clause, ...Clause[]], { language }: PageContext): Page => {
  const [first] = paragraphs;
  const article = articleOf(first.number);
  const edition = editionOf(first.edition);
  const title = say(texts.paragraphs, language).replace('{article}', article);
  return {
    title: `${title} · ${say(texts.shortNames[first.edition], language)}`,
    section: 'clauses',
    body: (
      <>
        <Breadcrumbs
          label={say(siteTexts.breadcrumbs, language)}
          crumbs={[
            { label: say(texts.title, language), href: hrefIn(language, '/clauses') },
            {
              label: say(texts.shortNames[first.edition], language),
              href: hrefIn(language, `/clauses/${first.edition}`),
            },
            { label: article },
          ]}
        />
        <PageHead title={title} />
        <ConsultationNotice edition={edition} language={language} />
        <ol className="hits mt-6">
          {paragraphs.map((clause) => (
            <li key={clause.id}>
              <h2 className="text-[1.1875rem]">
                <a href={hrefIn(language, clausePath(clause.id))}>
                  {clause.number} {say(clause.heading, language)}
                </a>
              </h2>
              <p className="mt-1 max-w-3xl">{say(clause.text, language)}</p>
            </li>
          ))}
        </ol>
      </>
    ),
  };
};
