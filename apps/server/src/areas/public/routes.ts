import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { sql } from 'kysely';
import { civilDateOf } from '@suanjian/rulebook';
import type { PublicPages } from '@suanjian/web';
import type { Services } from '../../services.ts';
import type { Portal } from './answering.ts';
import { addErrorPages } from './error-pages.ts';
import { addGuidance } from './guidance-routes.ts';
import { addOpenData } from './open-data-routes.ts';
import { createPageCache } from './page-cache.ts';
import { addPlainPages } from './plain-routes.ts';
import { addRegister } from './register-routes.ts';
import { addRulebook } from './rulebook-routes.ts';
import { addDownloads } from './supervision/downloads.ts';
import { addSupervision } from './supervision/routes.ts';
import { slowFigures } from './supervision/slow-figures.ts';

/** What has been committed so far: the transactions that are finished, as the database itself numbers them. */
const storeRevision =
  ({ store: { database }, now }: Pick<Services, 'store' | 'now'>) =>
  async (): Promise<string> => {
    const { rows } = await sql<{ revision: string }>`select pg_current_snapshot()::text as revision`.execute(database);
    // With the day, because a deadline may pass without anything being committed.
    return `${rows[0]?.revision ?? ''} ${civilDateOf(now())}`;
  };

/**
 * The public portal: every page as HTML without script and, beside it, as JSON. Registered without a scope of its own, because
 * errors anywhere on the site become pages for who asked for a page.
 */
export const publicRoutes = (services: Portal['services'], pages: PublicPages): FastifyPluginAsync => {
  const portal: Portal = {
    services,
    pages,
    cache: createPageCache({ revision: storeRevision(services), clock: () => performance.now() }),
  };
  const figures = slowFigures(services);
  const plugin = async (app: FastifyInstance): Promise<void> => {
    addErrorPages(app, pages);
    await app.register(async (scope) => addPlainPages(scope, portal));
    await app.register(async (scope) => addRegister(scope, portal, figures));
    await app.register(async (scope) => addRulebook(scope, portal));
    await app.register(async (scope) => addOpenData(scope, portal));
    await app.register(async (scope) => addSupervision(scope, portal, figures));
    await app.register(async (scope) => addDownloads(scope, portal, figures));
    await app.register(async (scope) => addGuidance(scope, portal));
  };
  // Fastify's own mark for a plugin that shares its parent's hooks.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
};
