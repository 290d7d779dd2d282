import { text } from '@suanjian/rulebook';
import { eventFamilies, isEventFamily } from '../../retention/event-families.ts';
import { DAY, HOUR } from '../settings.ts';
import { definePlant, SHARE } from './plant.ts';

/** What people were told, and what the log does not hold. */
export const recordPlants = {
  'notice-missing': definePlant({
    title: text('未告知算法推荐', 'Notice of recommendation missing'),
    size: text('没有告知的使用的比例', 'share of the sessions without the notice'),
    ...SHARE,
    usual: 0.02,
    check: 'notice-shown',
    families: ['exposure', 'control'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        if (stream.strikes(size, slate.session)) slate.notice = false;
      },
      rows: { control: (row) => row.action !== 'notice-shown' || !stream.strikes(size, row.session ?? '') },
    }),
  }),
  'log-gap': definePlant({
    title: text('日志缺失', 'A gap in the log'),
    size: text(
      '日志中点起没有任何事件记录的小时数（展示、报价、派单、互动与榜单）',
      'hours without any record of events (exposures, quotes, dispatches, engagement, charts), from ten in the morning of the middle day on',
    ),
    least: 0.1,
    most: 8000,
    whole: false,
    usual: 5,
    check: 'log-coverage',
    also: ['chart-gaps'],
    families: eventFamilies,
    hooks: (size, { settings }) => {
      const begins = settings.start + Math.floor(settings.days / 2) * DAY + 10 * HOUR;
      return { keeps: (time, family) => !isEventFamily(family) || time < begins || time >= begins + size * HOUR };
    },
  }),
  'days-deleted': definePlant({
    title: text('日志提前删除', 'Days deleted too early'),
    size: text(
      '日志中点之前事件记录被整日删除的天数',
      'whole days before the middle of the log of whose events nothing is kept',
    ),
    least: 1,
    most: 1800,
    whole: true,
    usual: 2,
    check: 'log-retention',
    also: ['log-coverage', 'chart-gaps'],
    families: eventFamilies,
    hooks: (size, { settings }) => {
      const ends = settings.start + Math.floor(settings.days / 2) * DAY;
      return { keeps: (time, family) => !isEventFamily(family) || time < ends - size * DAY || time >= ends };
    },
  }),
} as const;
