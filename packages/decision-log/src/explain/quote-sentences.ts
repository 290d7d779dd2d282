import { text, type Text } from '@suanjian/rulebook';
import { flagOf, numberOf, numbersOf, wordOf, wordsOf, type KeptRow, type Sentence } from './kept-row.ts';
import { momentText, quoted, yuanText } from './words.ts';

const amount = (row: KeptRow, name: string, zh: string, en: string): Text | undefined => {
  const fen = numberOf(row, name);
  return fen === undefined ? undefined : text(`${zh} ${yuanText(fen)} 元。`, `${en} ${yuanText(fen)} yuan.`);
};

const word = (row: KeptRow, name: string, zh: string, en: string): Text | undefined => {
  const value = wordOf(row, name);
  return value === undefined ? undefined : text(`${zh}「${value}」。`, `${en} “${value}”.`);
};

const count = (
  row: KeptRow,
  name: string,
  zh: readonly [string, string],
  en: readonly [string, string],
): Text | undefined => {
  const value = numberOf(row, name);
  return value === undefined ? undefined : text(`${zh[0]} ${value} ${zh[1]}。`, `${en[0]} ${value} ${en[1]}.`);
};

const flag = (row: KeptRow, name: string, yes: Text, no: Text): Text | undefined => {
  const value = flagOf(row, name);
  return value === undefined ? undefined : value ? yes : no;
};

const lines = (row: KeptRow): readonly Text[] => {
  const amounts = numbersOf(row, 'line_amounts');
  return wordsOf(row, 'line_kinds').flatMap((kind, index): readonly Text[] => {
    const fen = amounts[index];
    return fen === undefined
      ? []
      : [text(`其中「${kind}」${yuanText(fen)} 元。`, `Of it, “${kind}” made ${yuanText(fen)} yuan.`)];
  });
};

const tags = (row: KeptRow): Text | undefined => {
  const used = wordsOf(row, 'tags');
  if (used.length === 0) return undefined;
  const { zh, en } = quoted(used);
  return text(`定价用到的你的标签：${zh}。`, `Tags about you that pricing used: ${en}.`);
};

const asked = (row: KeptRow): Text | undefined => {
  const [time, item] = [numberOf(row, 'time'), wordOf(row, 'item')];
  if (time === undefined)
    return item === undefined ? undefined : text(`报价的商品是「${item}」。`, `The price is for “${item}”.`);
  const at = momentText(time);
  return item === undefined
    ? text(`报价的时间是北京时间 ${at}。`, `The price was made at ${at} in Beijing.`)
    : text(`北京时间 ${at}，对商品「${item}」报价。`, `At ${at} in Beijing a price was made for “${item}”.`);
};

const said = (row: KeptRow): readonly (Text | undefined)[] => [
  amount(row, 'list_price', '原价', 'The list price was'),
  amount(row, 'price', '应付价', 'The price to pay was'),
  ...lines(row),
  flag(
    row,
    'lines_shown',
    text('结算页展示了这些明细。', 'These lines were shown at checkout.'),
    text('结算页没有展示这些明细。', 'These lines were not shown at checkout.'),
  ),
  word(row, 'promotion', '适用的促销活动是', 'The promotion that applied was'),
  word(row, 'coupon', '使用的优惠券是', 'The coupon that was used was'),
  flag(
    row,
    'new_user',
    text('你被当作新用户。', 'You were treated as a new user.'),
    text('你没有被当作新用户。', 'You were not treated as a new user.'),
  ),
  flag(
    row,
    'member',
    text('你被当作会员。', 'You were treated as a member.'),
    text('你没有被当作会员。', 'You were not treated as a member.'),
  ),
  count(row, 'tenure_days', ['当时注册已', '天'], ['You had been registered for', 'days']),
  count(row, 'orders_before', ['此前下单', '次'], ['Before, you had ordered', 'times']),
  amount(row, 'spent_before', '此前消费', 'Before, you had spent'),
  word(row, 'channel', '渠道是', 'The channel was'),
  word(row, 'region', '价格适用的地区是', 'The price held for the region'),
  word(row, 'device_kind', '设备类型是', 'The kind of device was'),
  word(row, 'terms', '适用的交易条件是', 'The terms offered were'),
  tags(row),
];

export const quoteSentences = (quotes: readonly KeptRow[]): readonly Sentence[] =>
  quotes.flatMap((row): readonly Sentence[] => {
    const begin = asked(row);
    return [
      ...(begin === undefined ? [] : [{ about: 'asked', text: begin, rows: [row] } as const]),
      ...said(row)
        .filter((each) => each !== undefined)
        .map((each): Sentence => ({ about: 'price', text: each, rows: [row] })),
    ];
  });
