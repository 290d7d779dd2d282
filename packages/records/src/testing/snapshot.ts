import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrations } from '../migrations/index.ts';
import { openStore } from '../store/open-store.ts';

/** Names a schema together with the engine that holds it: what was made from another one is never used. */
export const schemaFingerprint = (): string => {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))));
  for (const { id, sql } of migrations) hash.update(`${id}\n${sql}\n`);
  return hash.digest('hex').slice(0, 16);
};

export const testCache = fileURLToPath(new URL('../../../../node_modules/.cache/suanjian-test/', import.meta.url));

const readCached = (file: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
};

let image: Promise<Uint8Array<ArrayBuffer>> | undefined;

const make = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const file = `${testCache}embedded-${schemaFingerprint()}.tar`;
  const cached = readCached(file);
  if (cached !== undefined) return cached;
  const store = await openStore({ kind: 'embedded', directory: undefined });
  const fresh = await store.engine.dump();
  await store.close();
  mkdirSync(testCache, { recursive: true });
  // Several test files may do this at once: each writes its own and the last one in place wins.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, fresh);
  renameSync(unfinished, file);
  return fresh;
};

/** An image of an embedded store with the whole schema, made once and kept between runs: starting from it takes a fraction of a first start. */
export const migratedSnapshot = (): Promise<Uint8Array<ArrayBuffer>> => (image ??= make());
