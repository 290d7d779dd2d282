/**
 * A process that is meant to be killed: opens the embedded store in the folder it is given and inserts one row after another, writing each
 * number to its output once the store has acknowledged it.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openStore } from '../store/open-store.ts';

const [directory, fillerBytes = '900'] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: insert-until-killed.ts FOLDER [BYTES]');

const store = await openStore({ kind: 'embedded', directory });
await sql`CREATE TABLE IF NOT EXISTS acknowledged (number bigserial PRIMARY KEY, filler text NOT NULL)`.execute(
  store.database,
);
writeSync(1, 'open\n');
// Random, so that it cannot be compressed.
const filler = randomBytes(Number(fillerBytes)).toString('base64');
for (;;) {
  const { rows } = await sql<{
    number: number;
  }>`INSERT INTO acknowledged (filler) VALUES (${filler}) RETURNING number`.execute(store.database);
  writeSync(1, `${rows[0]?.number}\n`);
}
