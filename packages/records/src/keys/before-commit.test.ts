import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { builtInCalendar, text } from '@suanjian/rulebook';
import { matterDefinitions, type Instant } from '@suanjian/matters';
import { createMatterService } from '../matters/matter-service.ts';
import { createSealer } from '../matters/sealing.ts';
import { withStores } from '../testing/with-stores.ts';
import type { Keyring } from './keyring.ts';
import { createMemoryKeyring } from './memory-keyring.ts';
import { createSealedBox } from './sealed-box.ts';

const now = '2026-06-01T02:00:00.000Z' as Instant;

/** Keys that are handed out before they are on the disk. */
const onTheWay = (fails: boolean): Keyring => {
  const keyring = createMemoryKeyring({ random: randomBytes, now: () => now });
  return {
    ...keyring,
    keyFor: (owner, wait) => {
      wait?.(fails ? Promise.reject(new Error('the disk is full')) : Promise.resolve());
      return keyring.keyFor(owner);
    },
  };
};

withStores(({ open }) => {
  it.each([
    ['nothing sealed is committed when its key does not reach the disk', true],
    ['what is sealed is committed once its key has reached the disk', false],
  ])('%s', async (_name, fails) => {
    const store = await open();
    const keyring = onTheWay(fails);
    const service = createMatterService(store, matterDefinitions, {
      sealer: createSealer(createSealedBox(keyring, randomBytes)),
      now: () => now,
      newId: randomUUID,
      settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
      rules: () => ({ calendar: builtInCalendar }),
      files: { keyring, random: randomBytes },
      publish: async () => undefined,
      randomSubjectCode: () => '1234567',
      registerPeak: async () => 0,
      subjectCodeInRegister: async () => false,
    });
    const opening = service.open({
      actor: { kind: 'public' },
      kind: 'complaint',
      input: {
        form: { kind: 'ranking', service: '示例商城', to: 'office', what: '店铺被排到最后。', reached: 'anonymous' },
      },
    });
    const rows = async (): Promise<number> => (await store.database.selectFrom('matter').select('id').execute()).length;
    if (fails) await expect(opening).rejects.toThrow('the disk is full');
    else await expect(opening).resolves.toMatchObject({ outcome: 'done' });
    expect(await rows()).toBe(fails ? 0 : 1);
  });
});
