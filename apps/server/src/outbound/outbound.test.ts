import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { OutboundFault } from './faults.ts';
import { createOutbound, type OutboundOptions } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';
import type { ResolvedAddress } from './target.ts';

const open: { close(): unknown; closeAllConnections?: () => void }[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

const listening = async (server: Server, host: string): Promise<number> => {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
};

/** A server on loopback that remembers what it was asked. */
const serve = async (
  listener: RequestListener,
  host = '127.0.0.1',
): Promise<{ port: number; seen: IncomingMessage[] }> => {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    listener(request, response);
  });
  return { port: await listening(server, host), seen };
};

const loopback = (address: string): readonly ResolvedAddress[] => [{ address, family: 4 }];
const onlyTestServer = (address: string): boolean => address === '127.0.0.1' || isPublicAddress(address);
const client = (options: OutboundOptions = {}) =>
  createOutbound({ permits: onlyTestServer, resolve: async () => loopback('127.0.0.1'), ...options });

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'answered';
  } catch (error) {
    if (error instanceof OutboundFault) return error.code;
    throw error;
  }
};

describe('contacting a foreign address', () => {
  it('answers with status, type and body, and says where it came from', async () => {
    const { port, seen } = await serve((_request, response) =>
      response.writeHead(201, { 'content-type': 'text/plain' }).end('received'),
    );
    const answer = await client().fetch({
      address: `http://hooks.example:${port}/in?x=1#part`,
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect({ ...answer, body: Buffer.from(answer.body).toString() }).toEqual({
      status: 201,
      type: 'text/plain',
      body: 'received',
      address: `http://hooks.example:${port}/in?x=1`,
    });
    expect(seen.map(({ method, url, headers }) => [method, url, headers.host, headers['accept-encoding']])).toEqual([
      ['POST', '/in?x=1', `hooks.example:${port}`, 'identity'],
    ]);
  });

  it('never reaches a loopback server without the allowance of a test', async () => {
    const { port, seen } = await serve((_request, response) => response.end('secret'));
    const outbound = createOutbound();
    for (const host of ['127.0.0.1', '2130706433', '0177.0.0.1', '[::ffff:127.0.0.1]', '0', '127.1.', 'localhost'])
      expect([host, await codeOf(outbound.fetch({ address: `http://${host}:${port}/` }))]).toEqual([
        host,
        'address-forbidden',
      ]);
    expect(seen).toHaveLength(0);
  });

  it('connects to the address that was checked, whatever the name leads to a moment later', async () => {
    const good = await serve((_request, response) => response.end('good'));
    const bad = await listening(
      createServer((_request, response) => response.end('inner')),
      '127.0.0.2',
    ).catch(() => undefined);
    let asked = 0;
    const outbound = client({
      resolve: async () => {
        asked += 1;
        return loopback(asked === 1 ? '127.0.0.1' : '127.0.0.2');
      },
    });
    const answer = await outbound.fetch({ address: `http://rebinding.example:${good.port}/` });
    expect(Buffer.from(answer.body).toString()).toBe('good');
    expect(asked).toBe(1);
    // The second request looks the name up again, and is refused before it connects.
    expect(await codeOf(outbound.fetch({ address: `http://rebinding.example:${bad ?? good.port}/` }))).toBe(
      'address-forbidden',
    );
    expect(asked).toBe(2);
  });

  it('checks every redirect again', async () => {
    const { port, seen } = await serve((request, response) => {
      const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
      if (to === null) response.end('arrived');
      else response.writeHead(302, { location: to }).end();
    });
    const from = (to: string) => client().fetch({ address: `http://127.0.0.1:${port}/?to=${encodeURIComponent(to)}` });
    expect(Buffer.from((await from('/here')).body).toString()).toBe('arrived');
    for (const to of [
      'http://10.0.0.1/',
      'http://169.254.169.254/latest',
      'http://[::1]:8080/',
      'http://0x7f000002/',
      'https://192.168.1.1/',
    ])
      expect([to, await codeOf(from(to))]).toEqual([to, 'address-forbidden']);
    for (const to of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://a:b@127.0.0.1/', 'http://127.0.0.1:22/'])
      expect([to, await codeOf(from(to))]).toEqual([to, 'address-unusable']);
    expect(seen).toHaveLength(11);
  });

  it('checks the name of a redirect at the moment it is followed', async () => {
    const { port } = await serve((_request, response) => response.writeHead(307, { location: '/again' }).end());
    const answers = ['127.0.0.1', '10.1.2.3'];
    expect(
      await codeOf(
        client({ resolve: async () => loopback(answers.shift() ?? '10.1.2.3') }).fetch({
          address: `http://rebinding.example:${port}/`,
        }),
      ),
    ).toBe('address-forbidden');
  });

  it('follows three redirects and no more, and none with a body', async () => {
    const { port, seen } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('arrived');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect((await client().fetch({ address: `http://127.0.0.1:${port}/3` })).address).toBe(
      `http://127.0.0.1:${port}/0`,
    );
    expect(await codeOf(client().fetch({ address: `http://127.0.0.1:${port}/4` }))).toBe('too-many-redirects');
    seen.length = 0;
    expect((await client().fetch({ address: `http://127.0.0.1:${port}/1`, method: 'POST', body: '{}' })).status).toBe(
      302,
    );
    expect(seen).toHaveLength(1);
  });

  it('does not carry headers to another site', async () => {
    const other = await serve((_request, response) => response.end());
    const first = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end(),
    );
    await client().fetch({ address: `http://127.0.0.1:${first.port}/`, headers: { 'x-token': 'secret' } });
    expect(first.seen[0]?.headers['x-token']).toBe('secret');
    expect(other.seen[0]?.headers['x-token']).toBeUndefined();
  });

  it('stops reading at the limit, announced or not', async () => {
    const announced = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': 5000 }).end('x'.repeat(5000)),
    );
    const streamed = await serve((_request, response) => {
      const more = (): void => {
        if (response.destroyed) return;
        response.write('x'.repeat(500), () => setImmediate(more));
      };
      more();
    });
    for (const { port } of [announced, streamed])
      expect(await codeOf(client().fetch({ address: `http://127.0.0.1:${port}/`, mostBytes: 1000 }))).toBe('too-large');
    expect(
      (await client().fetch({ address: `http://127.0.0.1:${announced.port}/`, mostBytes: 5000 })).body.byteLength,
    ).toBe(5000);
  });

  it('gives up on a server that is silent, one that drips, and a resolver that never answers', async () => {
    const silent = await serve(() => undefined);
    const dripping = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(timer));
    });
    for (const { port } of [silent, dripping])
      expect(await codeOf(client().fetch({ address: `http://127.0.0.1:${port}/`, milliseconds: 200 }))).toBe('timeout');
    expect(
      await codeOf(
        client({ resolve: () => new Promise(() => undefined) }).fetch({
          address: 'http://slow.example/',
          milliseconds: 50,
        }),
      ),
    ).toBe('timeout');
  });

  it('says when nobody listens, when the answer is no HTTP, and when it was interrupted', async () => {
    const gone = await serve(() => undefined);
    open.pop()?.close();
    expect(await codeOf(client().fetch({ address: `http://127.0.0.1:${gone.port}/` }))).toBe('unreachable');
    const nonsense = await listening(
      createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
      '127.0.0.1',
    );
    expect(await codeOf(client().fetch({ address: `http://127.0.0.1:${nonsense}/` }))).toBe('answer-unreadable');
    const silent = await serve(() => undefined);
    const stop = new AbortController();
    const waiting = codeOf(client().fetch({ address: `http://127.0.0.1:${silent.port}/`, signal: stop.signal }));
    stop.abort();
    expect(await waiting).toBe('interrupted');
  });

  it('takes no proxy from the environment', async () => {
    const proxy = await serve((_request, response) => response.end('through the proxy'));
    const { port } = await serve((_request, response) => response.end('direct'));
    const names = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'NODE_USE_ENV_PROXY'];
    const before = names.map((name) => [name, process.env[name]] as const);
    for (const name of names)
      process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.1:${proxy.port}`;
    try {
      expect(
        Buffer.from((await client().fetch({ address: `http://somewhere.example:${port}/` })).body).toString(),
      ).toBe('direct');
      expect(proxy.seen).toHaveLength(0);
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });
});
