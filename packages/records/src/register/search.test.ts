import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { importRegister } from './import.ts';
import type { RegisterQuery } from './query.ts';
import { searchRegister, type SearchBounds } from './search.ts';
import { by, chunksOf, number, table, testRow } from './testing/table.ts';

const places = ['110108', '440305', '310115'];

/** 300 records over three years and three places; every third speaks of weather in its purpose, every tenth in its name. */
const crowd = Array.from({ length: 300 }, (_, index) => {
  const subject = 100 + index;
  const weather = index % 10 === 0 ? '天气' : '';
  return testRow(subject, {
    batch: `${2023 + (index % 3)}-0${1 + (index % 9)}`,
    algorithmName: `远帆${weather}推荐算法${index}`,
    purpose: index % 3 === 0 ? '应用于天气资讯推荐。' : '应用于新闻资讯推荐。',
    filingNo: `网信算备${number(subject, 1, places[index % 3])}号`,
    remark: index % 50 === 0 ? '已注销' : '',
  });
});

const special = [
  testRow(1, {
    algorithmName: '抖音推荐算法',
    subject: '北京微播视界科技有限公司',
    product: '抖音（APP、网站）',
    batch: '2022-08',
  }),
  testRow(2, { algorithmName: '极速视频推荐算法', subject: '抖音视界有限公司', product: '极速（APP）' }),
  testRow(3, { algorithmName: '直播排序算法', subject: '云汐网络有限公司', product: '抖音直播（APP）' }),
  testRow(4, {
    algorithmName: '商品排序算法',
    subject: '知微网络有限公司',
    product: '知微（APP）',
    purpose: '应用于抖音商品排序。',
  }),
  testRow(5, {
    algorithmName: '抖音推荐算法（极速版）',
    subject: '北京微播视界科技有限公司',
    product: '极速（APP）',
    batch: '2025-06',
  }),
  testRow(6, { algorithmName: 'ChatGLM对话生成算法', subject: '星桥（北京）科技有限公司', product: 'AI 助手（APP）' }),
  testRow(7, { algorithmName: '音色抖动合成算法', subject: '抖声音响有限公司', product: '抖腿（APP）、音符（APP）' }),
];

const ask = (text: string, given: Partial<RegisterQuery> = {}): RegisterQuery => ({
  text,
  sort: 'relevance',
  page: 1,
  size: 20,
  ...given,
});

/** Each way of answering must answer the same; the bounds force them one by one. */
const ways: Readonly<Record<string, SearchBounds>> = {
  'looking at everything': { smallRegister: 10_000, fewEnough: 5_000, walkLength: 5_000, sample: 3_000 },
  'sampling everything, walking': { smallRegister: 10, fewEnough: 10, walkLength: 5_000, sample: 3_000 },
  'sampling everything, gathering': { smallRegister: 10, fewEnough: 10, walkLength: 0, sample: 3_000 },
  'sampling, few enough': { smallRegister: 10, fewEnough: 200, walkLength: 0, sample: 3_000 },
};

withStores(({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await importRegister(store, chunksOf(table([...crowd, ...special])), by);
  });

  const search = (query: RegisterQuery, bounds?: SearchBounds) => searchRegister(store.database, query, bounds);
  const numbersOf = async (query: RegisterQuery, bounds?: SearchBounds) =>
    (await search(query, bounds)).records.map(({ number }) => number);

  it('puts the exact name first, then names, subjects, products, purposes', async () => {
    expect(await numbersOf(ask('抖音推荐算法'))).toEqual([number(1), number(5)]);
    expect(await numbersOf(ask('抖音'))).toEqual([5, 1, 2, 3, 4].map((subject) => number(subject)));
  });

  it('puts an exact subject before names', async () => {
    expect((await numbersOf(ask('北京微播视界科技有限公司'))).toSorted()).toEqual([number(1), number(5)].toSorted());
    const [first] = await numbersOf(ask('抖音视界有限公司'));
    expect(first).toBe(number(2));
  });

  it('finds words whole, without regard to case, width and brackets, and not what only looks like them', async () => {
    expect(await numbersOf(ask('chatglm'))).toEqual([number(6)]);
    expect(await numbersOf(ask('glm'))).toEqual([number(6)]);
    expect(await numbersOf(ask('ＡＩ助手'))).toEqual([number(6)]);
    expect(await numbersOf(ask('星桥北京'))).toEqual([number(6)]);
    expect(await numbersOf(ask('抖音极速版'))).toEqual([]);
    expect(await numbersOf(ask('抖音 极速版'))).toEqual([number(5)]);
  });

  it('does not take scattered pairs for the phrase', async () => {
    const store = await open();
    await importRegister(
      store,
      chunksOf(
        table([testRow(1, { algorithmName: '新闻推荐与荐股算法' }), testRow(2, { algorithmName: '推荐股算法' })]),
      ),
      by,
    );
    const found = await searchRegister(store.database, ask('推荐股'));
    expect(found).toMatchObject({ total: 1, records: [{ number: number(2) }] });
    expect(found.facets.status).toEqual([{ value: 'filed', count: 1 }]);
  });

  it.each([`网信算备${number(3)}号`, number(3), `网信算备 ${number(3).slice(0, 10)} ${number(3).slice(10)} 号`])(
    'finds a number as %s',
    async (typed) => {
      expect(await numbersOf(ask(typed))).toEqual([number(3)]);
    },
  );

  it('finds numbers by their beginning', async () => {
    expect((await search(ask('4403050000'))).total).toBe(100);
  });

  it('finds nothing for marks alone, and everything for nothing', async () => {
    expect(await search(ask('！？'))).toMatchObject({ total: 0, pages: 0, records: [] });
    expect(await search(ask(''))).toMatchObject({ total: 307, pages: 16, exact: true });
    expect(await search(ask("%' _ \\"))).toMatchObject({ total: 0 });
  });

  it('refuses pages that cannot be', async () => {
    await expect(search(ask('', { page: 0 }))).rejects.toThrow(RangeError);
    await expect(search(ask('', { size: 101 }))).rejects.toThrow(RangeError);
  });

  it('answers in a transaction that is running and leaves its settings alone', async () => {
    const setting = (transaction: Store['database']) =>
      transaction
        .selectNoFrom(({ fn, val }) => fn<string>('current_setting', [val('enable_seqscan')]).as('value'))
        .executeTakeFirstOrThrow();
    await store.inScope({}, async (transaction) => {
      expect((await searchRegister(transaction, ask('抖音'))).total).toBe(5);
      expect(await setting(transaction)).toEqual({ value: 'on' });
    });
    expect(await setting(store.database)).toEqual({ value: 'on' });
  });

  describe.each(Object.entries(ways))('by %s', (_, bounds) => {
    const everything = async (query: RegisterQuery): Promise<readonly string[]> => {
      const first = await search(query, bounds);
      const numbers = first.records.map(({ number }) => number);
      for (let page = 2; page <= first.pages; page += 1) numbers.push(...(await numbersOf({ ...query, page }, bounds)));
      return numbers;
    };

    it.each(['推荐', '天气', '资讯推荐', '远帆', ''])(
      'pages through %s without losing or repeating a record',
      async (text) => {
        for (const sort of ['relevance', 'newest', 'oldest', 'name'] as const) {
          const { total } = await search(ask(text, { sort }), bounds);
          const numbers = await everything(ask(text, { sort }));
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(numbers).toHaveLength(total);
        }
      },
    );

    it('orders by month and by the sound of the name', async () => {
      const months = async (sort: RegisterQuery['sort']) =>
        (await search(ask('推荐', { sort, size: 100 }), bounds)).records.map(({ firstMonth }) => firstMonth);
      expect(await months('newest')).toEqual((await months('newest')).toSorted().toReversed());
      expect(await months('oldest')).toEqual((await months('oldest')).toSorted());
      const names = (await search(ask('推荐', { sort: 'name' }), bounds)).records.map(
        ({ algorithmName }) => algorithmName,
      );
      expect(names.slice(0, 3)).toEqual(['ChatGLM对话生成算法', '抖音推荐算法', '抖音推荐算法（极速版）']);
    });

    it('puts names before purposes', async () => {
      const names = (await search(ask('天气', { size: 100 }), bounds)).records.map(({ algorithmName }) =>
        algorithmName.includes('天气'),
      );
      expect(names.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => true));
      expect(names.slice(30)).toEqual(names.slice(30).map(() => false));
      expect(names.length).toBe(100);
    });

    it('counts facets that add up, each heeding every filter but its own', async () => {
      const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
      for (const text of ['推荐', '天气', '']) {
        const { total, facets } = await search(ask(text), bounds);
        for (const facet of ['technique', 'province', 'status', 'year'] as const)
          expect(sum(facets[facet])).toBe(total);
        const south = await search(ask(text, { province: ['44'], status: ['filed', 'cancelled'] }), bounds);
        expect(south.facets.province).toEqual(facets.province);
        expect(south.total).toBe(facets.province.find(({ value }) => value === '44')?.count ?? 0);
        expect(south.records.every(({ province }) => province === '44')).toBe(true);
        expect(south.records.length).toBe(Math.min(20, south.total));
      }
    });

    it('narrows by every facet', async () => {
      const { records, total } = await search(
        ask('推荐', {
          year: ['2024'],
          province: ['11', '44'],
          status: ['filed'],
          list: ['recommendation'],
          flagged: false,
          size: 100,
        }),
        bounds,
      );
      expect(records.length).toBe(Math.min(100, total));
      expect(
        records.every(
          (record) =>
            record.firstMonth.startsWith('2024') && ['11', '44'].includes(record.province) && record.status === 'filed',
        ),
      ).toBe(true);
      expect(await search(ask('推荐', { status: ['cancelled'] }), bounds)).toMatchObject({ total: 6 });
      expect(await search(ask('推荐', { flagged: true }), bounds)).toMatchObject({ total: 0 });
      expect(await search(ask('', { status: ['cancelled'], year: ['2023'] }), bounds)).toMatchObject({ total: 2 });
    });
  });

  it('estimates from a part of the register near the truth, and says so', async () => {
    const page = await search(ask('推荐', { sort: 'newest' }), {
      smallRegister: 10,
      fewEnough: 10,
      walkLength: 5_000,
      sample: 150,
    });
    expect(page.exact).toBe(false);
    expect(page.total).toBeGreaterThan(180);
    expect(page.total).toBeLessThan(430);
  });
});
