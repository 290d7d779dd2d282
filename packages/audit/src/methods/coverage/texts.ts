import { text, type Text } from '@suanjian/rulebook';
import { inWords } from '../common/time.ts';

export const title = text('时间上的缺口', 'Gaps in time');

export const question = text(
  '记录在时间上是否连续，有没有超过规定间隔的空白？',
  'Do the records run on without a gap longer than they should ever have?',
);

export const statistics = text(
  '在每个流中，把事件按时间排列，找出相邻两个事件之间超过 every 的间隔。时间按 every 的长度分格，每格只需最早和最晚的事件：同一格内不可能有超过 every 的间隔，所以结果是精确的，也不必排序。日与日之间的间隔在逐日结果合并时计算。给出 from 和 to 时，首尾的空白也算；没有给出时，只看第一个与最后一个事件之间。这是对全部记录的清点，不是抽样推断：缺口所占时间超过 tolerance（默认为 0）即为不通过。时钟倒退不影响结果，重复的行也不影响。',
  'Within each stream the intervals between neighbouring events that are longer than "every" are found. Time is cut into cells of that length and each cell keeps only its first and last event: no cell can hold a longer interval, so the answer is exact without sorting. Intervals across midnight are found when the days are put together. With "from" and "to" the empty beginning and end count as well; without them only what lies between the first and the last event. This counts all records and infers nothing: when gaps take up more of the time than "tolerance" (0 unless said otherwise) it fails. Clocks that run backwards and duplicated rows change nothing.',
);

export const partTexts = {
  time: text('事件的时刻。', 'When the event happened.'),
  stream: text(
    '各自应当连续的流，如算法或版面；缺省为全部记录一个流。',
    'What should run on by itself, such as an algorithm or a page position; all records are one stream if absent.',
  ),
};

export const noGap = (every: number): Text =>
  text(`没有超过 ${inWords(every).zh}的缺口。`, `No gap is longer than ${inWords(every).en}.`);

export const gapsFound = (count: number, longest: number, every: number): Text =>
  text(
    `有 ${count} 个超过 ${inWords(every).zh}的缺口，最长 ${inWords(longest).zh}。`,
    `${count === 1 ? 'One gap is' : `${count} gaps are`} longer than ${inWords(every).en}; the longest lasts ${inWords(longest).en}.`,
  );

export const withinTolerance = (count: number): Text =>
  text(
    `${count} 个缺口所占的时间没有超过允许的比例。`,
    `${count === 1 ? 'One gap takes' : `${count} gaps take`} up no more of the time than is allowed.`,
  );

export const noPeriod = text(
  '全部事件在同一时刻，也没有给出起止时间（from、to），无从判断是否连续。',
  'All events share one moment and no period (from, to) was given, so nothing can be said about gaps.',
);

export const endsEarly = (streams: number): Text =>
  text(
    `${streams} 个流在最后一个事件之前很久就停止了；如果它们本应继续，请给出 to。`,
    `${streams === 1 ? 'One stream ends' : `${streams} streams end`} well before the last event of all; give "to" if ${streams === 1 ? 'it' : 'they'} should have gone on.`,
  );

export const fromAfterTo = text('from 必须早于 to。', 'from must be earlier than to.');
