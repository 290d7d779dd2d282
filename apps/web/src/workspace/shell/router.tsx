import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { filtersFrom } from '../matters/filters.ts';
import { Crashed, NotFound } from './dead-ends.tsx';
import { Home } from './home.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

const stepFrom = (search: Record<string, unknown>): { readonly step?: string } =>
  typeof search['step'] === 'string' ? { step: search['step'] } : {};

/** The filing or the early warning from whose page somebody comes. */
const comingFrom = (search: Record<string, unknown>): { readonly filing?: string; readonly warning?: string } => ({
  ...(typeof search['filing'] === 'string' ? { filing: search['filing'] } : {}),
  ...(typeof search['warning'] === 'string' ? { warning: search['warning'] } : {}),
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const algorithms = createRoute({
  getParentRoute: () => root,
  path: '/algorithms',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('../provider/algorithms.tsx'), 'Algorithms'),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('../office/queue.tsx'), 'Queue'),
});
const corrections = createRoute({
  getParentRoute: () => root,
  path: '/corrections',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('../office/corrections.tsx'), 'Corrections'),
});
const allMatters = createRoute({
  getParentRoute: () => root,
  path: '/matters',
  validateSearch: filtersFrom,
  component: lazyRouteComponent(() => import('../matters/all-matters.tsx'), 'AllMatters'),
});
const openAlone = createRoute({
  getParentRoute: () => root,
  path: '/new/$kind',
  validateSearch: comingFrom,
  component: lazyRouteComponent(() => import('../matters/open-alone.tsx'), 'OpenAlone'),
});
const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id',
  component: lazyRouteComponent(() => import('../matters/matter-page.tsx'), 'MatterPage'),
});
const edit = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id/edit',
  validateSearch: stepFrom,
  component: lazyRouteComponent(() => import('../provider/edit-page.tsx'), 'EditPage'),
});
const readings = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id/readings',
  component: lazyRouteComponent(() => import('../provider/readings.tsx'), 'Readings'),
});
const audits = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id/audits',
  component: lazyRouteComponent(() => import('../audits/audits-page.tsx'), 'AuditsPage'),
});
const siteChecks = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id/site-checks',
  component: lazyRouteComponent(() => import('../site-checks/site-checks-page.tsx'), 'SiteChecksPage'),
});
const openOn = createRoute({
  getParentRoute: () => root,
  path: '/matters/$kind/$id/open/$child',
  component: lazyRouteComponent(() => import('../matters/open-on.tsx'), 'OpenOn'),
});
const registration = createRoute({
  getParentRoute: () => root,
  path: '/registration',
  component: lazyRouteComponent(() => import('../provider/registration.tsx'), 'Registration'),
});
const newFiling = createRoute({
  getParentRoute: () => root,
  path: '/new-filing',
  component: lazyRouteComponent(() => import('../provider/new-filing.tsx'), 'NewFiling'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('../account/notices.tsx'), 'Notices'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('../account/members.tsx'), 'Members'),
});
const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  component: lazyRouteComponent(() => import('../account/connections.tsx'), 'Connections'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account.tsx'), 'Account'),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('../administration/register.tsx'), 'RegisterAdministration'),
});
const punctuality = createRoute({
  getParentRoute: () => root,
  path: '/punctuality',
  component: lazyRouteComponent(() => import('../administration/punctuality.tsx'), 'Punctuality'),
});
const monitoring = createRoute({
  getParentRoute: () => root,
  path: '/monitoring',
  component: lazyRouteComponent(() => import('../monitoring/monitoring-page.tsx'), 'MonitoringPage'),
});
const warning = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/warnings/$id',
  component: lazyRouteComponent(() => import('../monitoring/warning-page.tsx'), 'WarningPage'),
});
const monitoredProvider = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/providers/$id',
  component: lazyRouteComponent(() => import('../monitoring/provider-page.tsx'), 'ProviderMonitoringPage'),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/indicators',
  component: lazyRouteComponent(() => import('../monitoring/indicators-page.tsx'), 'IndicatorsPage'),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('../campaigns/campaign-page.tsx'), 'CampaignPage'),
});
const campaignTargets = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id/targets',
  component: lazyRouteComponent(() => import('../campaigns/find-targets-page.tsx'), 'FindTargetsPage'),
});
const proposeIndicator = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/indicators/$id/propose',
  component: lazyRouteComponent(() => import('../monitoring/propose-page.tsx'), 'ProposePage'),
});

const routeTree = root.addChildren([
  home,
  algorithms,
  queue,
  corrections,
  allMatters,
  openAlone,
  matter,
  edit,
  readings,
  audits,
  siteChecks,
  openOn,
  registration,
  newFiling,
  notices,
  members,
  connections,
  account,
  register,
  punctuality,
  monitoring,
  warning,
  monitoredProvider,
  indicators,
  proposeIndicator,
  campaign,
  campaignTargets,
]);

export const router = createRouter({
  routeTree,
  basepath: '/workspace',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
