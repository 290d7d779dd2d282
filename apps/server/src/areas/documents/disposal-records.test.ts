import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { expectDone } from '../../stories/prepared-matter.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('the file of a disposal', () => {
    let server: TestServer;
    let editor: Caller;
    let path: string;

    beforeAll(async () => {
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      editor = await server.provider('云岭', exampleSubject.place, 'editor');
      const disposal = await expectDone(
        editor.post('/api/matters/disposal', {
          form: {
            source: 'own',
            items: [{ item: 'v-1' }, { item: 'v-2' }],
            category: 'fraud',
            nature: 'illegal',
            description: '仿冒客服，要求转账。',
            foundOn: '2026-03-17',
            foundAt: '09:00',
          },
        }),
      );
      path = `/api/matters/disposal/${disposal}`;
      await expectDone(editor.post(`${path}/stop`, { stop: { on: '2026-03-17', at: '09:30' } }));
      return () => server.close();
    });

    it('holds a record for each item and act, by the log’s own name for the platform, and no words', async () => {
      const answer = await editor.get(`${path}/records.ndjson?provider=demo-platform`);
      expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
        200,
        expect.stringMatching(/^attachment; filename="disposal-[\w-]+\.ndjson"$/),
      ]);
      const records = answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
      expect(records).toEqual(
        ['v-1', 'v-2'].map((item) =>
          expect.objectContaining({
            item,
            provider: 'demo-platform',
            action: 'stop',
            category: 'fraud',
            time: Date.parse('2026-03-17T09:30:00+08:00'),
          }),
        ),
      );
      expect(answer.body).not.toContain('仿冒');
      const { readings } = (await editor.get(`${path}/readings`)).json();
      expect(readings).toContainEqual(expect.objectContaining({ pointer: '/form/items' }));
    });

    it('wants the name, and is nobody else’s', async () => {
      for (const query of ['', '?provider=', '?provider=two%20words'])
        expect((await editor.get(`${path}/records.ndjson${query}`)).statusCode).toBe(422);
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      expect((await stranger.get(`${path}/records.ndjson?provider=demo`)).statusCode).toBe(404);
      expect((await editor.get(`/api/matters/disposal/nonsense/records.ndjson?provider=demo`)).statusCode).toBe(404);
    });
  });
});
