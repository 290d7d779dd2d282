import { describe, expect, it } from 'vitest';
import { withStores } from '@suanjian/records/testing';
import { createApp } from '../../http/app.ts';
import { createTestServer } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('reports from the public', () => {
    it('are taken from one address at a pace that somebody can read them', async () => {
      const server = await createTestServer(await open());
      const app = await createApp(server.services, { requestsPerMinute: 1000 });
      try {
        const report = () => app.inject({ method: 'POST', url: '/api/matters/correction', payload: { report: {} } });
        const answers: number[] = [];
        for (let tries = 0; tries < 21; tries += 1) answers.push((await report()).statusCode);
        expect(new Set(answers.slice(0, 20))).toEqual(new Set([422]));
        expect(answers.at(-1)).toBe(429);
        // Other addresses of the service go on.
        expect((await app.inject('/healthz')).statusCode).toBe(200);
      } finally {
        await app.close();
        await server.close();
      }
    });
  });
});
