import type { MatterReadingAnswer } from '@suanjian/contracts';
import { CommandButtons } from '../decisions/command-buttons.tsx';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { matterTexts } from '../texts/matter.ts';

/** How a company answers what an office has concluded about it. */
const answers = ['sign-record', 'state-view'] as const;

/** Its answers, while their time runs: they have a place of their own, above all that is to be read. */
export const awaitedAnswers = ({ actions, clocks }: MatterReadingAnswer): readonly string[] =>
  actions.includes('state-view') && clocks.some(({ bearer, endedOn }) => bearer === 'provider' && endedOn === undefined)
    ? answers.filter((name) => actions.includes(name))
    : [];

/** What an office waits for from the company, until when, and the commands that answer it. */
export const AwaitedView = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say, language } = useLanguage();
  const awaited = awaitedAnswers(reading);
  const due = reading.clocks.find(({ bearer, endedOn }) => bearer === 'provider' && endedOn === undefined)?.due;
  if (awaited.length === 0 || due === undefined) return null;
  const day = formatDate(due, language);
  return (
    <section className="notice tone-warn mb-5" aria-label={say(matterTexts.answerAwaited)}>
      <p>{say(awaited.includes('sign-record') ? matterTexts.signatureAwaited(day) : matterTexts.viewAwaited(day))}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <CommandButtons reading={reading} only={awaited} />
      </div>
    </section>
  );
};
