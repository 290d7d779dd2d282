import { text } from '@suanjian/rulebook';
import { hashOfText } from '../random.ts';
import { UNSCORED, type Slate, type Slot } from '../slate.ts';
import { NEWS, RESTRICTED, SYNTHETIC, type Catalogue } from '../world/catalogue.ts';
import { NEVER } from '../world/people.ts';
import { FEED, topics } from '../world/vocabulary.ts';
import { changeTopic, exchange, isFresh, ordinaryPlaces, putInto } from './change-slate.ts';
import { definePlant, SHARE, type World } from './plant.ts';

const RUN = 4;

/** For each topic, the items of its busiest author that are there all the time, one of each group of near duplicates. */
const runsOf = (catalogue: Catalogue): number[][] =>
  topics.map((_, topic) => {
    const always = [...catalogue.shelf(topic, false).items].filter(
      (item) =>
        catalogue.published[item] === -1 &&
        catalogue.blockedFrom[item] === Infinity &&
        catalogue.cluster[item] === item &&
        !catalogue.has(item, RESTRICTED),
    );
    const byAuthor = [...Map.groupBy(always, (item) => catalogue.author[item]).values()];
    return byAuthor.reduce((most, items) => (items.length > most.length ? items : most), []);
  });

/** The items shown most: the first of each topic's shelf that nothing else is done to. */
const wellKnown = (many: number, { catalogue, moderation }: World): Set<number> => {
  const busy = new Set([...moderation.curations, ...moderation.events, ...moderation.disposed].map(({ item }) => item));
  const shelves = topics.map((_, topic) =>
    [...catalogue.shelf(topic, false).items].filter(
      (item) =>
        catalogue.published[item] === -1 &&
        catalogue.blockedFrom[item] === Infinity &&
        !busy.has(item) &&
        !catalogue.has(item, RESTRICTED | SYNTHETIC | NEWS),
    ),
  );
  // The first of every shelf, then the second, and so on.
  const inTurn = Array.from({ length: Math.max(...shelves.map(({ length }) => length)) }, (_, place) =>
    shelves.flatMap((items) => items.slice(place, place + 1)),
  ).flat();
  return new Set(inTurn.slice(0, many));
};

const scored = (slate: Slate): Slot[] => [...slate.used()].filter(({ score }) => score !== UNSCORED);

/** Slates that repeat, narrow, favour or do not follow their scores. */
export const slatePlants = {
  'slate-duplicates': definePlant({
    title: text('同屏重复', 'Duplicates in a slate'),
    size: text('信息流请求中同一内容出现两次的比例', 'share of the feed requests in which an item stands twice'),
    ...SHARE,
    usual: 0.02,
    check: 'slate-duplicates',
    also: ['repetition'],
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate) => {
        if (slate.surface !== FEED || !stream.strikes(size, slate.request)) return;
        const places = ordinaryPlaces(slate, catalogue);
        const first = places[0];
        const last = places.at(-1);
        if (first !== undefined && last !== undefined && first !== last) putInto(last, first.item);
      },
    }),
  }),
  'author-runs': definePlant({
    title: text('同一作者连续出现', 'Runs of one author'),
    size: text(
      `信息流请求中同一作者连续占据 ${RUN} 个位置的比例`,
      `share of the feed requests in which one author fills ${RUN} places in a row`,
    ),
    ...SHARE,
    usual: 0.02,
    check: 'repetition',
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => {
      const runs = runsOf(catalogue);
      return {
        slate: (slate) => {
          if (slate.surface !== FEED || slate.size < RUN + 1 || !stream.strikes(size, slate.request)) return;
          const run = runs[catalogue.topic[slate.slot(1).item] ?? 0] ?? [];
          for (let place = 0; place < RUN; place++) {
            const item = run[place];
            if (item !== undefined) putInto(slate.slot(1 + place), item);
          }
        },
      };
    },
  }),
  'topic-narrowing': definePlant({
    title: text('话题收窄', 'Narrowing of topics'),
    size: text(
      '每过一周，个性化位置中再转向本人最爱话题的比例（至多九成）',
      'share of the personalised places that move to a person’s favourite topic with each week (at most nine in ten)',
    ),
    ...SHARE,
    usual: 0.2,
    check: 'topic-narrowing',
    also: ['repetition'],
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate, person) => {
        if (!slate.personalised) return;
        const share = Math.min(0.9, (size * slate.day) / 7);
        for (const [place, slot] of ordinaryPlaces(slate, catalogue).entries())
          if (stream.strikes(share, slate.request, place))
            changeTopic(slate, slot, person.favourites[0] ?? 0, catalogue, stream);
      },
    }),
  }),
  'negative-feedback-ignored': definePlant({
    title: text('“不感兴趣”不起作用', '"Not interested" changes nothing'),
    size: text(
      '表示不感兴趣的人中，此后该话题仍照旧推荐的比例',
      'share of the people who were not interested who go on being shown the topic as before',
    ),
    ...SHARE,
    usual: 0.6,
    check: 'negative-feedback',
    families: ['exposure'],
    hooks: (size, { catalogue, people }, stream) => ({
      slate: (slate, person) => {
        if (!slate.personalised || (people.mutedDay[person.index] ?? NEVER) >= slate.day) return;
        if (!stream.strikes(size, person.user)) return;
        // What a favourite topic has before it is muted.
        const usual = 0.72 * (person.mutedTopic === person.favourites[0] ? 0.34 : 0.28);
        for (const [place, slot] of ordinaryPlaces(slate, catalogue).entries())
          if (stream.strikes(usual, slate.request, place))
            changeTopic(slate, slot, person.mutedTopic, catalogue, stream);
      },
    }),
  }),
  'reasons-missing': definePlant({
    title: text('排序理由缺失', 'Ranking reasons missing'),
    size: text('没有留下理由的展示的比例', 'share of the exposures without a reason'),
    ...SHARE,
    usual: 0.01,
    check: 'ranking-reasons',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        for (const [place, slot] of [...slate.used()].entries())
          if (stream.strikes(size, slate.request, place)) slot.reasonless = true;
      },
    }),
  }),
  'own-boost': definePlant({
    title: text('自营内容前移', 'Own items moved up'),
    size: text('自营内容在列表中前移的名次', 'places by which own items stand higher'),
    least: 1,
    most: 9,
    whole: true,
    usual: 3,
    check: 'self-preference',
    families: ['exposure'],
    hooks: (size, { catalogue }) => ({
      slate: (slate) => {
        const places = scored(slate);
        for (const [place, slot] of places.entries()) {
          if (catalogue.own[slot.item] !== 1) continue;
          for (let to = place; to > Math.max(0, place - size); to--) {
            const one = places[to];
            const before = places[to - 1];
            if (one !== undefined && before !== undefined && catalogue.own[before.item] === 0) exchange(one, before);
          }
        }
      },
    }),
  }),
  'rank-inversion': definePlant({
    title: text('排名与得分不符', 'Ranks against scores'),
    size: text(
      '请求中相邻两项与得分次序相反的比例（至少两项的请求）',
      'share of the requests of two places or more in which two neighbours stand against their scores',
    ),
    ...SHARE,
    usual: 0.02,
    check: 'rank-inversions',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        const places = scored(slate);
        if (places.length < 2 || !stream.strikes(size, slate.request)) return;
        const place = stream.below(places.length - 1, slate.time | 0);
        const one = places[place];
        const other = places[place + 1];
        if (one === undefined || other === undefined) return;
        exchange(one, other);
        const { score } = one;
        one.score = other.score;
        other.score = score;
      },
    }),
  }),
  'suppressed-item': definePlant({
    title: text('内容被压制', 'Items suppressed'),
    size: text(
      '自日志中点起，没有处置、没有干预记录而几乎不再展示的热门内容数',
      'popular items that are hardly shown any more from the middle of the log on, without a disposal or an intervention',
    ),
    least: 1,
    most: 1000,
    whole: true,
    usual: 10,
    check: 'suppressed-items',
    families: ['exposure'],
    hooks: (size, world, stream) => {
      const { catalogue, settings } = world;
      const items = wellKnown(size, world);
      return {
        slate: (slate) => {
          if (slate.day * 2 < settings.days) return;
          for (const [place, slot] of [...slate.used()].entries()) {
            if (!items.has(slot.item) || !stream.strikes(0.95, slate.request, place)) continue;
            const other = catalogue.another(
              slot.item,
              slate.time,
              stream.below(1000, slate.time | 0, place),
              (item) => !items.has(item) && !catalogue.has(item, RESTRICTED) && isFresh(slate, catalogue, item),
            );
            slot.item = other;
          }
        },
      };
    },
  }),
  'pushed-item': definePlant({
    title: text('内容被过度推送', 'Items pushed'),
    size: text(
      '自日志中点起，没有干预记录而被放进百分之五信息流请求首位的内容数',
      'items that are put first in five of a hundred feed requests from the middle of the log on, without an intervention',
    ),
    least: 1,
    most: 20,
    whole: true,
    usual: 2,
    check: 'suppressed-items',
    families: ['exposure'],
    hooks: (size, world, stream) => {
      const { catalogue, settings } = world;
      const items = [...wellKnown(size + topics.length, world)].slice(topics.length);
      return {
        slate: (slate) => {
          if (slate.day * 2 < settings.days || slate.surface !== FEED) return;
          const item = items[Math.floor(stream.unit(hashOfText(slate.request)) / 0.05)];
          const slot = slate.slot(0);
          if (item === undefined || catalogue.own[slot.item] === 1 || !isFresh(slate, catalogue, item)) return;
          putInto(slot, item);
        },
      };
    },
  }),
} as const;
