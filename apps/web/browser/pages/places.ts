import type { PersonName } from '../stack/people.ts';
import { announced } from '../stack/register-rows.ts';
import type { Matter } from '../stack/world.ts';
import { sought, type Scene } from './scene.ts';

export interface Place {
  /** Also the name of its picture. */
  readonly name: string;
  /** Without the language. */
  readonly path: (scene: Scene) => string;
  /** Pages that say no are answered with the status of it. */
  readonly status?: number;
}

const wrongNumber = `${announced.eveningWind.slice(0, 20)}${(Number(announced.eveningWind[20]) + 1) % 10}`;

const at =
  (path: string): Place['path'] =>
  () =>
    path;

/** Nobody is signed in. */
export const publicPlaces: readonly Place[] = [
  { name: 'home', path: at('/') },
  { name: 'register', path: at('/register') },
  { name: 'search', path: at(`/register?q=${sought.found}`) },
  { name: 'search-page-2', path: at(`/register?q=${sought.many}&page=2`) },
  { name: 'search-nothing', path: at(`/register?q=${sought.nothing}`) },
  { name: 'record-renamed', path: at(`/register/${announced.eveningWind}`) },
  { name: 'record-cancelled', path: at(`/register/${announced.cancelled}`) },
  { name: 'record-filed-here', path: ({ filed }) => `/register/${filed.number}` },
  { name: 'record-absent', path: at('/register/000000000000000000000'), status: 404 },
  { name: 'check', path: at('/check') },
  { name: 'check-known', path: at(`/check?number=${announced.eveningWind}`) },
  { name: 'check-wrong', path: at(`/check?number=${wrongNumber}`) },
  { name: 'check-nonsense', path: at('/check?number=12') },
  { name: 'clauses', path: at('/clauses') },
  { name: 'clauses-edition', path: at('/clauses/final') },
  { name: 'clause', path: at('/clauses/final/24.2') },
  { name: 'guide', path: at('/guide') },
  { name: 'apply', path: at('/apply') },
  { name: 'apply-complaint', path: at('/apply/complaint') },
  { name: 'apply-absent', path: at('/apply/filing'), status: 404 },
  { name: 'follow', path: at('/follow') },
  { name: 'open-data', path: at('/open-data') },
  { name: 'punctuality', path: at('/punctuality') },
  { name: 'punctuality-complaints', path: at('/punctuality/complaints') },
  { name: 'supervision', path: at('/supervision') },
  { name: 'decisions', path: at('/decisions') },
  { name: 'risk-notices', path: at('/risk-notices') },
  { name: 'campaigns', path: at('/campaigns') },
  { name: 'standards', path: at('/standards') },
  { name: 'discretion', path: at('/discretion') },
  { name: 'figures', path: at('/figures') },
  { name: 'guidance', path: at('/guidance') },
  { name: 'guidance-page', path: at('/guidance/supervising') },
  { name: 'training', path: at('/training/people') },
  { name: 'training-answered', path: at('/training/people?off=0&days=2&answered=yes') },
  { name: 'api', path: at('/api') },
  { name: 'accessibility', path: at('/accessibility') },
  { name: 'sign-in', path: at('/sign-in') },
  { name: 'second-factor', path: at('/sign-in/second-factor') },
  { name: 'forgotten', path: at('/sign-in/forgotten') },
  { name: 'register-company', path: at('/register-company') },
  { name: 'invitation-unusable', path: at('/invitation/not-a-token'), status: 410 },
  { name: 'absent', path: at('/no-such-page'), status: 404 },
];

const matterAt =
  (choose: (scene: Scene) => Matter, more = ''): Place['path'] =>
  (scene) => {
    const { kind, id } = choose(scene);
    return `/workspace/matters/${kind}/${id}${more}`;
  };

const steps = [
  'basic',
  'detail',
  'data-and-models',
  'product',
  'self-assessment',
  'disclosure',
  'attachments',
  'check',
];

const providerPlaces: readonly Place[] = [
  { name: 'provider-home', path: at('/workspace') },
  { name: 'provider-algorithms', path: at('/workspace/algorithms') },
  { name: 'provider-registration', path: matterAt(({ registration }) => registration) },
  { name: 'provider-new-filing', path: at('/workspace/new-filing') },
  { name: 'provider-notices', path: at('/workspace/notices') },
  { name: 'provider-members', path: at('/workspace/members') },
  { name: 'provider-connections', path: at('/workspace/connections') },
  { name: 'provider-account', path: at('/workspace/account') },
  { name: 'provider-filed', path: matterAt(({ filed }) => filed) },
  { name: 'provider-returned', path: matterAt(({ returned }) => returned) },
  { name: 'provider-late', path: matterAt(({ late }) => late) },
  { name: 'provider-late-check', path: matterAt(({ late }) => late, '/edit?step=check') },
  ...steps.map((step) => ({
    name: `provider-edit-${step}`,
    path: matterAt(({ returned }) => returned, `/edit?step=${step}`),
  })),
  { name: 'provider-change', path: matterAt(({ change }) => change) },
  { name: 'provider-change-edit', path: matterAt(({ change }) => change, '/edit') },
  { name: 'provider-readings', path: matterAt(({ waiting }) => waiting, '/readings') },
  { name: 'provider-open-change', path: matterAt(({ filed }) => filed, '/open/change') },
  { name: 'provider-open-cancellation', path: matterAt(({ filed }) => filed, '/open/cancellation') },
  { name: 'provider-matters', path: at('/workspace/matters') },
  { name: 'provider-begin-incident', path: at('/workspace/new/incident') },
  { name: 'provider-absent', path: at('/workspace/no-such-page') },
];

const officePlaces: readonly Place[] = [
  { name: 'office-queue', path: at('/workspace/queue') },
  { name: 'office-queue-nothing', path: at(`/workspace/queue?q=${sought.nothing}`) },
  { name: 'office-review', path: matterAt(({ waiting }) => waiting) },
  { name: 'office-returned', path: matterAt(({ returned }) => returned) },
  { name: 'office-filed', path: matterAt(({ filed }) => filed) },
  { name: 'office-registration', path: matterAt(({ registration }) => registration) },
  { name: 'office-open-revocation', path: matterAt(({ filed }) => filed, '/open/revocation') },
  { name: 'office-open-cancellation', path: matterAt(({ filed }) => filed, '/open/cancellation') },
  { name: 'office-matters', path: at('/workspace/matters') },
  { name: 'office-corrections', path: at('/workspace/corrections') },
  { name: 'office-punctuality', path: at('/workspace/punctuality') },
  { name: 'office-notices', path: at('/workspace/notices') },
  { name: 'office-members', path: at('/workspace/members') },
];

const nationPlaces: readonly Place[] = [{ name: 'nation-register', path: at('/workspace/register') }];

export const workspacePlaces: readonly { readonly as: PersonName; readonly places: readonly Place[] }[] = [
  { as: 'officer', places: providerPlaces },
  { as: 'supervisor', places: officePlaces },
  { as: 'nationAdministrator', places: nationPlaces },
];
