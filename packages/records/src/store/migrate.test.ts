import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withStores } from '../testing/with-stores.ts';
import { migrations } from '../migrations/index.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';

const first: Migration = { id: '9001-first', sql: 'CREATE TABLE first (n int); INSERT INTO first VALUES (1);' };
const second: Migration = { id: '9002-second', sql: 'ALTER TABLE first ADD COLUMN m int;' };

withStores(({ open }) => {
  it('applies what is pending once, in order', async () => {
    const { database } = await open();
    await expect(migrate(database, [...migrations, first])).resolves.toEqual([first.id]);
    await expect(migrate(database, [...migrations, first, second])).resolves.toEqual([second.id]);
    await expect(migrate(database, [...migrations, first, second])).resolves.toEqual([]);
    const { rows } = await sql`SELECT * FROM first`.execute(database);
    expect(rows).toEqual([{ n: 1, m: null }]);
  });

  it('lets several starters through one at a time', async () => {
    const { database } = await open();
    const all = [...migrations, first, second];
    const applied = await Promise.all([migrate(database, all), migrate(database, all), migrate(database, all)]);
    expect(applied.flat().sort()).toEqual([first.id, second.id]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const { database } = await open();
    await migrate(database, [...migrations, first]);
    const changed = { ...first, sql: `${first.sql} -- better` };
    await expect(migrate(database, [...migrations, changed])).rejects.toMatchObject({
      code: 'migration-changed',
      migration: first.id,
    });
  });

  it('refuses data of a newer version, and migrations that are not at the end', async () => {
    const { database } = await open();
    const later: Migration = { id: '9009-later', sql: 'CREATE TABLE later ()' };
    await migrate(database, [...migrations, later]);
    await expect(migrate(database, migrations)).rejects.toMatchObject({
      code: 'migration-unknown',
      migration: later.id,
    });
    await expect(migrate(database, [...migrations, first, later])).rejects.toMatchObject({
      code: 'migration-order',
      migration: first.id,
    });
    await expect(migrate(database, [...migrations, later, first])).rejects.toMatchObject({ code: 'migration-order' });
    await expect(migrate(database, [...migrations, { id: 'x', sql: '' }])).rejects.toMatchObject({
      code: 'migration-order',
    });
  });

  it('undoes a failing migration as a whole and keeps those before it', async () => {
    const { database } = await open();
    const failing: Migration = { id: '9003-failing', sql: 'DROP TABLE first; SELECT 1/0;' };
    await expect(migrate(database, [...migrations, first, failing])).rejects.toMatchObject({
      code: 'migration-failed',
      migration: failing.id,
    });
    const { rows } = await sql`SELECT count(*) FROM first`.execute(database);
    expect(rows).toEqual([{ count: 1 }]);
    await expect(migrate(database, [...migrations, first])).resolves.toEqual([]);
  });
});
