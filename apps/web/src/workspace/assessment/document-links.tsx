import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { assessmentTexts } from '../texts/assessment.ts';

/** The report of an assessment as a paper, in both languages; other matters have none. */
export const DocumentLinks = ({ reading: { kind, id } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  if (kind !== 'assessment') return null;
  return (
    <Section title={say(assessmentTexts.report)} id="report">
      <p className="quiet mb-3">{say(assessmentTexts.reportHelp)}</p>
      <ul className="flex flex-wrap gap-3">
        {assessmentTexts.papers.map(({ lang, ending, label }) => (
          <li key={`${lang} ${ending}`}>
            <a
              className="button button-quiet"
              href={`/api/matters/assessment/${encodeURIComponent(id)}/document.${ending}?lang=${lang}`}
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
