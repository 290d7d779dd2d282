import { text } from '@suanjian/rulebook';
import { byHeat, heatOf, weights, type Entry, type Standing } from '../families/chart.ts';
import { DAY, HOUR, MINUTE, type Settings } from '../settings.ts';
import { charts } from '../world/moderation.ts';
import { definePlant, SHARE } from './plant.ts';

/** Ten in the morning of the day in the middle. */
const middleOf = ({ start, days }: Settings): number => start + Math.floor(days / 2) * DAY + 10 * HOUR;
/** What is added to the heat of an entry that was tampered with. */
const RAISED = 0.3;
const HELD_RANK = 2;
const EVERY = 3 * HOUR;
const [list] = charts;

/** Hot lists. */
export const chartPlants = {
  'chart-tamper': definePlant({
    title: text('榜单热度被改', 'Chart heat tampered with'),
    size: text(
      '公布的热度比计算所得高三成的条目的比例（名次随之变化）',
      'share of the entries whose published heat is three tenths above what it is computed from (ranks follow)',
    ),
    ...SHARE,
    usual: 0.02,
    check: 'chart-recompute',
    families: ['chart'],
    hooks: (size, _, stream) => ({
      snapshot: (snapshot) => {
        for (const standing of snapshot.standings)
          if (stream.strikes(size, standing.entry.id)) standing.heat = Math.round(standing.heat * (1 + RAISED));
        snapshot.standings.sort(byHeat);
        return true;
      },
    }),
  }),
  'unpublished-factor': definePlant({
    title: text('榜单使用未公布的因素', 'A factor that was never published'),
    size: text(
      '热度中有一部分来自未公布的推广因素的条目的比例（热度和名次不变）',
      'share of the entries a part of whose heat comes from promotion, which the rules do not name (heat and rank stay)',
    ),
    ...SHARE,
    usual: 0.05,
    check: 'chart-rules',
    families: ['chart'],
    hooks: (size, _, stream) => ({
      rows: {
        chart: (row) => {
          const [search = 0, ...others] = row.input_values ?? [];
          const part = Math.floor(search / 10);
          if (part === 0 || !stream.strikes(size, row.entry)) return true;
          row.input_kinds = [...(row.input_kinds ?? []), 'promotion'];
          row.input_values = [search - part, ...others, part];
          row.input_weights = [...(row.input_weights ?? []), weights.search];
          return true;
        },
      },
    }),
  }),
  'frozen-rank': definePlant({
    title: text('名次冻结', 'A rank that is frozen'),
    size: text('一个条目停在第二名不动的小时数', 'hours for which one entry stands at rank 2 without moving'),
    least: 1,
    most: 1000,
    whole: false,
    usual: 30,
    check: 'chart-churn',
    families: ['chart'],
    hooks: (size, { settings }) => {
      const begins = middleOf(settings);
      let frozen: Entry | undefined;
      return {
        snapshot: (snapshot) => {
          if (snapshot.list !== list || snapshot.time < begins || snapshot.time >= begins + size * HOUR) return true;
          frozen ??= snapshot.standings[HELD_RANK - 1]?.entry;
          if (frozen === undefined) return true;
          const rest = snapshot.standings.filter(({ entry }) => entry.id !== frozen?.id);
          const above = rest[HELD_RANK - 2]?.heat ?? 1000;
          const below = rest[HELD_RANK - 1]?.heat ?? 0;
          const inputs: Standing['inputs'] = [Math.round((above + below) / 2), 0, 0];
          snapshot.standings = rest.toSpliced(HELD_RANK - 1, 0, { entry: frozen, inputs, heat: heatOf(inputs) });
          return true;
        },
      };
    },
  }),
  'vanishing-rank': definePlant({
    title: text('条目突然消失', 'Entries that vanish'),
    size: text(
      '从第一名直接消失的条目数（自日志中点起每三小时一个）',
      'entries that vanish from rank 1 at one blow (one every three hours from the middle of the log on)',
    ),
    least: 1,
    most: 1000,
    whole: true,
    usual: 8,
    check: 'chart-churn',
    families: ['chart'],
    hooks: (size, { settings }) => {
      const begins = middleOf(settings);
      const gone = new Set<string>();
      let top: string | undefined;
      return {
        snapshot: (snapshot) => {
          if (snapshot.list !== list) return true;
          const due = Math.min(size, Math.floor((snapshot.time - begins) / EVERY) + 1);
          if (top !== undefined && gone.size < due) gone.add(top);
          snapshot.standings = snapshot.standings.filter(({ entry }) => !gone.has(entry.id));
          top = snapshot.standings[0]?.entry.id;
          return true;
        },
      };
    },
  }),
  'chart-gap': definePlant({
    title: text('榜单快照中断', 'A gap in the snapshots'),
    size: text('没有任何榜单快照的分钟数', 'minutes without any snapshot of a chart'),
    least: 1,
    most: 1_000_000,
    whole: false,
    usual: 180,
    check: 'chart-gaps',
    families: ['chart'],
    hooks: (size, { settings }) => {
      const begins = middleOf(settings);
      return { snapshot: ({ time }) => time < begins || time >= begins + size * MINUTE };
    },
  }),
} as const;
