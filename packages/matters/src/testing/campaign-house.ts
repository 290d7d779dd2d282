import { composeFilingNumber } from '@suanjian/register';
import { anyMatter } from '../engine/definition.ts';
import type { BundleFindings, Lookups, OrganisationFacts } from '../engine/lookups.ts';
import { campaign, type CampaignState } from '../matters/campaign/definition.ts';
import { examplePlan, exampleTargets, exampleUnfiled } from '../matters/campaign/examples.ts';
import { filingReminder } from '../matters/filing-reminder/definition.ts';
import { inspection } from '../matters/inspection/definition.ts';
import { rectification } from '../matters/rectification/definition.ts';
import { selfInspection } from '../matters/self-inspection/definition.ts';
import { officePerson, providerPerson } from './actors.ts';
import { inMemory } from './in-memory.ts';

export const reason = '理由';
export const head = officePerson('province', '440000', 'supervisor');
export const reviewer = officePerson('province', '440000', 'reviewer');
export const otherProvince = officePerson('province', '330000', 'reviewer', 'supervisor');

export const names = Array.from({ length: 10 }, (_, index) => `示例企业${index}`);
const ids = names.map((_name, index) => `company-${index}`);
export const officerOf = (index: number) => providerPerson(`company-${index}`, 'officer');
const organisations = names.map(
  (name, index) =>
    ({
      id: `company-${index}`,
      kind: 'provider',
      name,
      place: '440305',
      registered: true,
    }) as unknown as OrganisationFacts,
);
const elsewhere = {
  id: 'far',
  kind: 'provider',
  name: '外省企业',
  place: '330100',
  registered: true,
} as unknown as OrganisationFacts;

export const numberOf = (index: number) =>
  composeFilingNumber({ place: '440305', subject: `123456${index}`, type: 'personalised-push', year: 2026, serial: 1 });

/** Ten companies of a province, and one of another. */
export const house = (bundle?: BundleFindings, prospects?: Lookups['prospects']) =>
  inMemory({
    definitions: [
      anyMatter(campaign),
      anyMatter(selfInspection),
      anyMatter(rectification),
      anyMatter(inspection),
      anyMatter(filingReminder),
    ],
    organisations: [...organisations, elsewhere],
    today: '2026-03-20',
    lookups: {
      bundleFindings: async () => bundle,
      ...(prospects === undefined ? {} : { prospects }),
      ownerOfNumber: async (digits) => {
        const index = names.findIndex((_name, each) => numberOf(each) === digits);
        return index < 0 ? undefined : { owner: ids[index] as never, place: '440305' };
      },
    },
  });

export const all = names.map((_name, index) => numberOf(index));
export const listed = { ...exampleTargets(...all), place: '440000', grades: ['I'] };
export const unfiled = `${String(exampleUnfiled['provider'])}／${String(exampleUnfiled['service'])}`;

/** A campaign over the ten, and a service of somebody who is not registered. */
export const running = async (bundle?: BundleFindings, plan: object = {}) => {
  const told = house(bundle);
  const id = await told.open('campaign', { ...examplePlan, sampleSize: 3, ...plan }, reviewer);
  await told.give(id, 'select-targets', listed, reviewer);
  await told.give(id, 'start', {}, head);
  const state = () => told.state(id) as unknown as CampaignState;
  const ask = (target: string) => told.open('self-inspection', { provider: target, by: '2026-04-15' }, reviewer, id);
  return { told, id, state, ask };
};
