import { openEmbedded } from '../store/embedded/open-embedded.ts';

/** A process that holds the store of a folder until it is killed: `node hold-store.ts FOLDER`. Says where ClickHouse runs. */
const [folder = ''] = process.argv.slice(2);
const store = await openEmbedded({ folder });
await store.writer.command('CREATE TABLE IF NOT EXISTS kept (n Int64) ENGINE = MergeTree ORDER BY n');
await store.writer.insert('kept', '{"n":1}', { format: 'JSONEachRow' });
process.stdout.write(`${store.held}\n`);
setInterval(() => undefined, 60_000);
