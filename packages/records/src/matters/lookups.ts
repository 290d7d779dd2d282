import { sql, type Transaction } from 'kysely';
import type {
  AccountId,
  AnyMatterDefinition,
  Instant,
  LeafClaim,
  LeafJudgement,
  Lookups,
  MatterFacts,
  MatterId,
  OfficeLevel,
  OrganisationFacts,
  OrganisationId,
  Role,
} from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { plannedOnce } from '../store/planned-once.ts';
import { bundleFindings } from '../audits/bundle-findings.ts';
import { broughtNothing, referenceOfFile, type Brought, type FilePorts } from './brought.ts';
import { findProspects } from './prospects.ts';
import { seeingEverything } from './seeing-everything.ts';
import { factsBehind, type Head } from './streams.ts';
import type { Sealer } from './sealing.ts';

export interface LookupPorts {
  readonly definitionOf: (kind: string) => AnyMatterDefinition | undefined;
  readonly sealer: Sealer;
  readonly files: Pick<FilePorts, 'keyring'>;
  readonly today: CivilDate;
  /** What a log proves by these keys; without it nothing is verified. */
  readonly judgeLeaf?: (claim: LeafClaim, vkeys: readonly string[]) => LeafJudgement;
  /** Seven decimal digits from the injected randomness. */
  readonly randomSubjectCode: () => string;
  /** What the public register already holds, so that numbers issued here never repeat a printed one. */
  readonly registerPeak: (transaction: Transaction<Database>, subjectCode: string, typeCode: string) => Promise<number>;
  readonly subjectCodeInRegister: (transaction: Transaction<Database>, subjectCode: string) => Promise<boolean>;
}

const subjectCodeAttempts = 200;

/** The window of a command onto the world, inside its own transaction and under its actor's row security. */
export const createLookups = (
  transaction: Transaction<Database>,
  ports: LookupPorts,
  now: Instant,
  brought: Brought = broughtNothing,
): Lookups => ({
  organisation: async (id): Promise<OrganisationFacts | undefined> => {
    const row = await transaction.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined
      ? undefined
      : {
          id: row.id as OrganisationId,
          kind: row.kind,
          name: row.name,
          place: row.place,
          registered: row.registered,
          ...(row.credit_code === null ? {} : { creditCode: row.credit_code }),
          ...(row.subject_code === null ? {} : { subjectCode: row.subject_code }),
        };
  },
  matter: async (kind, id): Promise<MatterFacts | undefined> => {
    const definition = ports.definitionOf(kind);
    const head: Head | undefined = await transaction
      .selectFrom('matter')
      .selectAll()
      .where('id', '=', id)
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (definition === undefined || head === undefined) return undefined;
    return factsBehind(transaction, definition, head, ports.sealer);
  },
  openChildren: async (kind, parent) => {
    const rows = await transaction
      .selectFrom('matter')
      .select('id')
      .where('parent_id', '=', parent)
      .where('kind', '=', kind)
      .where('final', '=', false)
      .execute();
    return rows.map(({ id }) => id as MatterId);
  },
  openOn: async (parent) => {
    const { rows } = await sql<{ kind: string; id: string }>`select kind, id from open_children(${parent})`.execute(
      transaction,
    );
    return rows.map(({ kind, id }) => ({ kind, id: id as MatterId }));
  },
  openedOn: async (parents) => {
    if (parents.length === 0) return [];
    const { rows } = await sql<{ kind: string; id: string; parent: string; status: string; final: boolean }>`
      select kind, id, parent_id as parent, status, final from matter
      where parent_id = any (${[...parents]}::uuid[]) and matter_is_open(team)
      order by opened_at, id`.execute(transaction);
    return rows.map(({ id, parent, ...rest }) => ({ ...rest, id: id as MatterId, parent: parent as MatterId }));
  },
  holderOfNumber: async (digits) => {
    const { rows } = await sql<{ matter: string | null; registered: boolean }>`
      select number_holder(${digits}) as matter, exists (select from register_record where number = ${digits}) as registered`.execute(
      transaction,
    );
    const [found] = rows;
    if (found === undefined || (found.matter === null && !found.registered)) return undefined;
    return found.matter === null ? {} : { matter: found.matter as MatterId };
  },
  ownerOfNumber: async (digits) => {
    const { rows } = await sql<{
      owner: string | null;
      place: string;
    }>`select owner, place from number_owner(${digits})`.execute(transaction);
    const [found] = rows;
    return found === undefined || found.owner === null
      ? undefined
      : { owner: found.owner as OrganisationId, place: found.place };
  },
  providerNamed: async (name) => {
    const { rows } = await sql<{
      id: string;
      place: string;
    }>`${plannedOnce} select id, place from provider_named(${name})`.execute(transaction);
    const [found] = rows;
    return found === undefined ? undefined : { id: found.id as OrganisationId, place: found.place };
  },
  industryBodyNamed: async (name) => {
    const { rows } = await sql<{ id: string; place: string }>`
      ${plannedOnce} select id, place from industry_body_named(${name})`.execute(transaction);
    const [found] = rows;
    return found === undefined ? undefined : { id: found.id as OrganisationId, place: found.place };
  },
  standing: (kind, owner) =>
    seeingEverything(transaction, async () => {
      const definition = ports.definitionOf(kind);
      const head: Head | undefined = await transaction
        .selectFrom('matter')
        .selectAll()
        .where('owner', '=', owner)
        .where('kind', '=', kind)
        .where('final', '=', false)
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (definition === undefined || head === undefined) return undefined;
      return factsBehind(transaction, definition, head, ports.sealer);
    }),
  mattersOf: async (kind, owner) => {
    const definition = ports.definitionOf(kind);
    if (definition === undefined) return [];
    const heads: readonly Head[] = await transaction
      .selectFrom('matter')
      .selectAll()
      .where('owner', '=', owner)
      .where('kind', '=', kind)
      .orderBy('opened_at')
      .orderBy('id')
      .execute();
    const found: MatterFacts[] = [];
    for (const head of heads) found.push(await factsBehind(transaction, definition, head, ports.sealer));
    return found;
  },
  prospects: (query) => findProspects(transaction, query),
  recentOpenings: async (kind) => {
    if (brought.origin === undefined) return 0;
    const hourAgo = new Date(Date.parse(now) - 3_600_000).toISOString();
    const { rows } = await sql<{ count: number }>`
      ${plannedOnce} select count(*) as count from intake where origin = ${brought.origin} and kind = ${kind} and at > ${hourAgo}`.execute(
      transaction,
    );
    return rows[0]?.count ?? 0;
  },
  filingsOf: async (owner) => {
    const rows = await transaction
      .selectFrom('matter')
      .select(['id', 'title', 'status', 'number'])
      .where('owner', '=', owner)
      .where('kind', '=', 'filing')
      .execute();
    return rows.map(({ id, title, status, number }) => ({
      id: id as MatterId,
      title,
      status,
      ...(number === null ? {} : { number }),
    }));
  },
  nextSerial: async (subjectCode, typeCode) => {
    const floor = await ports.registerPeak(transaction, subjectCode, typeCode);
    const { rows } = await sql<{
      serial: number;
    }>`select take_serial(${subjectCode}, ${typeCode}, ${floor}) as serial`.execute(transaction);
    const serial = rows[0]?.serial;
    if (serial === undefined) throw new Error('no serial was given');
    return serial;
  },
  freeSubjectCode: async () => {
    for (let attempt = 0; attempt < subjectCodeAttempts; attempt += 1) {
      const code = ports.randomSubjectCode();
      const { rows } = await sql<{ taken: boolean }>`select subject_code_taken(${code}) as taken`.execute(transaction);
      if (rows[0]?.taken !== true && !(await ports.subjectCodeInRegister(transaction, code))) return code;
    }
    throw new Error(`no free subject code in ${subjectCodeAttempts} attempts`);
  },
  holderOfCreditCode: async (creditCode) => {
    const { rows } = await sql<{ holder: string | null }>`select credit_code_holder(${creditCode}) as holder`.execute(
      transaction,
    );
    return (rows[0]?.holder ?? undefined) as OrganisationId | undefined;
  },
  missingAttachments: async (hashes) => {
    const came = new Set(brought.files.map((file) => referenceOfFile(file).hash));
    const asked = hashes.filter((hash) => !came.has(hash));
    if (asked.length === 0) return [];
    const rows = await transaction
      .selectFrom('attachment')
      .select('hash')
      .where('hash', 'in', [...asked])
      .where('scanned', '!=', 'infected')
      .execute();
    const present = new Set(rows.map(({ hash }) => hash));
    return asked.filter((hash) => !present.has(hash));
  },
  provedByLog: async (claim, owner) => {
    if (ports.judgeLeaf === undefined) return 'unknown-key';
    const keys = await transaction
      .selectFrom('audit_key')
      .select('vkey')
      .where('organisation_id', '=', owner)
      .where('retired_at', 'is', null)
      .execute();
    return ports.judgeLeaf(
      claim,
      keys.map(({ vkey }) => vkey),
    );
  },
  bundleFindings: (id, owner) => bundleFindings(transaction, ports.files.keyring, id, owner),
  rolesIn: async (account, organisation) => {
    const row = await transaction
      .selectFrom('membership')
      .select('roles')
      .where('account_id', '=', account)
      .where('organisation_id', '=', organisation)
      .executeTakeFirst();
    return (row?.roles ?? []) as readonly string[] as readonly Role[];
  },
  officePosts: async (account) => {
    const { rows } = await sql<{
      organisation: string;
      level: OfficeLevel;
      place: string;
      department: string;
      roles: readonly Role[];
    }>`select organisation, level, place, department, roles from office_posts(${account})`.execute(transaction);
    return rows.map(({ organisation, ...post }) => ({ ...post, organisation: organisation as OrganisationId }));
  },
  hasActedFor: async (account, organisation) => {
    const { rows } = await sql<{ acted: boolean }>`select has_acted_for(${account}, ${organisation}) as acted`.execute(
      transaction,
    );
    return rows[0]?.acted === true;
  },
  holdersOf: async (role, organisation) => {
    const rows = await transaction
      .selectFrom('membership')
      .select('account_id')
      .where('organisation_id', '=', organisation)
      .where(sql<boolean>`${role} = any(roles)`)
      .orderBy('account_id')
      .execute();
    return rows.map(({ account_id: account }) => account as AccountId);
  },
  today: () => ports.today,
});
