import {
  exampleRecommender,
  type AccountId,
  type Actor,
  type Instant,
  type OfficeLevel,
  type OrganisationId,
  type Role,
} from '@suanjian/matters';
import type { Done, EmbeddedStore, MatterService, Refused } from '@suanjian/records';
import { addDays, addWorkingDays, builtInCalendar, type CivilDate } from '@suanjian/rulebook';
import { sql } from 'kysely';
import { bureau, company, companyName, creditCode } from './fill.ts';

export const officeAt = (level: OfficeLevel, place: string, account: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  account: account as AccountId,
  name: account,
  membership: {
    kind: 'office',
    organisation: bureau as OrganisationId,
    roles,
    level,
    place,
    department: 'network',
  },
});

const officer: Actor = {
  kind: 'person',
  account: 'officer-1' as AccountId,
  name: 'officer',
  membership: { kind: 'provider', organisation: company as OrganisationId, roles: ['officer'] },
};

const order = {
  provider: companyName,
  clauses: [{ clause: 'final/17.1' }],
  findings: '关闭个性化推荐之后仍然按用户标签推荐。',
  measures: [
    { what: '关闭之后不再使用用户标签。', shownBy: '关闭后个性化展示为零。', check: 'opt-out-honoured' },
    { what: '补充上线前的核对清单。', shownBy: '清单和最近一次上线的记录。' },
  ],
};

const done = (outcome: Done | Refused): string => {
  if (outcome.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome.matter;
};

/** The papers that filings refer to; nobody opens them here. */
const papers = (store: EmbeddedStore): Promise<unknown> =>
  store.asOwner((transaction) =>
    sql`
      insert into attachment (hash, organisation_id, size, type, scanned, key_id, content, uploaded_by, uploaded_at)
      select repeat(digit, 64), ${company}::uuid, 1, 'application/pdf', 'clean', 'none', ''::bytea, 'officer-1', now()
      from unnest(string_to_array('0123456789abcdef', null)) as digit`.execute(transaction),
  );

export const orders = 3000;
export const waiting = 2000;
/** Working days over which orders and filings run out. */
const spread = 60;

/** An instant of a civil day, in the morning. */
export const morningOf = (day: CivilDate): Instant => `${day}T01:00:00.000Z` as Instant;

/**
 * Matters that really run, opened and moved through the service: orders that say what happens when their day has passed, and filings that the
 * office has to answer. Each day as many of them run out as on any other.
 */
export const runClocks = async (
  store: EmbeddedStore,
  service: MatterService,
  world: { now: Instant },
  from: CivilDate,
): Promise<void> => {
  await papers(store);
  const supervisor = officeAt('province', '330000', 'supervisor-1', 'supervisor', 'reviewer');
  world.now = morningOf(from);
  for (let index = 0; index < orders; index += 1) {
    const { due } = addWorkingDays(builtInCalendar, from, 1 + (index % spread));
    const input = { ...order, by: due };
    const served = done(await service.open({ actor: supervisor, kind: 'rectification', input }));
    done(await service.give({ actor: supervisor, kind: 'rectification', matter: served, command: 'serve', input: {} }));
  }
  for (let index = 0; index < waiting; index += 1) {
    world.now = morningOf(addWorkingDays(builtInCalendar, from, index % 30).due);
    const name = `示例推荐算法 ${index}`;
    const form = {
      ...exampleRecommender,
      algorithmName: name,
      coverAlgorithmName: name,
      disclosureName: name,
      coverSubject: companyName,
      coverCreditCode: creditCode,
      launched: addDays(from, -3),
      assessedOn: addDays(from, -10),
      writtenOn: addDays(from, -6),
      products: (exampleRecommender.products ?? []).map((product) => ({ ...product, licenceHolder: companyName })),
    };
    const filing = done(await service.open({ actor: officer, kind: 'filing', input: { form } }));
    const submit = { actor: officer, kind: 'filing', matter: filing, command: 'submit', input: { declaration: true } };
    done(await service.give(submit));
  }
};
