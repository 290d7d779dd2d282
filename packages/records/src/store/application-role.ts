import { sql, type Kysely } from 'kysely';
import { text, type Text } from '@suanjian/rulebook';
import { StoreRightsMissing } from './errors.ts';
import { applicationRole } from './row-security.ts';

interface RoleState {
  readonly version: number;
  readonly user: string;
  readonly superuser: boolean;
  readonly exists: boolean;
  readonly harmless: boolean;
}

const readState = async <Schema>(database: Kysely<Schema>): Promise<RoleState> => {
  const { rows } = await sql<RoleState>`
    SELECT current_setting('server_version_num')::int AS version, current_user AS "user",
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
      EXISTS (SELECT FROM pg_roles WHERE rolname = ${applicationRole}) AS exists,
      NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${applicationRole} AND (rolsuper OR rolbypassrls OR rolcreaterole)) AS harmless`.execute(
    database,
  );
  const [state] = rows;
  if (state === undefined) throw new Error('The server did not describe its roles');
  return state;
};

const stateCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const instructions = (user: string): Text =>
  text(
    `数据库用户 ${user} 不能创建或使用行级安全所需的角色 ${applicationRole}。请让数据库管理员执行一次：CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${user}; 然后重新启动。`,
    `The database user ${user} may not create or take on the role ${applicationRole}, which row security needs. Ask the database administrator to run once: CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${user}; then start again.`,
  );

const duplicate = new Set(['42710', '23505']);

/** Runs one statement in a savepoint of its own kind: outside any transaction, so that a refusal spoils nothing. */
const attempt = async <Schema>(database: Kysely<Schema>, statement: string, user: string): Promise<void> => {
  try {
    await sql.raw(statement).execute(database);
  } catch (error) {
    // Another process was faster: roles belong to the whole server, not to one database.
    if (duplicate.has(stateCode(error))) return;
    if (stateCode(error) === '42501') throw new StoreRightsMissing(instructions(user), { cause: error });
    throw error;
  }
};

const mayTakeOn = async <Schema>(database: Kysely<Schema>, version: number): Promise<boolean> => {
  // Before version 16 there was no right to SET ROLE apart from membership.
  const right = version >= 160_000 ? 'SET' : 'MEMBER';
  const { rows } = await sql<{
    may: boolean;
  }>`SELECT pg_has_role(current_user, ${applicationRole}, ${right}) AS may`.execute(database);
  return rows[0]?.may === true;
};

/** Makes sure the application role exists, can be taken on by the connecting user and cannot pass over row security. Run before migrations, which grant to it. */
export const ensureApplicationRole = async <Schema>(database: Kysely<Schema>): Promise<void> => {
  const before = await readState(database);
  if (!before.exists) {
    await attempt(
      database,
      `CREATE ROLE ${applicationRole} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
      before.user,
    );
  }
  if (!(await mayTakeOn(database, before.version))) {
    await attempt(database, `GRANT ${applicationRole} TO CURRENT_USER`, before.user);
  }
  const { harmless } = await readState(database);
  if (!harmless) {
    throw new StoreRightsMissing(
      text(
        `角色 ${applicationRole} 拥有可绕过行级安全的权限，不能使用。请让数据库管理员执行：ALTER ROLE ${applicationRole} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
        `The role ${applicationRole} has rights that pass over row security and cannot be used. Ask the database administrator to run: ALTER ROLE ${applicationRole} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
      ),
    );
  }
};
