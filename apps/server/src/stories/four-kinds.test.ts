import { expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { createTestServer, type Caller } from '../testing/test-server.ts';
import { expectDone } from './prepared-matter.ts';

const version = {
  code: 'TSJ-01',
  version: '1.0',
  called: '关闭选项',
  from: '2026-03-18',
  words: '关闭以后立即停止。',
  pack: 'c'.repeat(64),
  thresholds: [{ check: 'opt-out-honoured', bound: '关闭后个性化展示为零' }],
};
const body = '示例行业协会';

withStores(({ open }) => {
  it('government, companies, industry bodies and people each act in matters of their own, and see no others', async () => {
    const store = await open();
    const server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
    const association = await server.industryBody(body, '440300', 'officer');
    const another = await server.industryBody('另一协会', '440300', 'officer');
    const company = await server.provider('云岭', exampleSubject.place, 'officer');
    const province = await server.office('示例省', 'province', '440000', 'reviewer');
    const statuses = async (path: string, ...callers: readonly Caller[]): Promise<readonly number[]> => {
      const found: number[] = [];
      for (const caller of callers) found.push((await caller.get(path)).statusCode);
      return found;
    };

    const about = { capacity: 'association', mandate: '章程第三条。' };
    for (const stranger of [company, province])
      expect((await stranger.post('/api/matters/standard', about)).statusCode).toBe(403);
    const list = await expectDone(association.post('/api/matters/standard', about));
    const path = `/api/matters/standard/${list}`;
    for (const stranger of [another, company])
      expect((await stranger.post(`${path}/publish`, version)).statusCode).toBe(404);
    expect((await server.colleague(association, 'editor').post(`${path}/publish`, version)).statusCode).toBe(403);
    await expectDone(association.post(`${path}/publish`, version));
    expect(await statuses(path, association, province, another, company)).toEqual([200, 200, 404, 404]);
    expect((await association.get(path)).json()).toMatchObject({ audience: 'industry-body', ownerName: body });
    expect((await association.get('/api/matters')).json()).toMatchObject({ total: 1 });
    expect((await another.get('/api/matters')).json()).toMatchObject({ total: 0 });

    const adoption = await expectDone(
      company.post('/api/matters/standard-adoption', { body, code: 'TSJ-01', version: '1.0' }),
    );
    const adopted = `/api/matters/standard-adoption/${adoption}`;
    // The body is not told who adopts: that is public, and read where everybody reads it.
    expect(await statuses(adopted, company, province, association)).toEqual([200, 200, 404]);
    expect((await company.get(adopted)).json()).toMatchObject({
      state: { bodyName: body, adopted: { pack: version.pack } },
    });

    const complaint = await expectDone(
      server.publicCaller.post('/api/matters/complaint', {
        form: {
          company: '某公司',
          reached: 'anonymous',
          kind: 'differential-price',
          to: 'office',
          what: '价格不一样。',
        },
      }),
    );
    expect(await statuses(`/api/matters/complaint/${complaint}`, association, company)).toEqual([404, 404]);
    await store.asOwner((transaction) =>
      transaction.updateTable('organisation').set({ registered: true }).where('name', '=', '云岭').execute(),
    );
    const reminded = await expectDone(
      province.post('/api/matters/filing-reminder', {
        provider: '云岭',
        why: '有热榜。',
        by: '2026-04-15',
        every: '10',
      }),
    );
    expect(await statuses(`/api/matters/filing-reminder/${reminded}`, company, association)).toEqual([200, 404]);
    await server.close();
  });
});
