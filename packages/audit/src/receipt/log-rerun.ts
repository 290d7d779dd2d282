import type { JournalIndex } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { editionIds, text, type EditionId } from '@suanjian/rulebook';
import { z } from 'zod';
import { AuditFault } from '../engine/audit-fault.ts';
import type { LogAudit } from '../engine/audit-log.ts';
import type { CheckValue } from '../engine/check.ts';
import type { Report } from '../report/schema.ts';

/** What of a log audit a report fixes. */
export type FixedByReport = Required<
  Pick<LogAudit, 'edition' | 'from' | 'to' | 'only' | 'parameters' | 'seed' | 'error' | 'leaves'>
> &
  Pick<LogAudit, 'provider'>;

const valuesSchema = z.object({
  check: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])),
});

/** The audit that a report came from, to be run again. @throws AuditFault when the report is not of this log */
export const auditOfReport = (
  { receipt }: Report,
  index: Pick<JournalIndex, 'size' | 'root' | 'entries'>,
): FixedByReport => {
  const { data } = receipt;
  if (data.kind !== 'log')
    throw new AuditFault(
      text(
        '这份报告来自映射文件，不是日志。请同时给出映射文件。',
        'This report is of a mapping, not of a log. Give the mapping too.',
      ),
    );
  if (data.treeSize > index.size || index.root(data.treeSize) !== data.root)
    throw new AuditFault(
      text(
        `这里的日志不是报告所依据的日志：前 ${data.treeSize} 片叶的根不是 ${data.root}。`,
        `The log here is not the one of the report: the root of its first ${data.treeSize} leaves is not ${data.root}.`,
      ),
    );
  const edition = editionOf(receipt.edition);
  const leaves = Array.from(index.entries(), ({ leaf }) => leaf);
  return {
    edition,
    from: data.from,
    to: data.to,
    ...(data.provider === null ? {} : { provider: data.provider }),
    only: receipt.questions.map(({ id }) => id),
    parameters: Object.fromEntries(receipt.questions.map(({ id, parameters }) => [id, checkValues(id, parameters)])),
    seed: receipt.seed,
    error: receipt.error,
    leaves: leaves.slice(data.treeSize).some((leaf) => touches(leaf, data.to))
      ? leaves
      : leaves.slice(0, data.treeSize),
  };
};

/** Whether what came later changed what was counted: then the tree as it was is no longer what the store holds. */
const touches = (leaf: LeafEntry, to: string): boolean =>
  (leaf.kind === 'batch' || leaf.kind === 'retention') && leaf.day <= to;

const editionOf = (written: string | null): EditionId => {
  const edition = editionIds.find((id) => id === written);
  if (edition !== undefined) return edition;
  throw new AuditFault(
    text(`报告的版本「${written ?? ''}」无法识别。`, `The report names no edition that is known: “${written ?? ''}”.`),
  );
};

const checkValues = (id: string, parameters: unknown): Readonly<Record<string, CheckValue>> => {
  const parsed = valuesSchema.safeParse(parameters);
  if (parsed.success) return parsed.data.check;
  throw new AuditFault(text(`报告中 ${id} 的参数无法读取。`, `The parameters of ${id} in the report cannot be read.`));
};
