import { text } from '@suanjian/rulebook';
import { ItemFacts } from '../families/facts.ts';
import { HOUR } from '../settings.ts';
import type { Slate, Slot } from '../slate.ts';
import { itemId, labelsOf, NEWS, QUALITY, RESTRICTED, SYNTHETIC, type Catalogue } from '../world/catalogue.ts';
import { FEED, MINOR, OLDER, SEARCH } from '../world/vocabulary.ts';
import { isFresh, ordinaryPlaces, putInto } from './change-slate.ts';
import { definePlant, SHARE } from './plant.ts';

const labelsIn = (slot: Slot, catalogue: Catalogue): readonly string[] =>
  slot.labels ?? labelsOf(catalogue.labels[slot.item] ?? 0);

const without = (labels: readonly string[] | undefined, ...gone: readonly string[]): string[] =>
  (labels ?? []).filter((label) => !gone.includes(label));

const SYNTHETIC_LABELS = ['synthetic', 'synthetic-label-shown'] as const;

/** Gives one ordinary place of a slate a label. */
const mark = (slate: Slate, catalogue: Catalogue, label: string): void => {
  const slot = ordinaryPlaces(slate, catalogue).at(-1);
  if (slot !== undefined) slot.labels = [...labelsIn(slot, catalogue), label];
};

/** Labels, disposals and who is shown what. */
export const labelPlants = {
  'unlabelled-synthetic': definePlant({
    title: text('生成合成内容未标识', 'Synthetic items without their label'),
    size: text(
      '生成合成内容的展示中缺少显式标识的比例',
      'share of the exposures of synthetic items in which the label was not shown',
    ),
    ...SHARE,
    usual: 0.02,
    check: 'unlabelled-synthetic',
    also: ['synthetic-label-coverage'],
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate) => {
        for (const [place, slot] of [...slate.used()].entries())
          if (catalogue.has(slot.item, SYNTHETIC) && stream.strikes(size, slate.request, place))
            slot.labels = without(labelsIn(slot, catalogue), 'synthetic-label-shown');
      },
    }),
  }),
  'implicit-label-missing': definePlant({
    title: text('元数据缺少隐式标识', 'Implicit labels missing'),
    size: text('生成合成内容中元数据没有标识的比例', 'share of the synthetic items whose metadata carry no label'),
    ...SHARE,
    usual: 0.1,
    check: 'implicit-label',
    families: ['item'],
    hooks: (size, _, stream) => ({
      rows: {
        item: (row) => {
          if (row.synthetic === true && stream.strikes(size, row.item)) row.implicit_label = false;
          return true;
        },
      },
    }),
  }),
  'label-removed': definePlant({
    title: text('标识被移除', 'Labels removed'),
    size: text(
      '自日志中点起被移除标识的生成合成内容的比例',
      'share of the synthetic items whose labels are removed at the middle of the log',
    ),
    ...SHARE,
    usual: 0.1,
    check: 'label-tampering',
    also: ['unlabelled-synthetic', 'synthetic-label-coverage'],
    families: ['exposure', 'item'],
    hooks: (size, { catalogue, settings }, stream) => {
      const middle = Math.floor(settings.days / 2);
      const facts = new ItemFacts(settings, catalogue);
      const struck = (item: number): boolean =>
        catalogue.has(item, SYNTHETIC) && catalogue.published[item] === -1 && stream.strikes(size, itemId(item));
      return {
        slate: (slate) => {
          if (slate.day < middle) return;
          for (const slot of slate.used())
            if (struck(slot.item)) slot.labels = without(labelsIn(slot, catalogue), ...SYNTHETIC_LABELS);
        },
        day: (day, dayStart, emit) => {
          if (day !== middle) return;
          for (let item = 0; item < catalogue.count; item++) {
            if (!struck(item)) continue;
            const row = facts.content(item, dayStart);
            emit('item', {
              ...row,
              synthetic: false,
              implicit_label: undefined,
              labels: without(row.labels, ...SYNTHETIC_LABELS),
            });
          }
        },
      };
    },
  }),
  'unlisted-news': definePlant({
    title: text('名单外来源的新闻', 'News from unlisted sources'),
    size: text('来源不在名单内的新闻的比例', 'share of the news items whose source is not on the list'),
    ...SHARE,
    usual: 0.02,
    check: 'unlisted-news',
    families: ['item'],
    hooks: (size, _, stream) => ({
      rows: {
        item: (row) => {
          if (row.kind === 'news' && stream.strikes(size, row.item)) row.source = 'hearsay-weekly';
          return true;
        },
      },
    }),
  }),
  'synthetic-news': definePlant({
    title: text('生成合成的新闻', 'Synthetic news'),
    size: text('由生成合成得来的新闻的比例（均有标识）', 'share of the news items that are synthetic (all labelled)'),
    ...SHARE,
    usual: 0.02,
    check: 'synthetic-news',
    families: ['exposure', 'item'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate) => {
        for (const slot of slate.used())
          if (catalogue.has(slot.item, NEWS) && stream.strikes(size, itemId(slot.item)))
            slot.labels = [...labelsIn(slot, catalogue), ...SYNTHETIC_LABELS];
      },
      rows: {
        item: (row) => {
          if (row.kind !== 'news' || !stream.strikes(size, row.item)) return true;
          row.synthetic = true;
          row.implicit_label = true;
          row.labels = [...(row.labels ?? []), ...SYNTHETIC_LABELS];
          return true;
        },
      },
    }),
  }),
  'after-disposal': definePlant({
    title: text('处置后仍有展示', 'Shown after disposal'),
    size: text(
      '首次处置之后的请求中展示了已停止传输内容的比例',
      'share of the requests after the first disposal that show a stopped item',
    ),
    ...SHARE,
    usual: 0.001,
    check: 'exposure-after-disposal',
    families: ['exposure'],
    hooks: (size, { catalogue, moderation }, stream) => ({
      slate: (slate) => {
        const { disposed } = moderation;
        if (slate.time <= (disposed[0]?.time ?? Infinity) || !stream.strikes(size, slate.request)) return;
        const stopped = disposed.filter(({ time }) => time < slate.time);
        const choice = stopped[stream.below(stopped.length, slate.time | 0)];
        const slot = ordinaryPlaces(slate, catalogue).at(-1);
        if (choice !== undefined && slot !== undefined) putInto(slot, choice.item);
      },
    }),
  }),
  'rumour-slow': definePlant({
    title: text('谣言处置迟缓', 'Rumours disposed of late'),
    size: text('从识别谣言到处置之间增加的小时数', 'hours added between recognising a rumour and disposing of it'),
    least: 0.1,
    most: 2000,
    whole: false,
    usual: 48,
    check: 'rumour-handling',
    families: ['disposal'],
    hooks: (size, { moderation }) => {
      const delayed = moderation.disposals
        .filter(({ category }) => category === 'rumour')
        .map((row) => ({ ...row, time: row.time + Math.round(size * HOUR) }));
      const late = new Set(delayed);
      return {
        rows: { disposal: (row) => row.category !== 'rumour' || late.has(row) },
        day: (_, dayStart, emit) => {
          for (const row of delayed) if (row.time >= dayStart && row.time < dayStart + 24 * HOUR) emit('disposal', row);
        },
      };
    },
  }),
  'elder-fraud': definePlant({
    title: text('老年人接触涉诈信息', 'Fraud shown to older people'),
    size: text(
      '老年人的请求中含有涉诈标记内容的比例',
      'share of the requests of older people with an item labelled as fraud',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'elderly-fraud',
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate, person) => {
        if (person.audience === OLDER && stream.strikes(size, slate.request)) mark(slate, catalogue, 'fraud');
      },
    }),
  }),
  'minors-restricted': definePlant({
    title: text('未成年人接触受限内容', 'Restricted items shown to minors'),
    size: text(
      '未成年人的请求中含有受限内容的比例',
      'share of the requests of minors with an item that is restricted for them',
    ),
    ...SHARE,
    usual: 0.005,
    check: 'minors-exposure',
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate, person) => {
        if (person.audience !== MINOR || !stream.strikes(size, slate.request)) return;
        const slot = ordinaryPlaces(slate, catalogue).at(-1);
        if (slot === undefined) return;
        const item = catalogue.another(
          slot.item,
          slate.time,
          stream.below(1000, slate.time | 0),
          (other) => catalogue.has(other, RESTRICTED) && isFresh(slate, catalogue, other),
        );
        if (item === slot.item) mark(slate, catalogue, 'restricted-minors');
        else putInto(slot, item);
      },
    }),
  }),
  'quality-drop': definePlant({
    title: text('重点版面优质内容减少', 'Less quality on important positions'),
    size: text(
      '自日志中点起，信息流与搜索以外的版面中被换成普通内容的优质内容的比例',
      'share of the quality items outside feed and search that give way to ordinary ones from the middle of the log on',
    ),
    ...SHARE,
    usual: 0.4,
    check: 'quality-share',
    families: ['exposure'],
    hooks: (size, { catalogue, settings }, stream) => ({
      slate: (slate) => {
        if (slate.surface === FEED || slate.surface === SEARCH || slate.day * 2 < settings.days) return;
        for (const [place, slot] of [...slate.used()].entries()) {
          if (slot.intervention !== '' || !catalogue.has(slot.item, QUALITY)) continue;
          if (!stream.strikes(size, slate.request, place)) continue;
          const from = stream.below(1000, slate.time | 0, place);
          const plain = catalogue.another(
            slot.item,
            slate.time,
            from,
            (item) => !catalogue.has(item, QUALITY | RESTRICTED) && isFresh(slate, catalogue, item),
          );
          if (plain !== slot.item) putInto(slot, plain);
        }
      },
    }),
  }),
} as const;
