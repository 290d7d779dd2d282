import { expect, it } from 'vitest';
import { noteWorld, own } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  it('leaves notices in the outbox in the command’s own transaction', async () => {
    const { matter } = await opened();
    await give(matter, 'send', own);
    expect(
      await present()
        .store.database.selectFrom('outbox')
        .select(['matter_id', 'position', 'office_level', 'place'])
        .execute(),
    ).toEqual([{ matter_id: matter, position: 3, office_level: 'province', place: '330106' }]);
  });

  it('searches titles in Chinese and pages', async () => {
    for (const title of ['新闻推荐算法', '短视频排序', '外卖调度']) await opened({ title });
    expect((await present().service.list(own, { text: '推荐' })).items.map(({ title }) => title)).toEqual([
      '新闻推荐算法',
    ]);
    const pages = [
      await present().service.list(own, { size: 2, page: 1, sort: 'oldest' }),
      await present().service.list(own, { size: 2, page: 2, sort: 'oldest' }),
    ];
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [3, 2],
      [3, 1],
    ]);
  });
});
