import { createServer, type Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { Store } from '@suanjian/records';
import type { TestStores } from '@suanjian/records/testing';
import { createOutbound } from '../../outbound/outbound.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { DeliveryFault } from '../delivery-faults.ts';
import type { Mail, Mailer } from '../mailer.ts';
import { startTicker, type Ticker } from '../ticker.ts';
import { secretPlace } from '../webhook.ts';
import { testProvider, type TestOrganisation } from './rows.ts';

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A receiver on loopback whose answer a test decides by path. */
const receiver = async (): Promise<{
  address: string;
  received: Received[];
  answers: Map<string, number | 'silent'>;
  server: Server;
  busiest: () => number;
}> => {
  const received: Received[] = [];
  const answers = new Map<string, number | 'silent'>();
  let [busy, busiest] = [0, 0];
  const server = createServer((request, response) => {
    busiest = Math.max(busiest, (busy += 1));
    response.on('close', () => (busy -= 1));
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body });
      const answer = answers.get(path) ?? 204;
      if (answer !== 'silent') setTimeout(() => response.writeHead(answer).end(), 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return { address: `http://127.0.0.1:${address.port}`, received, answers, server, busiest: () => busiest };
};

/** What a test of the dispatch finds and moves; made anew before each. */
export interface DispatchWorld {
  store: Store;
  server: TestServer;
  company: TestOrganisation;
  hooks: Awaited<ReturnType<typeof receiver>>;
  mails: Mail[];
  mailFault: DeliveryFault | undefined;
  logged: string[];
}

/** A server with one company, a receiver of webhooks and a mailbox, before each test of the suite. */
export const dispatchWorld = ({ open }: TestStores) => {
  let made: DispatchWorld | undefined;
  const tickers: Ticker[] = [];
  const present = (): DispatchWorld => {
    if (made === undefined) throw new Error('there is no world outside a test');
    return made;
  };

  beforeEach(async () => {
    const store = await open();
    made = {
      store,
      server: await createTestServer(store, '2026-03-02T02:00:00.000Z'),
      company: await testProvider(store),
      hooks: await receiver(),
      mails: [],
      mailFault: undefined,
      logged: [],
    };
  });

  afterEach(async () => {
    for (const ticker of tickers.splice(0)) await ticker.stop();
    const { hooks, server } = present();
    hooks.server.closeAllConnections();
    hooks.server.close();
    await server.close();
  });

  const mailer: Mailer = {
    send: async (mail) => {
      const { mailFault, mails } = present();
      if (mailFault !== undefined) throw mailFault;
      mails.push(mail);
    },
    close: () => undefined,
  };

  return {
    present,
    ticker: (): Ticker => {
      const ticker = startTicker({
        services: present().server.services,
        outbound: createOutbound({ permits: (address) => address === '127.0.0.1' }),
        mail: mailer,
        every: 0,
        log: (message, facts) => present().logged.push(`${message}: ${facts['fault'] ?? facts['kind'] ?? ''}`),
      });
      tickers.push(ticker);
      return ticker;
    },
    addWebhook: async (organisation: string, path: string): Promise<string> => {
      const id = randomUUID();
      const secret = await present().server.services.box.seal(
        `secret of ${path}`,
        { kind: 'organisation', id: organisation },
        secretPlace(id),
      );
      await present().store.asOwner((transaction) =>
        transaction
          .insertInto('webhook')
          .values({
            id,
            organisation_id: organisation,
            address: `${present().hooks.address}${path}`,
            secret: JSON.stringify(secret),
            created_by: 'test',
            created_at: present().server.now,
          })
          .execute(),
      );
      return id;
    },
    notices: () =>
      present()
        .store.database.selectFrom('notice')
        .select(['organisation_id', 'cause', 'subject', 'position', 'matter_kind'])
        .orderBy('id')
        .execute(),
    deliveries: () =>
      present()
        .store.database.selectFrom('delivery')
        .select([
          'channel',
          'target',
          'attempts',
          'next_attempt_at',
          'delivered_at',
          'abandoned_at',
          'claimed_until',
          'last_fault',
        ])
        .orderBy('id')
        .execute(),
    later: (seconds: number): void => {
      const { server } = present();
      server.now = new Date(Date.parse(server.now) + seconds * 1000).toISOString();
    },
  };
};
