import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { matterDefinitions, type Instant } from '@suanjian/matters';
import {
  createMatterService,
  createSealedBox,
  createSealer,
  openFileKeyring,
  openStore,
  type EmbeddedStore,
  type MatterService,
  type Sealer,
} from '@suanjian/records';
import { builtInCalendar, text } from '@suanjian/rulebook';

export interface Office {
  readonly store: EmbeddedStore;
  readonly matters: MatterService;
  readonly sealer: Sealer;
  /** The present; set it to travel. */
  readonly world: { now: Instant };
}

/** A durable store with its keys in files and the matters over it, as the program composes them. */
export const opened = async (folder: string, masterKey: Uint8Array, now: Instant): Promise<Office> => {
  const world = { now };
  const store = await openStore({ kind: 'embedded', directory: join(folder, 'records') });
  const keyring = await openFileKeyring({
    directory: join(folder, 'keys'),
    masterKey,
    random: randomBytes,
    now: () => world.now,
  });
  const sealer = createSealer(createSealedBox(keyring, randomBytes));
  const matters = createMatterService(store, matterDefinitions, {
    sealer,
    now: () => world.now,
    newId: randomUUID,
    settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
    rules: () => ({ calendar: builtInCalendar }),
    files: { keyring, random: randomBytes },
    publish: async () => undefined,
    randomSubjectCode: () => '1234567',
    registerPeak: async () => 0,
    subjectCodeInRegister: async () => false,
  });
  return { store, matters, sealer, world };
};
