import { text, type Text } from '@suanjian/rulebook';
import type { Expression } from '../../engine/method.ts';

/** One figure that is asked for, such as `quantile(price, 0.9)`. */
export interface Statistic {
  /** Its name in the report: as written, or the name it was given. */
  readonly name: string;
  readonly kind: StatisticKind;
  readonly of: readonly string[];
  readonly number: number | undefined;
}

type Argument = 'number' | 'any';

interface Form {
  readonly of: readonly Argument[];
  /** Whether a number follows, and what is meant without one; `required` when it must be there. */
  readonly number?: number | 'required';
  readonly accepts?: (number: number) => boolean;
}

const share = (number: number): boolean => number >= 0 && number <= 1;

export const forms = {
  count: { of: [] },
  'count of': { of: ['any'] },
  missing: { of: ['any'] },
  distinct: { of: ['any'] },
  sum: { of: ['number'] },
  mean: { of: ['number'] },
  share: { of: ['number'] },
  variance: { of: ['number'] },
  sd: { of: ['number'] },
  min: { of: ['number'] },
  max: { of: ['number'] },
  median: { of: ['number'] },
  quantile: { of: ['number'], number: 'required', accepts: share },
  ratio: { of: ['number', 'number'] },
  'weighted-mean': { of: ['number', 'number'] },
  pearson: { of: ['number', 'number'] },
  spearman: { of: ['number', 'number'] },
  'quantile-shares': {
    of: ['number', 'number'],
    number: 5,
    accepts: (bins) => Number.isInteger(bins) && bins >= 2 && bins <= 1000,
  },
  counts: { of: ['any'] },
  shares: { of: ['any'] },
  gini: { of: ['any'] },
  hhi: { of: ['any'] },
  entropy: { of: ['any'] },
  'top-share': { of: ['any'], number: 'required', accepts: (top) => top > 0 && (top < 1 || Number.isInteger(top)) },
} as const satisfies Record<string, Form>;

export type StatisticKind = keyof typeof forms;

const isKind = (name: string): name is StatisticKind => Object.hasOwn(forms, name) && name !== 'count of';

/** How the forms are written, for whoever wrote one wrongly. */
export const written: string = Object.entries(forms)
  .filter(([kind]) => kind !== 'count of')
  .map(([kind, form]: readonly [string, Form]) => {
    const names = form.of.map((_, index) => ['x', 'y'][index] ?? 'z');
    const number = form.number === undefined ? [] : [typeof form.number === 'number' ? `[${form.number}]` : 'p'];
    return form.of.length === 0 ? kind : `${kind}(${[...names, ...number].join(', ')})`;
  })
  .join(', ');

export type Parsed = { readonly statistic: Statistic } | { readonly fault: Text };

const numberType = /^(?:Bool$|Float|Decimal|U?Int\d+$)/u;

export const isNumber = ({ type }: Expression): boolean => numberType.test(type);

/** Reads `kind(part, part, number)`; parts are named as in the mapping. */
export const parseStatistic = (source: string, name: string, parts: Readonly<Record<string, Expression>>): Parsed => {
  const [, word = '', inner] = /^\s*([a-z-]+)\s*(?:\((.*)\))?\s*$/su.exec(source) ?? [];
  const given = inner === undefined || inner.trim() === '' ? [] : inner.split(',').map((argument) => argument.trim());
  const kind: StatisticKind | undefined =
    word === 'count' && given.length > 0 ? 'count of' : isKind(word) ? word : undefined;
  if (kind === undefined)
    return {
      fault: text(
        `不认识统计量“${source}”。可用：${written}。`,
        `There is no statistic "${source}". There are: ${written}.`,
      ),
    };
  const form: Form = forms[kind];
  const of = given.slice(0, form.of.length);
  const rest = given.slice(form.of.length);
  if (
    of.length < form.of.length ||
    rest.length > (form.number === undefined ? 0 : 1) ||
    (form.number === 'required' && rest.length === 0)
  )
    return {
      fault: text(
        `“${source}”的参数个数不对。可用：${written}。`,
        `"${source}" has the wrong number of arguments. There are: ${written}.`,
      ),
    };
  for (const [index, part] of of.entries()) {
    const expression = parts[part];
    if (expression === undefined)
      return {
        fault: text(
          `“${source}”用到的“${part}”不在 parts 中；已有：${Object.keys(parts).join('、')}。`,
          `"${source}" names "${part}", which is none of the parts: ${Object.keys(parts).join(', ')}.`,
        ),
      };
    if (form.of[index] === 'number' && expression.type !== '' && !isNumber(expression))
      return {
        fault: text(
          `“${source}”需要数值，而“${part}”是 ${expression.type}。`,
          `"${source}" wants a number, and "${part}" is ${expression.type}.`,
        ),
      };
  }
  const [last] = rest;
  const number = last === undefined ? (typeof form.number === 'number' ? form.number : undefined) : Number(last);
  if (number !== undefined && !(Number.isFinite(number) && (form.accepts?.(number) ?? true)))
    return {
      fault: text(`“${source}”中的数 ${last} 不在允许的范围。`, `The number ${last} in "${source}" is out of range.`),
    };
  return { statistic: { name, kind, of, number } };
};
