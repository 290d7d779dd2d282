import type { MatterReadingAnswer } from '@suanjian/contracts';
import { clausesToAnswer, presetOf } from '@suanjian/matters';
import { findClause, text } from '@suanjian/rulebook';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Section } from '../parts/page.tsx';
import { campaignTexts } from '../texts/campaigns.ts';

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** What a self-inspection asks, task by task, and which of it the company has answered. */
export const Tasks = ({ reading: { kind, state, audience } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const preset = kind === 'self-inspection' && typeof state['preset'] === 'string' ? state['preset'] : undefined;
  if (preset === undefined || audience !== 'provider') return null;
  const answered = new Set(strings(state['answered']));
  return (
    <Section
      title={say(campaignTexts.tasks)}
      id="tasks"
      aside={<span>{say(campaignTexts.answeredOf(answered.size, clausesToAnswer(preset).length))}</span>}
    >
      {presetOf(preset)?.tasks.map((task) => (
        <div key={task.title.en} className="mb-3">
          <h3 className="text-base!">{say(task.title)}</h3>
          <ul className="mt-1 grid gap-1">
            {task.answers.map((clause) => (
              <li key={clause} className="flex flex-wrap items-center gap-2">
                <ClauseLink clause={clause} />
                <span>{say(findClause(clause)?.heading ?? text('', ''))}</span>
                <span className={`badge ${answered.has(clause) ? 'tone-good' : ''}`}>
                  {say(answered.has(clause) ? campaignTexts.answered : campaignTexts.unanswered)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
};
