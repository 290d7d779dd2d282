import type {
  AuditBundleEntryAnswer,
  AuditClauseAnswer,
  AuditFindingAnswer,
  AuditMomentAnswer,
  AuditVerdict,
} from '@suanjian/contracts';
import { parseVerifier, statements } from '@suanjian/evidence';
import { bundleSchema, type Bundle, type BundledResult } from '@suanjian/audit/bundle';
import type { AuditBundleNote } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';

/** What an office may take a bundle for, and what not. */
export const bundleStatements: readonly Text[] = [
  text(
    '所证明的：持有登记密钥的一方，就这份备案、这一时段和这一长度的日志，签下了这些结论；上传之后一个字也没有改动。',
    'What is proved: whoever holds the registered key signed exactly these verdicts, for this filing, these days and a log of this length; nothing was changed since.',
  ),
  text(
    '未证明的：结论本身正确。结果包承诺了完整报告的内容：主管部门可以要求企业出示报告并重新运行，逐字节核对。',
    'What is not proved: that the verdicts are right. A bundle commits to its whole report: an office can ask to be shown it and have it run again, byte for byte.',
  ),
  statements.notProved,
];

/** A bundle was read strictly when it came in; what does not read any more was not kept by this software. */
export const bundleOf = ({ note }: Pick<AuditBundleNote, 'note'>): Bundle =>
  bundleSchema.parse(JSON.parse(note.split('\n')[1] ?? ''));

export const entryAnswer = (
  { id, uploadedAt, vkey, log, size, hash, doubt }: AuditBundleNote,
  { edition }: Bundle,
): AuditBundleEntryAnswer => ({
  id,
  uploadedAt,
  signer: parseVerifier(vkey).name,
  edition,
  size,
  hash,
  ...(log === undefined ? {} : { log: { from: log.from, to: log.to, treeSize: log.treeSize, root: log.root } }),
  ...(doubt === undefined ? {} : { doubt }),
});

const momentOf = ({ id, uploadedAt, log }: AuditBundleNote, { verdict }: BundledResult): AuditMomentAnswer => ({
  bundle: id,
  at: uploadedAt,
  verdict,
  ...(log === undefined ? {} : { from: log.from, to: log.to }),
});

const findingOf = (bundle: AuditBundleNote, result: BundledResult): AuditFindingAnswer => ({
  check: result.id,
  title: result.title,
  severity: result.severity,
  status: result.status,
  scale: result.scale,
  estimate: result.estimate,
  interval: result.interval,
  materiality: result.materiality,
  suppressed: result.suppressed,
  latest: momentOf(bundle, result),
  earlier: [],
});

const gravest: readonly AuditVerdict[] = ['fail', 'not-enough-data', 'pass', 'not-applicable'];

/** The gravest verdict that counts; checks on trial do not. */
const verdictOf = (findings: readonly AuditFindingAnswer[]): AuditVerdict | null => {
  const counting = findings.filter(({ status }) => status === 'live');
  return gravest.find((verdict) => counting.some(({ latest }) => latest.verdict === verdict)) ?? null;
};

const inNumbers = new Intl.Collator('en', { numeric: true });

/** In the order of the articles; what rests on no clause comes last. */
const byClause = ({ clause: one }: AuditClauseAnswer, { clause: other }: AuditClauseAnswer): number => {
  if (one === null) return 1;
  return other === null ? -1 : inNumbers.compare(one, other);
};

/** The latest verdict of every check, under its clause, with what it said before. @param bundles the newest days first */
export const clausesOf = (
  bundles: readonly { readonly kept: AuditBundleNote; readonly bundle: Bundle }[],
): AuditClauseAnswer[] => {
  const clauses = new Map<string | null, Map<string, AuditFindingAnswer>>();
  for (const { kept, bundle } of bundles)
    for (const result of bundle.results) {
      const clause = result.clause ?? result.clauses[0] ?? null;
      const findings = clauses.get(clause) ?? new Map<string, AuditFindingAnswer>();
      clauses.set(clause, findings);
      const found = findings.get(result.id);
      if (found === undefined) findings.set(result.id, findingOf(kept, result));
      else found.earlier.push(momentOf(kept, result));
    }
  return [...clauses]
    .map(([clause, found]) => {
      const findings = [...found.values()];
      return { clause, verdict: verdictOf(findings), findings };
    })
    .toSorted(byClause);
};
