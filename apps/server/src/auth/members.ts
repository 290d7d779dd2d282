import type { Transaction } from 'kysely';
import type { AccountId, Actor, OrganisationId, Role } from '@suanjian/matters';
import { scopeOf, type Database } from '@suanjian/records';
import { forbidden, notFound } from '../http/problem.ts';
import { actorName, recordAccountEvent } from './account-events.ts';
import type { AccountPorts } from './accounts.ts';
import {
  assertAdministers,
  assertBelongs,
  fittingRoles,
  insertMember,
  insertOrganisation,
  lockOrganisation,
  type NewOrganisation,
} from './organisations.ts';
import { lastAdministrator } from './refusals.ts';

const assertAnotherAdministrator = async (
  transaction: Transaction<Database>,
  organisation: string,
  besides: string,
): Promise<void> => {
  const others = await transaction
    .selectFrom('membership')
    .select('roles')
    .where('organisation_id', '=', organisation)
    .where('account_id', '!=', besides)
    .execute();
  if (!others.some(({ roles }) => roles.includes('administrator'))) throw lastAdministrator();
};

const rolesOfMember = async (
  transaction: Transaction<Database>,
  organisation: string,
  account: string,
): Promise<readonly string[]> => {
  const row = await transaction
    .selectFrom('membership')
    .select('roles')
    .where('organisation_id', '=', organisation)
    .where('account_id', '=', account)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row.roles;
};

/** The roles that work on matters; whoever only looks on or manages members is given none. */
const workingRoles: readonly Role[] = ['officer', 'editor', 'reviewer', 'supervisor'];

/** Who belongs to an organisation, and as what. */
export const createMemberFunctions = (ports: AccountPorts) => {
  const { store, now } = ports;
  /** Under the actor's own row security: what it may not see it cannot change either. */
  const asAdministrator = async (
    actor: Actor,
    organisation: string,
    work: (transaction: Transaction<Database>) => Promise<void>,
  ): Promise<void> => {
    assertAdministers(actor, organisation);
    await store.inScope(scopeOf(actor), work);
  };
  return {
    createOrganisation: (actor: Actor, organisation: NewOrganisation): Promise<OrganisationId> => {
      if (actor.kind !== 'operator') throw forbidden();
      return store.asOwner((transaction) => insertOrganisation(transaction, ports, organisation, actorName(actor)));
    },

    /** For the local operator; everybody else invites. */
    addMember: (actor: Actor, organisation: string, account: AccountId, roles: readonly string[]): Promise<void> => {
      if (actor.kind !== 'operator') throw forbidden();
      return store.asOwner(async (transaction) => {
        const { id, kind } = await lockOrganisation(transaction, organisation);
        await insertMember(transaction, ports, { organisation: id, kind, account, roles }, actorName(actor));
      });
    },

    changeRoles: (actor: Actor, organisation: string, account: string, asked: readonly string[]): Promise<void> =>
      asAdministrator(actor, organisation, async (transaction) => {
        const { kind } = await lockOrganisation(transaction, organisation);
        const before = await rolesOfMember(transaction, organisation, account);
        const roles = fittingRoles(kind, asked);
        if (before.includes('administrator') && !roles.includes('administrator'))
          await assertAnotherAdministrator(transaction, organisation, account);
        await transaction
          .updateTable('membership')
          .set({ roles: [...roles] })
          .where('organisation_id', '=', organisation)
          .where('account_id', '=', account)
          .execute();
        await recordAccountEvent(transaction, now(), {
          type: 'roles-changed',
          actor: actorName(actor),
          organisation,
          account,
          details: { before, roles },
        });
      }),

    removeMember: (actor: Actor, organisation: string, account: string): Promise<void> =>
      asAdministrator(actor, organisation, async (transaction) => {
        await lockOrganisation(transaction, organisation);
        const before = await rolesOfMember(transaction, organisation, account);
        if (before.includes('administrator')) await assertAnotherAdministrator(transaction, organisation, account);
        await transaction
          .deleteFrom('membership')
          .where('organisation_id', '=', organisation)
          .where('account_id', '=', account)
          .execute();
        await recordAccountEvent(transaction, now(), {
          type: 'member-removed',
          actor: actorName(actor),
          organisation,
          account,
          details: { before },
        });
      }),

    listMembers: async (actor: Actor, organisation: string) => {
      assertAdministers(actor, organisation);
      return store.database
        .selectFrom('membership')
        .innerJoin('auth_user', 'auth_user.id', 'membership.account_id')
        .select([
          'auth_user.id as account',
          'auth_user.name',
          'auth_user.email',
          'auth_user.two_factor_enabled as secondFactor',
          'membership.roles',
          'membership.since',
        ])
        .where('membership.organisation_id', '=', organisation)
        .orderBy('membership.since')
        .orderBy('auth_user.id')
        .execute();
    },

    /** Who works on matters, for their colleagues: names and roles, no addresses. */
    listStaff: async (actor: Actor, organisation: string) => {
      assertBelongs(actor, organisation);
      const members = await store.database
        .selectFrom('membership')
        .innerJoin('auth_user', 'auth_user.id', 'membership.account_id')
        .select(['auth_user.id as account', 'auth_user.name', 'membership.roles'])
        .where('membership.organisation_id', '=', organisation)
        .orderBy('membership.since')
        .orderBy('auth_user.id')
        .execute();
      return members.filter(({ roles }) => workingRoles.some((role) => roles.includes(role)));
    },

    /** Everybody who can be named to a joint team, told to those who name them. */
    listOfficials: async (actor: Actor) => {
      const supervises =
        actor.kind === 'person' &&
        actor.membership?.kind === 'office' &&
        actor.membership.roles.some((role) => role === 'reviewer' || role === 'supervisor');
      if (!supervises) throw forbidden();
      const members = await store.database
        .selectFrom('membership')
        .innerJoin('auth_user', 'auth_user.id', 'membership.account_id')
        .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
        .select(['auth_user.id as account', 'auth_user.name', 'organisation.name as office', 'membership.roles'])
        .where('organisation.kind', '=', 'office')
        .orderBy('organisation.place')
        .orderBy('organisation.name')
        .orderBy('auth_user.name')
        .orderBy('auth_user.id')
        .execute();
      return members
        .filter(({ roles }) => roles.includes('reviewer') || roles.includes('supervisor'))
        .map(({ account, name, office }) => ({ account, name, office }));
    },

    listEvents: async (actor: Actor, organisation: string, before: number | undefined, most: number) => {
      assertAdministers(actor, organisation);
      return store.inScope(scopeOf(actor), async (transaction) => {
        let query = transaction
          .selectFrom('account_event')
          .select(['id', 'type', 'actor', 'account_id as account', 'details', 'at'])
          .where('organisation_id', '=', organisation)
          .orderBy('id', 'desc')
          .limit(most);
        if (before !== undefined) query = query.where('id', '<', before);
        return query.execute();
      });
    },
  };
};
