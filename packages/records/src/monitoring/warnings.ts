import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';
import type { MonitoringTables } from '../migrations/monitoring-tables.ts';

/** What a warning rests on: aggregates and counts, no rows. Sealed under the key of the organisation it is about. */
const content = z.object({
  seen: z.number(),
  expected: z.number(),
  usual: z.tuple([z.number(), z.number()]),
  p: z.number(),
  q: z.number(),
  tested: z.number(),
  direction: z.enum(['up', 'down']),
  dispersion: z.number(),
  past: z.number(),
  /** Days that the figure is about; one unless it says otherwise. */
  days: z.number().optional(),
  /** Days before it with what they brought; null where it was suppressed. */
  history: z.array(z.tuple([z.string(), z.number().nullable()])),
  bundles: z.array(z.object({ id: z.string(), filing: z.string(), hash: z.string() })),
});
export type WarningContent = z.infer<typeof content>;

export type WarningStatus = MonitoringTables['monitoring_warning']['status'];
export type WarningAction = MonitoringTables['monitoring_act']['action'];

export interface WarningEntry {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly provider: string;
  readonly filing?: MatterId;
  readonly place: string;
  readonly indicator: string;
  readonly version: number;
  readonly subject: string;
  readonly day: CivilDate;
  readonly lastDay: CivilDate;
  readonly status: WarningStatus;
  readonly sharedAt?: Instant;
  readonly createdAt: Instant;
}

export interface WarningAct {
  readonly action: WarningAction;
  readonly account?: string;
  readonly organisation?: string;
  readonly reason?: string;
  readonly matter?: { readonly kind: string; readonly id: MatterId };
  readonly at: Instant;
}

export interface NewWarning extends Omit<WarningEntry, 'provider' | 'lastDay' | 'status' | 'sharedAt'> {
  readonly content: WarningContent;
}

const placeOf = (organisation: string, id: string): string => `monitoring-warning/${organisation}/${id}`;

/** By the server itself, in the scope of nobody. */
export const raiseWarning = async (
  transaction: Transaction<Database>,
  keyring: Keyring,
  random: KeyringPorts['random'],
  warning: NewWarning,
): Promise<void> => {
  const { id, organisation } = warning;
  const { keyId, bytes } = await sealBytes(
    Buffer.from(JSON.stringify(warning.content)),
    keyring,
    { kind: 'organisation', id: organisation },
    placeOf(organisation, id),
    random,
  );
  await transaction
    .insertInto('monitoring_warning')
    .values({
      id,
      organisation_id: organisation,
      filing_id: warning.filing ?? null,
      place: warning.place,
      indicator_id: warning.indicator,
      version: warning.version,
      subject: warning.subject,
      day: warning.day,
      last_day: warning.day,
      status: 'new',
      shared_at: null,
      key_id: keyId,
      content: bytes,
      created_at: warning.createdAt,
    })
    .execute();
  await addAct(transaction, { warning: id, action: 'raised', at: warning.createdAt });
};

/** A series that goes on warning: the warning that stands gets another day. */
export const continueWarning = async (
  transaction: Transaction<Database>,
  { id, day, at }: { readonly id: string; readonly day: CivilDate; readonly at: Instant },
): Promise<void> => {
  await sql`update monitoring_warning set last_day = greatest(last_day, ${day}::date) where id = ${id}`.execute(
    transaction,
  );
  await addAct(transaction, { warning: id, action: 'continued', at });
};

/** The latest warning of a series that ended no more than this many days before. */
export const standingWarning = async (
  transaction: Transaction<Database>,
  of: {
    readonly organisation: OrganisationId;
    readonly indicator: string;
    readonly subject: string;
    readonly since: CivilDate;
  },
): Promise<string | undefined> => {
  const row = await transaction
    .selectFrom('monitoring_warning')
    .select('id')
    .where('organisation_id', '=', of.organisation)
    .where('indicator_id', '=', of.indicator)
    .where('subject', '=', of.subject)
    .where('status', '!=', 'dismissed')
    .where('last_day', '>=', of.since)
    .orderBy('last_day', 'desc')
    .executeTakeFirst();
  return row?.id;
};

const columns = sql`warning.id, warning.organisation_id, names.name as provider, warning.filing_id, warning.place, warning.indicator_id, warning.version,
  warning.subject, warning.day, warning.last_day, warning.status, warning.shared_at, warning.created_at`;

interface Row extends Omit<MonitoringTables['monitoring_warning'], 'key_id' | 'content'> {
  readonly provider: string | null;
}

const entryOf = (row: Row): WarningEntry => ({
  id: row.id,
  organisation: row.organisation_id as OrganisationId,
  provider: row.provider ?? '',
  place: row.place,
  indicator: row.indicator_id,
  version: row.version,
  subject: row.subject,
  day: row.day as CivilDate,
  lastDay: row.last_day as CivilDate,
  status: row.status,
  createdAt: row.created_at as Instant,
  ...(row.filing_id === null ? {} : { filing: row.filing_id as MatterId }),
  ...(row.shared_at === null ? {} : { sharedAt: row.shared_at as Instant }),
});

/** Warnings that the transaction's scope may see, the newest days first. */
export const listWarnings = async (
  transaction: Transaction<Database>,
  { most, organisation }: { readonly most: number; readonly organisation?: OrganisationId },
): Promise<readonly WarningEntry[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from monitoring_warning as warning
    left join lateral organisation_names(array[warning.organisation_id]) as names on true
    where ${organisation === undefined ? sql`true` : sql`warning.organisation_id = ${organisation}`}
    order by warning.status <> 'new', warning.last_day desc, warning.id limit ${most}`.execute(transaction);
  return rows.map(entryOf);
};

/** One warning with what is behind it and what was done, if the transaction's scope may see it. Throws the errors of `openBytes`. */
export const findWarning = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  id: string,
): Promise<(WarningEntry & { readonly content: WarningContent; readonly acts: readonly WarningAct[] }) | undefined> => {
  const { rows } = await sql<Row & { key_id: string; content: Uint8Array }>`
    select ${columns}, warning.key_id, warning.content from monitoring_warning as warning
    left join lateral organisation_names(array[warning.organisation_id]) as names on true
    where warning.id = ${id}`.execute(transaction);
  const [row] = rows;
  if (row === undefined) return undefined;
  const bytes = await openBytes(
    { keyId: row.key_id, bytes: Buffer.from(row.content) },
    keyring,
    placeOf(row.organisation_id, id),
  );
  const acts = await transaction
    .selectFrom('monitoring_act')
    .selectAll()
    .where('warning_id', '=', id)
    .orderBy('number')
    .execute();
  return {
    ...entryOf(row),
    content: content.parse(JSON.parse(bytes.toString('utf8'))),
    acts: acts.map((act) => ({
      action: act.action,
      at: act.at as Instant,
      ...(act.account_id === null ? {} : { account: act.account_id }),
      ...(act.organisation_id === null ? {} : { organisation: act.organisation_id }),
      ...(act.reason === null ? {} : { reason: act.reason }),
      ...(act.matter_kind === null || act.matter_id === null
        ? {}
        : { matter: { kind: act.matter_kind, id: act.matter_id as MatterId } }),
    })),
  };
};

export interface NewAct extends WarningAct {
  readonly warning?: string;
  readonly silence?: string;
}

/** What was done, by whom and why; never changed afterwards. */
export const addAct = async (transaction: Transaction<Database>, act: NewAct): Promise<void> => {
  await transaction
    .insertInto('monitoring_act')
    .values({
      warning_id: act.warning ?? null,
      silence_id: act.silence ?? null,
      action: act.action,
      account_id: act.account ?? null,
      organisation_id: act.organisation ?? null,
      reason: act.reason ?? null,
      matter_kind: act.matter?.kind ?? null,
      matter_id: act.matter?.id ?? null,
      at: act.at,
    })
    .execute();
};

export const setWarningStatus = async (
  transaction: Transaction<Database>,
  { id, from, to }: { readonly id: string; readonly from: WarningStatus; readonly to: WarningStatus },
): Promise<boolean> => {
  const done = await transaction
    .updateTable('monitoring_warning')
    .set({ status: to })
    .where('id', '=', id)
    .where('status', '=', from)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
};

/** From now on the provider sees it; once only. */
export const shareWarning = async (transaction: Transaction<Database>, id: string, at: Instant): Promise<boolean> => {
  const done = await transaction
    .updateTable('monitoring_warning')
    .set({ shared_at: at })
    .where('id', '=', id)
    .where('shared_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
};
