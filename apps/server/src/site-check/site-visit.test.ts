import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { findChromium } from '../../../../tools/test/chromium.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { isPublicAddress } from '../outbound/public-address.ts';
import { browserReader } from './browser-reader.ts';
import { htmlReader } from './html-reader.ts';
import type { Sought } from './page.ts';
import type { SiteReader } from './reader.ts';
import { visitSite } from './visit.ts';

const number = '330106900000102260017';
const record = `https://suanjian.example/register/${number}`;
const notice = '依据阅读记录估计兴趣。按兴趣与新鲜度排序。';
const sought: Sought = { number, records: [record], statements: [notice] };

const open: { close(): unknown; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Remembers what was asked, and every connection, even one on which nothing was said. */
const serve = async (listener: RequestListener, host: string) => {
  const asked: string[] = [];
  const connections: Socket[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  }).on('connection', (socket) => connections.push(socket));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { port: address.port, asked, connections };
};

/** The site stands on 127.0.0.1, which this test permits; everything else private is refused as ever. */
const outbound = createOutbound({
  permits: (address) => address === '127.0.0.1' || isPublicAddress(address),
  resolve: async (name) => [
    { address: name === 'site.example' || name === 'other.example' ? '127.0.0.1' : '127.0.0.2', family: 4 },
  ],
});

const pages =
  (bodies: Readonly<Record<string, string>>): RequestListener =>
  (request, response) => {
    const body = bodies[new URL(request.url ?? '/', 'http://x').pathname];
    if (body?.startsWith('=> ')) response.writeHead(302, { location: body.slice(3) }).end();
    else if (body === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
        })
        .end(body);
  };

const good = `<a href="${record}">网信算备${number}号</a>`;

describe('a visit without a browser', () => {
  const visit = async (bodies: Readonly<Record<string, string>>, path = '/') => {
    const { port } = await serve(pages(bodies), '127.0.0.1');
    return (
      await visitSite(htmlReader(outbound, new AbortController().signal), `http://site.example:${port}${path}`, sought)
    ).outcome;
  };

  it('finds number, link and notice', async () => {
    expect(await visit({ '/': `${good}<p>${notice}</p>` })).toEqual({
      kind: 'read',
      findings: { number: true, link: true, notice: 'shown' },
    });
    expect(await visit({ '/': '<p>你好</p>' })).toEqual({
      kind: 'read',
      findings: { number: false, link: false, notice: 'absent' },
    });
  });

  it('follows a link that calls itself the notice, and believes it only where the notice stands', async () => {
    const linked = `${good}<a href="/empty">算法说明</a><a href="/notice">算法推荐公示</a>`;
    expect(await visit({ '/': linked, '/empty': '<p>建设中</p>', '/notice': notice })).toMatchObject({
      findings: { notice: 'linked', noticeAddress: expect.stringMatching(/\/notice$/) },
    });
    expect(await visit({ '/': linked, '/empty': '<p>建设中</p>' })).toMatchObject({ findings: { notice: 'absent' } });
  });

  it.each([
    ['says that it is broken', {}, '/', 'status'],
    ['leads into the cloud’s own network', { '/': '=> http://169.254.169.254/latest' }, '/', 'address-forbidden'],
    ['leads to a name of this machine', { '/': '=> http://inner.example/' }, '/', 'address-forbidden'],
    ['is no page', { '/a.js': 'alert()' }, '/a.js', 'not-a-page'],
  ])('says that a site is away when it %s', async (_how, bodies, path, fault) => {
    expect(await visit(bodies, path)).toEqual({ kind: 'away', fault });
  });
});

const executable = findChromium();

describe.skipIf(executable === undefined)('a visit with Chromium', () => {
  const reader = async (milliseconds = 30_000): Promise<SiteReader> => {
    const made = await browserReader(
      { executable: executable ?? '', withoutSandbox: true },
      outbound,
      AbortSignal.timeout(milliseconds),
    );
    onTestFinished(() => made.close());
    return made;
  };

  it('sees what scripts write, and not what style hides', async () => {
    const hidden = [
      'display:none',
      'visibility:hidden',
      'opacity:0',
      'font-size:1px',
      'color:transparent',
      'position:absolute;left:-9999px',
      'position:absolute;width:1px;height:1px;overflow:hidden',
    ].map((style) => `<div style="${style}">${good.replace('<a', '<a style="color:inherit"')}</div>`);
    const { port } = await serve(
      pages({
        '/': '=> /home',
        '/home': `<body>${hidden.join('')}<div id=foot></div><script src=/foot.js></script>`,
        '/hidden': `<body>${hidden.join('')}`,
        '/foot.js': `foot.innerHTML = '<p>${notice}</p>' + \`${good}\``,
      }),
      '127.0.0.1',
    );
    const browser = await reader();
    const visited = await visitSite(browser, `http://site.example:${port}/`, sought);
    expect(visited.outcome).toEqual({ kind: 'read', findings: { number: true, link: true, notice: 'shown' } });
    expect(
      Buffer.from(visited.screenshot ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(visited.screenshot?.byteLength).toBeLessThanOrEqual(1024 * 1024);
    expect((await visitSite(browser, `http://site.example:${port}/hidden`, sought)).outcome).toEqual({
      kind: 'read',
      findings: { number: false, link: false, notice: 'absent' },
    });
  });

  it('reaches nothing private, whatever the page tries', async () => {
    const secret = await serve((_request, response) => response.end(`${good}${notice}`), '127.0.0.2');
    const inner = `127.0.0.2:${secret.port}`;
    const tries = `<body><p>页面</p>
      <link rel=preconnect href="http://${inner}"><link rel=prefetch href="http://${inner}/prefetch">
      <img src="http://${inner}/img"><img src="http://inner.example:${secret.port}/name"><img src="/redirect">
      <iframe src="http://${inner}/frame" width=300 height=300></iframe>
      <iframe src="http://169.254.169.254/latest" width=300 height=300></iframe>
      <iframe src="/redirect" width=300 height=300></iframe>
      <iframe src="file:///etc/passwd" width=300 height=300></iframe>
      <script type=speculationrules>{"prefetch":[{"source":"list","urls":["http://${inner}/speculation"]}]}</script>
      <script>
        fetch('http://${inner}/fetch').catch(() => 0);
        fetch('/post', { method: 'POST', body: 'x' }).catch(() => 0);
        navigator.sendBeacon('http://${inner}/beacon', 'x');
        new WebSocket('ws://${inner}/socket');
        new EventSource('http://${inner}/events');
        new SharedWorker('data:text/javascript,fetch("http://${inner}/shared")');
        new Worker(URL.createObjectURL(new Blob(['fetch("http://${inner}/worker");new WebSocket("ws://${inner}/")'])));
        navigator.serviceWorker && navigator.serviceWorker.register('/sw.js').catch(() => 0);
        window.open('http://${inner}/popup');
        try {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: 'turn:${inner}?transport=tcp', username: 'a', credential: 'b' }] });
          peer.createDataChannel('x');
          peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        } catch {}
      </script>`;
    const site = await serve(
      pages({
        '/': tries,
        '/redirect': `=> http://${inner}/redirected`,
        '/refresh': `<meta http-equiv=refresh content="0;url=http://${inner}/refreshed">`,
        '/script': `<script>location = 'http://inner.example:${secret.port}/located'</script>`,
        '/sw.js': 'fetch("/from-service-worker")',
      }),
      '127.0.0.1',
    );
    const browser = await reader(60_000);
    for (const path of ['/', '/refresh', '/script'])
      expect((await visitSite(browser, `http://site.example:${site.port}${path}`, sought)).outcome).not.toMatchObject({
        findings: { number: true },
      });
    expect(secret.asked).toEqual([]);
    expect(secret.connections).toHaveLength(0);
    expect(site.asked.filter((path) => path === '/post' || path.includes('service-worker'))).toEqual([]);
  });

  it('gives a page no more time than it has', async () => {
    const { port } = await serve(pages({ '/': '<body><script>for (;;);</script>' }), '127.0.0.1');
    const visited = await visitSite(await reader(4_000), `http://site.example:${port}/`, sought);
    expect(visited.outcome).toEqual({ kind: 'away', fault: 'timeout' });
  });
});
