import { randomUUID } from 'node:crypto';
import type { AccountId, Actor, OfficeLevel, OrganisationId, Role } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { text } from '@suanjian/rulebook';

const at = '2026-03-02T01:00:00.000Z';

export interface TestOrganisation {
  readonly id: OrganisationId;
  member(...roles: readonly Role[]): Promise<Extract<Actor, { kind: 'person' }>>;
}

const member =
  (
    store: Store,
    organisation: TestOrganisation['id'],
    office: { level: OfficeLevel; place: string; department: string } | undefined,
  ): TestOrganisation['member'] =>
  async (...roles) => {
    const account = randomUUID() as AccountId;
    await store.asOwner(async (transaction) => {
      await transaction
        .insertInto('auth_user')
        .values({
          id: account,
          name: '某人',
          email: `${account}@example.cn`,
          email_verified: true,
          image: null,
          two_factor_enabled: false,
          created_at: at,
          updated_at: at,
        })
        .execute();
      await transaction
        .insertInto('membership')
        .values({ account_id: account, organisation_id: organisation, roles: [...roles], since: at })
        .execute();
    });
    const common = { organisation, roles };
    return {
      kind: 'person',
      account,
      name: '某人',
      membership: office === undefined ? { kind: 'provider', ...common } : { kind: 'office', ...common, ...office },
    };
  };

export const testProvider = async (store: Store, name = '示例公司', place = '330106'): Promise<TestOrganisation> => {
  const id = randomUUID() as OrganisationId;
  await store.asOwner((transaction) =>
    transaction
      .insertInto('organisation')
      .values({
        id,
        kind: 'provider',
        name,
        place,
        level: null,
        department: null,
        credit_code: null,
        subject_code: null,
        created_at: at,
      })
      .execute(),
  );
  return { id, member: member(store, id, undefined) };
};

export const testOffice = async (
  store: Store,
  level: OfficeLevel,
  place: string,
  department = 'network',
): Promise<TestOrganisation> => {
  const id = randomUUID() as OrganisationId;
  await store.asOwner((transaction) =>
    transaction
      .insertInto('organisation')
      .values({
        id,
        kind: 'office',
        name: `${place} ${department}`,
        place,
        level,
        department,
        credit_code: null,
        subject_code: null,
        created_at: at,
      })
      .execute(),
  );
  return { id, member: member(store, id, { level, place, department }) };
};

export interface TestMatterOptions {
  readonly owner: string;
  readonly place?: string;
  readonly level?: OfficeLevel;
  readonly title?: string;
}

/** A filing as its head alone: what notices and deadlines are made from. */
export const testMatter = async (
  store: Store,
  { owner, place = '330106', level = 'province', title = '示例推荐' }: TestMatterOptions,
): Promise<string> => {
  const id = randomUUID();
  await store.asOwner((transaction) =>
    transaction
      .insertInto('matter')
      .values({
        id,
        kind: 'filing',
        owner,
        place,
        parent_kind: null,
        parent_id: null,
        status: 'first-review',
        final: false,
        visible: ['provider', 'office'],
        desk_side: 'office',
        desk_level: level,
        assignee: null,
        title,
        number: null,
        technique: null,
        grade: null,
        terms: [],
        position: 3,
        head_hash: '0'.repeat(64),
        opened_at: at,
        changed_at: at,
      })
      .execute(),
  );
  return id;
};

export interface TestClockOptions {
  readonly due: string;
  readonly bearer?: 'provider' | 'office';
  readonly provisional?: boolean;
  readonly suspended?: boolean;
}

export const testClock = async (
  store: Store,
  matter: string,
  { due, bearer = 'office', provisional = false, suspended = false }: TestClockOptions,
): Promise<void> => {
  await store.asOwner((transaction) =>
    transaction
      .insertInto('clock')
      .values({
        matter_id: matter,
        name: bearer === 'office' ? 'toAnswer' : 'toFile',
        run: 1,
        bearer,
        clause: bearer === 'office' ? 'final/25' : 'final/24.1',
        edition: 'final',
        event_on: '2026-02-10',
        due_on: due,
        provisional,
        suspended,
        ended_how: null,
        ended_on: null,
        receipts: '[]',
      })
      .execute(),
  );
};

/** As a command leaves it: for an organisation, or for the offices of a level. */
export const leaveInOutbox = async (
  store: Store,
  matter: string,
  to: { readonly organisation: string } | { readonly level: OfficeLevel; readonly place: string },
  title = '示例推荐',
): Promise<void> => {
  await store.asOwner((transaction) =>
    transaction
      .insertInto('outbox')
      .values({
        matter_id: matter,
        position: 3,
        organisation_id: 'organisation' in to ? to.organisation : null,
        office_level: 'level' in to ? to.level : null,
        place: 'level' in to ? to.place : '330106',
        subject: JSON.stringify(text(`已备案：${title}`, `Filed: ${title}`)),
        body: JSON.stringify(text('请查看。', 'Please look.')),
        created_at: at,
        handled_at: null,
      })
      .execute(),
  );
};
