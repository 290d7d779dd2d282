#!/usr/bin/env node
// `suanjian` on any Node from 18: hands over to the pinned Node 24, which runs the TypeScript as it is.
import { fileURLToPath } from 'node:url';
import { handOver } from '../../../tools/launch/hand-over.mjs';
import { findRuntime } from '../../../tools/launch/runtime.mjs';
import { sayRefusal } from '../../../tools/launch/words.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

try {
  process.exitCode = await handOver(findRuntime(ROOT), MAIN, process.argv.slice(2));
} catch (error) {
  sayRefusal(error);
  process.exitCode = 1;
}
