import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { matterListContract, matterReadingContract, problemContract, readingsContract } from '@suanjian/contracts';
import { exampleSubject, matterDefinitions } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { oneOfEach } from '../../stories/prepared-matters.ts';
import { sidesOf } from '../../testing/sides.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

/** The same contract with nothing beside what it names: an answer may not say more than is promised. */
const exactly = (contract: z.ZodObject): z.ZodType => contract.strict();

withStores(({ open }) => {
  describe('answers about matters keep to the contracts that the workspaces read them by', () => {
    let server: TestServer;
    let readers: ReadonlyMap<string, Caller>;
    let matters: ReadonlyMap<string, string>;
    const office = (): Caller => readers.get('nation') ?? server.operator;

    beforeAll(async () => {
      const store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      matters = await oneOfEach(server, company, { province, nation });
      readers = new Map([
        ['company', company],
        ['province', province],
        ['nation', nation],
        ['operator', server.operator],
      ]);
      return () => server.close();
    });

    it('covers every kind of matter', () => {
      const byName = (a: string, b: string): number => a.localeCompare(b);
      expect(
        [...matters.keys()].toSorted(byName),
        'prepare one of a new kind in `oneOfEach` of prepared-matters.ts',
      ).toEqual(matterDefinitions.map(({ kind }) => kind).toSorted(byName));
    });

    it.each(matterDefinitions.map(({ kind }) => kind))(
      '%s: reading, unsealed reading, list, readings',
      async (kind) => {
        const id = matters.get(kind) ?? '';
        const path = `/api/matters/${kind}/${id}`;
        const readable: string[] = [];
        for (const [name, reader] of readers) {
          for (const query of ['', '?unseal=confidential,personal']) {
            const answer = await reader.get(`${path}${query}`);
            if (answer.statusCode !== 200) {
              expect(exactly(problemContract).safeParse(answer.json()).error).toBeUndefined();
              continue;
            }
            if (query === '') readable.push(name);
            const read = exactly(matterReadingContract).safeParse(answer.json());
            expect(read.error, name).toBeUndefined();
            expect(answer.json()).toMatchObject({ kind, id });
          }
          const listed = await reader.get(`/api/matters?kind=${kind}`);
          expect(listed.statusCode).toBe(200);
          const list = exactly(matterListContract).safeParse(listed.json());
          expect(list.error, name).toBeUndefined();
          const found = listed.json<{ items: { id: string }[] }>().items.some((item) => item.id === id);
          expect(found, `${name} finds in a list what they may read`).toBe(readable.includes(name));
        }
        const side = sidesOf(kind).has('office') ? 'nation' : 'company';
        expect(readable, `a prepared ${kind} is where the ${side} sees it`).toContain(side);
        const readings = await (readers.get(side) ?? server.operator).get(`${path}/readings`);
        expect(readings.statusCode).toBe(200);
        expect(exactly(readingsContract).safeParse(readings.json()).error).toBeUndefined();
      },
    );

    it('shows each reading of a sealed value by the contract, to the provider as well', async () => {
      const path = `/api/matters/filing/${matters.get('filing') ?? ''}`;
      await office().get(`${path}?unseal=confidential`);
      for (const name of ['company', 'nation']) {
        const answer = await readers.get(name)?.get(`${path}/readings`);
        const read = readingsContract.parse(answer?.json());
        expect(read.readings.length, name).toBeGreaterThan(0);
      }
    });

    it('refuses by the contract: nothing there, not permitted, stale, refused with reasons', async () => {
      const filing = `/api/matters/filing/${matters.get('filing') ?? ''}`;
      const change = `/api/matters/change/${matters.get('change') ?? ''}`;
      const company = readers.get('company') ?? server.operator;
      const answers = [
        await server.publicCaller.get(filing),
        await company.get('/api/matters/filing/00000000-0000-4000-8000-000000000000'),
        await company.post(`${change}/forward`),
        await office().post(`${change}/note`, { text: 'x' }, { 'if-match': '"1"' }),
        await company.post('/api/matters/filing', { form: { algorithmName: 7 } }),
      ];
      for (const answer of answers) {
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(exactly(problemContract).safeParse(answer.json()).error, answer.body).toBeUndefined();
        expect(answer.json()).toMatchObject({ status: answer.statusCode });
      }
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 404, 403, 412, 422]);
      const reasons = problemContract.parse(answers.at(-1)?.json()).errors ?? [];
      expect(reasons.map(({ pointer }) => pointer)).toContain('/form/algorithmName');
    });
  });
});
