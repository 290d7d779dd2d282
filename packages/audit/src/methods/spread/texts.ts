import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';
import { inWindow } from './window-words.ts';

export const title = text('去重与打散', 'Duplicates and dispersal');

export const question = text(
  '一屏结果中，同样的内容（作者、话题、近似重复）是否挤在一起？',
  'Do the same things (duplicates, authors, topics) crowd together in what people are shown?',
);

export const statistics = text(
  '把每次请求的结果按名次排列，用长度为 window 的窗口逐位滑过（缺省为整屏；结果少于窗口时整屏为一个窗口），数出其中同一个 key 超过 atMost 次的窗口，除以全部窗口（unit 为 slates 时，数的是含有这种窗口的请求），与 0 比较。同一用户的窗口相互牵连，方差按用户计算，区间用 Korn–Graubard 法；一个也没有看到时，以不同用户数为样本量取精确的上限。key 为空的结果占位，但不与任何结果算作相同。同一名次上完全相同的行是重复记录，只算一次，另行计数。同时报告最长的连续相同。',
  'The results of a request are put in order of rank and a window of "window" places slides over them (the whole slate if absent; a slate shorter than the window is one window). The windows are counted that hold one key more than "atMost" times, over all windows (with "unit: slates" the requests that hold such a window), against 0. Windows of one user hang together, so the variance is taken over users, the interval being that of Korn and Graubard; when none was seen the number of different users is the sample and the exact upper limit holds. Results without a key take up their place and equal nothing. Rows that repeat the same key at the same rank are duplicated records, taken once and counted apart. The longest run of one key is reported too.',
);

export const partTexts = {
  user: text(
    '看到结果的人；缺省时各次请求视为独立。',
    'Who was shown it; without it requests are taken as independent.',
  ),
  request: text('一次请求（一屏结果）。', 'The request, that is one slate.'),
  rank: text('名次，从 1 起。', 'The rank, from 1.'),
  key: text(
    '算作相同的依据：近似重复组、作者、话题。',
    'What makes two results the same: group of near duplicates, author, topic.',
  ),
};

export const noneSeen = (slates: number, window: number | undefined, atMost: number): Text =>
  text(
    `${slates} 次请求中，没有一个窗口（${inWindow(window).zh}）里同一个 key 超过 ${atMost} 次。`,
    `In ${slates === 1 ? 'the only request' : `${slates} requests`} no window (${inWindow(window).en}) holds one key more than ${atMost === 1 ? 'once' : `${atMost} times`}.`,
  );

export const duplicatedRecords = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}与另一行的请求、名次和 key 完全相同，是重复记录，未计入。`,
    `${counted.rowsEn(count)} repeat request, rank and key of another; as duplicated records they were left out.`,
  );

export const withoutKey = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}没有 key：占位，但不与任何结果算作相同。`,
    `${counted.rowsEn(count)} without a key take up their place and equal nothing.`,
  );

export const noKeys = text(
  '没有任何一行有 key，无从判断是否重复。',
  'No row has a key, so nothing can be the same as anything.',
);
