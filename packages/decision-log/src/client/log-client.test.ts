import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLogService, type RunningLogService } from '../service/start.ts';
import { noon } from '../ingest/testing/rows.ts';
import { openTestLog, temporaryFolder, testNow } from '../ingest/testing/with-folder.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { createLogClient, type LogClient } from './log-client.ts';
import type { LogClientOptions, RefusedRecords } from './log-client-options.ts';

const record = (id: string, more = {}): Record<string, unknown> => ({
  kind: 'pin',
  intervention: id,
  provider: 'demo',
  time: noon,
  ...more,
});

const clientOf = async (options: Partial<LogClientOptions> & { readonly url: string }): Promise<LogClient> => {
  const client = await createLogClient({
    token: 'token',
    spoolFolder: await temporaryFolder(),
    clock: () => testNow,
    randomness: randomBytes,
    batchRows: 5,
    batchAge: 20,
    firstPause: 5,
    longestPause: 20,
    timeout: 2000,
    ...options,
  });
  onTestFinished(async () => {
    await client.close(0);
  });
  return client;
};

const serviceOn = async (log: DecisionLog, folder: string, port = 0): Promise<RunningLogService> => {
  const service = await startLogService({ log, folder, randomness: randomBytes, host: '127.0.0.1', port });
  onTestFinished(() => service.close());
  return service;
};

const idsIn = async (log: DecisionLog): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const { index } of log.view.index.entries()) {
    const rows = (await log.view.rows(index)).toString().trimEnd().split('\n');
    ids.push(...rows.map((row) => (JSON.parse(row) as { intervention: string }).intervention));
  }
  return ids;
};

const writeAll = async (client: LogClient, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await client.write('intervention', record(id));
};
const idsFrom = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `i${from + index}`);

/** A service of the test's own, which answers as it is told. */
const pretend = async (
  answer: (
    turn: number,
    id: string,
    body: string,
  ) => { status: number; headers?: Record<string, string>; body?: unknown } | 'cut',
): Promise<{ url: string; server: Server; ids: string[]; bodies: string[] }> => {
  const ids: string[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const id = String(request.headers['batch-id']);
      const content = Buffer.concat(pieces).toString();
      ids.push(id);
      bodies.push(content);
      const told = answer(ids.length, id, content);
      if (told === 'cut') response.destroy();
      else response.writeHead(told.status, told.headers).end(JSON.stringify(told.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, ids, bodies };
};

const taken = (id: string) => ({
  status: 200,
  body: { receipt: { batch: id, family: 'intervention', rows: 1, leaves: [] }, refused: 0, refusals: [] },
});

describe('a client', () => {
  test('delivers in batches and in order', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const service = await serviceOn(log, folder);
    const receipts: string[] = [];
    const client = await clientOf({
      url: service.url,
      token: service.token,
      onReceipt: ({ batch }) => receipts.push(batch),
    });
    await writeAll(client, idsFrom(0, 23));
    expect(await client.flush()).toBe('delivered');
    expect(await idsIn(log)).toEqual(idsFrom(0, 23));
    expect(receipts).toHaveLength(5);
    expect(client.waiting).toEqual({ memory: 0, spool: 0 });
  });

  test('sends a lonely record when it is old enough', async () => {
    const { url, bodies } = await pretend((_turn, id) => taken(id));
    const client = await clientOf({ url });
    await client.write('intervention', record('a'));
    await expect.poll(() => bodies).toHaveLength(1);
  });

  test('loses nothing while the service is away, also when its own process ends', async () => {
    const folder = await temporaryFolder();
    const spoolFolder = await temporaryFolder();
    const log = await openTestLog(folder);
    const first = await serviceOn(log, folder);
    const port = Number(new URL(first.url).port);
    const options = { url: first.url, token: first.token, spoolFolder };
    const client = await clientOf(options);
    await writeAll(client, idsFrom(0, 7));
    await client.flush();
    await first.close();
    await writeAll(client, idsFrom(7, 12));
    expect(await client.flush()).toBe('spooled');
    await client.write('intervention', record('i19'));
    expect(await client.close()).toBe('spooled');
    expect((await readdir(spoolFolder)).filter((name) => name.endsWith('.ndjson')).length).toBeGreaterThan(2);
    await expect(client.write('intervention', record('x'))).rejects.toMatchObject({ kind: 'closed' });
    await serviceOn(log, folder, port);
    const next = await clientOf(options);
    await next.write('intervention', record('i20'));
    expect(await next.flush()).toBe('delivered');
    expect(await idsIn(log)).toEqual(idsFrom(0, 21));
    expect((await readdir(spoolFolder)).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
  });

  test('retries with the same id and the same bytes when the connection breaks after the batch arrived', async () => {
    const { url, ids, bodies } = await pretend((turn, id) => (turn < 3 ? 'cut' : taken(id)));
    const client = await clientOf({ url });
    await writeAll(client, ['a', 'b']);
    await expect.poll(() => ids, { timeout: 10_000 }).toHaveLength(3);
    await expect.poll(() => client.waiting).toEqual({ memory: 0, spool: 0 });
    expect(new Set(ids).size).toBe(1);
    expect(new Set(bodies).size).toBe(1);
  });

  test('waits as long as a 503 asks, and says what is the matter', async () => {
    const troubles: string[] = [];
    const { url, ids } = await pretend((turn, id) =>
      turn === 1
        ? { status: 503, headers: { 'retry-after': '0' }, body: { reason: { zh: '落后', en: 'behind' } } }
        : taken(id),
    );
    const client = await clientOf({ url, onTrouble: ({ en }) => troubles.push(en) });
    await client.write('intervention', record('a'));
    await expect.poll(() => ids, { timeout: 10_000 }).toHaveLength(2);
    expect(troubles).toEqual(['The log service answered 503: behind']);
  });

  test('lays aside a batch that will never be taken, and goes on', async () => {
    const refused: RefusedRecords[] = [];
    const { url, ids } = await pretend((turn, id) =>
      turn === 1
        ? { status: 422, body: { refused: 5, refusals: [{ line: 1, field: '/x', reason: { zh: '', en: '' } }] } }
        : taken(id),
    );
    const client = await clientOf({ url, onRefused: (each) => refused.push(each) });
    await writeAll(client, idsFrom(0, 10));
    expect(await client.flush()).toBe('delivered');
    expect(ids).toHaveLength(2);
    expect(refused).toMatchObject([
      { batch: ids[0], refused: 5, refusals: [{ field: '/x' }], file: expect.stringContaining('refused') as string },
    ]);
  });

  test('keeps its memory within bounds: writing waits until there is room', async () => {
    let open = false;
    const { url } = await pretend((_turn, id) => (open ? taken(id) : { status: 503 }));
    const client = await clientOf({ url, mostMemory: 2000, mostSpool: 4000, batchRows: 10 });
    let written = 0;
    const all = (async () => {
      for (const id of idsFrom(0, 200)) {
        await client.write('intervention', record(id));
        written += 1;
      }
    })();
    await expect.poll(() => client.waiting.spool, { timeout: 10_000 }).toBeGreaterThanOrEqual(4000);
    expect(written).toBeLessThan(150);
    expect(client.waiting.memory).toBeLessThan(4000);
    open = true;
    await all;
    expect(await client.flush()).toBe('delivered');
  });

  test('refuses a record that does not fit at once', async () => {
    const { url } = await pretend((_turn, id) => taken(id));
    const client = await clientOf({ url });
    await expect(client.write('intervention', record('a', { kind: 'dance' }))).rejects.toMatchObject({
      faults: [{ field: '/kind' }],
    });
  });

  test('hashes raw ids before they leave memory', async () => {
    const { url, bodies } = await pretend((_turn, id) => taken(id));
    const client = await clientOf({
      url,
      rawIdentifiers: { epoch: 3, people: new Uint8Array(32).fill(1), traits: undefined },
    });
    await client.write('engagement', { action: 'like', provider: 'demo', time: noon, user: '13800138000' });
    await client.flush();
    expect(bodies[0]).toMatch(/"user":"p3_[A-Za-z0-9_-]{22}"/);
    expect(bodies[0]).not.toContain('138001');
  });

  test('with keep: spool has every batch on the disk before it is sent', async () => {
    const spoolFolder = await temporaryFolder();
    const seen: number[] = [];
    const { url } = await pretend((_turn, id) => taken(id));
    const client = await clientOf({ url, spoolFolder, keep: 'spool', onReceipt: () => seen.push(1) });
    await writeAll(client, idsFrom(0, 5));
    await expect.poll(() => seen.length).toBe(1);
    await client.flush();
    expect((await readdir(spoolFolder)).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
  });

  test('has its spool folder for itself', async () => {
    const { url } = await pretend((_turn, id) => taken(id));
    const spoolFolder = await temporaryFolder();
    await clientOf({ url, spoolFolder });
    await expect(clientOf({ url, spoolFolder })).rejects.toMatchObject({ kind: 'locked' });
  });
});
