import { text } from '@suanjian/rulebook';
import { Traits } from '../families/trait.ts';
import { INTEREST, PERSONALISED, type Slate } from '../slate.ts';
import { DAY } from '../settings.ts';
import { NEVER, type Person } from '../world/people.ts';
import { BROWSING, HOT_LIST, LOCATION, TAGS_PER_TOPIC, audiences, barredTags, tags } from '../world/vocabulary.ts';
import { addTag, changeTopic, ordinaryPlaces } from './change-slate.ts';
import { definePlant, SHARE, type World } from './plant.ts';

/** Makes a request personalised after all. */
const personalise = (slate: Slate, person: Person, { catalogue }: World): void => {
  slate.personalised = true;
  slate.technique = PERSONALISED;
  slate.data = BROWSING;
  for (const slot of slate.used()) {
    const tag = person.tags.find(
      (each) => each !== person.deletedTag && Math.floor(each / TAGS_PER_TOPIC) === catalogue.topic[slot.item],
    );
    if (tag === undefined || slot.intervention !== '') continue;
    slot.tag = tag;
    slot.reason = INTEREST;
  }
};

/** A tag that is in no vocabulary and that says what may not be said. */
const proxy = 'quiet-evenings';

/** What people chose, and what is done in spite of it. */
export const choicePlants = {
  'opt-out-leak': definePlant({
    title: text('关闭后仍个性化', 'Personalised after opting out'),
    size: text(
      '关闭个性化之后的请求（热榜除外）中仍然个性化的比例',
      'share of the requests after an opt-out (hot lists aside) that are still personalised',
    ),
    ...SHARE,
    usual: 0.002,
    check: 'opt-out-honoured',
    families: ['exposure'],
    hooks: (size, world, stream) => ({
      slate: (slate, person) => {
        if (slate.optedOut && slate.surface !== HOT_LIST && stream.strikes(size, slate.request))
          personalise(slate, person, world);
      },
    }),
  }),
  'slow-opt-out': definePlant({
    title: text('关闭生效迟缓', 'Opting out takes effect late'),
    size: text('关闭之后仍继续个性化的秒数', 'seconds for which requests stay personalised after an opt-out'),
    least: 1,
    most: 43_200,
    whole: false,
    usual: 600,
    check: 'opt-out-honoured',
    families: ['exposure'],
    hooks: (size, world) => ({
      slate: (slate, person) => {
        if (slate.optedOut && slate.surface !== HOT_LIST && slate.offFor <= size * 1000)
          personalise(slate, person, world);
      },
    }),
  }),
  'impersonal-leak': definePlant({
    title: text('非个性化结果因人而异', 'Impersonal results that follow the asker'),
    size: text(
      '标为非个性化的请求中，一半位置按提问者兴趣填充的比例',
      'share of the requests called impersonal in which half of the places follow the interests of who asks',
    ),
    ...SHARE,
    usual: 0.2,
    check: 'impersonal-results',
    families: ['exposure'],
    hooks: (size, { catalogue }, stream) => ({
      slate: (slate, person) => {
        if (slate.personalised || !stream.strikes(size, slate.request)) return;
        for (const [place, slot] of ordinaryPlaces(slate, catalogue).entries())
          if (place % 2 === 0) changeTopic(slate, slot, person.favourites[(place / 2) % 2] ?? 0, catalogue, stream);
      },
    }),
  }),
  'nagging-prompts': definePlant({
    title: text('反复弹窗要求重新开启', 'Nagging to switch personalisation on again'),
    size: text('每名已关闭者每周被提示的次数', 'prompts a week for each person who opted out'),
    least: 1,
    most: 50,
    whole: true,
    usual: 7,
    check: 'opt-out-reachable',
    families: ['control'],
    hooks: (size, { people, pseudonyms, settings }, stream) => ({
      day: (day, dayStart, emit) => {
        const many = Math.floor(((day + 1) * size) / 7) - Math.floor((day * size) / 7);
        for (let index = 0; index < people.count; index++) {
          if (!people.optedOutOn(index, day)) continue;
          for (let number = 0; number < many; number++)
            emit('control', {
              time: dayStart + stream.below(DAY, index, day, number),
              provider: settings.provider,
              user: pseudonyms.of('user', index),
              action: 'prompt-shown',
              surface: 'feed',
              audience: audiences[people.audience[index] ?? 0],
              origin: 'person',
            });
        }
      },
    }),
  }),
  'hidden-switch': definePlant({
    title: text('关闭入口过深', 'A switch that is hard to reach'),
    size: text('到达关闭入口所需的点击次数', 'clicks needed to reach the switch'),
    least: 3,
    most: 100,
    whole: true,
    usual: 9,
    check: 'opt-out-reachable',
    families: ['control'],
    hooks: (size) => ({
      rows: {
        control: (row) => {
          if (row.action === 'opt-out' && row.steps !== undefined) row.steps = size;
          return true;
        },
      },
    }),
  }),
  'deleted-tag-use': definePlant({
    title: text('继续使用已删除的标签', 'Deleted tags still used'),
    size: text(
      '有人删除标签之后（自次日起），其个性化请求中仍用该标签的比例',
      'share of the personalised requests of people who deleted a tag, from the next day on, that use it again',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'deleted-tags-unused',
    families: ['exposure'],
    hooks: (size, { people }, stream) => ({
      slate: (slate, person) => {
        if (!slate.personalised || (people.tagDeletedDay[person.index] ?? NEVER) >= slate.day) return;
        if (stream.strikes(size, slate.request)) addTag(slate.slot(slate.size - 1), tags[person.deletedTag] ?? '');
      },
    }),
  }),
  'barred-tag': definePlant({
    title: text('使用禁用词作标签', 'Barred words used as tags'),
    size: text('个性化请求中使用了禁用标签的比例', 'share of the personalised requests that use a barred tag'),
    ...SHARE,
    usual: 0.001,
    check: 'barred-tags',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        if (slate.personalised && stream.strikes(size, slate.request))
          addTag(slate.slot(slate.size - 1), barredTags[0]);
      },
    }),
  }),
  'proxy-tag': definePlant({
    title: text('标签替代受保护特征', 'A tag that stands for a protected trait'),
    size: text(
      '某一性别的人中被打上同一标签的比例（另一性别为 0）',
      'share of the people of one gender who carry a certain tag, of the other none',
    ),
    ...SHARE,
    usual: 0.5,
    check: 'proxy-tags',
    families: ['exposure'],
    needsTraits: true,
    hooks: (size, { settings }, stream) => {
      const traits = new Traits(settings);
      return {
        slate: (slate, person) => {
          if (slate.personalised && traits.gender(person.index) === 'f' && stream.strikes(size, person.user))
            addTag(slate.slot(slate.size - 1), proxy);
        },
      };
    },
  }),
  'tags-shown-differ': definePlant({
    title: text('展示的标签少于实际使用', 'Tags shown are not all that are used'),
    size: text('查看标签时被隐去一个标签的比例', 'share of the views of one’s tags in which one tag is kept back'),
    ...SHARE,
    usual: 0.2,
    check: 'tags-shown',
    families: ['control'],
    hooks: (size, _, stream) => ({
      rows: {
        control: (row) => {
          if (row.action === 'tags-viewed' && stream.strikes(size, row.user)) row.tags = row.tags?.slice(1);
          return true;
        },
      },
    }),
  }),
  'unskippable-tags': definePlant({
    title: text('兴趣选择不可跳过', 'A choice of interests that cannot be skipped'),
    size: text('跳过选择页的人中被迫留下的比例', 'share of the people who would have skipped the page and could not'),
    ...SHARE,
    usual: 1,
    check: 'tags-optional',
    families: ['control'],
    hooks: (size, _, stream) => ({
      rows: { control: (row) => row.action !== 'tag-page-skipped' || !stream.strikes(size, row.user) },
    }),
  }),
  'unconsented-data': definePlant({
    title: text('使用未经同意的个人信息', 'Personal data used without consent'),
    size: text(
      '未同意使用位置的人的个性化请求中使用了位置的比例',
      'share of the personalised requests of people who did not consent to their location that use it',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'consented-features',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate, person) => {
        if (slate.personalised && (person.consents & LOCATION) === 0 && stream.strikes(size, slate.request))
          slate.data |= LOCATION;
      },
    }),
  }),
} as const;
