import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Section } from '../parts/page.tsx';
import { gapTexts } from '../texts/gaps.ts';
import { openGaps } from './open-gaps.ts';

/** What the edition asks for and a responsibility register does not show, or nothing for other matters. */
export const Gaps = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const gaps = openGaps(reading, useToday());
  if (gaps === undefined) return null;
  return (
    <Section title={say(gapTexts.title)} id="gaps">
      {gaps.length === 0 ? (
        <p className="quiet">{say(gapTexts.none)}</p>
      ) : (
        <ul className="grid gap-2">
          {gaps.map(({ code, pointer, text, clause }) => (
            <li key={`${code} ${pointer}`} className="notice tone-warn py-2!">
              {say(text)} <ClauseLink clause={clause} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
