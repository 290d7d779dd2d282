import type { MatterReadingAnswer } from '@suanjian/contracts';
import { VerdictBadge } from '../audits/verdict-badge.tsx';
import { hasRecordChecks, useRecordChecks } from '../client/record-checks.ts';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { registerTexts } from '../texts/registers.ts';

/** There is something to judge by: a filing that stands, a register that is not withdrawn. */
const isJudged = ({ kind, status }: MatterReadingAnswer): boolean =>
  hasRecordChecks(kind) && (kind === 'filing' ? status === 'filed' : status !== 'withdrawn');

/** Verdicts of the checks that the application's own records decide, in the words of an audit's. */
export const RecordVerdicts = ({ reading }: { readonly reading: MatterReadingAnswer }) =>
  isJudged(reading) ? <Verdicts reading={reading} /> : null;

const Verdicts = ({ reading: { kind, id } }: { readonly reading: MatterReadingAnswer }) => {
  const { say } = useLanguage();
  const { data, isError, error, refetch } = useRecordChecks(kind, id);
  return (
    <Section title={say(registerTexts.checks)} id="record-checks">
      <p className="quiet">{say(registerTexts.checksLead)}</p>
      {isError ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <ul className="grid gap-3">
          {data.items.map((item) => (
            <li key={item.id} className="border-b border-line pb-2 last:border-b-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span>{say(item.title)}</span>
                <VerdictBadge verdict={item.verdict} />
                {item.clauses.map((clause) => (
                  <ClauseLink key={clause} clause={clause} />
                ))}
              </p>
              <p className="small quiet">
                {say(item.question)} {say(registerTexts.looked(item.looked))}
              </p>
              {item.findings.length === 0 ? null : (
                <>
                  <ul className="list-disc ps-5">
                    {item.findings.map((finding) => (
                      <li key={finding.en}>{say(finding)}</li>
                    ))}
                  </ul>
                  <p className="small">{say(item.advice)}</p>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
