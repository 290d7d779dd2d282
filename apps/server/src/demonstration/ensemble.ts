import type { AccountId, OfficeLevel, OrganisationId, OrganisationKind, Role } from '@suanjian/matters';
import type { Assembly } from '../assemble.ts';
import { cast, type CastBody, type CastName, type CastOffice, type CastProvider, type Person } from './cast.ts';

/** Somebody who may sign in to the demonstration; the password is told once. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly roles: readonly Role[];
}

interface Player {
  readonly account: AccountId;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface Company {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly people: ReadonlyMap<string, Player>;
  readonly office?: { readonly level: OfficeLevel; readonly place: string; readonly department: string };
}

export interface Ensemble {
  of(name: CastName): Company;
  readonly accounts: readonly DemonstrationAccount[];
}

const operator = { kind: 'operator' } as const;

/** Sixteen characters from 12 random bytes: typed once, never guessed. */
const newPassword = (random: (bytes: number) => Uint8Array): string => Buffer.from(random(12)).toString('base64url');

type Ports = Pick<Assembly, 'auth' | 'services'>;

const ensureOrganisation = async (
  { auth, services: { store } }: Ports,
  member: CastOffice | CastProvider | CastBody,
): Promise<OrganisationId> => {
  const { name, place } = member;
  const present = await store.database
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', name)
    .where('demonstration', '=', true)
    .executeTakeFirst();
  if (present !== undefined) return present.id as OrganisationId;
  return auth.createOrganisation(
    operator,
    member.kind === 'office'
      ? { kind: 'office', name, place, level: member.level, department: member.department, demonstration: true }
      : { kind: member.kind, name, place, demonstration: true },
  );
};

/** A build that was broken off had told nobody its passwords: the accounts it made get new ones. */
const renewPassword = async (
  { auth, services: { store } }: Ports,
  account: AccountId,
  password: string,
): Promise<void> => {
  const hashed = await auth.hashNewPassword(password);
  await store.asOwner((transaction) =>
    transaction
      .updateTable('auth_credential')
      .set({ password: hashed })
      .where('user_id', '=', account)
      .where('provider_id', '=', 'credential')
      .execute(),
  );
};

const ensurePlayer = async (
  ports: Ports,
  organisation: OrganisationId,
  email: string,
  { name, roles }: Person,
  password: string,
): Promise<Player> => {
  const { auth } = ports;
  const { id, created } = await auth.ensureAccount(operator, { email, name, password });
  if (!created) await renewPassword(ports, id, password);
  await auth.addMember(operator, organisation, id, roles);
  return { account: id, name, roles };
};

/** Organisations and accounts of the demonstration, made through the functions that the administration uses. */
export const gatherEnsemble = async (ports: Ports): Promise<Ensemble> => {
  const companies = new Map<CastName, Company>();
  const accounts: DemonstrationAccount[] = [];
  const members: readonly (readonly [CastName, CastOffice | CastProvider | CastBody])[] = [
    ['nation', cast.nation],
    ['zhejiang', cast.zhejiang],
    ['guangdong', cast.guangdong],
    ['yunque', cast.yunque],
    ['qingchuan', cast.qingchuan],
    ['songfeng', cast.songfeng],
    ['yuanfan', cast.yuanfan],
    ['alliance', cast.alliance],
    ['musicAlliance', cast.musicAlliance],
  ];
  for (const [name, member] of members) {
    const organisation = await ensureOrganisation(ports, member);
    const people = new Map<string, Player>();
    for (const person of Object.values(member.people)) {
      const email = `${person.desk}@${member.domain}`;
      const password = newPassword(ports.services.random);
      people.set(person.desk, await ensurePlayer(ports, organisation, email, person, password));
      accounts.push({
        email,
        password,
        name: person.name,
        organisation: member.name,
        kind: member.kind,
        roles: person.roles,
      });
    }
    companies.set(name, {
      organisation,
      kind: member.kind,
      people,
      ...(member.kind === 'office'
        ? { office: { level: member.level, place: member.place, department: member.department } }
        : {}),
    });
  }
  return {
    accounts,
    of: (name) => {
      const found = companies.get(name);
      if (found === undefined) throw new RangeError(`no company ${name}`);
      return found;
    },
  };
};
