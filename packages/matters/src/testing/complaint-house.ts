import { civilDate } from '@suanjian/rulebook';
import { anyMatter } from '../engine/definition.ts';
import type { MatterId, OrganisationId } from '../engine/identity.ts';
import type { OrganisationFacts } from '../engine/lookups.ts';
import type { Actor, Audience } from '../engine/party.ts';
import { viewFor } from '../engine/view.ts';
import { officePerson, providerPerson, publicActor } from './actors.ts';
import { inMemory } from './in-memory.ts';
import { complaint as definition } from '../matters/complaint/definition.ts';
import { exampleComplaint } from '../matters/complaint/examples.ts';

export const complaint = anyMatter(definition);
export const yunling = 'yunling' as OrganisationId;
const organisation = {
  id: yunling,
  kind: 'provider',
  name: '云岭科技有限公司',
  place: '440000',
  registered: true,
} as OrganisationFacts;
export const provider = providerPerson('yunling', 'officer');
export const rival = providerPerson('elsewhere', 'officer');
export const office = officePerson('province', '440000', 'reviewer');
export const otherProvince = officePerson('province', '330000', 'reviewer');
export const nation = officePerson('nation', '000000', 'supervisor');
export const clock: Actor = { kind: 'clock' };
export const asMatter = (matterKind: string, matter: string): Actor => ({
  kind: 'matter',
  matter: matter as MatterId,
  matterKind,
  behalf: { kind: 'clock' },
});
export const person = (id: MatterId): Actor => ({ kind: 'applicant', matter: id });

/** The bundle that the company sent. */
export const sentBundle = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';

export const house = ({ recent = 0, promised = true, missing = [] as string[] } = {}) => {
  const told = inMemory({
    definitions: [complaint],
    today: '2026-03-02',
    organisations: [organisation],
    lookups: {
      recentOpenings: async () => recent,
      missingAttachments: async () => missing,
      bundleFindings: async (id, owner) =>
        id === sentBundle && owner === yunling
          ? {
              bundle: 'a'.repeat(64),
              filing: 'f' as MatterId,
              days: { from: civilDate('2026-02-01'), until: civilDate('2026-02-28') },
              checks: [{ check: 'differential-pricing', verdict: 'fail', estimate: '5%' }],
            }
          : undefined,
      ownerOfNumber: async (digits) =>
        digits === '440100900000102260011' ? { owner: yunling, place: '440100' } : undefined,
      standing: async (kind, owner) =>
        promised && kind === 'responsibility'
          ? {
              id: 'r' as MatterId,
              kind,
              owner,
              place: '440000',
              state: {
                status: 'standing',
                commitments: {
                  version: 1,
                  from: '2026-01-01',
                  limits: { complaint: { length: 5, unit: 'working-day' } },
                },
              },
            }
          : undefined,
    },
  });
  const begun = (form: Readonly<Record<string, unknown>> = exampleComplaint) =>
    told.open('complaint', { form }, publicActor);
  const seen = (id: MatterId, audience: Audience) =>
    JSON.stringify(viewFor(complaint, told.state(id), audience, new Set(['confidential', 'personal'])).state);
  return { ...told, told, begun, seen };
};

export const answer = { outcome: 'explained', words: '朋友是新用户，适用新客价。' };
export const words = { words: '请补充订单时间。' };
export const ruling = { ruling: 'founded', basis: [{ clause: 'final/21' }], words: '已责令改正。' };

export const file = (index: number) => ({
  hash: String(index).repeat(64).slice(0, 64),
  name: `${index}.png`,
  size: 1,
  type: 'image/png',
});
