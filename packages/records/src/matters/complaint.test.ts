import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { matterDefinitions, type Actor, type MatterId } from '@suanjian/matters';
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
import { withStores } from '../testing/with-stores.ts';
import { erasePending } from './erasure.ts';
import type { MatterService } from './matter-service.ts';
import { verifyMatters } from './verify.ts';

const complaint = matterDefinitions.find(({ kind }) => kind === 'complaint') ?? matterDefinitions[0];
if (complaint === undefined) throw new Error('no matters');

const company = randomUUID();
const rival = randomUUID();
const bureau = randomUUID();

const provider = employeeOf(company);
const office = officialOf(bureau, '330000');
const everything = { unseal: ['confidential', 'personal'] as const };

const digest = (code: string): string => createHash('sha256').update(code).digest('hex');

withStores(({ open }) => {
  let store: Store;
  let service: MatterService;
  let keyring: Keyring;
  let clock: TestClock;

  beforeEach(async () => {
    ({ store, service, keyring, clock } = matterWorld(await open(), [complaint], '2026-02-10T02:00:00.000Z'));
    await seedOrganisations(store, [
      { id: company, name: '甲公司', place: '330106', registered: true },
      { id: rival, name: '乙公司', place: '330106', registered: true },
      { id: bureau, name: '浙', place: '330000', level: 'province', registered: true },
    ]);
  });

  const form = {
    kind: 'differential-price',
    company: '甲公司',
    to: 'provider',
    what: 'two prices',
    reached: 'contact',
    contact: 'PERSON-MARK',
    share: false,
  };
  let codes = 0;
  const opened = async (more: Readonly<Record<string, unknown>> = {}): Promise<MatterId> => {
    codes += 1;
    const outcome = await service.open({
      actor: { kind: 'public' },
      kind: 'complaint',
      input: { form: { ...form, ...more } },
      brought: { files: [], followCode: digest(`code ${codes}`) },
    });
    return done(outcome).matter;
  };
  const give = (actor: Actor, matter: MatterId, command: string, input: unknown = {}, reason?: string) =>
    service.give({ actor, kind: 'complaint', matter, command, input, ...(reason === undefined ? {} : { reason }) });
  const read = (actor: Actor, matter: MatterId) => service.read(actor, 'complaint', matter, everything);

  describe('complaints that were merged', () => {
    it('are told what comes of the lead, each on its own page, and nothing of its person', async () => {
      const [lead, other] = [await opened(), await opened({ contact: 'OTHER-MARK' })];
      done(await give(provider, other, 'merge', { lead }));
      const answer = { outcome: 'refused', words: 'WORDS-MARK', shared: 'the price was a mistake' };
      done(await give(provider, lead, 'answer', answer, 'REASON-MARK'));
      const page = JSON.stringify(await read(applicantOf(other), other));
      expect(page).toContain('the price was a mistake');
      expect(page).not.toMatch(/PERSON-MARK|WORDS-MARK|REASON-MARK/);
      done(await give(applicantOf(other), other, 'not-content'));
      expect((await read(office, other))?.status).toBe('escalated');
      expect((await read(office, lead))?.state['merged']).toEqual([]);
      expect(await verifyMatters(store.database)).toMatchObject({ faults: [] });
    });
  });

  describe('a complaint to the office', () => {
    it('is nowhere for the company, not even once it is decided', async () => {
      const id = await opened({ to: 'office' });
      const decision = { ruling: 'unfounded', basis: [{ clause: 'final/21' }], words: 'no' };
      done(await give(office, id, 'decide', decision, 'because'));
      expect(await read(provider, id)).toBeUndefined();
      expect((await service.list(provider, {})).items).toEqual([]);
      expect(why(await give(provider, id, 'hand-over', {}, 'x'))).toBe('not-found');
      expect((await read(applicantOf(id), id))?.status).toBe('decided');
    });
  });

  describe('whoever complained and is erased', () => {
    it('is gone for good, and the complaint goes on', async () => {
      const id = await opened({ share: true });
      expect(JSON.stringify(await read(provider, id))).toContain('PERSON-MARK');
      done(await give(applicantOf(id), id, 'erase-me'));
      await erasePending(store, keyring, () => clock.now);
      for (const actor of [provider, office, applicantOf(id)])
        expect(JSON.stringify(await read(actor, id))).not.toContain('PERSON-MARK');
      done(await give(provider, id, 'answer', { outcome: 'explained', words: 'as it is' }));
      expect(await verifyMatters(store.database)).toMatchObject({ faults: [] });
    });
  });
});
