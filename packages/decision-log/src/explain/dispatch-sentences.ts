import { text, type Text } from '@suanjian/rulebook';
import { flagOf, numberOf, numbersOf, wordOf, wordsOf, type KeptRow, type Sentence } from './kept-row.ts';
import { momentText, yuanText } from './words.ts';

const saying = <Value>(value: Value | undefined, say: (value: Value) => Text): readonly Text[] =>
  value === undefined ? [] : [say(value)];

const seconds = (row: KeptRow, name: string, zh: string, en: string): readonly Text[] =>
  saying(numberOf(row, name), (value) => text(`${zh} ${value} 秒。`, `${en} ${value} seconds.`));

const said = (row: KeptRow): readonly Text[] => {
  const amounts = numbersOf(row, 'line_amounts');
  return [
    ...saying(numberOf(row, 'time'), (time) =>
      text(`派单的时间是北京时间 ${momentText(time)}。`, `It was dispatched at ${momentText(time)} in Beijing.`),
    ),
    ...saying(wordOf(row, 'order'), (order) => text(`订单是「${order}」。`, `The order is “${order}”.`)),
    ...saying(wordOf(row, 'algorithm'), (name) =>
      text(`派单的算法是「${name}」。`, `The algorithm that dispatched it is “${name}”.`),
    ),
    ...saying(wordOf(row, 'release'), (name) => text(`算法版本是「${name}」。`, `Its release was “${name}”.`)),
    ...saying(numberOf(row, 'candidates'), (value) =>
      text(`可以派给 ${value} 名劳动者。`, `${value} workers could have had it.`),
    ),
    ...saying(wordOf(row, 'zone'), (zone) => text(`片区是「${zone}」。`, `The zone was “${zone}”.`)),
    ...saying(wordOf(row, 'weather'), (weather) => text(`天气是「${weather}」。`, `The weather was “${weather}”.`)),
    ...saying(numberOf(row, 'distance'), (value) => text(`路程 ${value} 米。`, `The way was ${value} metres.`)),
    ...seconds(row, 'promised', '允许的时间是', 'The time allowed was'),
    ...seconds(row, 'feasible', '按路程、路况和保护规则需要', 'By way, traffic and protection rules it needed'),
    ...seconds(row, 'taken', '实际用了', 'It took'),
    ...saying(flagOf(row, 'finished'), (finished) =>
      finished ? text('订单已完成。', 'It was finished.') : text('订单没有完成。', 'It was not finished.'),
    ),
    ...saying(numberOf(row, 'pay'), (fen) =>
      text(`扣罚前的报酬是 ${yuanText(fen)} 元。`, `Pay before penalties was ${yuanText(fen)} yuan.`),
    ),
    ...wordsOf(row, 'line_kinds').flatMap((kind, index) =>
      saying(amounts[index], (fen) =>
        text(`其中「${kind}」${yuanText(fen)} 元。`, `Of it, “${kind}” made ${yuanText(fen)} yuan.`),
      ),
    ),
    ...saying(numberOf(row, 'penalty'), (fen) =>
      text(`扣罚 ${yuanText(fen)} 元。`, `The penalty was ${yuanText(fen)} yuan.`),
    ),
    ...saying(wordOf(row, 'penalty_cause'), (cause) => text(`扣罚的原因是「${cause}」。`, `Its cause was “${cause}”.`)),
    ...saying(wordOf(row, 'incident'), (incident) =>
      text(`记录的事故或违法是「${incident}」。`, `An accident or offence is recorded: “${incident}”.`),
    ),
  ];
};

export const dispatchSentences = (rows: readonly KeptRow[]): readonly Sentence[] =>
  rows.flatMap((row) => said(row).map((each): Sentence => ({ about: 'dispatch', text: each, rows: [row] })));
