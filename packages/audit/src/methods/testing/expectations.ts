import type { JudgedUnit } from '../../engine/judge.ts';
import type { MethodExample, ReportedValue } from '../../engine/method.ts';

/** Relative tolerance of numbers in examples: they are written by hand, rounded at the twelfth digit in reports. */
const tolerance = 1e-9;

const same = (left: number, right: number): boolean =>
  Math.abs(left - right) <= tolerance * Math.max(1, Math.abs(left), Math.abs(right));

/** Where `found` does not hold what is expected of it: paths, empty when all is well. Objects may hold more than expected; lists may not. */
export const differences = (
  expected: ReportedValue,
  found: ReportedValue | undefined,
  path: string,
): readonly string[] => {
  if (typeof expected === 'number' && typeof found === 'number')
    return same(expected, found) ? [] : [`${path}: ${found}, not ${expected}`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return [`${path}: ${JSON.stringify(found)}`];
    return expected.flatMap((value: ReportedValue, index) => differences(value, found[index], `${path}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null || Array.isArray(found))
      return [`${path}: ${JSON.stringify(found)}`];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(value, (found as Readonly<Record<string, ReportedValue>>)[name], `${path}.${name}`),
    );
  }
  return expected === found ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
};

const unitOf = (
  units: readonly JudgedUnit[],
  by: Readonly<Record<string, string>> | undefined,
): JudgedUnit | undefined =>
  by === undefined
    ? units[0]
    : units.find(({ estimation }) => Object.entries(by).every(([name, value]) => estimation.by[name] === value));

/** What an example expected and did not get, in words for the one who wrote it; empty when all is well. */
export const unmet = (expect: MethodExample['expect'], units: readonly JudgedUnit[]): readonly string[] =>
  expect.flatMap((expected, index) => {
    const unit = unitOf(units, expected.by);
    const path = expected.by === undefined ? `unit ${index}` : JSON.stringify(expected.by);
    if (unit === undefined) return [`${path}: there is no such unit`];
    const { estimation, verdict, interval, reason } = unit;
    const about = `${path} (estimate ${estimation.estimate}, interval ${JSON.stringify(interval)}, n ${estimation.n}, p ${estimation.p}${reason === undefined ? '' : `, ${reason.en}`})`;
    return [
      ...(verdict === expected.verdict ? [] : [`${about}: ${verdict}, not ${expected.verdict}`]),
      ...(expected.estimate === undefined
        ? []
        : differences(expected.estimate, estimation.estimate, `${path} estimate`)),
      ...(expected.values === undefined ? [] : differences(expected.values, estimation.values, `${path} values`)),
    ];
  });
