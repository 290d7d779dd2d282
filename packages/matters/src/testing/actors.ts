import type { AccountId, OrganisationId } from '../engine/identity.ts';
import type { Actor, OfficeLevel, PlaceCode, Role } from '../engine/party.ts';

/** Somebody at a provider. */
export const providerPerson = (organisation: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  account: `${organisation}-${roles.join('-')}` as AccountId,
  name: roles.join(' '),
  membership: { kind: 'provider', organisation: organisation as OrganisationId, roles },
});

/** Somebody at an industry body. */
export const bodyPerson = (organisation: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  account: `${organisation}-${roles.join('-')}` as AccountId,
  name: roles.join(' '),
  membership: { kind: 'industry-body', organisation: organisation as OrganisationId, roles },
});

/** Somebody at an office. */
export const officePerson = (level: OfficeLevel, place: PlaceCode, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  account: `${level}-${place}-${roles.join('-')}` as AccountId,
  name: roles.join(' '),
  membership: {
    kind: 'office',
    organisation: `office-${place}` as OrganisationId,
    roles,
    level,
    place,
    department: 'network',
  },
});

export const publicActor: Actor = { kind: 'public' };
