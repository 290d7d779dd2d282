import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { text } from '@suanjian/rulebook';
import { MigrationFault, StoreRightsMissing } from './errors.ts';
import type { Migration } from './migration.ts';

/** Any number will do as long as nobody else on the database uses it: "suanjian" in ASCII, shortened. */
const migrationLock = 0x73_75_61_6e;

const checksumOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');

interface Applied {
  readonly id: string;
  readonly checksum: string;
}

const ownLedger = async <Schema>(transaction: Transaction<Schema>): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
  const { rows } = await sql<{ may_create: boolean; ledger_owned: boolean | null; user: string }>`
    SELECT has_schema_privilege(current_user, 'public', 'CREATE') AS may_create, current_user AS "user",
      (SELECT pg_has_role(current_user, tableowner, 'USAGE') FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migration') AS ledger_owned`.execute(
    transaction,
  );
  const [rights] = rows;
  if (rights !== undefined && (!rights.may_create || rights.ledger_owned === false)) {
    throw new StoreRightsMissing(
      text(
        `数据库用户 ${rights.user} 不是模式 public 的所有者，不能建立数据表。请让数据库管理员执行：ALTER SCHEMA public OWNER TO ${rights.user}; 或改用数据表的所有者连接。`,
        `The database user ${rights.user} does not own the schema public and cannot make tables there. Ask the database administrator to run: ALTER SCHEMA public OWNER TO ${rights.user}; or connect as the owner of the tables.`,
      ),
    );
  }
  await sql`
    CREATE TABLE IF NOT EXISTS public.migration (
      id text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`.execute(transaction);
};

const readApplied = async <Schema>(transaction: Transaction<Schema>): Promise<Applied[]> => {
  const { rows } = await sql<Applied>`SELECT id, checksum FROM public.migration ORDER BY id COLLATE "C"`.execute(
    transaction,
  );
  return rows;
};

const assertListed = (migrations: readonly Migration[]): void => {
  migrations.forEach(({ id }, index) => {
    const before = migrations[index - 1];
    if (!/^\d{4}-[a-z0-9-]+$/.test(id) || (before !== undefined && before.id >= id)) {
      throw new MigrationFault(
        'migration-order',
        id,
        text(
          `迁移 ${id} 的编号格式不对，或不在应有的次序上。`,
          `Migration ${id} has a malformed id or stands out of order.`,
        ),
      );
    }
  });
};

const assertUnchanged = (applied: readonly Applied[], migrations: readonly Migration[]): void => {
  const known = new Map(migrations.map((migration) => [migration.id, migration]));
  for (const { id, checksum } of applied) {
    const migration = known.get(id);
    if (migration === undefined) {
      throw new MigrationFault(
        'migration-unknown',
        id,
        text(
          `数据库中有本版本不认识的迁移 ${id}，数据可能由更新的版本写成。请使用该版本或更新的版本。`,
          `The database has migration ${id}, which this version does not know: its data were probably written by a newer version. Use that version or a later one.`,
        ),
      );
    }
    if (checksumOf(migration) !== checksum) {
      throw new MigrationFault(
        'migration-changed',
        id,
        text(
          `迁移 ${id} 在执行之后被改动过。已执行的迁移不得修改，请恢复原文，并把改动写成新的迁移。`,
          `Migration ${id} was changed after it had been applied. Restore its text and put the change into a new migration.`,
        ),
      );
    }
  }
};

const assertNoneSkipped = (applied: readonly Applied[], next: Migration): void => {
  const last = applied.at(-1);
  if (last === undefined || last.id < next.id) return;
  throw new MigrationFault(
    'migration-order',
    next.id,
    text(
      `迁移 ${next.id} 排在已执行的 ${last.id} 之前。新的迁移必须加在最后。`,
      `Migration ${next.id} stands before ${last.id}, which is applied already. New migrations are added at the end.`,
    ),
  );
};

/** Applies the next pending migration in a transaction of its own; says whether there was one. */
const applyNext = <Schema>(database: Kysely<Schema>, migrations: readonly Migration[]): Promise<string | undefined> =>
  database.transaction().execute(async (transaction) => {
    await ownLedger(transaction);
    const applied = await readApplied(transaction);
    assertUnchanged(applied, migrations);
    const done = new Set(applied.map(({ id }) => id));
    const next = migrations.find(({ id }) => !done.has(id));
    if (next === undefined) return undefined;
    assertNoneSkipped(applied, next);
    try {
      await sql.raw(next.sql).execute(transaction);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationFault(
        'migration-failed',
        next.id,
        text(
          `迁移 ${next.id} 执行失败，已全部撤回：${reason}`,
          `Migration ${next.id} failed and was undone as a whole: ${reason}`,
        ),
        { cause: error },
      );
    }
    await sql`INSERT INTO public.migration (id, checksum) VALUES (${next.id}, ${checksumOf(next)})`.execute(
      transaction,
    );
    return next.id;
  });

/**
 * Brings the schema up to date and returns the ids applied now. Several processes may start at once: an advisory lock lets one through at a time, and each
 * re-reads what is applied. Throws `MigrationFault` or `StoreRightsMissing`.
 */
export const migrate = async <Schema>(
  database: Kysely<Schema>,
  migrations: readonly Migration[],
): Promise<readonly string[]> => {
  assertListed(migrations);
  const applied: string[] = [];
  for (let id = await applyNext(database, migrations); id !== undefined; id = await applyNext(database, migrations))
    applied.push(id);
  return applied;
};
