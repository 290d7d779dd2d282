import { join } from 'node:path';
import { matterDefinitions, type AnyMatterDefinition, type ClockRules, type Instant } from '@suanjian/matters';
import {
  createMatterService,
  createSealedBox,
  createSealer,
  loadOrCreateMasterKey,
  openFileKeyring,
  openStore,
  publishToRegister,
  registerPeak,
  subjectCodeInRegister,
  type MatterPorts,
  type Store,
} from '@suanjian/records';
import { judgeLeaf } from './evidence/judge-leaf.ts';
import { loadOrCreateSecret } from './auth/secret.ts';
import { openCalendars, type Calendars } from './calendars.ts';
import type { ServerConfig } from './config.ts';
import type { Identification, Services } from './services.ts';

/** What comes from the world; tests bring their own. */
export interface World {
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
}

const subjectCodes = 10_000_000;

/** A uniform seven-digit code: draws that would favour low digits are thrown away. */
const randomSubjectCode = (random: World['random']): string => {
  const limit = Math.floor(2 ** 32 / subjectCodes) * subjectCodes;
  for (;;) {
    const drawn = new DataView(random(4).slice().buffer).getUint32(0);
    if (drawn < limit) return String(drawn % subjectCodes).padStart(7, '0');
  }
};

export const openConfiguredStore = (config: ServerConfig): Promise<Store> =>
  config.databaseUrl === undefined
    ? openStore({ kind: 'embedded', directory: join(config.dataDirectory, 'records') })
    : openStore({ kind: 'postgres', url: config.databaseUrl });

export interface Composition {
  readonly definitions?: readonly AnyMatterDefinition[];
  readonly identification: (services: Omit<Services, 'identification'>) => Promise<Identification>;
}

/** The composition root: everything the areas use, made once from settings, a store and the world. */
export const composeServices = async (
  config: ServerConfig,
  store: Store,
  world: World,
  { definitions = matterDefinitions, identification }: Composition,
): Promise<Services> => {
  const keyring = await openFileKeyring({
    directory: config.keyDirectory,
    masterKey: await loadOrCreateMasterKey(config.keyDirectory, world.random),
    random: world.random,
    now: world.now,
  });
  const secret = await loadOrCreateSecret(config.keyDirectory);
  const box = createSealedBox(keyring, world.random);
  const chosen = config.chosenEdition === undefined ? {} : { chosenEdition: config.chosenEdition };
  let calendars: Calendars | undefined;
  const rules = (): ClockRules => {
    if (calendars === undefined) throw new Error('the calendar is not open yet');
    return { calendar: calendars.current(), ...chosen };
  };
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  const matterPorts: MatterPorts = {
    definitionOf: (kind) => byKind.get(kind),
    sealer: createSealer(box),
    now: world.now,
    newId: world.newId,
    settings: { numberPrefix: config.numberPrefix, issuingBody: config.issuingBody },
    rules,
    files: { keyring, random: world.random },
    judgeLeaf,
    refreshRules: (transaction) => calendars?.refresh(transaction) ?? Promise.resolve(),
    publish: publishToRegister,
    randomSubjectCode: () => randomSubjectCode(world.random),
    registerPeak,
    subjectCodeInRegister,
  };
  calendars = await openCalendars(store, config.chosenEdition, () => matterPorts);
  const services: Omit<Services, 'identification'> = {
    config,
    store,
    keyring,
    box,
    definitions,
    matters: createMatterService(store, definitions, matterPorts),
    matterPorts,
    calendars,
    rules,
    now: world.now,
    newId: world.newId,
    random: world.random,
    secret,
  };
  return { ...services, identification: await identification(services) };
};
