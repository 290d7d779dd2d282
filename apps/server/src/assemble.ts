import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { attachmentRoutes } from './areas/attachments/routes.ts';
import { calendarRoutes } from './areas/calendar/routes.ts';
import { readingRoutes } from './areas/readings/routes.ts';
import { createAuth, type Auth } from './auth/create-auth.ts';
import { loadOrCreateSecret } from './auth/secret.ts';
import { composeServices, openConfiguredStore, type World } from './compose.ts';
import type { ServerConfig } from './config.ts';
import { createApp, type AppOptions } from './http/app.ts';
import type { Services } from './services.ts';

/** The real world. */
export const realWorld: World = {
  now: () => new Date().toISOString() as Instant,
  newId: () => randomUUID(),
  random: (bytes) => randomBytes(bytes),
};

/** The areas that only need the services; those of signing in and of the pages are added where they are made. */
export const coreAreas = (services: Services): readonly FastifyPluginAsync[] => [attachmentRoutes(services), readingRoutes(services), calendarRoutes(services)];

export interface Assembly {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly auth: Auth;
  /** Lets running requests end, then gives the store back. */
  close(): Promise<void>;
}

export interface AssembleOptions {
  readonly world?: World;
  /** Opened already; else as the settings say. It is closed with the assembly either way. */
  readonly store?: Store;
  readonly operatorToken?: string;
  readonly app?: Omit<AppOptions, 'areas'>;
}

/** The whole server without a port: what `serve` listens with, what the command line uses when no server runs, what tests ask. */
export const assemble = async (config: ServerConfig, { world = realWorld, store: given, operatorToken, app: appOptions = {} }: AssembleOptions = {}): Promise<Assembly> => {
  const store = given ?? (await openConfiguredStore(config));
  try {
    const auth = createAuth({
      store,
      config,
      secret: await loadOrCreateSecret(config.keyDirectory),
      now: world.now,
      newId: world.newId,
      ...(operatorToken === undefined ? {} : { operatorToken }),
    });
    const services = await composeServices(config, store, world, { identification: async () => auth.identification });
    const app = await createApp(services, { ...appOptions, areas: coreAreas(services) });
    await app.ready();
    return {
      app,
      services,
      auth,
      close: async () => {
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};
