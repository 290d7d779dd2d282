import { text } from '@suanjian/rulebook';
import { hashOfText } from '../random.ts';
import { HOUR, MINUTE } from '../settings.ts';
import { authorId, itemId } from '../world/catalogue.ts';
import { topics } from '../world/vocabulary.ts';
import { definePlant, SHARE, type World } from './plant.ts';

const OBJECTS = 24;
const LOCKSTEP_DAYS = 6;
/** Likes of one account on the object of a burst. */
const LIKES_EACH = 10;

const like = ({ catalogue, settings }: World, item: number, time: number, user: string) =>
  ({
    time,
    provider: settings.provider,
    user,
    action: 'like',
    object: itemId(item),
    topic: topics[catalogue.topic[item] ?? 0],
    author: authorId(catalogue.author[item] ?? 0),
  }) as const;

/** What accounts do, and what is done to their requests. */
export const behaviourPlants = {
  lockstep: definePlant({
    title: text('账号协同点赞', 'Accounts that like in lockstep'),
    size: text(
      `在 20 秒内先后点赞同样 ${OBJECTS} 个内容的账号数`,
      `accounts that like the same ${OBJECTS} items within 20 seconds of each other`,
    ),
    least: 2,
    most: 100_000,
    whole: true,
    usual: 30,
    check: 'lockstep-engagement',
    families: ['engagement'],
    hooks: (size, world, stream) => {
      const { catalogue, pseudonyms, settings } = world;
      const span = Math.min(LOCKSTEP_DAYS, settings.days);
      const firstDay = Math.floor((settings.days - span) / 2);
      return {
        day: (day, dayStart, emit) => {
          for (let object = 0; object < OBJECTS; object++) {
            if (firstDay + (object % span) !== day) continue;
            const shelf = catalogue.shelf(object % topics.length, false);
            // Not the best known: each of the objects is somebody's ordinary item.
            const item = shelf.items[stream.below(shelf.alive, object)] ?? 0;
            const begins = dayStart + (9 + stream.below(12, object, 1)) * HOUR + stream.below(HOUR, object, 2);
            for (let account = 0; account < size; account++) {
              const time = begins + stream.below(20_000, object, account, 3);
              emit('engagement', like(world, item, time, pseudonyms.of('planted', account)));
            }
          }
        },
      };
    },
  }),
  burst: definePlant({
    title: text('点赞突增', 'A burst of likes'),
    size: text(
      `十分钟内落在一个内容上的点赞数（每个账号 ${LIKES_EACH} 次）`,
      `likes of one item within ten minutes (${LIKES_EACH} by each account)`,
    ),
    least: LIKES_EACH,
    most: 10_000_000,
    whole: true,
    usual: 500,
    check: 'engagement-bursts',
    families: ['engagement'],
    hooks: (size, world, stream) => {
      const { catalogue, pseudonyms, settings } = world;
      return {
        day: (day, dayStart, emit) => {
          if (day !== Math.floor(settings.days / 2)) return;
          const shelf = catalogue.shelf(3, false);
          const item = shelf.items[Math.floor(shelf.alive / 2)] ?? 0;
          for (let number = 0; number < size; number++)
            emit(
              'engagement',
              like(
                world,
                item,
                dayStart + 15 * HOUR + stream.below(10 * MINUTE, number),
                pseudonyms.of('planted', 500_000_000 + Math.floor(number / LIKES_EACH)),
              ),
            );
        },
      };
    },
  }),
  'redirect-delay': definePlant({
    title: text('跳转他方服务更慢', 'Slower ways to other services'),
    size: text('跳转到他方服务时增加的等待毫秒数', 'milliseconds of waiting added to redirects to services of others'),
    least: 1,
    most: 600_000,
    whole: true,
    usual: 200,
    check: 'destination-obstruction',
    families: ['engagement'],
    hooks: (size) => ({
      rows: {
        engagement: (row) => {
          if (row.action === 'redirect' && row.destination_owner === 'other') row.duration = (row.duration ?? 0) + size;
          return true;
        },
      },
    }),
  }),
  'redirect-fail': definePlant({
    title: text('跳转他方服务更易失败', 'Ways to other services that fail'),
    size: text('原可成功的他方跳转中失败的比例', 'share of the redirects to others, else successful, that fail'),
    ...SHARE,
    usual: 0.05,
    check: 'destination-obstruction',
    families: ['engagement'],
    hooks: (size, _, stream) => ({
      rows: {
        engagement: (row) => {
          if (row.action !== 'redirect' || row.destination_owner !== 'other' || row.succeeded !== true) return true;
          if (!stream.strikes(size, `${row.user}/${row.time}`)) return true;
          row.succeeded = false;
          row.reason = 'timeout';
          row.shown_reason = 'timeout';
          return true;
        },
      },
    }),
  }),
  'session-tail': definePlant({
    title: text('超长使用', 'Very long sessions'),
    size: text(
      '成年人的使用中延长到 6 至 8 小时的比例',
      'share of the sessions of adults that last six to eight hours',
    ),
    ...SHARE,
    usual: 0.02,
    check: 'session-tails',
    // Nobody is reminded in the hours that are added: those people's longest sessions go without.
    also: ['rest-reminders'],
    families: ['engagement'],
    hooks: (size, _, stream) => ({
      rows: {
        engagement: (row) => {
          if (row.action !== 'session' && row.action !== 'night-session') return true;
          if (row.audience === 'minor' || !stream.strikes(size, row.session ?? '')) return true;
          row.duration = 6 * HOUR + stream.below(2 * HOUR, hashOfText(row.session ?? ''), 1);
          return true;
        },
      },
    }),
  }),
  'spending-tail': definePlant({
    title: text('过度消费', 'Excessive spending'),
    size: text('消费行为中金额超过一万元的比例', 'share of the acts of spending that exceed 10,000 yuan'),
    ...SHARE,
    usual: 0.02,
    check: 'spending-tails',
    families: ['engagement'],
    hooks: (size, _, stream) => ({
      rows: {
        engagement: (row) => {
          if (row.action !== 'spend' || row.audience === 'minor') return true;
          const act = `${row.user}/${row.time}`;
          if (stream.strikes(size, act)) row.amount = 1_000_000 + stream.below(1_000_000, hashOfText(act), 1);
          return true;
        },
      },
    }),
  }),
  'rest-reminder-missing': definePlant({
    title: text('缺少休息提醒', 'Rest reminders missing'),
    size: text('长时间使用中没有提醒的比例', 'share of the long sessions without a reminder'),
    ...SHARE,
    usual: 0.3,
    check: 'rest-reminders',
    families: ['control'],
    hooks: (size, _, stream) => ({
      rows: {
        control: (row) =>
          (row.action !== 'rest-reminder-shown' && row.action !== 'rest-reminder-accepted') ||
          !stream.strikes(size, row.session ?? ''),
      },
    }),
  }),
} as const;
