import type { Reduction } from '../../engine/method.ts';
import { computedOnce } from '../common/computed-once.ts';
import { levelOf } from '../common/sql.ts';
import { ofUnit } from '../common/unit-filter.ts';
import {
  activities,
  activity,
  acts,
  chanceUnit,
  closePairs,
  crowdedActs,
  crowds,
  meetings,
  onUnits,
  type Request,
} from './pairs.ts';

export const kinds = { leftOut: 0, described: 1, active: 2, tested: 3, crowded: 4 } as const;

/** The pairs least like coincidence that are carried out of the store; past these only their number is known. */
export const carriedPairs = 20_000;

/** Pairs that chance brings about more often than this are only counted. */
const worthCarrying = 1e-3;

/**
 * log10 of the binomial probability of `near_met` or more of `met` with the mean chance of the meetings. With chances that differ the true one
 * is no larger, from one above the expectation on: Hoeffding (1956), Annals of Mathematical Statistics 27. Below that nothing is worked out.
 */
const logChance = (): string => {
  const near = `(chances * ${chanceUnit} / met)`;
  const mass = `exp(lgamma(met + 1) - lgamma(toFloat64(hits) + 1) - lgamma(toFloat64(met - hits) + 1) + hits * log${near} + (met - hits) * log1p(-${near}))`;
  return `if(near_met < chances * ${chanceUnit} + 1, 0, round(log10(arraySum(hits -> ${mass}, range(near_met, least(met, near_met + 60) + 1))), 6))`;
};

const tested = (request: Request): string => {
  const on = onUnits(request);
  const prefix = on.map((name) => `${name}, `).join('');
  return `SELECT ${prefix}countIf(low != high) AS pairs_tested, sum(left) AS capped, countIf(chance < ${Math.log10(worthCarrying)}) AS pairs_unlikely,
    arraySlice(arraySort(groupArrayIf((chance, met, near_met, chances, low, high), chance < ${Math.log10(worthCarrying)})), 1, ${carriedPairs}) AS unlikely
  FROM (SELECT *, ${logChance()} AS chance FROM (${meetings(request)}))${on.length === 0 ? '' : ` GROUP BY ${on.join(', ')}`}`;
};

/** Pairs of acts where an account on either side has enough acts in such pairs. */
const described = (request: Request): string => {
  const on = onUnits(request);
  const prefix = on.map((name) => `${name}, `).join('');
  const grouped = on.length === 0 ? '' : ` GROUP BY ${on.join(', ')}`;
  const close = closePairs(request);
  // Each pair from both of its sides, so that an account's own acts in pairs can be counted.
  const sides = `SELECT ${prefix}account, arraySum(own_act -> own_act.2, groupUniqArray(act)) >= ${request.parameters.minParticipation} AS takes_part, groupArray((object, pair)) AS own
    FROM (SELECT ${prefix}object, pair, arrayJoin([(pair.1, pair.3), (pair.2, pair.4)]) AS side, side.1 AS account, side.2 AS act FROM (${close}))
    GROUP BY ${prefix}account`;
  const kept = `SELECT ${prefix}one.1 AS object, one.2 AS pair, count() / 2 AS times, max(takes_part) AS counts FROM (${sides}) ARRAY JOIN own AS one GROUP BY ${prefix}object, pair HAVING counts`;
  const edges = `SELECT ${prefix}pair.1 AS low, pair.2 AS high, toUInt64(sum(times)) AS weight, groupUniqArray(object) AS objects FROM (${kept}) GROUP BY ${prefix}low, high`;
  return `SELECT ${prefix}sum(weight) AS pairs, uniqExactArray(objects) AS objects_met, uniqExactArray([low, high]) AS accounts_met, count() AS edge_count, max(weight) AS heaviest FROM (${edges})${grouped}`;
};

export const reduce = (request: Request): Reduction => {
  const on = onUnits(request);
  const prefix = on.map((name) => `${name}, `).join('');
  const grouped = (more = ''): string => {
    const names = [...on, ...(more === '' ? [] : [more])];
    return names.length === 0 ? '' : ` GROUP BY ${names.join(', ')}`;
  };
  const none = `CAST([], 'Array(Tuple(Float64, UInt64, UInt64, UInt64, UInt64, UInt64))')`;
  const counts = (...values: readonly string[]): string =>
    `[${values.map((value) => `toUInt64(${value})`).join(', ')}]`;
  const statement = `SELECT * FROM (
  SELECT ${prefix}toUInt8(${kinds.leftOut}) AS kind, left_out, count() AS n, ${counts('uniqExact(account)', 'uniqExact(object)')} AS counts, ${none} AS unlikely FROM (${acts(request)})${grouped('left_out')}
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.described}), toUInt8(0), toUInt64(0), ${counts('pairs', 'objects_met', 'accounts_met', 'edge_count', 'heaviest')}, ${none} FROM (${described(request)})
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.active}), toUInt8(0), toUInt64(0), ${counts('active_accounts')}, ${none} FROM (${activity(request)})
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.tested}), toUInt8(0), toUInt64(0), ${counts('pairs_tested', 'pairs_unlikely', 'capped')}, unlikely FROM (${tested(request)})
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.crowded}), toUInt8(0), toUInt64(0), ${counts('crowded')}, ${none} FROM (${crowdedActs(request)})
)
ORDER BY ${prefix}kind, left_out`;
  return {
    sql: computedOnce(statement, { crowds: crowds(request), activities: activities(request), acts: acts(request) }),
    keys: [...on, 'kind', 'left_out'],
    measures: {},
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { account } = request.parts;
  const name = account === undefined ? "''" : levelOf(account);
  const own = { ...request, relation: `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})` };
  const names = `SELECT DISTINCT cityHash64(${name}) AS account_key, ${name} AS account_name FROM ${own.relation} AS relation`;
  return `SELECT first.account_name AS account, second.account_name AS other, near_met AS times_together, met AS times_met
FROM (SELECT *, ${logChance()} AS chance FROM (${meetings(own)}) WHERE near_met > 0 ORDER BY chance, near_met DESC, low, high LIMIT ${limit}) AS pairs
INNER JOIN (${names}) AS first ON first.account_key = pairs.low
INNER JOIN (${names}) AS second ON second.account_key = pairs.high
ORDER BY chance, times_together DESC, account, other`;
};
