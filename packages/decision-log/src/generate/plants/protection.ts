import { text } from '@suanjian/rulebook';
import { DAY, HOUR, MINUTE } from '../settings.ts';
import { MINOR } from '../world/vocabulary.ts';
import { definePlant, SHARE } from './plant.ts';

const LIMIT_MINUTES = 40;
/** One minor's day in five. */
const DAYS = 0.2;

/** Minors and older people. */
export const protectionPlants = {
  'minors-minutes': definePlant({
    title: text('未成年人使用过久', 'Minors who use it too long'),
    size: text(
      `未成年人每五天中有一天超出 ${LIMIT_MINUTES} 分钟的分钟数`,
      `minutes above ${LIMIT_MINUTES} on one day in five of minors`,
    ),
    least: 1,
    most: 600,
    whole: false,
    usual: 30,
    check: 'minors-time',
    families: ['exposure', 'quote', 'engagement', 'control'],
    hooks: (size, _, stream) => ({
      plan: (plan, person) => {
        if (person.audience !== MINOR || stream.unit(person.index, plan.day) >= DAYS) return;
        plan.shortest = (LIMIT_MINUTES + size) * MINUTE;
        plan.longest = plan.shortest;
      },
    }),
  }),
  'minors-night': definePlant({
    title: text('未成年人夜间使用', 'Minors at night'),
    size: text('未成年人的使用日中改在 22 时之后的比例', 'share of the minors’ days that take place after 22:00'),
    ...SHARE,
    usual: 0.05,
    check: 'minors-time',
    families: ['exposure', 'quote', 'engagement', 'control'],
    hooks: (size, _, stream) => ({
      plan: (plan, person) => {
        if (person.audience !== MINOR || !stream.strikes(size, person.user, plan.day)) return;
        plan.least = plan.dayStart + 22 * HOUR + 5 * MINUTE;
        plan.most = plan.dayStart + DAY - MINUTE;
      },
    }),
  }),
  'minors-spending': definePlant({
    title: text('未成年人高额消费', 'Minors who spend much'),
    size: text('未成年人每次消费的金额（分）', 'fen that a minor spends each time'),
    least: 1001,
    most: 1_000_000_000,
    whole: true,
    usual: 50_000,
    check: 'minors-time',
    families: ['engagement'],
    hooks: (size) => ({
      rows: {
        engagement: (row) => {
          if (row.action === 'spend' && row.audience === 'minor') row.amount = size;
          return true;
        },
      },
    }),
  }),
  'elder-mode-lost': definePlant({
    title: text('适老模式不可用', 'Elder mode not available'),
    size: text('使用适老模式的老年人中失去它的比例', 'share of the older people in elder mode who lose it'),
    ...SHARE,
    usual: 1,
    check: 'elderly-availability',
    families: ['control'],
    hooks: (size, _, stream) => ({
      rows: { control: (row) => row.action !== 'elder-mode-on' || !stream.strikes(size, row.user) },
    }),
  }),
} as const;
