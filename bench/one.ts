// Runs one bench in a process of its own (what ran before must not have warmed or filled anything) and sends its ratios to bench/run.ts.
import { pathToFileURL } from 'node:url';
import type { Bench } from './ratio.ts';

const [path] = process.argv.slice(2);
if (path === undefined || process.send === undefined) throw new Error('bench/one.ts is started by bench/run.ts');
const bench = (await import(pathToFileURL(path).href)) as Bench;
process.send(await bench.run());
process.disconnect();
