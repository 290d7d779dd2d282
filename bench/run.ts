// `npm run bench [-- NAME…]`: runs bench/<name>.bench.ts, prints every claim with its ratio, writes bench/results.json.
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { describeLimit, holds, type Ratio } from './ratio.ts';

const FOLDER = import.meta.dirname;
const ENDING = '.bench.ts';

interface Measured {
  readonly name: string;
  readonly ratios: readonly Ratio[];
  readonly failed: boolean;
}

function chosenNames(): readonly string[] {
  const all = readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length === 0) return wanted.length === 0 ? all : wanted;
  console.error(`没有这样的基准 no such bench: ${unknown.join(', ')}（有 there are: ${all.join(', ')}）`);
  return process.exit(2);
}

function measure(name: string): Promise<Measured> {
  return new Promise((resolve) => {
    const child = fork(join(FOLDER, 'one.ts'), [join(FOLDER, `${name}${ENDING}`)]);
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    let ratios: readonly Ratio[] = [];
    child.on('message', (message) => {
      ratios = message as readonly Ratio[];
    });
    child.once('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      // A bench that measured nothing has kept no claim.
      resolve({ name, ratios, failed: code !== 0 || ratios.length === 0 });
    });
  });
}

function print({ name, ratios, failed }: Measured): void {
  console.log(`\n${name}${failed ? ' ✗ 没有结果 no result' : ''}`);
  for (const ratio of ratios) {
    console.log(
      `  ${holds(ratio) ? '✓' : '✗'} ${ratio.ratio.toPrecision(3)} (${describeLimit(ratio)})  ${ratio.claim}`,
    );
    const details = Object.entries(ratio.details).map(([key, value]) => `${key} ${value}`);
    if (details.length > 0) console.log(`      ${details.join(', ')}`);
  }
}

const measured: Measured[] = [];
for (const name of chosenNames()) {
  const result = await measure(name);
  print(result);
  measured.push(result);
}
const machine = {
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
};
const RESULTS = join(FOLDER, 'results.json');
interface Results {
  readonly measured: string;
  readonly benches: readonly { readonly name: string; readonly measured?: string }[];
}
const now = new Date().toISOString();
const fresh = measured.map(({ name, ratios }) => ({
  name,
  measured: now,
  ratios: ratios.map((ratio) => ({ ...ratio, holds: holds(ratio) })),
}));
// Benches that were not asked for keep what they showed last time, with its date.
const before = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : undefined;
const kept = (before?.benches ?? [])
  .filter(({ name }) => !fresh.some((bench) => bench.name === name))
  .map((bench) => ({ ...bench, measured: bench.measured ?? before?.measured }));
const benches = [...kept, ...fresh].toSorted((one, other) => (one.name < other.name ? -1 : 1));
writeFileSync(RESULTS, `${JSON.stringify({ measured: now, machine, benches }, undefined, 2)}\n`);
const missed = measured.flatMap(({ ratios }) => ratios).filter((ratio) => !holds(ratio)).length;
const broken = measured.filter(({ failed }) => failed).length;
console.log(`\n${missed} 项未达标 missed, ${broken} 项无结果 without result → bench/results.json`);
process.exitCode = missed + broken > 0 || measured.length === 0 ? 1 : 0;
