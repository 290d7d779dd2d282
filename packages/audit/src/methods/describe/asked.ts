import type { Text } from '@suanjian/rulebook';
import type { Expression, MethodRequest } from '../../engine/method.ts';
import type { DescribeParameters } from './parameters.ts';
import { isNumber, parseStatistic, type Statistic } from './statistic.ts';

/** What is usually wanted of a part, by its type. */
const usual = (name: string, expression: Expression): readonly string[] => {
  if (expression.type === 'Bool') return [`count(${name})`, `missing(${name})`, `share(${name})`];
  if (!isNumber(expression)) return [`count(${name})`, `missing(${name})`, `distinct(${name})`, `counts(${name})`];
  return [
    ...['count', 'missing', 'mean', 'sd', 'min', 'median', 'max'].map((kind) => `${kind}(${name})`),
    `quantile(${name}, 0.25)`,
    `quantile(${name}, 0.75)`,
  ];
};

/** Statistics of a request with the names they are reported by, and what is wrong with them. */
export const asked = ({
  parts,
  parameters,
}: MethodRequest<DescribeParameters>): {
  readonly statistics: readonly Statistic[];
  readonly faults: readonly Text[];
} => {
  const { statistics } = parameters;
  const sources: readonly (readonly [name: string, source: string])[] =
    statistics === undefined
      ? ['count', ...Object.entries(parts).flatMap(([name, expression]) => usual(name, expression))].map(
          (source) => [source, source] as const,
        )
      : Array.isArray(statistics)
        ? statistics.map((source: string) => [source, source] as const)
        : Object.entries(statistics);
  const parsed = sources.map(([name, source]) => parseStatistic(source, name, parts));
  return {
    statistics: parsed.flatMap((one) => ('statistic' in one ? [one.statistic] : [])),
    faults: parsed.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
};
