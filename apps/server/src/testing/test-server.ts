import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AccountId, Actor, Instant, Membership, OfficeLevel, OrganisationId, Role } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { coreAreas } from '../areas/areas.ts';
import { composeServices } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createApp, type AppOptions } from '../http/app.ts';
import { createOutbound, type Outbound } from '../outbound/outbound.ts';
import type { Identification, Services } from '../services.ts';
import { openReader, type OpenReader } from '../site-check/open-reader.ts';
import { createSiteChecks, type SiteChecks } from '../site-check/site-checks.ts';

/** Somebody at the test server, and what they may ask it. */
export interface Caller {
  readonly actor: Actor;
  readonly organisation: OrganisationId | undefined;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export interface TestServer {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly siteChecks: SiteChecks;
  /** The present instant of the server; set it to travel. */
  now: string;
  readonly publicCaller: Caller;
  readonly operator: Caller;
  provider(name: string, place: string, ...roles: readonly Role[]): Promise<Caller>;
  industryBody(name: string, place: string, ...roles: readonly Role[]): Promise<Caller>;
  /** Somebody else of the same organisation. */
  colleague(of: Caller, ...roles: readonly Role[]): Caller;
  office(name: string, level: OfficeLevel, place: string, ...roles: readonly Role[]): Promise<Caller>;
  close(): Promise<void>;
}

export interface TestServerOptions extends Pick<AppOptions, 'log'> {
  /** Beside those that need nothing but the services, for example the public portal. */
  readonly areas?: (services: Services) => readonly FastifyPluginAsync[];
  readonly outbound?: Outbound;
}

const header = 'x-test-actor';

/**
 * The real server over a real store, without a port. Only the question who somebody is is answered by a header; signing in has tests of its own.
 */
export const createTestServer = async (
  store: Store,
  start = '2026-03-02T02:00:00.000Z',
  environment: Readonly<Record<string, string>> = {},
  sites?: OpenReader,
  { areas, outbound = createOutbound({}), ...options }: TestServerOptions = {},
): Promise<TestServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-test-'));
  const config = readConfig({ DATA_DIR: folder, PORT: '8080', ...environment }, folder);
  const actors = new Map<string, Actor>([['operator', { kind: 'operator' }]]);
  const identification: Identification = {
    identify: async (headers) => ({
      actor: actors.get(headers.get(header) ?? '') ?? { kind: 'public' },
      memberships: [],
    }),
  };
  const clock = { now: start };
  const world = {
    now: () => clock.now as Instant,
    newId: () => randomUUID(),
    random: (bytes: number) => randomBytes(bytes),
  };
  const services = await composeServices(config, store, world, { identification: async () => identification });
  const siteChecks = createSiteChecks(services, sites ?? openReader({ outbound }));
  const app = await createApp(services, {
    requestsPerMinute: 0,
    ...options,
    areas: [...coreAreas(services, outbound, siteChecks), ...(areas?.(services) ?? [])],
  });
  await app.ready();

  const caller = (id: string, actor: Actor, organisation?: OrganisationId): Caller => {
    const headers = { [header]: id };
    return {
      actor,
      organisation,
      get: (url) => app.inject({ method: 'GET', url, headers }),
      post: (url, body = {}, more = {}) =>
        app.inject({
          method: 'POST',
          url,
          headers: { ...headers, ...more, 'content-type': 'application/json' },
          payload: JSON.stringify(body),
        }),
      send: (options) => app.inject({ ...options, headers: { ...options.headers, ...headers } }),
    };
  };
  const person = (membership: Membership): Caller => {
    const account = randomUUID() as AccountId;
    const actor: Actor = { kind: 'person', account, name: 'somebody', membership };
    actors.set(account, actor);
    return caller(account, actor, membership.organisation);
  };
  const organisation = async (values: {
    kind: 'provider' | 'office' | 'industry-body';
    name: string;
    place: string;
    level: OfficeLevel | null;
    department: string | null;
  }): Promise<OrganisationId> => {
    const id = randomUUID() as OrganisationId;
    await store.asOwner((transaction) =>
      transaction
        .insertInto('organisation')
        .values({ id, ...values, credit_code: null, subject_code: null, created_at: clock.now })
        .execute(),
    );
    return id;
  };

  return {
    app,
    services,
    siteChecks,
    get now() {
      return clock.now;
    },
    set now(instant: string) {
      clock.now = instant;
    },
    publicCaller: caller('', { kind: 'public' }),
    operator: caller('operator', { kind: 'operator' }),
    provider: async (name, place, ...roles) =>
      person({
        kind: 'provider',
        organisation: await organisation({ kind: 'provider', name, place, level: null, department: null }),
        roles,
      }),
    industryBody: async (name, place, ...roles) =>
      person({
        kind: 'industry-body',
        organisation: await organisation({ kind: 'industry-body', name, place, level: null, department: null }),
        roles,
      }),
    colleague: ({ actor }, ...roles) => {
      if (actor.kind !== 'person' || actor.membership === undefined) throw new Error('only members have colleagues');
      return person({ ...actor.membership, roles });
    },
    office: async (name, level, place, ...roles) =>
      person({
        kind: 'office',
        organisation: await organisation({ kind: 'office', name, place, level, department: 'network' }),
        roles,
        level,
        place,
        department: 'network',
      }),
    close: async () => {
      await siteChecks.stop();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A small real PDF, different for every text. */
export const pdfOf = (words: string): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** Sends a file as a browser's form does. */
export const sendFile = (by: Caller, name: string, content: Buffer): Promise<LightMyRequestResponse> => {
  const boundary = 'suanjian-test-boundary';
  return by.send({
    method: 'POST',
    url: '/api/attachments',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
};

/** Uploads a file and gives its reference. */
export const upload = async (
  by: Caller,
  name: string,
  content: Buffer = pdfOf(name),
): Promise<{ hash: string; name: string; size: number; type: string }> => {
  const response = await sendFile(by, name, content);
  if (response.statusCode !== 201) throw new Error(`upload refused: ${response.body}`);
  return response.json();
};
