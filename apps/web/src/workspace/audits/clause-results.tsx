import type { AuditClauseAnswer, AuditVerdict } from '@suanjian/contracts';
import { findClause } from '@suanjian/rulebook';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { auditTexts } from '../texts/audits.ts';
import { Finding } from './finding.tsx';
import { verdictTones, VerdictBadge } from './verdict-badge.tsx';

const verdicts: readonly AuditVerdict[] = ['fail', 'not-enough-data', 'pass', 'not-applicable'];

const Summary = ({ clauses }: { readonly clauses: readonly AuditClauseAnswer[] }) => {
  const { say } = useLanguage();
  return (
    <p className="mb-3 flex flex-wrap gap-2">
      {verdicts.map((verdict) => {
        const count = clauses.filter((clause) => clause.verdict === verdict).length;
        return count === 0 ? null : (
          <span key={verdict} className={`badge ${verdictTones[verdict]}`}>
            {say(auditTexts.summary[verdict](count))}
          </span>
        );
      })}
    </p>
  );
};

const ClauseResult = ({ clause, verdict, findings }: AuditClauseAnswer) => {
  const { say, language } = useLanguage();
  const words = clause === null ? undefined : findClause(clause)?.text[language];
  return (
    <li className="card p-4!">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-base!">{clause === null ? say(auditTexts.noClause) : <ClauseLink clause={clause} />}</h3>
        {verdict === null ? null : <VerdictBadge verdict={verdict} />}
      </div>
      {words === undefined ? null : <p className="quiet mt-1 max-w-4xl">{words}</p>}
      <ul className="mt-2">
        {findings.map((finding) => (
          <Finding key={finding.check} finding={finding} />
        ))}
      </ul>
    </li>
  );
};

/** The latest verdicts under the clauses they are about, in the words of the clause. */
export const ClauseResults = ({ clauses }: { readonly clauses: readonly AuditClauseAnswer[] }) => (
  <>
    <Summary clauses={clauses} />
    <ul className="grid gap-3">
      {clauses.map((clause) => (
        <ClauseResult key={clause.clause ?? ''} {...clause} />
      ))}
    </ul>
  </>
);
