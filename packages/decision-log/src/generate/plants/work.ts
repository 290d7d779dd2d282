import { text } from '@suanjian/rulebook';
import { LATE_PENALTY } from '../families/dispatch.ts';
import type { RowOf } from '../row.ts';
import { DAY, HOUR, MINUTE } from '../settings.ts';
import { definePlant, SHARE } from './plant.ts';

type Row = RowOf<'dispatch'>;

/** Close enough that no quarter of an hour is free. */
const BETWEEN_ORDERS = 12 * MINUTE;
const LONG_DAY = 12;
/** One worker's day in twenty. */
const DAYS = 0.05;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Lines of an order that was added to a day: without what belongs to the hour of another. */
const linesWithoutPeak = (row: Row): Pick<Row, 'line_kinds' | 'line_amounts' | 'pay'> => {
  const kept = (row.line_kinds ?? []).map((kind) => kind !== 'peak');
  const amounts = (row.line_amounts ?? []).filter((_, line) => kept[line]);
  return { line_kinds: row.line_kinds?.filter((_, line) => kept[line]), line_amounts: amounts, pay: sum(amounts) };
};

/** Orders, pay and hours of workers. */
export const workPlants = {
  'pay-gap': definePlant({
    title: text('用工类别之间报酬不等', 'Unequal pay between groups'),
    size: text('众包（crowd）劳动者每单报酬低出的比例', 'share by which the pay of the crowd is lower, for each order'),
    least: 0.001,
    most: 0.9,
    whole: false,
    usual: 0.1,
    check: 'worker-pay',
    families: ['dispatch'],
    hooks: (size) => ({
      rows: {
        dispatch: (row) => {
          if (row.worker_group !== 'crowd') return true;
          row.line_amounts = row.line_amounts?.map((amount) => Math.round(amount * (1 - size)));
          row.pay = sum(row.line_amounts ?? []);
          return true;
        },
      },
    }),
  }),
  'order-share-gap': definePlant({
    title: text('派单份额不等', 'Unequal shares of orders'),
    size: text('众包（crowd）劳动者少得的订单的比例', 'share of the orders of the crowd that they do not get'),
    ...SHARE,
    usual: 0.2,
    check: 'order-share',
    families: ['dispatch'],
    hooks: (size, _, stream) => ({
      rows: { dispatch: (row) => row.worker_group !== 'crowd' || !stream.strikes(size, row.order) },
    }),
  }),
  'infeasible-time': definePlant({
    title: text('承诺时间不可行', 'Promised times that are not feasible'),
    size: text(
      '承诺时间短于可行时间两成的订单的比例',
      'share of the orders whose promised time is a fifth below the feasible one',
    ),
    ...SHARE,
    usual: 0.02,
    check: 'feasible-time',
    families: ['dispatch'],
    hooks: (size, _, stream) => ({
      rows: {
        dispatch: (row) => {
          if (stream.strikes(size, row.order)) row.promised = Math.floor((row.feasible ?? 0) * 0.8);
          return true;
        },
      },
    }),
  }),
  'over-hours': definePlant({
    title: text('超时工作', 'Too many hours'),
    size: text(
      `每二十个工作日中有一个超出 ${LONG_DAY} 小时的小时数`,
      `hours above ${LONG_DAY} on one working day in twenty`,
    ),
    least: 0.1,
    most: 8,
    whole: false,
    usual: 2,
    check: 'working-hours',
    families: ['dispatch'],
    hooks: (size, _, stream) => {
      const days = new Map<string, Row[]>();
      let adding = false;
      return {
        rows: {
          dispatch: (row) => {
            if (adding) return true;
            const known = days.get(row.worker);
            if (known !== undefined) known.push({ ...row });
            else if (stream.strikes(DAYS, row.worker, Math.floor((row.time + 8 * HOUR) / DAY)))
              days.set(row.worker, [{ ...row }]);
            return true;
          },
        },
        day: (_day, dayStart, emit) => {
          adding = true;
          for (const orders of days.values()) {
            const [first] = orders;
            const last = orders.at(-1);
            if (first === undefined || last === undefined) continue;
            const lasting = (LONG_DAY + size) * HOUR;
            const latest = dayStart + DAY - HOUR;
            const begins = Math.min(first.time, latest - lasting);
            for (let time = begins, number = 0; time <= begins + lasting; time += BETWEEN_ORDERS, number++)
              emit('dispatch', {
                ...last,
                ...linesWithoutPeak(last),
                time,
                order: `${last.order}-more-${number}`,
              });
          }
          days.clear();
          adding = false;
        },
      };
    },
  }),
  'penalty-for-weather': definePlant({
    title: text('恶劣天气下罚款', 'Penalties for the weather'),
    size: text('恶劣天气的订单中被罚款的比例', 'share of the orders in bad weather that are penalised for it'),
    ...SHARE,
    usual: 0.02,
    check: 'worker-penalties',
    families: ['dispatch'],
    hooks: (size, _, stream) => ({
      rows: {
        dispatch: (row) => {
          if (row.weather === 'clear' || row.penalty_cause !== undefined || !stream.strikes(size, row.order))
            return true;
          row.penalty = LATE_PENALTY;
          row.penalty_cause = 'weather';
          return true;
        },
      },
    }),
  }),
  'late-release': definePlant({
    title: text('算法升级后更常超时', 'More lateness after a release'),
    size: text('新版算法的订单中额外超时的比例', 'share of the orders of the new release that are late besides'),
    ...SHARE,
    usual: 0.03,
    check: 'delivery-outcomes',
    families: ['dispatch'],
    hooks: (size, _, stream) => ({
      rows: {
        dispatch: (row) => {
          if (row.release === 'dispatch-2' && stream.strikes(size, row.order))
            row.taken = Math.max(row.taken ?? 0, (row.promised ?? 0) + 300);
          return true;
        },
      },
    }),
  }),
  'pay-lines-mismatch': definePlant({
    title: text('费用明细不符', 'Pay that its lines do not add up to'),
    size: text('实付少于明细之和 0.5 元的订单的比例', 'share of the orders paid half a yuan less than their lines say'),
    ...SHARE,
    usual: 0.02,
    check: 'fee-lines',
    families: ['dispatch'],
    hooks: (size, _, stream) => ({
      rows: {
        dispatch: (row) => {
          if (stream.strikes(size, row.order)) row.pay = (row.pay ?? 0) - 50;
          return true;
        },
      },
    }),
  }),
} as const;
