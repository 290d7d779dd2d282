import type { FastifyPluginAsync } from 'fastify';
import type { PublicPages } from '@suanjian/web';
import type { Auth } from '../auth/create-auth.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { Services } from '../services.ts';
import type { SiteChecks } from '../site-check/site-checks.ts';
import { accountRoutes } from './account/routes.ts';
import { administrationRoutes } from './administration/routes.ts';
import { applicationRoutes } from './applications/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { auditRoutes } from './audits/routes.ts';
import { calendarFeedRoutes } from './calendar-feed/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { choiceRoutes } from './choices/routes.ts';
import { disposalRecordRoutes } from './documents/disposal-records.ts';
import { documentRoutes } from './documents/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { monitoringRoutes } from './monitoring/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { assetRoutes } from './public/asset-routes.ts';
import { publicRoutes } from './public/routes.ts';
import { readingRoutes } from './readings/routes.ts';
import { recordCheckRoutes } from './record-checks/routes.ts';
import { registerAdministrationRoutes } from './register-administration/routes.ts';
import { siteCheckRoutes } from './site-checks/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { verificationRoutes } from './verification/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import { workspaceRoutes } from './workspace/routes.ts';

/** Areas that need nothing but the services and the way out. */
export const coreAreas = (
  services: Services,
  outbound: Outbound,
  siteChecks: SiteChecks,
): readonly FastifyPluginAsync[] => [
  attachmentRoutes(services),
  documentRoutes(services),
  disposalRecordRoutes(services),
  auditRoutes(services),
  campaignRoutes(services),
  choiceRoutes(services),
  readingRoutes(services),
  recordCheckRoutes(services),
  calendarRoutes(services),
  registerAdministrationRoutes(services),
  verificationRoutes(services),
  noticeRoutes(services),
  webhookRoutes(services, outbound),
  siteCheckRoutes(services, siteChecks),
  monitoringRoutes(services),
  calendarFeedRoutes(services),
];

/** Areas of accounts and organisations. */
export const accountAreas = (services: Services, auth: Auth): readonly FastifyPluginAsync[] => [
  accountRoutes(services, auth),
  memberRoutes(auth),
  administrationRoutes(services, auth),
];

/** What was built for the browser. */
export interface Web {
  readonly pages: PublicPages;
  readonly directory: string;
}

/** Pages for people. */
export const pageAreas = (services: Services, auth: Auth, { pages, directory }: Web): readonly FastifyPluginAsync[] => [
  publicRoutes(services, pages),
  applicationRoutes(services, pages),
  signInRoutes(services, auth, pages),
  assetRoutes(directory),
  workspaceRoutes(directory),
];
