import { randomBytes, randomUUID } from 'node:crypto';
import type { AccountId, Actor, AnyMatterDefinition, Instant, MatterId, OrganisationId } from '@suanjian/matters';
import { builtInCalendar, text } from '@suanjian/rulebook';
import type { Keyring } from '../keys/keyring.ts';
import { createMemoryKeyring } from '../keys/memory-keyring.ts';
import { createSealedBox } from '../keys/sealed-box.ts';
import type { MatterPorts } from '../matters/command-context.ts';
import { createMatterService, type MatterService } from '../matters/matter-service.ts';
import type { Done, Refused } from '../matters/outcome.ts';
import { createSealer } from '../matters/sealing.ts';
import type { Store } from '../store/open-store.ts';

/** The present instant of a test; set it to travel. */
export interface TestClock {
  now: string;
}

export interface MatterWorld {
  readonly store: Store;
  readonly clock: TestClock;
  readonly keyring: Keyring;
  readonly ports: MatterPorts;
  readonly service: MatterService;
}

/** What a matter service needs of the world: a clock that the test moves, keys in memory, the built-in calendar. */
export const matterWorld = (store: Store, definitions: readonly AnyMatterDefinition[], now: string): MatterWorld => {
  const clock: TestClock = { now };
  const keyring = createMemoryKeyring({ random: randomBytes, now: () => clock.now });
  const ports: MatterPorts = {
    definitionOf: (kind) => definitions.find((definition) => definition.kind === kind),
    sealer: createSealer(createSealedBox(keyring, randomBytes)),
    now: () => clock.now as Instant,
    newId: randomUUID,
    settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
    rules: () => ({ calendar: builtInCalendar }),
    files: { keyring, random: randomBytes },
    publish: async () => undefined,
    randomSubjectCode: () => '1234567',
    registerPeak: async () => 0,
    subjectCodeInRegister: async () => false,
  };
  return { store, clock, keyring, ports, service: createMatterService(store, definitions, ports) };
};

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Of an office. */
  readonly level?: 'nation' | 'province' | 'city';
  readonly creditCode?: string;
  readonly registered?: boolean;
}

/** Organisations that take part: those with a level are offices, the others companies. */
export const seedOrganisations = (store: Store, organisations: readonly Organisation[]): Promise<unknown> =>
  store.asOwner((transaction) =>
    transaction
      .insertInto('organisation')
      .values(
        organisations.map(({ id, name, place, level, creditCode = null, registered = false }) => ({
          id,
          name,
          place,
          kind: level === undefined ? ('provider' as const) : ('office' as const),
          level: level ?? null,
          department: level === undefined ? null : 'network',
          registered,
          credit_code: creditCode,
          subject_code: null,
          created_at: '2026-01-01T00:00:00.000Z',
        })),
      )
      .execute(),
  );

const personOf = (organisation: string) => ({
  kind: 'person' as const,
  account: `account-${organisation}` as AccountId,
  name: 'somebody',
});

export const employeeOf = (organisation: string, role: 'officer' | 'viewer' = 'officer'): Actor => ({
  ...personOf(organisation),
  membership: { kind: 'provider', organisation: organisation as OrganisationId, roles: [role] },
});

export const officialOf = (
  organisation: string,
  place: string,
  level: 'nation' | 'province' | 'city' = 'province',
): Actor => ({
  ...personOf(organisation),
  membership: {
    kind: 'office',
    organisation: organisation as OrganisationId,
    roles: ['reviewer'],
    level,
    place,
    department: 'network',
  },
});

export const applicantOf = (matter: string): Actor => ({ kind: 'applicant', matter: matter as MatterId });

/** What was done. @throws what was refused */
export const done = (outcome: Done | Refused): Done => {
  if (outcome.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
};

/** Why it was refused, or that it was done. */
export const why = (outcome: Done | Refused): string => (outcome.outcome === 'refused' ? outcome.why : outcome.outcome);
