import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { MethodFault } from '../common/fault.ts';
import { countIn, textIn } from '../common/rows.ts';
import { reasons } from '../common/texts.ts';
import { groupedByUnit, undecidable } from '../common/units.ts';
import { asked } from './asked.ts';
import { partColumns } from './columns.ts';
import { type FiguresRow, valueOf } from './figures.ts';
import type { DescribeParameters } from './parameters.ts';
import { rowsItem } from './reduce.ts';
import { unusable } from './texts.ts';

const figuresIn = (row: ReducedRow): FiguresRow => {
  const { figures } = row;
  if (!Array.isArray(figures)) throw new TypeError('a row without figures');
  return { level: textIn(row, 'level'), figures: figures.map(String) };
};

/** @throws {MethodFault} for numbers that cannot be added up. */
export const estimateDescription = (
  rows: readonly ReducedRow[],
  request: MethodRequest<DescribeParameters>,
): readonly Estimation[] => {
  const { statistics } = asked(request);
  const columns = partColumns(request);
  const column = (part: string) => columns.find(({ name }) => name === part);
  return groupedByUnit(rows, request.by).map((unit) => {
    const items = Map.groupBy(unit.rows, (row) => countIn(row, 'item'));
    const [counts] = (items.get(rowsItem) ?? []).map(figuresIn);
    for (const [index, { name }] of columns.entries()) {
      const bad = Number(counts?.figures[index + 1] ?? '0');
      if (bad > 0) throw new MethodFault(unusable(bad), name);
    }
    const n = Number(counts?.figures[0] ?? '0');
    if (n === 0) return undecidable({ by: unit.by, notes: [] }, reasons.empty, { values: { count: 0 } });
    const values = Object.fromEntries(
      statistics.map((statistic, item) => [
        statistic.name,
        valueOf(
          statistic,
          (items.get(item) ?? []).map(figuresIn),
          (part) => column(part)?.bits ?? 0n,
          (part) => column(part)?.numeric ?? false,
        ),
      ]),
    );
    return undecidable({ by: unit.by, notes: [] }, reasons.described, { n, verdict: 'not-applicable', values });
  });
};
