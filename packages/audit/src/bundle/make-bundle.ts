import { commitmentOf } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { AuditFault } from '../engine/audit-fault.ts';
import { comparedPart } from '../receipt/rerun.ts';
import type { Receipt, Report, ReportResult } from '../report/schema.ts';
import type { Bundle, BundledResult, BundledUnit } from './bundle-schema.ts';
import { pseudonym } from './held-back.ts';
import { coarse, coarseCount, mustBeSuppressed, shown, withheld } from './suppression.ts';

export interface BundleFor {
  /** The filing's number, or its id before it has one. */
  readonly filing: string;
  /** 32 random bytes in hexadecimal; kept by the provider with the report, to open the commitment when it is asked for. */
  readonly salt: string;
}

/** The commitment to a report that a bundle carries. */
export const reportCommitment = (report: Report, salt: string): string =>
  commitmentOf({ salt, report: comparedPart(report) });

/** A report without anything that could point at a person. @throws AuditFault when a unit is a person */
export const makeBundle = (report: Report, { filing, salt }: BundleFor): Bundle => {
  const { receipt, results } = report;
  const bundle: Bundle = {
    format: 'suanjian-bundle/1',
    filing,
    edition: receipt.edition,
    data: dataOf(receipt),
    software: receipt.software,
    error: receipt.error,
    report: reportCommitment(report, salt),
    results: results.map((result) => bundled(result, receipt)),
  };
  refusePeople(bundle);
  return bundle;
};

const dataOf = ({ data }: Receipt): Bundle['data'] =>
  data.kind === 'log'
    ? {
        kind: 'log',
        provider: data.provider,
        from: data.from,
        to: data.to,
        treeSize: data.treeSize,
        root: data.root,
        commitment: data.commitment,
      }
    : { kind: 'files', sha256: data.files.map(({ sha256 }) => sha256) };

const bundled = (result: ReportResult, { questions }: Receipt): BundledResult => {
  const question = questions.find(({ id }) => id === result.id);
  if (question === undefined) throw new Error(`the receipt does not name ${result.id}`);
  const units = result.units.map((unit): BundledUnit => {
    const by = { ...unit.by };
    return mustBeSuppressed(unit, result.scale)
      ? { by, ...withheld(unit.verdict) }
      : { by, ...shown(unit, coarseCount(unit.n), result.scale) };
  });
  return {
    id: result.id,
    check: result.check,
    checkVersion: question.check?.version ?? null,
    method: result.method,
    methodVersion: question.method.version,
    definition: question.definition,
    clause: result.clause,
    clauses: result.clauses,
    severity: result.severity,
    status: result.status,
    title: result.title,
    ...(result.matched === undefined ? {} : { matched: result.matched }),
    scale: result.scale,
    materiality: coarse(result.materiality),
    ...figuresOf(result, units),
    units,
  };
};

/** Of the whole check: withheld as soon as one of its units is, because p and the leading unit are made of all of them. */
const figuresOf = (result: ReportResult, units: readonly BundledUnit[]): Omit<BundledUnit, 'by'> => {
  if (units.length === 0 || units.some(({ suppressed }) => suppressed)) return withheld(result.verdict);
  // The sum of what is shown anyway, never the true total.
  return shown(
    result,
    units.reduce((sum, { n }) => sum + (n ?? 0), 0),
    result.scale,
  );
};

const refusePeople = (bundle: Bundle): void => {
  for (const { id, units } of bundle.results)
    for (const { by } of units)
      for (const [name, value] of Object.entries(by))
        if (pseudonym.test(value) || pseudonym.test(name))
          throw new AuditFault(
            text(
              `${id} 按 ${name} 分出的单元是个人，结果包不能包含。请去掉这样的 by。`,
              `${id} tells units apart by ${name}, which are people; a bundle cannot hold them. Leave out that "by".`,
            ),
          );
};
