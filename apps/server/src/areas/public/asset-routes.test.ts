import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetRoutes } from './asset-routes.ts';

const script = 'export const words = "a script";\n'.repeat(100);

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-assets-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'page-1.js'), script);
  await writeFile(join(folder, 'assets', 'page-1.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'assets', 'small-1.js'), 'export {};\n');
  app = Fastify();
  await app.register(assetRoutes(folder));
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const asked = (file: string, encodings: string) =>
  app.inject({ url: `/assets/${file}`, headers: { 'accept-encoding': encodings } });

test('what the build compressed is given as it is, for ever, to whoever takes it', async () => {
  const { headers, rawPayload } = await asked('page-1.js', 'gzip, br');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['content-type']).toMatch(/^(?:text|application)\/javascript/u);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(String(headers['vary'])).toMatch(/accept-encoding/iu);
  expect(brotliDecompressSync(rawPayload).toString()).toBe(script);
});

test.each([
  ['page-1.js', 'identity', script],
  ['small-1.js', 'gzip, br', 'export {};\n'],
])('%s asked for with %s comes plain', async (file, encodings, content) => {
  const { headers, payload } = await asked(file, encodings);
  expect(headers['content-encoding']).toBeUndefined();
  expect(payload).toBe(content);
});
