import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import {
  checkCheckpoint,
  cosignCheckpoint,
  fromHex,
  leafEntryHash,
  parseLeaf,
  signerFrom,
  verifyConsistency,
  verifyInclusion,
} from '@suanjian/evidence';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DecisionLogOptions } from '../ingest/decision-log.ts';
import { body, day, noon, row } from '../ingest/testing/rows.ts';
import { openTestLog, temporaryFolder } from '../ingest/testing/with-folder.ts';
import { tokenFile } from './bearer.ts';
import { startLogService, type StartOptions } from './start.ts';

const witness = signerFrom('witness.invalid', new Uint8Array(32).fill(7), 'cosignature');

const started = async (options: Partial<StartOptions> = {}, logOptions: Partial<DecisionLogOptions> = {}) => {
  const folder = await temporaryFolder();
  const log = await openTestLog(folder, logOptions);
  const service = await startLogService({
    log,
    folder,
    randomness: randomBytes,
    host: '127.0.0.1',
    port: 0,
    ...options,
  });
  onTestFinished(() => service.close());
  const call = (
    path: string,
    init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> =>
    fetch(`${service.url}${path}`, { ...init, headers: { authorization: `Bearer ${service.token}`, ...init.headers } });
  const post = (
    content: string | Buffer<ArrayBuffer>,
    headers: Record<string, string> = {},
    family = 'intervention',
  ): Promise<Response> =>
    call(`/v1/log/${family}`, {
      method: 'POST',
      body: content,
      headers: { 'content-type': 'application/x-ndjson', ...headers },
    });
  return { folder, log, service, call, post };
};

describe('records', () => {
  test('are durable when they are answered, and a retry is answered the same', async () => {
    const { post, log } = await started();
    const first = await post(body('a', 3), { 'batch-id': 'b-1' });
    expect(first.status).toBe(200);
    const answer = (await first.json()) as { receipt: unknown };
    expect(answer).toMatchObject({
      receipt: { batch: 'b-1', family: 'intervention', rows: 3 },
      repeated: false,
      accepted: 3,
      refused: 0,
    });
    expect((await log.view.rows(0)).toString()).toBe(body('a', 3));
    const again = await post(body('a', 3), { 'batch-id': 'b-1' });
    expect(await again.json()).toEqual({ ...answer, repeated: true });
    const other = await post(body('b', 3), { 'batch-id': 'b-1' });
    expect(other.status).toBe(409);
    expect(other.headers.get('content-type')).toContain('application/problem+json');
    expect(log.view.index.size).toBe(1);
  });

  test.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('come compressed as %s', async (encoding, compress) => {
    const { post, log } = await started();
    const answer = await post(Buffer.from(compress(body('a', 500))), { 'content-encoding': encoding });
    expect(answer.status).toBe(200);
    expect((await log.view.rows(0)).toString()).toBe(body('a', 500));
    const garbled = await post(Buffer.from('no such thing'), { 'content-encoding': encoding });
    expect(garbled.status).toBe(400);
    const cut = await post(Buffer.from(compress(body('a', 500)).subarray(0, 100)), { 'content-encoding': encoding });
    expect(cut.status).toBe(400);
    expect((await post(row('z'), { 'content-encoding': 'lzw' })).status).toBe(415);
  });

  test('are refused by line and field while the good ones go in', async () => {
    const { post } = await started();
    const answer = await post(`${row('a')}\n{"kind":"dance"}\n${row('b')}\n`);
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      accepted: 2,
      refused: 1,
      refusals: [
        { line: 2, field: '/intervention', reason: { zh: '缺少必填字段', en: 'this field is required and absent' } },
        { line: 2, field: '/kind' },
        { line: 2, field: '/provider' },
        { line: 2, field: '/time' },
      ],
    });
    const none = await post('{"kind":"dance"}\n');
    expect(none.status).toBe(422);
    expect(await none.json()).toMatchObject({ refused: 1, refusals: [{ line: 1 }, {}, {}, {}] });
  });

  test('with raw ids are refused, and the ids are not repeated', async () => {
    const { post } = await started();
    const answer = await post(
      JSON.stringify({ action: 'like', provider: 'demo', time: noon, user: '13800138000' }),
      {},
      'engagement',
    );
    const words = await answer.text();
    expect(answer.status).toBe(422);
    expect(words).toContain('raw id');
    expect(words).not.toContain('138001');
  });

  test('of a family that is none are answered with those there are', async () => {
    const { post } = await started();
    const answer = await post(row('a'), {}, 'interventions');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('exposure');
  });

  test('that are too long are refused by their number, and the others go in', async () => {
    const { post, log } = await started();
    const answer = await post(`${row('a')}\n"${'x'.repeat(3_000_000)}"\n${row('b')}\n"${'y'.repeat(2_000_000)}"`);
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({ accepted: 2, refused: 2, refusals: [{ line: 2 }, { line: 4 }] });
    expect((await log.view.rows(0)).toString()).toBe(`${row('a')}\n${row('b')}\n`);
  });

  test('in a body that is too large are not taken, also when it is only large once decoded', async () => {
    const { post, log } = await started({ mostBody: 10_000 });
    expect((await post(body('a', 500))).status).toBe(413);
    const small = Buffer.from(gzipSync(body('a', 500)));
    expect(small.length).toBeLessThan(10_000);
    expect((await post(small, { 'content-encoding': 'gzip' })).status).toBe(413);
    expect(log.view.index.size).toBe(0);
    expect((await post(body('a', 5))).status).toBe(200);
  });

  test('whose connection breaks leave nothing', async () => {
    const { service, log, post } = await started();
    await new Promise<void>((resolve) => {
      const sent = request(`${service.url}/v1/log/intervention`, {
        method: 'POST',
        headers: { authorization: `Bearer ${service.token}`, 'content-length': 1_000_000 },
      });
      sent.on('error', () => resolve());
      sent.write(body('a', 5));
      setTimeout(() => sent.destroy(), 50);
    });
    expect((await post(body('b', 5))).status).toBe(200);
    expect(log.view.index.size).toBe(1);
  });

  test('are put off while the disk is full or too much is under way', async () => {
    const full = await started({}, { keepFree: Number.MAX_SAFE_INTEGER });
    const answer = await full.post(row('a'));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]/);
    expect(await answer.json()).toMatchObject({ reason: { zh: expect.stringContaining('磁盘') as string } });
  });

  test('count as large as they become, beside others, not as small as they were declared', async () => {
    const { service, log, post } = await started({ mostUnderWay: 50_000 });
    const small = Buffer.from(gzipSync(body('a', 1000)));
    expect(small.length).toBeLessThan(25_000);
    const open = request(`${service.url}/v1/log/intervention`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.token}`, 'content-length': 10_000 },
    });
    open.on('error', () => undefined);
    open.write(row('b'));
    await expect.poll(async () => (await post(small, { 'content-encoding': 'gzip' })).status).toBe(503);
    open.destroy();
    // Alone a body may be larger than that.
    await expect
      .poll(async () => (await post(small, { 'content-encoding': 'gzip', 'batch-id': 'a' })).status)
      .toBe(200);
    expect(log.view.index.batch('a')).toHaveLength(1);
  });
});

describe('who may write', () => {
  test('shows the token, which lies in a file of its owner alone', async () => {
    const { service, folder } = await started();
    const bare = await fetch(`${service.url}/v1/log/intervention`, { method: 'POST', body: row('a') });
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toBe('Bearer');
    const wrong = await fetch(`${service.url}/v1/log/checkpoint`, { headers: { authorization: 'Bearer x' } });
    expect(wrong.status).toBe(401);
    expect((await stat(tokenFile(folder))).mode & 0o777).toBe(0o600);
    expect((await readFile(tokenFile(folder), 'utf8')).trim()).toBe(service.token);
    const health = await fetch(`${service.url}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok' });
  });

  test('is told what is wrong in the language asked for', async () => {
    const { service } = await started();
    const titleIn = async (language: string): Promise<unknown> =>
      (
        (await (await fetch(`${service.url}/nowhere`, { headers: { 'accept-language': language } })).json()) as {
          title: unknown;
        }
      ).title;
    expect([await titleIn('en-GB'), await titleIn('zh')]).toEqual(['A token is needed', '需要令牌']);
  });
});

describe('evidence', () => {
  test('comes with proofs that hold', async () => {
    const { post, call, log } = await started();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await post(row(id, noon + day));
    const note = await (await call('/v1/log/checkpoint')).text();
    const checked = checkCheckpoint(note, { logs: [log.verifier] });
    expect(checked.outcome).toBe('trusted');
    const digest = (value: string): Uint8Array => fromHex(value, 32) ?? new Uint8Array();
    const leaf = (await (await call('/v1/log/leaves/2')).json()) as { leaf: unknown; hash: string; deleted: boolean };
    expect(leaf.deleted).toBe(false);
    const inclusion = (await (await call('/v1/log/proofs/inclusion?leaf=2')).json()) as {
      root: string;
      path: string[];
      size: number;
    };
    expect(
      verifyInclusion({
        leaf: leafEntryHash(parseLeaf(leaf.leaf)),
        index: 2,
        size: inclusion.size,
        root: digest(inclusion.root),
        path: inclusion.path.map(digest),
      }),
    ).toBe(true);
    const consistency = (await (await call('/v1/log/proofs/consistency?from=3')).json()) as {
      olderRoot: string;
      root: string;
      path: string[];
    };
    expect(
      verifyConsistency({
        olderSize: 3,
        size: 5,
        olderRoot: digest(consistency.olderRoot),
        root: digest(consistency.root),
        path: consistency.path.map(digest),
      }),
    ).toBe(true);
  });

  test('that is not there is said to be so', async () => {
    const { call } = await started();
    expect((await call('/v1/log/leaves/7')).status).toBe(404);
    expect((await call('/v1/log/leaves/x')).status).toBe(400);
    expect((await call('/v1/log/proofs/inclusion?leaf=0')).status).toBe(400);
    expect((await call('/v1/log/proofs/consistency?from=1')).status).toBe(400);
  });

  test('takes the cosignatures of witnesses that are trusted', async () => {
    const { call, post } = await started({ witnesses: [witness.verifier] });
    await post(row('a'));
    const note = await (await call('/v1/log/checkpoint')).text();
    const cosigned = cosignCheckpoint(note, witness, 1_795_000_000);
    const sent = await call('/v1/log/checkpoint/cosignatures', { method: 'POST', body: cosigned });
    expect(await sent.text()).toContain('witness.invalid');
    expect(await (await call('/v1/log/checkpoint')).text()).toContain('witness.invalid');
    const bare = await call('/v1/log/checkpoint/cosignatures', { method: 'POST', body: note });
    expect(bare.status).toBe(400);
    expect((await call('/v1/log/checkpoint/cosignatures', { method: 'POST', body: 'no note' })).status).toBe(400);
  });
});

test('large bodies are sorted in other threads, with the same result', async () => {
  const { post, log } = await started({}, { threads: 2 });
  const bodies = Array.from({ length: 6 }, (_, index) => body(`x${index}`, 5000, noon + (index % 2) * day));
  const answers = await Promise.all(bodies.map((each) => post(`${each}bad\n`)));
  expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 207));
  for (const [index, answer] of answers.entries()) {
    const { receipt } = (await answer.json()) as { receipt: { leaves: { index: number }[] } };
    expect((await log.view.rows(receipt.leaves[0]?.index ?? -1)).toString()).toBe(bodies[index]);
  }
});
