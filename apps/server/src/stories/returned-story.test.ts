import { describe, expect, it } from 'vitest';
import { exampleRecommender, exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { createTestServer } from '../testing/test-server.ts';
import { registered, withUploads } from './prepared-matters.ts';

withStores(({ open }) => {
  describe('a filing that was returned and is being reworked', () => {
    it('stays for the office what was submitted, on its page and in its list', async () => {
      const server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      try {
        const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
        const province = await server.office('示例省网信办', 'province', '440000', 'reviewer');
        const nation = await server.office('示例网信办', 'nation', '000000', 'reviewer');
        await registered(company, { province, nation });
        const opened = await company.post('/api/matters/filing', {
          form: await withUploads(company, exampleRecommender),
        });
        const path = `/api/matters/filing/${opened.json().matter}`;
        for (const [by, command, input] of [
          [company, 'submit', { declaration: true }],
          [province, 'return', { reason: '请补正' }],
          [company, 'save', { form: { algorithmName: '尚未提交名称', introduction: '尚未提交的内容' } }],
        ] as const) {
          const answer = await by.post(`${path}/${command}`, input);
          expect(answer.statusCode, answer.body).toBe(200);
        }
        const unsubmitted = '尚未提交';
        const seen = await province.get(`${path}?unseal=confidential,personal`);
        expect(seen.statusCode, seen.body).toBe(200);
        expect(seen.json()).toMatchObject({
          title: exampleRecommender.algorithmName,
          state: { form: { algorithmName: exampleRecommender.algorithmName } },
        });
        expect(seen.body).not.toContain(unsubmitted);
        expect((await company.get(path)).body).toContain(unsubmitted);
        const list = await province.get('/api/matters');
        expect(list.statusCode, list.body).toBe(200);
        expect(list.body).toContain(exampleRecommender.algorithmName);
        expect(list.body).not.toContain(unsubmitted);
      } finally {
        await server.close();
      }
    });
  });
});
