import { text, type Language, type Text } from '@suanjian/rulebook';
import type { ReportResult } from './schema.ts';

export const verdictWords = {
  pass: text('合格', 'pass'),
  fail: text('不合格', 'fail'),
  'not-enough-data': text('数据不足', 'not enough data'),
  'not-applicable': text('不适用', 'not applicable'),
} as const;

export const columnWords = {
  verdict: text('结论', 'Verdict'),
  question: text('检查', 'Check'),
  estimate: text('估计值 [区间]', 'Estimate [interval]'),
  n: text('n', 'n'),
  q: text('q', 'q'),
  clause: text('条款', 'Clause'),
  unit: text('单元', 'Unit'),
} as const;

export const advisoryWords = text('仅供参考', 'advisory');
export const shadowWords = text('试运行', 'shadow');

/** What the evidence under a report is worth, and what it is not. */
export const proved = {
  log: text(
    '证据说明的是：参与计算的记录自被确认接收以来没有改变。它不能说明所有应当记录的事情都已记录。',
    'What is proved: the records that were counted have not changed since they were acknowledged. It is not proved that everything was logged.',
  ),
  files: text(
    '收据写明了源文件的摘要：同样的文件会得出同样的数字。它不能说明文件的内容是真实或完整的。',
    'The receipt states the digests of the source files: the same files give the same numbers. It is not proved that what they say is true or complete.',
  ),
} as const;

/** What a statistical verdict means, for people who read no statistics. */
export const verdictMeaning = text(
  '“不合格”表示差异超过规定的大小，且不能用偶然解释；“合格”表示已能排除这样大小的差异；“数据不足”表示两者都还不能说。结论是需要人核查的线索，不是对违法的认定。',
  '“Fail” means that an effect is larger than the stated size and chance does not explain it; “pass” that an effect of that size is ruled out; “not enough data” that neither can be said yet. A verdict is a finding for people to look into, not a ruling that the law was broken.',
);

export const errorWords = (year: number, runsPerYear: number): Text => {
  const share = `${Number((year * 100).toPrecision(3))} %`;
  return runsPerYear === 1
    ? text(
        `没有问题时，一次审计碰巧判出不合格的机会，至多为 ${share}。若一年内多次审计，请用 --runs-per-year 写明次数。`,
        `Where nothing is wrong, an audit fails by chance in at most ${share} of cases. If you audit several times a year, state how often with --runs-per-year.`,
      )
    : text(
        `一年按 ${runsPerYear} 次审计计算，没有问题时，全年碰巧判出不合格的机会合计至多为 ${share}。`,
        `Over ${runsPerYear} audits a year, any of them fails by chance, where nothing is wrong, in at most ${share} of years.`,
      );
};

const significant = (value: number, digits: number): string => {
  const magnitude = Math.abs(value);
  if (value === 0) return '0';
  if (Number.isInteger(value) && magnitude < 1e15) return String(value);
  return magnitude >= 1e-4 && magnitude < 1e9
    ? String(Number(value.toPrecision(digits)))
    : value.toExponential(digits - 1);
};

/** An estimate as people read it: shares and relative sizes in per cent, a ratio with its sign. */
export const sizeWords = (value: number | null, scale: ReportResult['scale']): string => {
  if (value === null) return '–';
  switch (scale) {
    case 'share':
    case 'relative':
      return `${significant(value * 100, 4)}%`;
    case 'ratio':
      return `${significant(value, 4)}×`;
    case 'difference':
    case 'count':
    case 'none':
      return significant(value, 4);
  }
};

/** A size to compare an effect with (materiality, smallest detectable): for a ratio the factor, as it is given as a factor less one. */
export const effectWords = (value: number | null, scale: ReportResult['scale']): string =>
  sizeWords(value === null || scale !== 'ratio' ? value : 1 + value, scale);

/** An end that is null is infinite. */
export const intervalWords = (
  interval: readonly [number | null, number | null] | null,
  scale: ReportResult['scale'],
): string =>
  interval === null
    ? ''
    : `[${interval[0] === null ? '−∞' : sizeWords(interval[0], scale)}, ${interval[1] === null ? '∞' : sizeWords(interval[1], scale)}]`;

type Estimated = Pick<ReportResult, 'estimate' | 'interval'>;
type Values = ReportResult['values'];

const sizeAndInterval = ({ estimate, interval }: Estimated, scale: ReportResult['scale']): string =>
  [sizeWords(estimate, scale), intervalWords(interval, scale)].filter((part) => part !== '').join(' ');

/**
 * An estimate with its interval. Where a share is held against a tolerance the estimate is by how much it lies above: people are shown the share itself, and
 * what is tolerated.
 */
export const estimateWords = (
  entry: Estimated & { readonly values: Values },
  scale: ReportResult['scale'],
  language: Language,
): string => {
  const { estimate, interval, values } = entry;
  if (estimate === null) return '–';
  const { share, tolerance } = values;
  if (scale !== 'difference' || typeof share !== 'number' || typeof tolerance !== 'number')
    return sizeAndInterval(entry, scale);
  const whole = (end: number | null): number | null => (end === null ? null : end + tolerance);
  const written = sizeAndInterval(
    { estimate: share, interval: interval === null ? null : [whole(interval[0]), whole(interval[1])] },
    scale,
  );
  const most = sizeWords(tolerance, scale);
  return text(`${written}（至多 ${most}）`, `${written} of at most ${most}`)[language];
};

/** The values of what stands for a whole result: its only unit, or the leading one. */
export const leadingValues = ({ units, leading, values }: ReportResult): Values =>
  units.length < 2 || leading === null
    ? values
    : (units.find(({ by }) => Object.entries(leading).every(([name, level]) => by[name] === level))?.values ?? values);

export const resultEstimateWords = (result: ReportResult, language: Language): string =>
  estimateWords({ ...result, values: leadingValues(result) }, result.scale, language);

export const chanceWords = (p: number | null): string => {
  if (p === null) return '–';
  return p < 0.0001 ? '<0.0001' : String(Number(p.toPrecision(2)));
};

export const countWords = (n: number, language: Language): string =>
  new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(n);

export const byWords = (by: Readonly<Record<string, string>>): string =>
  Object.entries(by)
    .map(([name, value]) => printable(`${name}=${value}`))
    .join(', ');

/** Control characters, and those that turn the direction of writing. */
const unsafe = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// oxlint-disable-next-line no-control-regex -- the escape character of colours is what is kept
const unsafeInText = /(?!\n|\u001b\[\d{1,2}m)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const unsafeInPlainText = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Values of the log may hold anything: a control character must reach no terminal. */
export const printable = (written: string): string => written.replaceAll(unsafe, ' ');

/** The same for a whole text, with what a mapping or a pack calls its titles; line ends and, where they are wanted, colours stay. */
export const printableText = (written: string, colour: boolean): string =>
  written.replaceAll(colour ? unsafeInText : unsafeInPlainText, ' ');
