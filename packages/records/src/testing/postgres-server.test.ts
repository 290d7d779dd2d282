import { existsSync, statSync } from 'node:fs';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startPostgresServer } from './postgres-server.ts';

it('starts a PostgreSQL as an ordinary user on a socket of its own, and leaves nothing behind', async (context) => {
  const server = await startPostgresServer();
  if (server.kind === 'absent') context.skip(server.reason.en);
  if (server.kind !== 'running') return;
  const folder = new URL(server.url).searchParams.get('host') ?? '';
  try {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('listen_addresses') AS network, current_setting('is_superuser') AS superuser",
    );
    await client.end();
    expect(rows).toEqual([{ network: '', superuser: 'on' }]);
    expect(statSync(folder).uid).not.toBe(0);
  } finally {
    await server.stop();
  }
  expect(existsSync(folder)).toBe(false);
});
