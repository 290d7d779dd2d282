import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { verifyMatters, type Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { order } from './prepared-cases.ts';
import { expectDone } from './prepared-matter.ts';
import { registered } from './prepared-matters.ts';

withStores(({ open }) => {
  describe('two officials who decide at once', () => {
    let store: Store;
    let server: TestServer;
    let reviewer: Caller;
    let one: Caller;
    let other: Caller;

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      reviewer = await server.office('示例省', 'province', '440000', 'reviewer');
      one = server.colleague(reviewer, 'supervisor');
      other = server.colleague(reviewer, 'supervisor');
      await registered(company, { province: reviewer, nation: reviewer });
      return () => server.close();
    });

    const prepared = async (): Promise<string> =>
      `/api/matters/rectification/${await expectDone(reviewer.post('/api/matters/rectification', { ...order, provider: exampleSubject.name }))}`;

    for (const [name, second, payload] of [
      ['the same', 'serve', {}],
      ['the opposite', 'withdraw', { reason: '通知写错了对象。' }],
    ] as const)
      it(`${name}, on what both have read: one is recorded, and the other is told why not`, async () => {
        const path = await prepared();
        const read = await one.get(path);
        const headers = { 'if-match': String(read.headers['etag']) };
        expect((await other.get(path)).headers['etag']).toBe(headers['if-match']);
        const answers = await Promise.all([
          one.send({ method: 'POST', url: `${path}/serve`, payload: {}, headers }),
          other.send({ method: 'POST', url: `${path}/${second}`, payload, headers }),
        ]);
        const [taken, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
        expect([taken?.statusCode, refused?.statusCode], refused?.body).toEqual([200, 412]);
        expect(refused?.headers['content-type']).toContain('application/problem+json');
        const { titles, errors } = refused?.json() ?? {};
        expect([titles, JSON.stringify(errors)]).toEqual([
          { zh: expect.stringMatching(/./u), en: expect.stringMatching(/./u) },
          expect.stringMatching(/重新|again/u),
        ]);
        const { timeline, state } = (await one.get(path)).json();
        expect(timeline.map(({ type }: { readonly type: string }) => type)).toEqual([
          'opened',
          answers[0].statusCode === 200 || second === 'serve' ? 'served' : 'withdrawn',
        ]);
        expect(['ordered', 'withdrawn']).toContain(state.status);
        // Whoever was too late reads it again, and finds it decided.
        const again = await other.send({ method: 'POST', url: `${path}/serve`, payload: {} });
        expect([again.statusCode, again.headers['content-type']]).toEqual([409, expect.stringContaining('problem')]);
      });

    it('leaves streams that verify', async () => {
      expect((await verifyMatters(store.database)).faults).toEqual([]);
    });
  });
});
