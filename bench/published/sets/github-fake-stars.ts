import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';

const counted = (result: string, path: string, printed: string, what: Figure['what'], grp?: string): Figure => ({
  what,
  printed,
  result,
  path: [path],
  ...(grp === undefined ? {} : { by: { grp } }),
});
const share = (path: string, grp: string, printed: string, what: Figure['what']): Figure => ({
  ...counted('accounts', path, printed, what, grp),
  times: 100,
});

export const fakeStars = (): DataSet => ({
  name: 'github-fake-stars',
  figures: [
    counted(
      'suspected repositories',
      'repositories',
      '26254',
      text('疑有虚假星标的仓库', 'Repositories with suspected fake stars'),
    ),
    counted('clustered stars', 'stars', '4932068', text('步调一致的星标', 'Stars given in lockstep')),
    counted('campaigns', 'repositories', '18617', text('有刷星活动的仓库', 'Repositories with campaigns')),
    counted('suspected repositories', 'rows', '47342', text('可疑仓库表的行数', 'Rows of suspected repositories')),
    counted('month rows', 'rows', '166794', text('仓库与月份的行数', 'Rows of repositories and months')),
    counted('campaigns', 'months', '34840', text('活动面板的行数', 'Rows of the campaigns’ panel')),
    counted('accounts', 'accounts', '10087', text('可疑账号', 'Suspected accounts'), 'fake'),
    counted('accounts', 'accounts', '10000', text('随机账号', 'Random accounts'), 'sample'),
    counted(
      'repositories with activity',
      'repositories',
      '26714',
      text('可疑仓库的活动', 'Suspected repositories with activity'),
      'fake',
    ),
    counted(
      'repositories with activity',
      'repositories',
      '10000',
      text('随机仓库的活动', 'Random repositories with activity'),
      'sample',
    ),
    counted('flagged events', 'events', '34284', text('被标记的星标事件', 'Flagged star events')),
    counted('flagged totals', 'repositories', '3102', text('被标记的仓库', 'Flagged repositories')),
    share('starsOnly', 'fake', '62.5', text('可疑账号只给星标，%', 'Suspected accounts that only star, %')),
    share('starsOnly', 'sample', '6.3', text('随机账号只给星标，%', 'Random accounts that only star, %')),
    share(
      'twoStarsOnly',
      'fake',
      '56.2',
      text('“至多两次、只给星标”的召回率，%', '“At most two events, stars only”: recall, %'),
    ),
    share('twoStarsOnly', 'sample', '1.3', text('同一规则的误报率，%', 'The same rule: false positives, %')),
  ],
  leftOut: [
    {
      what: text('虚假星标总数', 'All fake stars'),
      printed: '6.0 M',
      why: text('低活跃账号的按月文件不在数据中。', 'Not in the data: the file of low activity by month is absent.'),
    },
  ],
  verdicts: [],
});
