import type { StoreReader } from '@suanjian/decision-log';
import { text, type Text } from '@suanjian/rulebook';
import type { Expression, MethodRequest } from '../engine/method.ts';

/** Something in the table that makes the question meaningless, and which part it is about. */
export interface TableProblem {
  readonly key: string;
  readonly reason: Text;
}

/** Parts that name a row of a method: the same values twice mean that a row was written twice. */
const identities: Readonly<Record<string, readonly string[]>> = {
  invariant: ['row'],
  recompute: ['row'],
  inversions: ['request', 'rank'],
  'rank-share': ['request', 'rank'],
  spread: ['user', 'request', 'rank'],
  churn: ['list', 'time', 'entry'],
};

/** Methods that compare levels of `group`; a number as group is a slope instead. */
const comparing = new Set(['rate-gap', 'value-gap', 'rank-share', 'regression']);

const tupleOf = (parts: readonly Expression[]): string => parts.map(({ sql }) => `toString(${sql})`).join(', ');

interface Figures {
  readonly rows: string;
  readonly groups?: string;
  readonly group?: string;
  readonly outcomes?: string;
  readonly repeated?: string;
  readonly negative?: string;
}

const outcomePart = (request: MethodRequest<unknown>): [name: string, part: Expression] | undefined => {
  const name = ['outcome', 'value'].find((candidate) => request.parts[candidate] !== undefined);
  const part = name === undefined ? undefined : request.parts[name];
  return name === undefined || part === undefined ? undefined : [name, part];
};

const asksForRatio = (parameters: unknown): boolean =>
  typeof parameters === 'object' &&
  parameters !== null &&
  'measure' in parameters &&
  (parameters.measure === 'relative' || parameters.measure === 'ratio' || parameters.measure === 'ratio of medians');

/**
 * Looks at the table once before anything is judged: an empty table, one group only, all values equal, a row twice, a negative price where
 * ratios are asked for. Each is a fault of the question, not a result, and is said with the part and the mend.
 */
export const lookAtTable = async (
  session: Pick<StoreReader, 'query'>,
  method: string,
  request: MethodRequest<unknown>,
): Promise<readonly TableProblem[]> => {
  const group = comparing.has(method) ? request.parts['group'] : undefined;
  const levels = group !== undefined && request.compare === undefined ? group : undefined;
  const outcome = comparing.has(method) && method !== 'rank-share' ? outcomePart(request) : undefined;
  const identity = (identities[method] ?? []).map((name) => request.parts[name]);
  const whole =
    identity.length > 0 && identity.every((part) => part !== undefined)
      ? identity.filter((part) => part !== undefined)
      : [];
  const ratio = method === 'value-gap' && asksForRatio(request.parameters) ? request.parts['value'] : undefined;
  const columns = [
    'toString(count()) AS rows',
    ...(levels === undefined
      ? []
      : [
          `toString(uniqExact(toString(${levels.sql}))) AS groups, toString(min(toString(${levels.sql}))) AS \`group\``,
        ]),
    ...(outcome === undefined ? [] : [`toString(uniqExact(toString(${outcome[1].sql}))) AS outcomes`]),
    ...(whole.length === 0 ? [] : [`toString(count() - uniqExact(${tupleOf(whole)})) AS repeated`]),
    ...(ratio === undefined ? [] : [`toString(countIf(ifNull(${ratio.sql} < 0, 0))) AS negative`]),
  ];
  const [figures] = await session.query<Figures>(`SELECT ${columns.join(', ')} FROM ${request.relation} AS relation`);
  if (figures === undefined || figures.rows === '0')
    return [
      {
        key: request.relation.includes('WHERE') ? 'where' : 'source',
        reason: text(
          '没有任何一行可看。请检查数据文件和 where。',
          'There is not a single row. Check the data and `where`.',
        ),
      },
    ];
  const problems: TableProblem[] = [];
  if (figures.groups !== undefined && Number(figures.groups) < 2 && !/^(?:Float|Decimal)/u.test(levels?.type ?? ''))
    problems.push({
      key: 'parts.group',
      reason: text(
        `只有一个组${figures.group === undefined || figures.group === '' ? '' : `（${figures.group}）`}，没有可比较的对象。请换一列，或检查 where。`,
        `There is only one group${figures.group === undefined || figures.group === '' ? '' : ` (${figures.group})`}, nothing to compare it with. Choose another column, or check \`where\`.`,
      ),
    });
  if (figures.outcomes !== undefined && Number(figures.outcomes) < 2)
    problems.push({
      key: `parts.${outcome?.[0] ?? 'outcome'}`,
      reason: text(
        '所有取值都相同，看不出差别，也不能说明没有差别。请检查这一列。',
        'All values are equal: no difference can be seen, nor its absence shown. Check this column.',
      ),
    });
  if (figures.repeated !== undefined && figures.repeated !== '0')
    problems.push({
      key: `parts.${identities[method]?.at(-1) ?? 'row'}`,
      reason: text(
        `有 ${figures.repeated} 行重复：${(identities[method] ?? []).join('、')} 相同的行只能有一行。请在 query 里用 SELECT DISTINCT 去重，或换一个能区分各行的列。`,
        `${figures.repeated} rows are there twice: only one row may have the same ${(identities[method] ?? []).join(', ')}. Remove them with SELECT DISTINCT in \`query\`, or choose a column that tells rows apart.`,
      ),
    });
  if (figures.negative !== undefined && figures.negative !== '0')
    problems.push({
      key: 'parts.value',
      reason: text(
        `有 ${figures.negative} 行是负数，负数之间的比例没有意义。请用 where 排除，或用 measure: difference。`,
        `${figures.negative} rows are negative, and ratios of negative numbers mean nothing. Leave them out with \`where\`, or use measure: difference.`,
      ),
    });
  return problems;
};
