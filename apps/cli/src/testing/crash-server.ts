import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { assemble, readConfig } from '@suanjian/server';

/*
 * A server without pages that is about to be killed: prints `ready` when it is loaded, waits for a line, then opens the stores, listens
 * and prints its address. Loading while its predecessor still lives keeps the test short.
 */
const config = readConfig({ DATA_DIR: process.argv[2], PORT: '0' }, process.cwd());
// A process that is killed keeps nothing of what it has compiled for the next.
flushCompileCache();
process.stdout.write('ready\n');
const lines = createInterface({ input: process.stdin });
await once(lines, 'line');
const { app } = await assemble(config, { app: { requestsPerMinute: 0 } });
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
