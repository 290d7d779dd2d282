import { text, type Text } from '@suanjian/rulebook';
import { flagOf, numberOf, wordOf, wordsOf, type KeptRow, type Sentence } from './kept-row.ts';
import { disposalText, interventionText, momentText } from './words.ts';

/** A moment that a row without one never has. */
const timeOf = (row: KeptRow): number => numberOf(row, 'time') ?? Number.POSITIVE_INFINITY;

/** The last of some rows that stood at a moment; one that does not say when it happened is none of them. */
const lastBefore = (rows: readonly KeptRow[], moment: number): KeptRow | undefined =>
  rows.reduce<KeptRow | undefined>(
    (last, row) => (timeOf(row) <= moment && (last === undefined || timeOf(row) >= timeOf(last)) ? row : last),
    undefined,
  );

const choices: readonly {
  readonly actions: readonly string[];
  readonly say: Readonly<Record<string, (at: string) => Text>>;
}[] = [
  {
    actions: ['opt-out', 'opt-in'],
    say: {
      'opt-out': (at) =>
        text(
          `你在 ${at} 关闭了个性化推荐，当时是关闭的。`,
          `You switched personalisation off at ${at}; it was off then.`,
        ),
      'opt-in': (at) =>
        text(
          `你在 ${at} 打开了个性化推荐，当时是打开的。`,
          `You switched personalisation on at ${at}; it was on then.`,
        ),
    },
  },
  {
    actions: ['minors-mode-on', 'minors-mode-off'],
    say: {
      'minors-mode-on': (at) =>
        text(`未成年人模式在 ${at} 打开，当时是打开的。`, `The mode for minors was switched on at ${at} and on then.`),
      'minors-mode-off': (at) =>
        text(
          `未成年人模式在 ${at} 关闭，当时是关闭的。`,
          `The mode for minors was switched off at ${at} and off then.`,
        ),
    },
  },
  {
    actions: ['elder-mode-on', 'elder-mode-off'],
    say: {
      'elder-mode-on': (at) =>
        text(
          `适老模式在 ${at} 打开，当时是打开的。`,
          `The mode for older people was switched on at ${at} and on then.`,
        ),
      'elder-mode-off': (at) =>
        text(
          `适老模式在 ${at} 关闭，当时是关闭的。`,
          `The mode for older people was switched off at ${at} and off then.`,
        ),
    },
  },
];

const chosen = (controls: readonly KeptRow[], actions: readonly string[], moment: number): KeptRow | undefined =>
  lastBefore(
    controls.filter((row) => actions.includes(wordOf(row, 'action') ?? '')),
    moment,
  );

/** What the person had chosen when it happened. */
export const choiceSentences = (
  controls: readonly KeptRow[],
  results: readonly KeptRow[],
  moment: number,
): readonly Sentence[] => {
  const sentences = choices.flatMap(({ actions, say }): readonly Sentence[] => {
    const row = chosen(controls, actions, moment);
    const words = row === undefined ? undefined : say[wordOf(row, 'action') ?? '']?.(momentText(timeOf(row)));
    return row === undefined || words === undefined ? [] : [{ about: 'choice', text: words, rows: [row] }];
  });
  const off = chosen(controls, ['opt-out', 'opt-in'], moment);
  const personalised = results.filter((row) => flagOf(row, 'personalised') === true);
  const contradicts: readonly Sentence[] =
    off !== undefined && wordOf(off, 'action') === 'opt-out' && personalised.length > 0
      ? [
          {
            about: 'choice',
            text: text(
              '记录显示：个性化推荐已经关闭，这次结果仍然依据你个人的特征产生。',
              'The record says that personalisation was off, and that this result was made from traits of yours all the same.',
            ),
            rows: [off, ...personalised],
          },
        ]
      : [];
  const used = new Set(results.flatMap((row) => wordsOf(row, 'tags')));
  const deleted = [...used].flatMap((tag): readonly Sentence[] => {
    const row = lastBefore(
      controls.filter(
        (each) => wordOf(each, 'tag') === tag && ['tag-added', 'tag-deleted'].includes(wordOf(each, 'action') ?? ''),
      ),
      moment,
    );
    if (row === undefined) return [];
    const at = momentText(timeOf(row));
    return [
      {
        about: 'choice',
        text:
          wordOf(row, 'action') === 'tag-deleted'
            ? text(`标签「${tag}」在 ${at} 已被删除。`, `The tag “${tag}” had been deleted at ${at}.`)
            : text(`标签「${tag}」在 ${at} 添加。`, `The tag “${tag}” had been added at ${at}.`),
        rows: [row],
      },
    ];
  });
  return [...sentences, ...contradicts, ...deleted];
};

const because = (row: KeptRow): Text => {
  const reason = wordOf(row, 'reason');
  return reason === undefined ? text('', '') : text(`，理由是「${reason}」`, `, for this reason: “${reason}”`);
};

/** What people moved, and what had been removed or limited, among what was shown. */
export const movedSentences = (
  results: readonly KeptRow[],
  interventions: readonly KeptRow[],
  disposals: readonly KeptRow[],
  moment: number,
): readonly Sentence[] => [
  ...results.flatMap((result): readonly Sentence[] => {
    const id = wordOf(result, 'intervention');
    if (id === undefined) return [];
    const item = wordOf(result, 'item');
    const what = item === undefined ? text('这个内容', 'This item') : text(`内容「${item}」`, `Item “${item}”`);
    const row = lastBefore(
      interventions.filter((each) => wordOf(each, 'intervention') === id),
      moment,
    );
    const kind = row === undefined ? undefined : wordOf(row, 'kind');
    if (row === undefined || kind === undefined)
      return [
        {
          about: 'moved',
          text: text(
            `${what.zh}经人工干预「${id}」放在这里。`,
            `${what.en} stands here by the human intervention “${id}”.`,
          ),
          rows: [result],
        },
      ];
    const [done, why] = [interventionText(kind), because(row)];
    return [
      {
        about: 'moved',
        text: text(`${what.zh}由人工${done.zh}${why.zh}。`, `${what.en} was ${done.en} by people${why.en}.`),
        rows: [result, row],
      },
    ];
  }),
  ...[...new Set(results.map((row) => wordOf(row, 'item')))].flatMap((item): readonly Sentence[] => {
    const row = lastBefore(
      disposals.filter((each) => item !== undefined && wordOf(each, 'item') === item),
      moment,
    );
    const action = row === undefined ? undefined : wordOf(row, 'action');
    if (row === undefined || action === undefined) return [];
    const [done, why, at] = [disposalText(action), because(row), momentText(timeOf(row))];
    return [
      {
        about: 'moved',
        text: text(
          `内容「${item}」在 ${at} 被处置：${done.zh}${why.zh}。`,
          `Item “${item}” was dealt with at ${at}: ${done.en}${why.en}.`,
        ),
        rows: [row],
      },
    ];
  }),
];
