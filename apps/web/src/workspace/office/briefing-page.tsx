import type { MatterReadingAnswer } from '@suanjian/contracts';
import { CommandButtons } from '../decisions/command-buttons.tsx';
import { useLanguage } from '../language/language.tsx';
import { kindTitle } from '../matters/definitions.ts';
import { Standing } from '../matters/standing.tsx';
import { Page, Section } from '../parts/page.tsx';
import { briefingTexts } from '../texts/briefing.ts';
import { reviewTexts } from '../texts/review.ts';

type Briefed = keyof typeof briefingTexts.standing;

const isBriefed = (standing: unknown): standing is Briefed =>
  typeof standing === 'string' && Object.hasOwn(briefingTexts.standing, standing);

/** How far somebody is who was named to the team and does not belong to it; undefined for everybody else. */
export const briefedAs = ({ state: { standing } }: MatterReadingAnswer): Briefed | undefined =>
  isBriefed(standing) ? standing : undefined;

/** One thing at a time: interests are declared by who knows whom it is about. */
const notYet: Readonly<Record<Briefed, readonly string[]>> = {
  named: ['declare-interests'],
  undertaken: ['undertake'],
  recused: ['undertake', 'declare-interests'],
};

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly standing: Briefed;
}

/** All that somebody finds who was named to a team: what to sign, and once that is done, whom it is about. */
export const BriefingPage = ({ reading, standing }: Props) => {
  const { say } = useLanguage();
  const { title, targets } = reading.state;
  const told = [
    [briefingTexts.company, title],
    [briefingTexts.targets, targets],
  ] as const;
  return (
    <Page title={say(kindTitle(reading.kind))}>
      <Standing reading={reading} />
      <Section title={say(briefingTexts.title)} id="briefing">
        <p className="mb-3">{say(briefingTexts.standing[standing])}</p>
        <dl className="terms mb-5 empty:hidden">
          {told.map(([label, value]) =>
            typeof value === 'string' && value !== '' ? (
              <div key={label.en}>
                <dt>{say(label)}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <div id="panel-decide" className="flex flex-wrap gap-2" role="group" aria-label={say(reviewTexts.decide)}>
          <CommandButtons reading={reading} except={notYet[standing]} />
        </div>
      </Section>
    </Page>
  );
};
