import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import { createMemoryKeyring } from '../keys/memory-keyring.ts';
import type { Scope } from '../store/transactions.ts';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { keepSiteVisit, listSiteVisits, readSiteScreenshot } from './site-visits.ts';
import {
  claimDueSiteWatch,
  claimSiteWatch,
  enrolSiteWatches,
  releaseSiteWatch,
  siteWatchStanding,
} from './site-watches.ts';

const at = (days: number, minutes = 0): Instant =>
  new Date(Date.parse('2026-03-02T02:00:00.000Z') + days * 86_400_000 + minutes * 60_000).toISOString() as Instant;

const random = (length: number): Uint8Array => randomBytes(length);

withStores(({ open }) => {
  describe('visits to sites', () => {
    let store: Store;
    let company: OrganisationId;

    const organisation = async (demonstration = false): Promise<OrganisationId> => {
      const id = randomUUID() as OrganisationId;
      const row = { id, kind: 'provider', name: id, place: '440305', level: null, department: null } as const;
      await store.asOwner((transaction) =>
        transaction
          .insertInto('organisation')
          .values({ ...row, credit_code: null, subject_code: null, created_at: at(-1), demonstration })
          .execute(),
      );
      return id;
    };
    const filing = async (owner: string, more: { status?: string; number?: string | null } = {}): Promise<MatterId> => {
      const id = randomUUID() as MatterId;
      await store.asOwner((transaction) =>
        transaction
          .insertInto('matter')
          .values({
            id,
            kind: 'filing',
            owner,
            place: '440305',
            parent_kind: null,
            parent_id: null,
            status: 'filed',
            final: false,
            visible: ['provider', 'office'],
            desk_side: null,
            desk_level: null,
            assignee: null,
            title: '示例',
            number: '330106900000102260017',
            technique: null,
            grade: null,
            terms: [],
            position: 1,
            head_hash: '0'.repeat(64),
            opened_at: at(-1),
            changed_at: at(-1),
            next_due: null,
            ...more,
          })
          .execute(),
      );
      return id;
    };
    const provider = (id: string): Scope => ({ side: 'provider', account: 'a', organisation: id });
    const office = (place: string): Scope => ({
      side: 'office',
      account: 'o',
      organisation: randomUUID(),
      level: 'province',
      place,
    });
    const due = (now: Instant) =>
      store.asOwner((transaction) => claimDueSiteWatch(transaction, { now, until: at(100) }));

    beforeEach(async () => {
      store = await open();
      company = await organisation();
    });

    it('are due within a week of the number, once, and for filings in force alone', async () => {
      const filed = await filing(company);
      await filing(company, { status: 'cancelled', number: '330106900000102260025' });
      await filing(company, { status: 'draft', number: null });
      await filing(await organisation(true), { number: '330106900000102260033' });
      await store.asOwner((transaction) => enrolSiteWatches(transaction, at(0)));
      const standing = await store.asOwner((transaction) => siteWatchStanding(transaction, filed, at(0)));
      expect(standing?.running).toBe(false);
      expect((standing?.nextAt ?? '') >= at(0) && (standing?.nextAt ?? '') < at(7)).toBe(true);
      // A later round does not move what is there.
      await store.asOwner((transaction) => enrolSiteWatches(transaction, at(3)));
      expect(await store.asOwner((transaction) => siteWatchStanding(transaction, filed, at(0)))).toEqual(standing);
      expect(await due(at(7))).toEqual({ matter: filed, organisation: company, number: '330106900000102260017' });
      expect(await due(at(7))).toBeUndefined();
    });

    it('are made by one server at a time, and again when that one is gone', async () => {
      const filed = await filing(company);
      await store.asOwner((transaction) => enrolSiteWatches(transaction, at(0)));
      const claim = (now: Instant, until: Instant) =>
        store.asOwner((transaction) => claimDueSiteWatch(transaction, { now, until }));
      const both = await Promise.all([claim(at(7), at(7, 15)), claim(at(7), at(7, 15))]);
      expect(both.filter((found) => found !== undefined)).toHaveLength(1);
      expect((await store.asOwner((transaction) => siteWatchStanding(transaction, filed, at(7, 1))))?.running).toBe(
        true,
      );
      expect(await claim(at(7, 14), at(8))).toBeUndefined();
      expect((await claim(at(7, 16), at(8)))?.matter).toBe(filed);
      await store.asOwner((transaction) => releaseSiteWatch(transaction, filed, at(14)));
      expect(await claim(at(13), at(15))).toBeUndefined();
      expect((await claim(at(14), at(15)))?.matter).toBe(filed);
    });

    it('may be asked for, not twice in a short while, and not without a number', async () => {
      const filed = await filing(company);
      const ask = (matter: MatterId, now: Instant, askedSince?: Instant) =>
        store.asOwner((transaction) =>
          claimSiteWatch(transaction, matter, { now, until: now, ...(askedSince === undefined ? {} : { askedSince }) }),
        );
      expect((await ask(filed, at(0), at(0, -10)))?.matter).toBe(filed);
      expect(await ask(filed, at(0, 9), at(0, -1))).toBeUndefined();
      expect((await ask(filed, at(0, 11), at(0, 1)))?.matter).toBe(filed);
      expect((await ask(filed, at(0, 12)))?.matter).toBe(filed);
      expect(await ask(await filing(company, { status: 'draft', number: null }), at(0))).toBeUndefined();
    });

    it('are seen by whoever sees the filing, with a picture that lies sealed', async () => {
      const filed = await filing(company);
      const keyring = createMemoryKeyring({ random, now: () => at(0) });
      const picture = Buffer.from('\u0089PNG MARKER', 'latin1');
      const [id, later] = [randomUUID(), randomUUID()];
      const common = {
        matter: filed,
        organisation: company,
        address: 'https://site.example/',
        way: 'browser',
      } as const;
      await store.asOwner(async (transaction) => {
        await keepSiteVisit(
          transaction,
          {
            ...common,
            id,
            at: at(1),
            askedBy: 'schedule',
            outcome: {
              kind: 'read',
              findings: { number: true, link: false, notice: 'linked', noticeAddress: 'https://site.example/n' },
            },
            screenshot: picture,
          },
          keyring,
          random,
        );
        await keepSiteVisit(
          transaction,
          { ...common, id: later, at: at(2), askedBy: 'operator', outcome: { kind: 'away', fault: 'timeout' } },
          keyring,
          random,
        );
      });
      const seen = (scope: Scope) =>
        store.inScope(scope, (transaction) => listSiteVisits(transaction, { matter: filed, most: 10 }));
      expect(await seen(provider(company))).toEqual([
        {
          id: later,
          matter: filed,
          address: 'https://site.example/',
          at: at(2),
          askedBy: 'operator',
          way: 'browser',
          outcome: { kind: 'away', fault: 'timeout' },
          hasScreenshot: false,
        },
        {
          id,
          matter: filed,
          address: 'https://site.example/',
          at: at(1),
          askedBy: 'schedule',
          way: 'browser',
          outcome: {
            kind: 'read',
            findings: { number: true, link: false, notice: 'linked', noticeAddress: 'https://site.example/n' },
          },
          hasScreenshot: true,
        },
      ]);
      expect(await seen(office('440000'))).toHaveLength(2);
      for (const scope of [
        office('110000'),
        provider(await organisation()),
        { side: 'public', account: 'public' },
        { side: 'applicant', account: 'x', matter: filed },
      ])
        expect(await seen(scope)).toEqual([]);
      const shown = (scope: Scope) =>
        store.inScope(scope, (transaction) => readSiteScreenshot(transaction, keyring, id));
      expect((await shown(office('440000')))?.equals(picture)).toBe(true);
      expect(await shown({ side: 'public', account: 'public' })).toBeUndefined();
      const row = await store.database
        .selectFrom('site_visit')
        .select('screenshot')
        .where('id', '=', id)
        .executeTakeFirst();
      expect(Buffer.from(row?.screenshot ?? []).includes('MARKER')).toBe(false);
      // Nobody but the server itself writes visits.
      await expect(
        store.inScope(provider(company), (transaction) =>
          keepSiteVisit(
            transaction,
            { ...common, id: randomUUID(), at: at(3), askedBy: 'schedule', outcome: { kind: 'away', fault: 'x' } },
            keyring,
            random,
          ),
        ),
      ).rejects.toThrow();
      await keyring.erase({ kind: 'organisation', id: company });
      await expect(shown(provider(company))).rejects.toThrow(/erased/i);
    });
  });
});
