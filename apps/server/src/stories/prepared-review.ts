import type { Caller, TestServer } from '../testing/test-server.ts';
import type { Done, MatterOfKind } from './prepared-matter.ts';

export const accountOf = ({ actor }: Caller): string => {
  if (actor.kind !== 'person') throw new Error('only a person has an account');
  return actor.account;
};

/** Members of a provider as the store knows them: a committee is made of nobody else. */
export const seated = async (
  { services: { store, now } }: TestServer,
  members: readonly Caller[],
): Promise<readonly string[]> => {
  await store.asOwner(async (transaction) => {
    for (const member of members) {
      if (member.actor.kind !== 'person' || member.actor.membership === undefined) continue;
      const { organisation, roles } = member.actor.membership;
      await transaction
        .insertInto('membership')
        .values({ account_id: member.actor.account, organisation_id: organisation, roles: [...roles], since: now() })
        .execute();
    }
  });
  return members.map(accountOf);
};

/** An ethics review that has come to its conclusion, and a log request that two supervisors have approved: each where both sides see it. */
export const supervisionOf = async (
  server: TestServer,
  company: Caller,
  province: Caller,
  number: string,
  done: Done,
): Promise<readonly MatterOfKind[]> => {
  const committee = [
    server.colleague(company, 'editor'),
    server.colleague(company, 'viewer'),
    server.colleague(company, 'auditor'),
  ] as const;
  const [chair] = committee;
  const accounts = await seated(server, committee);
  const review = await done(
    company.post('/api/matters/ethics-review', {
      subject: { algorithm: '云岭推荐', version: '2.0', change: '换了排序模型。', affected: '全部用户。' },
    }),
  );
  const path = `/api/matters/ethics-review/${review}`;
  const fields = [['technology'], ['law', 'ethics'], ['minors']];
  const members = accounts.map((account, index) => ({ account, name: `委员${index + 1}`, fields: fields[index] }));
  await done(company.post(`${path}/compose`, { committee: { members, chair: accounts[0] } }));
  for (const member of committee) await done(member.post(`${path}/declare`, { declaration: { conflict: false } }));
  await done(chair.post(`${path}/open-deliberation`));
  for (const member of committee) await done(member.post(`${path}/vote`, { vote: { choice: 'approve' } }));
  await done(chair.post(`${path}/close-vote`, { conclusion: { grounds: '收益大于风险。' } }));

  const request = await done(
    province.post('/api/matters/log-request', {
      request: {
        provider: number,
        basis: 'final/28.2',
        by: 'period',
        families: ['quote'],
        from: '2026-03-01',
        to: '2026-03-10',
        purpose: '核实报价不同的投诉。',
        keepUntil: '2026-12-31',
      },
    }),
  );
  for (const supervisor of [server.colleague(province, 'supervisor'), server.colleague(province, 'supervisor')])
    await done(supervisor.post(`/api/matters/log-request/${request}/approve`));
  return [
    ['ethics-review', review],
    ['log-request', request],
  ];
};
