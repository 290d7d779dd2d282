import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import {
  matterDefinitions,
  type AccountId,
  type Actor,
  type MatterId,
  type OrganisationId,
  type Role,
} from '@suanjian/matters';
import { matterWorld, seedOrganisations } from '../testing/matter-world.ts';
import { withStores } from '../testing/with-stores.ts';
import type { MatterService } from './matter-service.ts';
import { verifyMatters } from './verify.ts';

/** Matters that not everybody of a side may read to the same depth: an ethics committee, and an extract of a log. */
const company = randomUUID();
const bureau = randomUUID();

const employee = (account: string, role: Role): Actor => ({
  kind: 'person',
  account: account as AccountId,
  name: account,
  membership: { kind: 'provider', organisation: company as OrganisationId, roles: [role] },
});
const official = (account: string, role: Role): Actor => ({
  kind: 'person',
  account: account as AccountId,
  name: account,
  membership: {
    kind: 'office',
    organisation: bureau as OrganisationId,
    roles: [role],
    level: 'province',
    place: '330000',
    department: 'network',
  },
});
const officer = employee('officer', 'officer');
const members = ['first', 'second', 'third'].map((account) => employee(account, 'viewer'));
const [chair = officer] = members;
const reviewer = official('reviewer', 'reviewer');
const heads = [official('head', 'supervisor'), official('deputy', 'supervisor')];
const everything = { unseal: ['confidential', 'personal'] as const };

withStores(({ open }) => {
  let service: MatterService;
  let verified: () => Promise<readonly unknown[]>;

  beforeEach(async () => {
    const { store, ...world } = matterWorld(await open(), matterDefinitions, '2026-03-20T02:00:00.000Z');
    await seedOrganisations(store, [
      { id: company, name: '甲公司', place: '330106', registered: true, creditCode: '91330106MA00000000' },
      { id: bureau, name: '浙', place: '330000', level: 'province' },
    ]);
    await store.asOwner(async (transaction) => {
      await transaction
        .insertInto('membership')
        .values(
          [officer, ...members].map((actor) => ({
            account_id: actor.kind === 'person' ? actor.account : '',
            organisation_id: company,
            roles: actor.kind === 'person' ? [...(actor.membership?.roles ?? [])] : [],
            since: world.clock.now,
          })),
        )
        .execute();
    });
    service = world.service;
    verified = async () => (await verifyMatters(store.database)).faults;
  });

  const opened = async (kind: string, input: unknown, actor: Actor): Promise<MatterId> => {
    const outcome = await service.open({ actor, kind, input });
    if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome.refusals));
    return outcome.matter;
  };
  const give = async (kind: string, matter: MatterId, command: string, input: unknown, actor: Actor): Promise<void> => {
    const outcome = await service.give({ actor, kind, matter, command, input, reason: '理由' });
    if (outcome.outcome === 'refused') throw new Error(`${command}: ${JSON.stringify(outcome.refusals)}`);
  };
  const readBy = async (actor: Actor, kind: string, matter: MatterId): Promise<string> =>
    JSON.stringify((await service.read(actor, kind, matter, everything)) ?? null);

  it('of a committee only those who sit read what was said, and offices what it came to', async () => {
    const kind = 'ethics-review';
    const subject = { algorithm: '首页推荐', version: '1.0', change: '新的。', affected: '全部用户。' };
    const matter = await opened(kind, { subject }, officer);
    const committee = {
      members: ['first', 'second', 'third'].map((account, index) => ({
        account,
        name: `NAME-MARKER-${index}`,
        fields: [index === 0 ? 'law' : 'technology'],
      })),
      chair: 'first',
    };
    await give(kind, matter, 'compose', { committee }, officer);
    for (const member of members) await give(kind, matter, 'declare', { declaration: { conflict: false } }, member);
    await give(kind, matter, 'open-deliberation', {}, chair);
    await give(kind, matter, 'speak', { statement: { statement: 'SAID-MARKER' } }, chair);
    for (const member of members)
      await give(kind, matter, 'vote', { vote: { choice: 'conditions', note: 'VOTE-MARKER' } }, member);
    expect(await readBy(chair, kind, matter)).toMatch(/SAID-MARKER.*VOTE-MARKER|VOTE-MARKER.*SAID-MARKER/u);
    expect(await readBy(officer, kind, matter)).not.toMatch(/SAID-MARKER|VOTE-MARKER/u);
    expect(await readBy(reviewer, kind, matter)).toBe('null');
    const conclusion = {
      grounds: '理由',
      conditions: [{ condition: 'CONDITION-MARKER', responsible: '算法部', due: '2026-04-10' }],
    };
    await give(kind, matter, 'close-vote', { conclusion }, chair);
    const office = await readBy(reviewer, kind, matter);
    expect(office).toMatch(/CONDITION-MARKER/u);
    expect(office).not.toMatch(/SAID-MARKER|VOTE-MARKER|NAME-MARKER/u);
    expect((await service.read(officer, kind, matter))?.clocks).toMatchObject([
      { name: 'toFulfil', due: '2026-04-10' },
    ]);
    expect(await verified()).toEqual([]);
  });

  it('a request for logs is opened by an office on a provider of its place, and kept from it until it is approved twice', async () => {
    const kind = 'log-request';
    const request = {
      provider: '甲公司',
      basis: 'final/28.2',
      by: 'period',
      families: ['quote'],
      from: '2026-03-01',
      to: '2026-03-10',
      purpose: '核实投诉。',
      inner: 'INNER-MARKER',
      keepUntil: '2026-12-31',
    };
    const matter = await opened(kind, { request }, reviewer);
    expect(await readBy(officer, kind, matter)).toBe('null');
    for (const head of heads) await give(kind, matter, 'approve', {}, head);
    expect(await readBy(officer, kind, matter)).toMatch(/核实投诉/u);
    expect(await readBy(officer, kind, matter)).not.toMatch(/INNER-MARKER|"approvals"/u);
    expect(await readBy(reviewer, kind, matter)).toMatch(/INNER-MARKER/u);
    expect(await verified()).toEqual([]);
  });
});
