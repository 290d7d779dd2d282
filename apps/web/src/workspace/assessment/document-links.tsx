import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Section } from '../parts/page.tsx';
import { assessmentTexts } from '../texts/assessment.ts';

/** A matter as a paper, in both languages; kinds that do not say how they are printed have none. */
export const DocumentLinks = ({
  reading: { kind, id },
}: {
  readonly reading: Pick<MatterReadingAnswer, 'kind' | 'id'>;
}) => {
  const { say } = useLanguage();
  if (definitionOf(kind)?.document === undefined) return null;
  const heading = kind === 'assessment' ? assessmentTexts.report : assessmentTexts.caseFile;
  return (
    <Section title={say(heading)} id="report">
      <p className="quiet mb-3">{say(assessmentTexts.reportHelp)}</p>
      <ul className="flex flex-wrap gap-3">
        {assessmentTexts.papers.map(({ lang, ending, label }) => (
          <li key={`${lang} ${ending}`}>
            <a
              className="button button-quiet"
              href={`/api/matters/${kind}/${encodeURIComponent(id)}/document.${ending}?lang=${lang}`}
              download
            >
              {say(label)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};
