import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';

const figure = (result: string, path: string, printed: string, what: Figure['what']): Figure => ({
  what,
  printed,
  result,
  path: [path],
});

export const weiboHotList = (): DataSet => ({
  name: 'weibo-hotlist-2025',
  figures: [
    figure('pinned slot', 'rows', '414932', text('行数', 'Rows')),
    figure('pinned slot', 'snapshots', '8136', text('快照数', 'Snapshots')),
    figure(
      'pinned slot',
      'newTime',
      '7690',
      text('置顶位为 new_time 的快照', 'Snapshots whose pinned slot says new_time'),
    ),
    figure('hour to hour', 'meanSimilarity', '.530', text('相邻快照 Jaccard 的均值', 'Mean Jaccard from hour to hour')),
    figure('hour to hour', 'medianSimilarity', '.457', text('其中位数', 'Its median')),
    figure('lives and runs', 'medianLife', '2', text('在榜时长的中位数（快照）', 'Median life, snapshots')),
    figure('lives and runs', 'ninetiethLife', '8', text('其 90% 分位数', 'Its 90th percentile')),
    figure('lives and runs', 'longestLife', '477', text('最长', 'The longest')),
    figure(
      'lives and runs',
      'runsHeld',
      '1441',
      text('在同一名次停留至少 6 次的段', 'Runs on one rank of six or more'),
    ),
    figure('lives and runs', 'longestRun', '24', text('最长的一段', 'The longest run')),
  ],
  leftOut: [
    {
      what: text('前三名一小时后离榜', 'Ranks 1 to 3 off the list an hour later'),
      printed: '7.96 % (1,760 / 22,107)',
      why: text(
        '没有说明哪些条目和间隔计算在内。置顶条目不计、间隔至多 90 分钟时为 1,760 / 22,090，即 7.97 %。',
        'Which entries and distances count is not stated. Without pinned entries and up to 90 minutes apart it is 1,760 of 22,090, which is 7.97 %.',
      ),
    },
    {
      what: text('一天中首个快照恰有 51 条的日数', 'Days whose first snapshot has exactly 51 entries'),
      printed: '360 / 365',
      why: text('说的是重建之前的历史文件。', 'Said of the history before this table was rebuilt from it.'),
    },
  ],
  verdicts: [],
});
