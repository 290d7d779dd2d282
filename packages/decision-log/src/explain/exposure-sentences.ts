import { text, type Text } from '@suanjian/rulebook';
import { flagOf, numberOf, wordOf, wordsOf, type KeptRow, type Sentence, type Topic } from './kept-row.ts';
import { audienceText, joined, momentText, quoted, surfaceText, techniqueText } from './words.ts';

/** What one row says about the request as a whole; undefined where it says nothing. */
type Statement = readonly [about: Topic, say: (row: KeptRow) => Text | undefined];

const flagged =
  (name: string, yes: Text, no: Text) =>
  (row: KeptRow): Text | undefined => {
    const value = flagOf(row, name);
    return value === undefined ? undefined : value ? yes : no;
  };

const statements: readonly Statement[] = [
  [
    'asked',
    (row) => {
      const [time, surface] = [numberOf(row, 'time'), wordOf(row, 'surface')];
      if (time === undefined && surface === undefined) return undefined;
      const parts: Text[] = [];
      if (time !== undefined)
        parts.push(text(`时间是北京时间 ${momentText(time)}`, `it was ${momentText(time)} in Beijing`));
      if (surface !== undefined) {
        const { zh, en } = surfaceText(surface);
        parts.push(text(`位置是${zh}`, `it stood in ${en}`));
      }
      const { zh, en } = joined(parts);
      return text(`这次结果：${zh}。`, `This result: ${en}.`);
    },
  ],
  [
    'counted',
    (row) => {
      const algorithm = wordOf(row, 'algorithm');
      return algorithm === undefined
        ? undefined
        : text(`作出决定的算法是「${algorithm}」。`, `The algorithm that decided is “${algorithm}”.`);
    },
  ],
  [
    'counted',
    (row) => {
      const technique = wordOf(row, 'technique');
      if (technique === undefined) return undefined;
      const { zh, en } = techniqueText(technique);
      return text(`使用的技术是${zh}。`, `The technique was ${en}.`);
    },
  ],
  [
    'counted',
    flagged(
      'personalised',
      text('结果依据你个人的特征产生。', 'It was made from traits of yours.'),
      text('结果没有依据你个人的特征。', 'It was not made from any trait of yours.'),
    ),
  ],
  [
    'counted',
    (row) => {
      const tags = wordsOf(row, 'tags');
      if (tags.length === 0) return undefined;
      const { zh, en } = quoted(tags);
      return text(`用到的你的标签：${zh}。`, `Tags about you that were used: ${en}.`);
    },
  ],
  [
    'counted',
    (row) => {
      const kinds = wordsOf(row, 'data_used');
      if (kinds.length === 0) return undefined;
      const { zh, en } = quoted(kinds);
      return text(`用到的个人信息类别：${zh}。`, `Kinds of personal data that were used: ${en}.`);
    },
  ],
  [
    'counted',
    (row) => {
      const audience = wordOf(row, 'audience');
      if (audience === undefined) return undefined;
      const { zh, en } = audienceText(audience);
      return text(`当时把你当作${zh}。`, `You were taken for ${en} then.`);
    },
  ],
  [
    'counted',
    (row) => {
      const candidates = numberOf(row, 'candidates');
      return candidates === undefined
        ? undefined
        : text(`候选内容共 ${candidates} 个。`, `There were ${candidates} candidates.`);
    },
  ],
  [
    'counted',
    (row) => {
      const own = numberOf(row, 'own_candidates');
      return own === undefined
        ? undefined
        : text(`候选中属于公司自己的有 ${own} 个。`, `Of the candidates, ${own} were the company's own.`);
    },
  ],
  [
    'counted',
    flagged(
      'automated',
      text('全部由算法决定，没有人参与。', 'The algorithm decided alone; no human took part.'),
      text('有人参与了决定。', 'A human took part in the decision.'),
    ),
  ],
  [
    'asked',
    flagged(
      'notice',
      text('这次使用中已显著告知算法推荐。', 'The notice that an algorithm recommends was shown.'),
      text('这次使用中没有告知算法推荐。', 'The notice that an algorithm recommends was not shown.'),
    ),
  ],
];

/** Why one slot holds what it holds. */
const slotText = (row: KeptRow): Text | undefined => {
  const parts: Text[] = [];
  const [position, item, score] = [numberOf(row, 'position'), wordOf(row, 'item'), numberOf(row, 'score')];
  if (position !== undefined) parts.push(text(`第 ${position} 位`, `in place ${position}`));
  if (item !== undefined) parts.push(text(`内容「${item}」`, `item “${item}”`));
  const topic = wordOf(row, 'topic');
  if (topic !== undefined) parts.push(text(`话题「${topic}」`, `topic “${topic}”`));
  if (score !== undefined) parts.push(text(`排序得分 ${score}`, `ranked by a score of ${score}`));
  const reasons = wordsOf(row, 'reasons');
  if (reasons.length > 0) {
    const { zh, en } = quoted(reasons);
    parts.push(text(`理由 ${zh}`, `for ${en}`));
  }
  const labels = wordsOf(row, 'labels');
  if (labels.length > 0) {
    const { zh, en } = quoted(labels);
    parts.push(text(`带有标记 ${zh}`, `labelled ${en}`));
  }
  const own = flagOf(row, 'own');
  if (own !== undefined)
    parts.push(own ? text('属于公司自己', "the company's own") : text('不属于公司自己', "not the company's own"));
  if (parts.length === 0) return undefined;
  const { zh, en } = joined(parts);
  return text(`${zh}。`, `${en.charAt(0).toUpperCase()}${en.slice(1)}.`);
};

const keyOf = ({ zh, en }: Text): string => `${zh}\n${en}`;

/** The same statement of several rows is made once and rests on all of them. */
const once = (rows: readonly KeptRow[], [about, say]: Statement): readonly Sentence[] => {
  const said = new Map<string, { readonly text: Text; readonly rows: KeptRow[] }>();
  for (const row of rows) {
    const words = say(row);
    if (words === undefined) continue;
    const known = said.get(keyOf(words));
    if (known === undefined) said.set(keyOf(words), { text: words, rows: [row] });
    else known.rows.push(row);
  }
  return [...said.values()].map(({ text: words, rows: resting }) => ({ about, text: words, rows: resting }));
};

export const exposureSentences = (exposures: readonly KeptRow[]): readonly Sentence[] => [
  ...statements.flatMap((statement) => once(exposures, statement)),
  ...exposures.flatMap((row): readonly Sentence[] => {
    const words = slotText(row);
    return words === undefined ? [] : [{ about: 'placed', text: words, rows: [row] }];
  }),
];
