import type { MatterReadingAnswer } from '@suanjian/contracts';
import {
  reviewResults,
  sourceKinds,
  tagKinds,
  type Release,
  type ResponsibilityState,
  type Tag,
} from '@suanjian/matters';
import type { Text } from '@suanjian/rulebook';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { registerTexts } from '../texts/registers.ts';

const Table = ({
  title,
  heads,
  children,
}: {
  readonly title: Text;
  readonly heads: readonly Text[];
  readonly children: ReactNode;
}) => {
  const { say } = useLanguage();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={say(title)}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};

const Releases = ({ releases }: { readonly releases: readonly Release[] }) => {
  const { say } = useLanguage();
  const { algorithm, release, recorded, reviewed, service, sources } = registerTexts;
  return (
    <Section title={say(registerTexts.releases)} id="releases">
      <Table title={registerTexts.releases} heads={[algorithm, release, recorded, reviewed, service, sources]}>
        {releases.toReversed().map((each) => (
          <tr key={`${each.algorithm} ${each.release}`}>
            <th scope="row">{each.algorithm}</th>
            <td>{each.release}</td>
            <td className="whitespace-nowrap">{each.recordedOn}</td>
            <td>
              {each.review === undefined
                ? say(registerTexts.notReviewed)
                : `${each.review.on} ${say(reviewResults.find(({ value }) => value === each.review?.result)?.label ?? registerTexts.reviewed)}`}
            </td>
            <td>
              {say(
                each.from === undefined
                  ? registerTexts.notInService
                  : each.until === undefined
                    ? registerTexts.since(each.from)
                    : registerTexts.between(each.from, each.until),
              )}
            </td>
            <td>{each.trained ? <Sources release={each} /> : say(registerTexts.noModel)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
};

const Sources = ({ release: { sources } }: { readonly release: Release }) => {
  const { say } = useLanguage();
  return (
    <ol>
      {sources.map(({ kind, allowed, until, personal }, place) => (
        // Sources have no names here: they are told by their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${place} ${kind}`}>
          {[
            sourceKinds.find(({ id }) => id === kind)?.label,
            allowed || kind === 'own' || kind === 'synthetic' ? undefined : registerTexts.noTerms,
            until === undefined ? undefined : registerTexts.until(until),
            personal ? registerTexts.personal : undefined,
          ]
            .flatMap((words) => (words === undefined ? [] : [say(words)]))
            .join(' · ')}
        </li>
      ))}
    </ol>
  );
};

const standingOf = ({ approvedOn, endedOn }: Tag): Text =>
  endedOn !== undefined
    ? registerTexts.ended(endedOn)
    : approvedOn === undefined
      ? registerTexts.proposed
      : registerTexts.used(approvedOn);

const Tags = ({ tags, barredWords }: Pick<ResponsibilityState, 'tags' | 'barredWords'>) => {
  const { say } = useLanguage();
  const { tag, kind, meaning, standing } = registerTexts;
  return (
    <Section title={say(registerTexts.tags)} id="tags">
      {tags.length === 0 ? null : (
        <Table title={registerTexts.tags} heads={[tag, kind, meaning, standing]}>
          {tags.map((each) => (
            <tr key={`${each.tag} ${each.proposedOn} ${each.endedOn ?? ''}`}>
              <th scope="row">{each.tag}</th>
              <td>{say(tagKinds.find(({ id }) => id === each.kind)?.label ?? kind)}</td>
              <td>{each.meaning}</td>
              <td>{say(standingOf(each))}</td>
            </tr>
          ))}
        </Table>
      )}
      {barredWords.length === 0 ? null : (
        <p>
          {say(registerTexts.barred)}: {barredWords.join(', ')}
        </p>
      )}
    </Section>
  );
};

const Published = ({ newsLists, cases }: Pick<ResponsibilityState, 'newsLists' | 'cases'>) => {
  const { say } = useLanguage();
  const list = newsLists.at(-1);
  return (
    <>
      {list === undefined ? null : (
        <Section title={say(registerTexts.news)} id="news-sources">
          <p>{say(registerTexts.licence(list.licence, list.authority, list.until))}</p>
          <p className="quiet">{say(registerTexts.version(list.version, list.publishedOn))}</p>
          <ul className="list-disc ps-5">
            {list.sources.map(({ code, name }) => (
              <li key={code}>
                {name} <code>{code}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {cases.length === 0 ? null : (
        <Section title={say(registerTexts.cases)} id="cases">
          <ul className="grid gap-2">
            {cases.toReversed().map(({ appeal, title, about, outcome, publishedOn }) => (
              <li key={appeal}>
                <p>
                  <strong>{title}</strong> <span className="quiet">{publishedOn}</span>
                </p>
                <p>{about}</p>
                <p>{outcome}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** What a responsibility register holds besides its form, or nothing for other matters. */
export const Registers = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  if (reading.kind !== 'responsibility') return null;
  const { releases, tags, barredWords, newsLists, cases } = reading.state as unknown as ResponsibilityState;
  return (
    <>
      {releases.length === 0 ? null : <Releases releases={releases} />}
      {tags.length + barredWords.length === 0 ? null : <Tags tags={tags} barredWords={barredWords} />}
      <Published newsLists={newsLists} cases={cases} />
    </>
  );
};
