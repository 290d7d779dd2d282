import type { Transaction } from 'kysely';
import {
  rolesOf,
  type AccountId,
  type Actor,
  type OfficeLevel,
  type OrganisationId,
  type OrganisationKind,
  type Role,
} from '@suanjian/matters';
import type { Database } from '@suanjian/records';
import { placeOf } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import { forbidden, notFound } from '../http/problem.ts';
import { recordAccountEvent } from './account-events.ts';
import type { AccountPorts } from './accounts.ts';
import { refusedBecause } from './refusals.ts';

export type NewOrganisation = {
  readonly name: string;
  /** GB/T 2260; `000000` for the whole nation. */
  readonly place: string;
  readonly demonstration?: boolean;
} & (
  | { readonly kind: 'provider' | 'industry-body' }
  | { readonly kind: 'office'; readonly level: OfficeLevel; readonly department: string }
);

/** Whether the code is one of the level: the nation has none of its own, a province ends in four zeros, a city in two. */
const levelOfPlace = (place: string): OfficeLevel | undefined => {
  if (place === '000000') return 'nation';
  if (placeOf(place)?.exact !== true || !place.endsWith('00')) return undefined;
  return place.endsWith('0000') ? 'province' : 'city';
};

const assertPlace = (organisation: NewOrganisation): void => {
  const { place } = organisation;
  if (organisation.kind === 'office') {
    if (levelOfPlace(place) !== organisation.level)
      throw refusedBecause(
        'organisation/place',
        text(`行政区划代码「${place}」与所选层级不符。`, `The place ${place} does not fit the level of the office.`),
        '/place',
      );
  } else if (placeOf(place) === undefined) {
    throw refusedBecause(
      'organisation/place',
      text(`没有行政区划代码「${place}」。`, `There is no place with the code ${place}.`),
      '/place',
    );
  }
};

/** Roles without repetition, in their usual order. @throws ProblemError when one does not exist in such an organisation, or none is given */
export const fittingRoles = (kind: OrganisationKind, asked: readonly string[]): readonly Role[] => {
  const strange = asked.filter((role) => !rolesOf[kind].some((known) => known === role));
  const fitting = rolesOf[kind].filter((role) => asked.includes(role));
  if (strange.length > 0)
    throw refusedBecause(
      'members/role',
      text(
        `这类单位没有角色「${strange.join('、')}」。`,
        `There is no role ${strange.join(', ')} in an organisation of this kind.`,
      ),
      '/roles',
    );
  if (fitting.length === 0)
    throw refusedBecause('members/no-role', text('请至少选择一个角色。', 'Choose at least one role.'), '/roles');
  return fitting;
};

/** Who may manage the members of an organisation: its administrators, and the local operator. */
export const administers = (actor: Actor, organisation: string): boolean =>
  actor.kind === 'operator' ||
  (actor.kind === 'person' &&
    actor.membership?.organisation === organisation &&
    actor.membership.roles.includes('administrator'));

/** @throws ProblemError 404 to strangers (who learn nothing), 403 to members without the role */
export const assertAdministers = (actor: Actor, organisation: string): void => {
  if (administers(actor, organisation)) return;
  if (actor.kind === 'person' && actor.membership?.organisation === organisation)
    throw forbidden(
      text('只有本单位的管理员可以管理成员。', 'Only administrators of the organisation manage its members.'),
    );
  throw notFound();
};

/** For what every member may know of their organisation. @throws ProblemError 404 to strangers (who learn nothing) */
export const assertBelongs = (actor: Actor, organisation: string): void => {
  if (actor.kind === 'operator') return;
  if (actor.kind === 'person' && actor.membership?.organisation === organisation) return;
  throw notFound();
};

/** In the caller's transaction, as owner: the application's role may not add organisations. */
export const insertOrganisation = async (
  transaction: Transaction<Database>,
  { now, newId }: Pick<AccountPorts, 'now' | 'newId'>,
  organisation: NewOrganisation,
  actor: string,
): Promise<OrganisationId> => {
  assertPlace(organisation);
  const id = newId() as OrganisationId;
  const at = now();
  await transaction
    .insertInto('organisation')
    .values({
      id,
      kind: organisation.kind,
      name: organisation.name,
      place: organisation.place,
      level: organisation.kind === 'office' ? organisation.level : null,
      department: organisation.kind === 'office' ? organisation.department : null,
      credit_code: null,
      subject_code: null,
      demonstration: organisation.demonstration ?? false,
      created_at: at,
    })
    .execute();
  await recordAccountEvent(transaction, at, {
    type: 'organisation-created',
    actor,
    organisation: id,
    details: { kind: organisation.kind },
  });
  return id;
};

export interface NewMember {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly account: AccountId;
  readonly roles: readonly string[];
}

/** Adds a member, or adds roles to one. In the caller's transaction, as owner. */
export const insertMember = async (
  transaction: Transaction<Database>,
  { now }: Pick<AccountPorts, 'now'>,
  { organisation, kind, account, roles }: NewMember,
  actor: string,
): Promise<void> => {
  const present = await transaction
    .selectFrom('membership')
    .select('roles')
    .where('organisation_id', '=', organisation)
    .where('account_id', '=', account)
    .executeTakeFirst();
  const all = fittingRoles(kind, [...(present?.roles ?? []), ...roles]);
  const at = now();
  await transaction
    .insertInto('membership')
    .values({ account_id: account, organisation_id: organisation, roles: [...all], since: at })
    .onConflict((conflict) => conflict.columns(['account_id', 'organisation_id']).doUpdateSet({ roles: [...all] }))
    .execute();
  await recordAccountEvent(transaction, at, {
    type: present === undefined ? 'member-added' : 'roles-changed',
    actor,
    organisation,
    account,
    details: { roles: all },
  });
};

/** The organisation, locked against other changes of its members until the transaction ends: two administrators may not remove each other at once. */
export const lockOrganisation = async (
  transaction: Transaction<Database>,
  id: string,
): Promise<{ readonly id: OrganisationId; readonly kind: OrganisationKind; readonly name: string }> => {
  const row = await transaction
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return { ...row, id: row.id as OrganisationId };
};
