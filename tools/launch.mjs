// The one door to the project: `node tools/launch.mjs start|test|bench|check|generate [arguments…]` on any Node from 18.
// Plain JavaScript without dependencies, because it runs before anything is installed and before the pinned Node is there.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './launch/hand-over.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { findRuntime } from './launch/runtime.mjs';
import { Refusal, sayRefusal } from './launch/words.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SCRIPTS = {
  start: ['apps/cli/src/main.ts', 'serve', '--demo-if-empty'],
  test: ['tools/test/run.ts'],
  check: ['tools/check.ts'],
  bench: ['bench/run.ts'],
  generate: ['tools/generate/write.ts'],
};

async function main([name, ...args]) {
  if (!Object.hasOwn(SCRIPTS, name)) {
    const names = Object.keys(SCRIPTS).join(' | ');
    throw new Refusal({ zh: `用法：node tools/launch.mjs ${names}`, en: `Usage: node tools/launch.mjs ${names}` });
  }
  const [script, ...fixed] = SCRIPTS[name];
  await ensureInstalled(ROOT);
  return handOver(findRuntime(ROOT), join(ROOT, script), [...fixed, ...args]);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  sayRefusal(error);
  process.exitCode = 1;
}
