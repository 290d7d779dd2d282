import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  matterDefinitions,
  type AccountId,
  type Actor,
  type Instant,
  type MatterId,
  type OrganisationId,
} from '@suanjian/matters';
import { builtInCalendar, text } from '@suanjian/rulebook';
import type { Keyring } from '../keys/keyring.ts';
import { createMemoryKeyring } from '../keys/memory-keyring.ts';
import { createSealedBox } from '../keys/sealed-box.ts';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import type { MatterPorts } from './command-context.ts';
import { erasePending } from './erasure.ts';
import { createMatterService, type MatterService } from './matter-service.ts';
import type { Done, Refused } from './outcome.ts';
import { createSealer } from './sealing.ts';
import { verifyMatters } from './verify.ts';

const complaint = matterDefinitions.find(({ kind }) => kind === 'complaint') ?? matterDefinitions[0];
if (complaint === undefined) throw new Error('no matters');

const company = randomUUID();
const rival = randomUUID();
const bureau = randomUUID();

const person = (organisation: string, membership: 'provider' | 'office'): Actor => ({
  kind: 'person',
  account: `account-${organisation}` as AccountId,
  name: 'somebody',
  membership:
    membership === 'provider'
      ? { kind: 'provider', organisation: organisation as OrganisationId, roles: ['officer'] }
      : {
          kind: 'office',
          organisation: organisation as OrganisationId,
          roles: ['reviewer'],
          level: 'province',
          place: '330000',
          department: 'network',
        },
});
const provider = person(company, 'provider');
const office = person(bureau, 'office');
const applicant = (matter: string): Actor => ({ kind: 'applicant', matter: matter as MatterId });
const everything = { unseal: ['confidential', 'personal'] as const };

const done = (outcome: Done | Refused): Done => {
  if (outcome.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
};
const why = (outcome: Done | Refused): string => (outcome.outcome === 'refused' ? outcome.why : outcome.outcome);
const digest = (code: string): string => createHash('sha256').update(code).digest('hex');

withStores(({ open }) => {
  let store: Store;
  let service: MatterService;
  let keyring: Keyring;
  let ports: MatterPorts;
  let now: string;

  beforeEach(async () => {
    store = await open();
    now = '2026-02-10T02:00:00.000Z';
    const common = { created_at: now, credit_code: null, subject_code: null, registered: true };
    await store.asOwner((transaction) =>
      transaction
        .insertInto('organisation')
        .values([
          { id: company, kind: 'provider', name: '甲公司', place: '330106', level: null, department: null, ...common },
          { id: rival, kind: 'provider', name: '乙公司', place: '330106', level: null, department: null, ...common },
          {
            id: bureau,
            kind: 'office',
            name: '浙',
            place: '330000',
            level: 'province',
            department: 'network',
            ...common,
          },
        ])
        .execute(),
    );
    keyring = createMemoryKeyring({ random: randomBytes, now: () => now });
    ports = {
      definitionOf: () => complaint,
      sealer: createSealer(createSealedBox(keyring, randomBytes)),
      now: () => now as Instant,
      newId: randomUUID,
      settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
      rules: () => ({ calendar: builtInCalendar }),
      files: { keyring, random: randomBytes },
      publish: async () => undefined,
      randomSubjectCode: () => '1234567',
      registerPeak: async () => 0,
      subjectCodeInRegister: async () => false,
    };
    service = createMatterService(store, [complaint], ports);
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
      const page = JSON.stringify(await read(applicant(other), other));
      expect(page).toContain('the price was a mistake');
      expect(page).not.toMatch(/PERSON-MARK|WORDS-MARK|REASON-MARK/);
      done(await give(applicant(other), other, 'not-content'));
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
      expect((await read(applicant(id), id))?.status).toBe('decided');
    });
  });

  describe('whoever complained and is erased', () => {
    it('is gone for good, and the complaint goes on', async () => {
      const id = await opened({ share: true });
      expect(JSON.stringify(await read(provider, id))).toContain('PERSON-MARK');
      done(await give(applicant(id), id, 'erase-me'));
      await erasePending(store, keyring, () => now);
      for (const actor of [provider, office, applicant(id)])
        expect(JSON.stringify(await read(actor, id))).not.toContain('PERSON-MARK');
      done(await give(provider, id, 'answer', { outcome: 'explained', words: 'as it is' }));
      expect(await verifyMatters(store.database)).toMatchObject({ faults: [] });
    });
  });
});
