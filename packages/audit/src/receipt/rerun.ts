import { canonicalJson } from '@suanjian/evidence';
import { text, type Text } from '@suanjian/rulebook';
import type { Report } from '../report/schema.ts';

/** What is compared of a report, in the one form in which equal reports are equal bytes. */
export const comparedPart = ({ format, results, receipt }: Report): string =>
  canonicalJson({ format, results, receipt });

export interface Comparison {
  readonly identical: boolean;
  /** What differs and which side it lies on, in the order in which a reader should look. */
  readonly differences: readonly Text[];
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** Two runs of the same audit, byte for byte, and where they part. */
export const compareReports = (earlier: Report, later: Report): Comparison => {
  if (comparedPart(earlier) === comparedPart(later)) return { identical: true, differences: [] };
  return {
    identical: false,
    differences: [
      ...softwareDifferences(earlier, later),
      ...dataDifferences(earlier, later),
      ...definitionDifferences(earlier, later),
      ...errorDifferences(earlier, later),
      ...resultDifferences(earlier, later),
    ],
  };
};

const softwareDifferences = ({ receipt: one }: Report, { receipt: other }: Report): readonly Text[] =>
  (['suanjian', 'clickhouse'] as const)
    .filter((name) => one.software[name] !== other.software[name])
    .map((name) =>
      text(
        `软件版本不同（${name}）：原为 ${one.software[name]}，现为 ${other.software[name]}。`,
        `Another version of ${name}: it was ${one.software[name]} and is ${other.software[name]}.`,
      ),
    );

const dataDifferences = ({ receipt: one }: Report, { receipt: other }: Report): readonly Text[] => {
  if (same(one.data, other.data)) return [];
  if (one.data.kind === 'log' && other.data.kind === 'log') {
    if (one.data.commitment === other.data.commitment)
      return [text('数据相同，但日志树的大小或根不同。', 'The same data, under another size or root of the log tree.')];
    return [
      text(
        '数据承诺不同：这段时间的日志自那以后有新增、补录或删除。',
        'The commitment of the data differs: records of this period were added late, or deleted, since.',
      ),
    ];
  }
  if (one.data.kind === 'files' && other.data.kind === 'files') {
    const before = new Map(one.data.files.map(({ name, sha256 }) => [name, sha256]));
    const after = new Map(other.data.files.map(({ name, sha256 }) => [name, sha256]));
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
    if (changed.length > 0)
      return [text(`源文件已改变：${changed.join('、')}。`, `Source files have changed: ${changed.join(', ')}.`)];
    return [text('映射文件已改变。', 'The mapping has changed.')];
  }
  return [text('数据的种类不同。', 'The data are of another kind.')];
};

const definitionDifferences = ({ receipt: one }: Report, { receipt: other }: Report): readonly Text[] => {
  const before = new Map(one.questions.map((question) => [question.id, question]));
  const after = new Map(other.questions.map((question) => [question.id, question]));
  const differences: Text[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === undefined) differences.push(text(`新增了 ${id}。`, `${id} was added.`));
    else if (is === undefined) differences.push(text(`缺少 ${id}。`, `${id} is missing.`));
    else if (was.check?.version !== is.check?.version || was.method.version !== is.method.version)
      differences.push(
        text(
          `${id} 的版本不同：检查 ${was.check?.version ?? '—'} → ${is.check?.version ?? '—'}，方法 ${was.method.version} → ${is.method.version}。`,
          `${id} has another version: check ${was.check?.version ?? '—'} → ${is.check?.version ?? '—'}, method ${was.method.version} → ${is.method.version}.`,
        ),
      );
    else if (!same(was, is))
      differences.push(text(`${id} 的定义或参数不同。`, `The definition or the parameters of ${id} differ.`));
  }
  return differences;
};

const errorDifferences = ({ receipt: one }: Report, { receipt: other }: Report): readonly Text[] =>
  same(one.error, other.error) && one.seed === other.seed && one.edition === other.edition
    ? []
    : [text('版本、种子或误差预算不同。', 'The edition, the seed or the error budget differs.')];

const resultDifferences = (earlier: Report, later: Report): readonly Text[] => {
  const before = new Map(earlier.results.map((result) => [result.id, result]));
  return later.results.flatMap((is) => {
    const was = before.get(is.id);
    if (was === undefined || same(was, is)) return [];
    if (was.verdict !== is.verdict)
      return [
        text(
          `${is.id} 的结论由 ${was.verdict} 变为 ${is.verdict}。`,
          `${is.id} went from ${was.verdict} to ${is.verdict}.`,
        ),
      ];
    const { title: _title, question: _question, advice: _advice, matched: _matched, ...numbers } = was;
    const { title: _t, question: _q, advice: _a, matched: _m, ...others } = is;
    return same(numbers, others)
      ? [text(`${is.id} 的文字不同，数字相同。`, `The words of ${is.id} differ, its numbers do not.`)]
      : [text(`${is.id} 的数字不同。`, `The numbers of ${is.id} differ.`)];
  });
};
