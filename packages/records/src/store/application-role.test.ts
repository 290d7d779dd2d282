import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgresServer, type PostgresServer } from '../testing/postgres-server.ts';
import { openStore, type Store } from './open-store.ts';
import { migrations } from '../migrations/index.ts';

/** Roles belong to the whole server, so these tests have one of their own. */
describe('rights on a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(async () => {
    if (server.kind === 'running') await server.stop();
  });

  const administer = async (address: string, statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };

  /** A server where `user` with these attributes owns a new database; skips the test with the reason when there is no server. */
  const prepared = async (
    context: { skip: (note: string) => never },
    user: string,
    attributes: string,
  ): Promise<{ as: (user: string) => string; admin: string }> => {
    if (server.kind === 'absent') return context.skip(server.reason.en);
    const { url } = server;
    const as = (who: string): string => {
      const address = new URL(url);
      address.username = who;
      address.pathname = `/${user}`;
      return address.href;
    };
    await administer(url, [
      'DROP ROLE IF EXISTS suanjian_app',
      `CREATE ROLE ${user} LOGIN ${attributes}`,
      `CREATE DATABASE ${user} OWNER ${user}`,
    ]);
    return { as, admin: as('postgres') };
  };

  const dropped = async (admin: string): Promise<void> =>
    administer(admin, ['DROP OWNED BY suanjian_app', 'DROP ROLE suanjian_app']);

  const inScopeUser = async (store: Store): Promise<unknown> => {
    const rows = await store.inScope({}, (transaction) =>
      transaction.selectFrom('installation').select('only_one').execute(),
    );
    await store.close();
    return rows;
  };

  it('makes the role where the user may, and takes it on', async (context) => {
    const { as, admin } = await prepared(context, 'creator', 'CREATEROLE');
    await expect(inScopeUser(await openStore({ kind: 'postgres', url: as('creator') }))).resolves.toEqual([
      { only_one: true },
    ]);
    await dropped(admin);
  });

  it('says what to ask the administrator for where the user may not, and works once that is done', async (context) => {
    const { as, admin } = await prepared(context, 'tenant', 'NOCREATEROLE');
    const refused = await openStore({ kind: 'postgres', url: as('tenant') }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'store-rights-missing' });
    const statements = /CREATE ROLE suanjian_app NOLOGIN; GRANT suanjian_app TO tenant;/.exec(
      (refused as Error).message,
    )?.[0];
    await administer(admin, [statements ?? '']);
    await expect(inScopeUser(await openStore({ kind: 'postgres', url: as('tenant') }))).resolves.toEqual([
      { only_one: true },
    ]);
    await dropped(admin);
  });

  it('refuses a role that passes over row security', async (context) => {
    const { as, admin } = await prepared(context, 'trusting', 'NOCREATEROLE');
    await administer(admin, ['CREATE ROLE suanjian_app NOLOGIN BYPASSRLS', 'GRANT suanjian_app TO trusting']);
    await expect(openStore({ kind: 'postgres', url: as('trusting') })).rejects.toMatchObject({
      code: 'store-rights-missing',
    });
    await dropped(admin);
  });

  it('refuses a user who does not own the schema', async (context) => {
    const { as, admin } = await prepared(context, 'landlord', 'CREATEROLE');
    await administer(admin, ['CREATE ROLE guest LOGIN CREATEROLE']);
    await expect(
      openStore({ kind: 'postgres', url: as('guest'), migrations: migrations.slice(0, 1) }),
    ).rejects.toMatchObject({
      code: 'store-rights-missing',
      message: expect.stringContaining('ALTER SCHEMA public OWNER TO guest'),
    });
    await dropped(admin);
  });
});
