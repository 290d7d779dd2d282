import type { MatterReadingAnswer } from '@suanjian/contracts';
import { responsibilityGaps, type ResponsibilityState } from '@suanjian/matters';
import { editionAt, editions, type EditionId } from '@suanjian/rulebook';
import { useLanguage } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Section } from '../parts/page.tsx';
import { gapTexts } from '../texts/gaps.ts';

/** The edition that the installation counts by, as the clocks of the matter show it. */
const editionOf = ({ clocks }: MatterReadingAnswer, today: Parameters<typeof editionAt>[0]): EditionId =>
  editions.find(({ id }) => id === clocks.at(-1)?.edition)?.id ?? editionAt(today)?.id ?? 'final';

/** What the edition asks for and a responsibility register does not show, or nothing for other matters. */
export const Gaps = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const today = useToday();
  if (reading.kind !== 'responsibility' || reading.status === 'withdrawn') return null;
  const gaps = responsibilityGaps(reading.state as unknown as ResponsibilityState, editionOf(reading, today), today);
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
