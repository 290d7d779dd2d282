import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import { civilDate } from '@suanjian/rulebook';
import { createMemoryKeyring } from '../keys/memory-keyring.ts';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { complaintsBehind, countComplaints, watchedProviders } from './complaints.ts';
import { addIndicator } from './indicators.ts';
import { readFigures, writeFigures, type FigureSheet } from './months.ts';
import { addSilence, endSilence } from './silences.ts';
import { continueWarning, listWarnings, raiseWarning } from './warnings.ts';

const at = '2026-03-02T02:00:00.000Z' as Instant;
const random = (length: number): Uint8Array => randomBytes(length);
const period = { from: civilDate('2026-03-01'), to: civilDate('2026-03-03') };

withStores(({ open }) => {
  describe('what monitoring reads and keeps', () => {
    let store: Store;
    let company: OrganisationId;

    const matter = async (
      kind: string,
      status: string,
      number: string | null,
      complaint?: string,
    ): Promise<MatterId> => {
      const id = randomUUID() as MatterId;
      await store.asOwner(async (transaction) => {
        await sql`insert into matter (id, kind, owner, place, status, final, visible, title, number, terms, position, head_hash, opened_at, changed_at)
          values (${id}, ${kind}, ${company}, '330106', ${status}, false, '{office}', 'x', ${number}, '{}', 1, ${'0'.repeat(64)}, ${at}, ${at})`.execute(
          transaction,
        );
        if (complaint !== undefined)
          await sql`insert into matter_event (matter_id, position, type, payload, at, civil_date, actor, command, edition, previous_hash, hash)
            values (${id}, 1, 'opened', ${JSON.stringify({ form: { kind: complaint } })}, ${at}, '2026-03-02', '{}', 'open', 'final', ${'0'.repeat(64)}, ${'1'.repeat(64)})`.execute(
            transaction,
          );
      });
      return id;
    };

    beforeEach(async () => {
      store = await open();
      company = randomUUID() as OrganisationId;
      await store.asOwner((transaction) =>
        sql`insert into organisation (id, kind, name, place, created_at) values (${company}, 'provider', 'x', '330106', ${at})`.execute(
          transaction,
        ),
      );
    });

    it('counts complaints by day, kind and filing, without what was held back as spam', async () => {
      const number = '330106900000102260017';
      const filing = await matter('filing', 'filed', number);
      const first = await matter('complaint', 'with-office', null, 'worker');
      await matter('complaint', 'with-office', number, 'worker');
      await matter('complaint', 'decided', null, 'tags');
      for (const status of ['held', 'set-aside']) await matter('complaint', status, null, 'worker');
      const counts = await store.asOwner((transaction) => countComplaints(transaction, period));
      const common = { owner: company, day: '2026-03-02', count: 1 };
      expect(counts).toHaveLength(3);
      expect(counts).toEqual(
        expect.arrayContaining([
          { ...common, kind: 'tags' },
          { ...common, kind: 'worker' },
          { ...common, kind: 'worker', filing },
        ]),
      );
      expect(await store.asOwner(watchedProviders)).toEqual([{ id: company, place: '330106' }]);
      const behind = (place: string) =>
        store.inScope(
          { side: 'office', account: 'o', organisation: randomUUID(), level: 'province', place },
          (transaction) => complaintsBehind(transaction, { owner: company, kinds: ['worker'], ...period }, 10),
        );
      expect(await behind('330000')).toHaveLength(2);
      expect(await behind('330000')).toContain(first);
      expect(await behind('110000')).toEqual([]);
    });

    it('keeps figures by month, sealed, and replaces a month as a whole', async () => {
      const keyring = createMemoryKeyring({ random, now: () => at });
      const sheet: FigureSheet = { source: { provider: { '2026-02-28': ['c', 3], '2026-03-01': ['x'] } } };
      const write = (figures: FigureSheet, ...months: readonly string[]) =>
        store.asOwner((transaction) => writeFigures(transaction, keyring, random, company, figures, new Set(months)));
      const read = (from: string, to: string) =>
        store.asOwner((transaction) => readFigures(transaction, keyring, company, { from, to }));
      await write(sheet, '2026-02', '2026-03');
      expect(await read('2026-02-10', '2026-03-10')).toEqual(sheet);
      expect(await read('2026-03-10', '2026-03-10')).toEqual({ source: { provider: { '2026-03-01': ['x'] } } });
      await write({ source: { provider: { '2026-02-28': ['c', 4], '2026-03-01': ['c', 9] } } }, '2026-02');
      expect(await read('2026-02-10', '2026-03-10')).toEqual({
        source: { provider: { '2026-02-28': ['c', 4], '2026-03-01': ['x'] } },
      });
    });

    it('keeps a silenced warning from the office that silenced it, and from no other department', async () => {
      const keyring = createMemoryKeyring({ random, now: () => at });
      const offices = { network: randomUUID(), market: randomUUID() } as const;
      const content = {
        seen: 9,
        expected: 1,
        usual: [0, 3] as [number, number],
        p: 0.001,
        q: 0.001,
        tested: 1,
        direction: 'up' as const,
        dispersion: 1,
        past: 56,
        history: [],
        bundles: [],
      };
      const series = { organisation: company, place: '330106', indicator: 'x', subject: 'provider' };
      const [warning, silence] = [randomUUID(), randomUUID()];
      await store.asOwner(async (transaction) => {
        for (const [department, id] of Object.entries(offices))
          await sql`insert into organisation (id, kind, name, place, level, department, created_at)
            values (${id}, 'office', ${department}, '330000', 'province', ${department}, ${at})`.execute(transaction);
        await addIndicator(transaction, { id: 'x', version: 1, definition: {}, at });
        await raiseWarning(transaction, keyring, random, {
          ...series,
          id: warning,
          version: 1,
          day: civilDate('2026-03-03'),
          content,
          createdAt: at,
        });
      });
      const within = <Answer>(
        office: string,
        work: (transaction: Parameters<typeof listWarnings>[0]) => Promise<Answer>,
      ): Promise<Answer> =>
        store.inScope({ side: 'office', account: 'o', organisation: office, level: 'province', place: '330000' }, work);
      const seenBy = async (office: string) =>
        (await within(office, (transaction) => listWarnings(transaction, { most: 9 }))).length;
      const { network, market } = offices;
      const silent = { ...series, id: silence, from: civilDate('2026-03-02'), until: civilDate('2026-03-04') };
      const set = (by: string, office: string) =>
        within(by, (transaction) => addSilence(transaction, { ...silent, office: office as OrganisationId }));
      expect(await seenBy(network)).toBe(1);
      await expect(set(network, market)).rejects.toThrow();
      await set(network, network);
      expect([await seenBy(network), await seenBy(market)]).toEqual([0, 1]);
      // It went on beyond the last silent day.
      const onDay = (day: string) =>
        store.asOwner((transaction) => continueWarning(transaction, { id: warning, day: civilDate(day), at }));
      await onDay('2026-03-04');
      expect(await seenBy(network)).toBe(0);
      await onDay('2026-03-05');
      expect(await seenBy(network)).toBe(1);
      const end = (by: string) => within(by, (transaction) => endSilence(transaction, silence, at));
      expect([await end(market), await end(network), await end(network)]).toEqual([false, true, false]);
    });
  });
});
