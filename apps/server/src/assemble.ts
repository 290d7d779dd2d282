import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { accountAreas, coreAreas, pageAreas, type Web } from './areas/areas.ts';
import { createAuth, type Auth } from './auth/create-auth.ts';
import { loadOrCreateSecret } from './auth/secret.ts';
import { composeServices, openConfiguredStore, type World } from './compose.ts';
import type { ServerConfig } from './config.ts';
import { prepareDataFolder } from './data-folder.ts';
import { createMailer } from './dispatch/mailer.ts';
import { startTicker, type Ticker } from './dispatch/ticker.ts';
import { createApp, type AppOptions } from './http/app.ts';
import { createOutbound } from './outbound/outbound.ts';
import type { Services } from './services.ts';
import { configuredReader } from './site-check/open-reader.ts';
import { createSiteChecks } from './site-check/site-checks.ts';

/** The real world. */
export const realWorld: World = {
  now: () => new Date().toISOString() as Instant,
  newId: () => randomUUID(),
  random: (bytes) => randomBytes(bytes),
};

/** Sessions and codes that have run out are of no use to anybody. */
const cleanEvery = 3_600_000;

export interface Assembly {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly auth: Auth;
  /** Begins what the server does by itself. Until then whoever prepares the store has it alone: past days can be played only before today's. */
  begin(): void;
  /** Lets running requests end, then gives the store back. */
  close(): Promise<void>;
}

export interface AssembleOptions {
  readonly world?: World;
  /** Opened already; else as the settings say. It is closed with the assembly either way. */
  readonly store?: Store;
  readonly operatorToken?: string;
  /** What was built for the browser; absent: programs only, no pages. */
  readonly web?: Web;
  /** Milliseconds between rounds of what the server does by itself; 0: none. */
  readonly tickEvery?: number;
  readonly app?: Omit<AppOptions, 'areas'>;
}

/** The whole server without a port: what `serve` listens with, what the command line uses when no server runs, what tests ask. */
export const assemble = async (
  config: ServerConfig,
  { world = realWorld, store: given, operatorToken, web, tickEvery = 0, app: appOptions = {} }: AssembleOptions = {},
): Promise<Assembly> => {
  prepareDataFolder(config.dataDirectory);
  const store = given ?? (await openConfiguredStore(config));
  try {
    // Known once the application is there; what the sign-in library has to say before that concerns nobody.
    let warn: (message: string, facts?: object) => void = () => undefined;
    const mailer = config.mail === undefined ? undefined : createMailer(config.mail);
    const auth = createAuth({
      store,
      config,
      secret: await loadOrCreateSecret(config.keyDirectory),
      now: world.now,
      newId: world.newId,
      log: (message) => warn(message),
      ...(operatorToken === undefined ? {} : { operatorToken }),
      ...(mailer === undefined
        ? {}
        : { sendMail: (to: string, subject: string, body: string) => mailer.send({ to, subject, body }) }),
    });
    const services = await composeServices(config, store, world, { identification: async () => auth.identification });
    const outbound = createOutbound({});
    const siteChecks = createSiteChecks(
      services,
      configuredReader(
        createOutbound({ userAgent: 'Mozilla/5.0 (compatible; Suanjian site check)' }),
        config.chromiumPath,
        (message, facts) => warn(message, facts),
      ),
    );
    const app = await createApp(services, {
      ...appOptions,
      areas: [
        ...coreAreas(services, outbound, siteChecks),
        ...accountAreas(services, auth),
        ...(web === undefined ? [] : pageAreas(services, auth, web)),
      ],
    });
    await app.ready();
    warn = (message, facts = {}) => app.log.warn(facts, message);
    let ticker: Ticker | undefined;
    let cleaning: NodeJS.Timeout | undefined;
    const begin = (): void => {
      if (tickEvery === 0 || ticker !== undefined) return;
      ticker = startTicker({
        services,
        outbound,
        siteChecks,
        every: tickEvery,
        log: warn,
        ...(mailer === undefined ? {} : { mail: mailer }),
      });
      cleaning = setInterval(
        () => void auth.removeExpired().catch(() => warn('expired sessions were not removed')),
        cleanEvery,
      ).unref();
    };
    return {
      app,
      services,
      auth,
      begin,
      close: async () => {
        clearInterval(cleaning);
        await Promise.all([ticker?.stop(), siteChecks.stop()]);
        await app.close();
        mailer?.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};
