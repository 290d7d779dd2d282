import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Keyring } from '../keys/keyring.ts';
import type { Store } from '../store/open-store.ts';
import {
  applicantOf,
  done,
  employeeOf,
  matterWorld,
  officialOf,
  seedOrganisations,
  type TestClock,
  why,
} from '../testing/matter-world.ts';
import { tipDefinition } from '../testing/tip-matter.ts';
import { withStores } from '../testing/with-stores.ts';
import { readMatterAttachment, referenceOfFile, type Brought } from './brought.ts';
import { erasePending, forgetOrigins } from './erasure.ts';
import { findLapses, giveLapsed } from './lapses.ts';
import type { MatterService } from './matter-service.ts';
import type { Done, Refused } from './outcome.ts';
import { scopeOf } from './scope.ts';
import { verifyMatters } from './verify.ts';

const company = randomUUID();
const rival = randomUUID();
const bureau = randomUUID();

const provider = employeeOf(company);
const stranger = employeeOf(rival);
const office = officialOf(bureau, '330000');
const everything = { unseal: ['confidential', 'personal'] as const };

const digest = (code: string): string => createHash('sha256').update(code).digest('hex');
const pdf = {
  name: 'proof.pdf',
  type: 'application/pdf',
  content: Buffer.from('%PDF marker'),
  scanned: 'clean' as const,
};

withStores(({ open }) => {
  let store: Store;
  let service: MatterService;
  let keyring: Keyring;
  let clock: TestClock;

  beforeEach(async () => {
    ({ store, service, keyring, clock } = matterWorld(await open(), [tipDefinition], '2026-02-10T02:00:00.000Z'));
    await seedOrganisations(store, [
      { id: company, name: '甲公司', place: '330106' },
      { id: rival, name: '乙公司', place: '330106' },
      { id: bureau, name: '浙', place: '330000', level: 'province' },
    ]);
  });

  const given = async (
    tip: Readonly<Record<string, unknown>> = { story: 'two prices', name: 'Li MARKER' },
    brought: Brought = { files: [], followCode: digest('secret code') },
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<Done | Refused> =>
    service.open({ actor: { kind: 'public' }, kind: 'tip', input: { tip, about: company, ...more }, brought });
  const read = (actor: Actor, { matter }: Done) => service.read(actor, 'tip', matter, everything);

  describe('whoever opened a matter without an account', () => {
    it('finds it by its code alone, and no other', async () => {
      const first = done(await given());
      const second = done(await given(undefined, { files: [], followCode: digest('another code') }));
      expect(await service.followed(digest('secret code'))).toEqual({ kind: 'tip', matter: first.matter });
      expect(await service.followed(digest('secret cod'))).toBeUndefined();
      expect(await read(applicantOf(first.matter), second)).toBeUndefined();
      expect((await read(applicantOf(first.matter), first))?.actions).toEqual(['whisper', 'add', 'forget']);
      expect(
        why(
          await service.give({
            actor: applicantOf(first.matter),
            kind: 'tip',
            matter: second.matter,
            command: 'add',
            input: { tip: {} },
          }),
        ),
      ).toBe('not-found');
      expect((await service.list(applicantOf(first.matter), {})).items.map(({ id }) => id)).toEqual([first.matter]);
      expect((await service.list({ kind: 'public' }, {})).items).toEqual([]);
    });

    it('answers and closes, and nobody else does it for them', async () => {
      const tip = done(await given());
      const give = (actor: Actor, command: string, input: unknown = {}) =>
        service.give({ actor, kind: 'tip', matter: tip.matter, command, input });
      expect(why(await give(provider, 'close'))).toBe('not-permitted');
      expect(why(await give({ kind: 'public' }, 'add', { tip: {} }))).toBe('not-found');
      done(await give(provider, 'answer', { answer: 'we looked' }));
      done(await give(applicantOf(tip.matter), 'add', { tip: { story: 'two prices, twice' } }));
      done(await give(applicantOf(tip.matter), 'close'));
      expect(await read(provider, tip)).toBeUndefined();
      const seen = await read(applicantOf(tip.matter), tip);
      expect(seen?.status).toBe('closed');
      expect(seen?.timeline.map(({ actor }) => actor.kind)).toEqual(['public', 'person', 'applicant', 'applicant']);
      expect(JSON.stringify(seen?.timeline)).not.toContain('account-');
      expect(await verifyMatters(store.database)).toMatchObject({ faults: [] });
    });
  });

  describe('a field that one side must not know of', () => {
    it('is not there for that side, not even masked, in the state and in the timeline', async () => {
      const tip = done(await given());
      const seen = await read(provider, tip);
      expect(seen?.state).toMatchObject({ tip: { story: 'two prices' } });
      expect(JSON.stringify(seen)).not.toMatch(/MARKER|"name"/);
      expect((await read(office, tip))?.state).toMatchObject({ tip: { name: 'Li MARKER' } });
      expect((await read(applicantOf(tip.matter), tip))?.state).toMatchObject({ tip: { name: 'Li MARKER' } });
    });

    it('is there when the rest of the form says so', async () => {
      const tip = done(await given({ story: 'mine', name: 'Li MARKER' }));
      expect((await read(provider, tip))?.state).toMatchObject({ tip: { name: 'Li MARKER' } });
    });

    it('and an event for two sides is kept from the third', async () => {
      const tip = done(await given());
      done(
        await service.give({
          actor: office,
          kind: 'tip',
          matter: tip.matter,
          command: 'whisper',
          input: { words: 'MARKER' },
        }),
      );
      expect(JSON.stringify(await read(provider, tip))).not.toContain('MARKER');
      expect(JSON.stringify((await read(applicantOf(tip.matter), tip))?.timeline)).toContain('MARKER');
      expect(await read(stranger, tip)).toBeUndefined();
    });
  });

  describe('files that people bring', () => {
    it('are sealed under their own key, opened with the matter only, and each opening is recorded', async () => {
      const tip = done(
        await given(
          { story: 'two prices', evidence: [referenceOfFile(pdf)] },
          { files: [pdf], followCode: digest('secret code') },
        ),
      );
      const { hash } = referenceOfFile(pdf);
      const holder = await service.openAttachment(office, 'tip', tip.matter, hash);
      expect(holder).toEqual({ kind: 'matter', id: tip.matter });
      const kept = (actor: Actor) =>
        store.inScope(scopeOf(actor), (transaction) => readMatterAttachment(transaction, tip.matter, hash, keyring));
      expect((await kept(office))?.content.toString()).toBe('%PDF marker');
      expect(await kept(stranger)).toBeUndefined();
      expect(await service.openAttachment(stranger, 'tip', tip.matter, hash)).toBeUndefined();
      const [row] = await store.asOwner((transaction) =>
        transaction.selectFrom('matter_attachment').selectAll().execute(),
      );
      expect(Buffer.from(row?.content ?? []).toString('latin1')).not.toContain('marker');
      const readings = await store.asOwner((transaction) =>
        transaction.selectFrom('reading').select('pointer').execute(),
      );
      expect(readings).toEqual([{ pointer: '/tip/evidence' }]);
    });

    it('cannot be named without being brought', async () => {
      const refused = await given({ story: 'two prices', evidence: [referenceOfFile(pdf)] });
      expect(refused).toMatchObject({ why: 'refused', refusals: [{ code: 'tip/no-file' }] });
    });
  });

  it('erases a person: their values and files are gone, the rest stands and the stream still verifies', async () => {
    const tip = done(
      await given(
        { story: 'two prices', name: 'Li MARKER', evidence: [referenceOfFile(pdf)] },
        { files: [pdf], followCode: digest('secret code') },
      ),
    );
    done(
      await service.give({
        actor: applicantOf(tip.matter),
        kind: 'tip',
        matter: tip.matter,
        command: 'forget',
        input: {},
      }),
    );
    expect((await read(office, tip))?.state).toMatchObject({
      tip: { story: 'two prices', name: { erased: true }, evidence: { erased: true } },
    });
    await expect(
      store.inScope(scopeOf(office), (transaction) =>
        readMatterAttachment(transaction, tip.matter, referenceOfFile(pdf).hash, keyring),
      ),
    ).rejects.toThrow();
    expect(await verifyMatters(store.database)).toMatchObject({ faults: [] });
    expect(await erasePending(store, keyring, () => clock.now)).toBe(0);
  });

  it('finishes an erasure that a crash left undone', async () => {
    const tip = done(await given());
    await store.asOwner((transaction) =>
      transaction
        .insertInto('key_erasure')
        .values({ matter_id: tip.matter, person: 'person', asked_at: clock.now, done_at: null })
        .execute(),
    );
    expect(await erasePending(store, keyring, () => clock.now)).toBe(1);
    expect((await read(office, tip))?.state).toMatchObject({ tip: { name: { erased: true } } });
  });

  it('counts what comes from one place within an hour, and forgets the place after a day', async () => {
    const from = (origin: string): Brought => ({ files: [], origin });
    const recent = async (origin: string): Promise<unknown> =>
      (await read(office, done(await given(undefined, from(origin)))))?.state['recent'];
    expect(await recent('a'.repeat(64))).toBe(0);
    expect(await recent('a'.repeat(64))).toBe(1);
    expect(await recent('b'.repeat(64))).toBe(0);
    clock.now = '2026-02-10T03:00:00.001Z';
    expect(await recent('a'.repeat(64))).toBe(0);
    clock.now = '2026-02-11T02:30:00.000Z';
    await forgetOrigins(store, () => clock.now);
    const rows = await store.asOwner((transaction) => transaction.selectFrom('intake').selectAll().execute());
    expect(rows).toHaveLength(1);
  });

  describe('a time limit that the provider has published', () => {
    it('runs as it was promised when the clock started, whatever is promised later', async () => {
      const tip = done(await given(undefined, undefined, { limit: { length: 5, unit: 'working-day' } }));
      expect((await read(applicantOf(tip.matter), tip))?.clocks).toMatchObject([
        { name: 'toAnswer', clause: 'final/22', due: '2026-02-24' },
      ]);
      done(
        await service.give({
          actor: provider,
          kind: 'tip',
          matter: tip.matter,
          command: 'promise',
          input: { limit: { length: 60, unit: 'calendar-day' } },
        }),
      );
      expect((await read(applicantOf(tip.matter), tip))?.clocks).toMatchObject([{ due: '2026-02-24' }]);
    });

    it('lets happen what its matter says, once it is over and not before, and asks a refusal once a day', async () => {
      const limit = { limit: { length: 5, unit: 'working-day' } };
      const goes = done(await given(undefined, undefined, limit));
      const waits = done(await given({ story: 'wait' }, { files: [] }, limit));
      const refused = new Set<string>();
      const on = async (today: string): Promise<number> => {
        clock.now = `${today}T02:00:00.000Z`;
        return giveLapsed(await findLapses(store, [tipDefinition], today as CivilDate), service, refused);
      };
      expect(await on('2026-02-24')).toBe(0);
      expect(await on('2026-02-25')).toBe(1);
      expect((await read(applicantOf(goes.matter), goes))?.timeline.at(-1)).toMatchObject({
        type: 'answered',
        actor: { kind: 'clock' },
      });
      expect((await read(applicantOf(waits.matter), waits))?.status).toBe('open');
      expect([...refused]).toEqual([expect.stringContaining(waits.matter)]);
      expect(await on('2026-02-25')).toBe(0);
    });

    it('does not run where none is published', async () => {
      const tip = done(await given());
      expect((await read(office, tip))?.clocks).toEqual([]);
    });
  });
});
