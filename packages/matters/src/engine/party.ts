import { departmentOf, type Department } from './department.ts';
import type { AccountId, MatterId, OrganisationId } from './identity.ts';

/** GB/T 2260, six digits; `000000` is the whole nation. */
export type PlaceCode = string;

export const officeLevels = ['nation', 'province', 'city'] as const;
export type OfficeLevel = (typeof officeLevels)[number];

export const organisationKinds = ['provider', 'office', 'industry-body'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const roles = ['officer', 'editor', 'viewer', 'reviewer', 'supervisor', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Roles that make sense in each kind of organisation. */
export const rolesOf: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  provider: ['officer', 'editor', 'viewer', 'administrator', 'auditor'],
  office: ['reviewer', 'supervisor', 'viewer', 'administrator', 'auditor'],
  'industry-body': ['officer', 'editor', 'viewer', 'administrator', 'auditor'],
};

/** An office is a department at a level over a place (draft/3, final/3): it sees and decides its own. */
export type Membership =
  | {
      readonly kind: 'provider' | 'industry-body';
      readonly organisation: OrganisationId;
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'office';
      readonly organisation: OrganisationId;
      readonly roles: readonly Role[];
      readonly level: OfficeLevel;
      readonly place: PlaceCode;
      readonly department: string;
    };

/** Who gives a command. A person acts for one organisation at a time; a matter acts through its declared effects only. */
export type Actor =
  | { readonly kind: 'person'; readonly account: AccountId; readonly name: string; readonly membership?: Membership }
  | { readonly kind: 'operator' }
  | { readonly kind: 'matter'; readonly matter: MatterId; readonly matterKind: string; readonly behalf: ActorReference }
  | { readonly kind: 'clock' }
  | { readonly kind: 'public' }
  /** Whoever shows the code of a matter that the public opened: known by that alone, and only towards this one matter. */
  | { readonly kind: 'applicant'; readonly matter: MatterId };

/** What an event keeps of its actor: ids and capacity, never a name or an address. */
export type ActorReference =
  | {
      readonly kind: 'person';
      readonly account: AccountId;
      readonly organisation?: OrganisationId;
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'operator' | 'clock' | 'public' | 'applicant' }
  | { readonly kind: 'matter'; readonly matter: MatterId; readonly matterKind: string };

export const referenceOf = (actor: Actor): ActorReference => {
  switch (actor.kind) {
    case 'person':
      return {
        kind: 'person',
        account: actor.account,
        roles: actor.membership?.roles ?? [],
        ...(actor.membership === undefined ? {} : { organisation: actor.membership.organisation }),
      };
    case 'matter':
      return { kind: 'matter', matter: actor.matter, matterKind: actor.matterKind };
    case 'operator':
    case 'clock':
    case 'public':
    case 'applicant':
      return { kind: actor.kind };
  }
};

/** What about a matter decides who stands how towards it. */
export interface Ground {
  readonly owner: OrganisationId | undefined;
  readonly place: PlaceCode;
  /** Absent while a matter is being opened. */
  readonly matter?: MatterId;
  /** Where a matter is a team's: of offices only these people stand towards it at all, whatever place they are of. */
  readonly team?: Team;
}

/** A joint team, by the accounts of its people; they may be of several offices and departments (draft/25, campaign/3). */
export interface Team {
  /** Who has undertaken confidentiality for this matter and declared that nothing keeps them from it: they see it and act. */
  readonly members: readonly AccountId[];
  /** Who was named and is no member: not yet, or no longer. They learn what they must know to answer for themselves, and nothing else. */
  readonly named: readonly AccountId[];
}

export const covers = (level: OfficeLevel, office: PlaceCode, place: PlaceCode): boolean => {
  switch (level) {
    case 'nation':
      return true;
    case 'province':
      return office.slice(0, 2) === place.slice(0, 2);
    case 'city':
      return office.slice(0, 4) === place.slice(0, 4);
  }
};

/** Of which level a place is: the nation, a province by four zeros at the end, else a city or below. */
export const levelOfPlace = (place: PlaceCode): OfficeLevel =>
  place === '000000' ? 'nation' : place.endsWith('0000') ? 'province' : 'city';

/** Who may give a command: one of these has to fit. */
export type Party =
  | { readonly side: 'provider' | 'industry-body'; readonly roles: readonly Role[] }
  | {
      readonly side: 'office';
      readonly roles: readonly Role[];
      readonly levels: readonly OfficeLevel[];
      /** Only offices of these departments; of any where it is absent. */
      readonly departments?: readonly Department[];
      /** Somebody named to the matter's team who is not a member of it; otherwise a member, where there is a team. */
      readonly named?: true;
    }
  | { readonly side: 'matter'; readonly kinds: readonly string[] }
  | { readonly side: 'operator' | 'clock' | 'public' | 'applicant' };

export const providerParty = (...roles: readonly Role[]): Party => ({ side: 'provider', roles });
/** Somebody at the industry body whose matter it is (draft/5, final/5). */
export const industryBodyParty = (...roles: readonly Role[]): Party => ({ side: 'industry-body', roles });
export const officeParty = (levels: readonly OfficeLevel[], ...roles: readonly Role[]): Party => ({
  side: 'office',
  levels,
  roles,
});
/** Filings and registrations are the network department's alone (final/24, final/25, final/33). */
export const networkParty = (levels: readonly OfficeLevel[], ...roles: readonly Role[]): Party => ({
  side: 'office',
  levels,
  roles,
  departments: ['network'],
});
/** Somebody named to the team of a matter who has not been admitted to it. */
export const namedParty = (levels: readonly OfficeLevel[], ...roles: readonly Role[]): Party => ({
  side: 'office',
  levels,
  roles,
  named: true,
});
export const matterParty = (...kinds: readonly string[]): Party => ({ side: 'matter', kinds });
/** The operator of the installation, who sits at the machine itself; recorded as such. */
export const operatorParty: Party = { side: 'operator' };
export const clockParty: Party = { side: 'clock' };
export const publicParty: Party = { side: 'public' };
/** Whoever opened the matter without an account and holds its code. */
export const applicantParty: Party = { side: 'applicant' };

const sharesRole = (held: readonly Role[], asked: readonly Role[]): boolean =>
  asked.some((role) => held.includes(role));

export const isParty = (actor: Actor, party: Party, ground: Ground): boolean => {
  switch (party.side) {
    case 'provider':
    case 'industry-body':
      return (
        actor.kind === 'person' &&
        actor.membership?.kind === party.side &&
        actor.membership.organisation === ground.owner &&
        sharesRole(actor.membership.roles, party.roles)
      );
    case 'office':
      return (
        actor.kind === 'person' &&
        actor.membership?.kind === 'office' &&
        party.levels.includes(actor.membership.level) &&
        (party.departments === undefined || party.departments.includes(departmentOf(actor.membership.department))) &&
        sharesRole(actor.membership.roles, party.roles) &&
        (ground.team === undefined
          ? party.named !== true && covers(actor.membership.level, actor.membership.place, ground.place)
          : (party.named === true ? ground.team.named : ground.team.members).includes(actor.account))
      );
    case 'matter':
      return actor.kind === 'matter' && party.kinds.includes(actor.matterKind);
    case 'applicant':
      return actor.kind === 'applicant' && actor.matter === ground.matter;
    case 'operator':
    case 'clock':
    case 'public':
      return actor.kind === party.side;
  }
};

/** From which side somebody looks at a matter; `undefined` for a stranger. */
export type Audience = 'provider' | 'industry-body' | 'office' | 'applicant' | 'operator';

/** A side of a matter that things are told or withheld from; the operator of the installation is none. */
export type Side = Exclude<Audience, 'operator'>;

export const audienceOf = (actor: Actor, ground: Ground): Audience | undefined => {
  if (actor.kind === 'operator') return 'operator';
  if (actor.kind === 'applicant') return actor.matter === ground.matter ? 'applicant' : undefined;
  if (actor.kind !== 'person' || actor.membership === undefined) return undefined;
  const { membership } = actor;
  switch (membership.kind) {
    case 'provider':
    case 'industry-body':
      return membership.organisation === ground.owner ? membership.kind : undefined;
    case 'office': {
      const { team } = ground;
      if (team === undefined) return covers(membership.level, membership.place, ground.place) ? 'office' : undefined;
      return team.members.includes(actor.account) || team.named.includes(actor.account) ? 'office' : undefined;
    }
  }
};

/** Whether somebody of an office was named to a matter's team and is no member: all they may learn is their briefing. */
export const isNamedOnly = (actor: Actor, { team }: Pick<Ground, 'team'>): boolean =>
  team !== undefined &&
  actor.kind === 'person' &&
  actor.membership?.kind === 'office' &&
  !team.members.includes(actor.account);
