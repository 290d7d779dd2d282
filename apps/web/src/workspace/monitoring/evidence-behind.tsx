import type { MatterReadingAnswer } from '@suanjian/contracts';
import { answers, text, type Text } from '@suanjian/rulebook';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { kindTitle } from '../matters/definitions.ts';
import { Section } from '../parts/page.tsx';
import { auditTexts } from '../texts/audits.ts';
import { monitoringTexts } from '../texts/monitoring.ts';

const reference = z.object({
  kind: z.string(),
  matter: z.string(),
  bundle: z.string().optional(),
  check: z.string().optional(),
  verdict: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  count: z.number().optional(),
});
type Reference = z.infer<typeof reference>;

const referencesIn = ({ state }: MatterReadingAnswer): readonly Reference[] =>
  [state['references'], state['behind']].flatMap((listed) =>
    (Array.isArray(listed) ? listed : []).flatMap((each: unknown) => {
      const { success, data } = reference.safeParse(each);
      return success ? [data] : [];
    }),
  );

const Source = ({ kind, matter, check }: Reference) => {
  const { say } = useLanguage();
  if (kind === 'warning')
    return (
      <Link to="/monitoring/warnings/$id" params={{ id: matter }}>
        {say(monitoringTexts.warning)}
      </Link>
    );
  if (kind === 'filing' && check !== undefined)
    return (
      <Link to="/matters/$kind/$id/audits" params={{ kind, id: matter }}>
        {say(monitoringTexts.bundle)}
      </Link>
    );
  return (
    <Link to="/matters/$kind/$id" params={{ kind, id: matter }}>
      {say(kindTitle(kind))}
    </Link>
  );
};

const checkTitle = (check: string): Text =>
  Object.values(answers.checks).find(({ name }) => name === check)?.title ?? text(check, check);

const verdicts: Readonly<Record<string, Text>> = auditTexts.verdict;
const verdictOf = ({ verdict }: Reference): readonly Text[] =>
  verdict === undefined ? [] : [verdicts[verdict] ?? text(verdict, verdict)];

const daysOf = ({ from, until }: Reference, language: Parameters<typeof formatDate>[1]): readonly string[] => {
  if (from === undefined) return [];
  const first = formatDate(from, language);
  return [until === undefined || until === from ? first : `${first} – ${formatDate(until, language)}`];
};

/** What a matter was opened on or from, by reference. Of offices only: the state has none for anybody else. */
export const EvidenceBehind = ({ reading }: { readonly reading: MatterReadingAnswer }) => {
  const { say, language } = useLanguage();
  const references = referencesIn(reading);
  if (references.length === 0) return null;
  return (
    <Section title={say(monitoringTexts.evidence)} id="evidence-behind">
      <ul className="grid gap-2">
        {references.map((each) => (
          <li key={`${each.kind} ${each.matter} ${each.bundle ?? ''} ${each.check ?? ''}`} className="wrap-anywhere">
            <Source {...each} />{' '}
            <span className="quiet">
              {[
                ...daysOf(each, language),
                ...(each.count === undefined ? [] : [say(monitoringTexts.counted(each.count))]),
                ...(each.check === undefined ? [] : [checkTitle(each.check), ...verdictOf(each)].map(say)),
                ...(each.bundle === undefined ? [] : [`${say(monitoringTexts.hash)} ${each.bundle.slice(0, 16)}`]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
