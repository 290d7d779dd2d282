import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { StandardAdoptionState, StandardState } from '@suanjian/matters';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { standardTexts } from '../texts/standards.ts';

type Adopted = StandardAdoptionState['adopted'];

/** The state as the folder of the matter writes it: nothing of it is sealed. */
const standardIn = ({ kind, state }: MatterReadingAnswer): Pick<StandardState, 'versions'> | undefined =>
  kind === 'standard' && Array.isArray(state['versions']) ? (state as unknown as StandardState) : undefined;
const adoptionIn = ({ kind, state }: MatterReadingAnswer): StandardAdoptionState | undefined =>
  kind === 'standard-adoption' && Array.isArray(state['earlier'])
    ? (state as unknown as StandardAdoptionState)
    : undefined;

const Versions = ({ versions }: Pick<StandardState, 'versions'>) => {
  const { say, language } = useLanguage();
  return (
    <Section title={say(standardTexts.versions)} id="versions">
      {versions.length === 0 ? <p className="quiet">{say(standardTexts.none)}</p> : null}
      <ul className="grid gap-3">
        {versions
          .toReversed()
          .map(({ code, version, title, from, publishedOn, pack, words, thresholds, withdrawn }) => (
            <li key={`${code} ${version}`} className="card grid gap-2 p-4!">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <strong lang="zh-CN">
                  {code} {version} · {title}
                </strong>
                <span className="quiet">
                  {say(standardTexts.published(formatDate(publishedOn, language)))} ·{' '}
                  {say(standardTexts.from(formatDate(from, language)))}
                </span>
                {withdrawn === undefined ? null : (
                  <span className="badge tone-warn">
                    {say(standardTexts.withdrawn(formatDate(withdrawn.on, language)))}
                  </span>
                )}
              </p>
              {withdrawn === undefined ? null : <p lang="zh-CN">{withdrawn.reason}</p>}
              <p className="whitespace-pre-line" lang="zh-CN">
                {words}
              </p>
              {thresholds.length === 0 ? null : (
                <div>
                  <p className="font-semibold">{say(standardTexts.thresholds)}</p>
                  <ul>
                    {thresholds.map(({ check, bound }) => (
                      <li key={check} lang="zh-CN">
                        {check}: {bound}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              <p className="small">
                {say(standardTexts.pack)} <span className="digits break-all">{pack}</span>
              </p>
            </li>
          ))}
      </ul>
    </Section>
  );
};

const One = ({ code, version, title, pack, on }: Adopted) => {
  const { say, language } = useLanguage();
  return (
    <li className="card grid gap-1 p-4!">
      <p>
        <strong lang="zh-CN">
          {code} {version} · {title}
        </strong>{' '}
        <span className="quiet">{say(standardTexts.since(formatDate(on, language)))}</span>
      </p>
      <p className="small">
        {say(standardTexts.pack)} <span className="digits break-all">{pack}</span>
      </p>
    </li>
  );
};

/** What a body has published, or what a company keeps to: neither is a form that somebody filled in at once. */
export const StandardVersions = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const standard = standardIn(reading);
  if (standard !== undefined) return <Versions versions={standard.versions} />;
  const adoption = adoptionIn(reading);
  if (adoption === undefined) return null;
  const { adopted, earlier } = adoption;
  return (
    <>
      <Section title={say(standardTexts.adopted)} id="adopted">
        <ul>
          <One {...adopted} />
        </ul>
      </Section>
      {earlier.length === 0 ? null : (
        <Section title={say(standardTexts.earlier)} id="earlier">
          <ul className="grid gap-3">
            {earlier.map((each) => (
              <One key={each.on} {...each} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
