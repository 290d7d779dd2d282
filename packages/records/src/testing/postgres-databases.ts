import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store } from '../store/open-store.ts';
import { applicationRole } from '../store/row-security.ts';
import { schemaFingerprint } from './snapshot.ts';

/** Owns the test databases and is no superuser, as on a managed server: row security that only holds for superusers' absence would show. */
const owner = 'suanjian_test_owner';

const addressOf = (server: string, database: string, user?: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user !== undefined) {
    url.username = user;
    url.password = user;
  }
  return url.href;
};

const asAdministrator = async <Result>(
  server: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Makes the migrated template once per server and schema, whichever test process comes first. */
const ensureTemplate = (server: string): Promise<string> =>
  asAdministrator(server, async (client) => {
    const template = `suanjian_template_${schemaFingerprint()}`;
    await client.query('SELECT pg_advisory_lock(1937075566)');
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${owner}') THEN CREATE ROLE ${owner} LOGIN PASSWORD '${owner}'; END IF;
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') THEN CREATE ROLE ${applicationRole} NOLOGIN; END IF;
    END $$`);
    await client.query(`GRANT ${applicationRole} TO ${owner}`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      const unfinished = `${template}_unfinished`;
      await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${unfinished} OWNER ${owner} ENCODING 'UTF8' TEMPLATE template0`);
      const store = await openStore({ kind: 'postgres', url: addressOf(server, unfinished, owner) });
      await store.close();
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    }
    return template;
  });

let template: Promise<string> | undefined;

export interface TestDatabase {
  /** Address for the owner of the database, who is no superuser. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own on the test server: empty, or with the whole schema. */
export const createTestDatabase = async (server: string, content: 'empty' | 'migrated'): Promise<TestDatabase> => {
  const source = await (template ??= ensureTemplate(server));
  const name = `suanjian_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, (client) =>
    client.query(
      `CREATE DATABASE ${name} OWNER ${owner} ENCODING 'UTF8' TEMPLATE ${content === 'empty' ? 'template0' : source}`,
    ),
  );
  return {
    url: addressOf(server, name, owner),
    drop: () =>
      asAdministrator(
        server,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
};

/** A store on a database of its own, which goes when the store is closed. */
export const openTestPostgres = async (server: string): Promise<Store> => {
  const database = await createTestDatabase(server, 'migrated');
  const store = await openStore({ kind: 'postgres', url: database.url, connections: 4 });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await store.close();
    await database.drop();
  };
  return { ...store, close: () => (closing ??= close()) };
};
