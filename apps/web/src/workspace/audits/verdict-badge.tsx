import type { AuditVerdict } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { auditTexts } from '../texts/audits.ts';

export const verdictTones: Readonly<Record<AuditVerdict, string>> = {
  pass: 'tone-good',
  fail: 'tone-bad',
  'not-enough-data': 'tone-warn',
  'not-applicable': '',
};

export const VerdictBadge = ({ verdict }: { readonly verdict: AuditVerdict }) => {
  const { say } = useLanguage();
  return <span className={`badge ${verdictTones[verdict]}`}>{say(auditTexts.verdict[verdict])}</span>;
};
