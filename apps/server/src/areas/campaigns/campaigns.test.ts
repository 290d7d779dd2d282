import { expect, it } from 'vitest';
import { commitmentOf, exampleSubject, type CampaignState } from '@suanjian/matters';
import type { AskedTargets, CampaignCandidates, CampaignDashboard } from '@suanjian/contracts';
import { findLapses, giveLapsed } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { civilDateOf } from '@suanjian/rulebook';
import { expectDone } from '../../stories/prepared-matter.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller } from '../../testing/test-server.ts';
import { askTargets } from './ask.ts';

const seed = 'a long and random seed';
const plan = {
  preset: 'campaign-2022',
  name: '示例省行动',
  from: '2026-03-18',
  until: '2026-12-31',
  sampleSize: 0,
  byGrade: true,
  commitment: commitmentOf(seed),
  goals: '看关闭选项。',
};

withStores(({ open }) => {
  it('finds targets, asks all of them in one act that can be broken off, and shows how far each has come', async () => {
    const store = await open();
    const server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
    const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
    const province = await server.office('示例省', 'province', '440000', 'reviewer', 'supervisor');
    const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
    const stranger = await server.office('外省', 'province', '330000', 'reviewer', 'supervisor');
    await registered(company, { province, nation });
    const filing = await filed(company, { province, nation });
    const { number } = (await company.get(`/api/matters/filing/${filing}`)).json<{ number: string }>();
    const quiet = await server.provider('没有备案的公司', '440305', 'officer');
    const far = await server.provider('外省公司', '330106', 'officer');
    await store.asOwner((transaction) =>
      transaction
        .updateTable('organisation')
        .set({ registered: true })
        .where('id', 'in', [quiet.organisation, far.organisation].map(String))
        .execute(),
    );
    for (const words of ['一', '二'])
      await expectDone(
        server.publicCaller.post('/api/matters/complaint', {
          form: {
            number,
            reached: 'anonymous',
            kind: 'differential-price',
            to: 'provider',
            what: `价格不一样，第${words}次。`,
          },
        }),
      );

    const campaign = await expectDone(province.post('/api/matters/campaign', plan));
    const path = `/api/campaigns/${campaign}`;
    const found = async (query: string, by: Caller = province): Promise<readonly string[]> =>
      (await by.get(`${path}/candidates?${query}`)).json<CampaignCandidates>().items.map(({ key }) => key);
    const period = 'complaintsFrom=2026-03-01&complaintsUntil=2026-03-18';
    expect(await found('place=440000')).toEqual([number, '没有备案的公司']);
    expect(await found('standing=unfiled')).toEqual(['没有备案的公司']);
    expect(await found('techniques=generative')).toEqual([]);
    expect(await found(`complaintsOver=1&${period}`)).toEqual([number]);
    expect(await found(`complaintsOver=2&${period}`)).toEqual([]);
    expect(await found(`words=${encodeURIComponent('没有')}`)).toEqual(['没有备案的公司']);
    expect((await province.get(`${path}/candidates`)).statusCode).toBe(422);
    for (const by of [company, stranger]) {
      expect((await by.get(`${path}/candidates?place=440000`)).statusCode).toBe(by === company ? 403 : 404);
      expect((await by.get(path)).statusCode).toBe(404);
      expect((await by.post(`${path}/ask`, { by: '2026-04-15' })).statusCode).toBe(by === company ? 403 : 404);
    }
    // Whoever the province does not supervise is found by nobody there.
    expect(await found('standing=unfiled', nation)).toEqual(['外省公司', '没有备案的公司']);

    const select = `/api/matters/campaign/${campaign}/select-targets`;
    const why = '投诉集中。';
    await expectDone(
      province.post(select, {
        why,
        complaintsOver: 1,
        complaintsFrom: '2026-03-01',
        complaintsUntil: '2026-03-18',
        targets: [{ provider: number }],
      }),
    );
    await expectDone(
      province.post(select, {
        why,
        standing: 'unfiled',
        targets: [{ provider: '没有备案的公司' }, { provider: '没有登记的公司', service: '示例短视频' }],
      }),
    );
    expect((await province.post(`${path}/ask`, {})).statusCode).toBe(409);
    await expectDone(province.post(`/api/matters/campaign/${campaign}/start`));

    // Broken off after the first: whoever goes on asks nobody twice.
    expect((await province.post(`${path}/ask`, { by: '2026-04-04' })).statusCode).toBe(422);
    const by = '2026-04-15';
    await expectDone(province.post(`/api/matters/campaign/${campaign}/ask-all`, { by }));
    const reading = await server.services.matters.read(province.actor, 'campaign', campaign);
    const state = reading?.state as unknown as CampaignState;
    let opened = 0;
    const breaking = {
      open: (request: Parameters<typeof server.services.matters.open>[0]) => {
        opened += 1;
        if (opened > 1) throw new Error('power failed');
        return server.services.matters.open(request);
      },
    };
    await expect(
      askTargets(breaking, {
        actor: province.actor,
        campaign,
        state,
        asking: { on: '2026-03-18' as never, by: by as never },
      }),
    ).rejects.toThrow('power failed');
    const goingOn = await Promise.all([province.post(`${path}/ask`, {}), province.post(`${path}/ask`, {})]);
    const answers = goingOn.map((response) => response.json<AskedTargets>());
    expect(answers.reduce((sum, { asked }) => sum + asked, 0)).toBe(1);
    expect(answers.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
    expect(answers.flatMap(({ refused }) => refused)).toEqual([]);

    const shown = async (): Promise<CampaignDashboard> => (await province.get(path)).json<CampaignDashboard>();
    const before = await shown();
    expect(before).toMatchObject({ toAsk: 0, toRemind: 0, asking: { by } });
    expect(before.targets.map(({ key, stage, unfiled, urged, late }) => [key, stage, unfiled, urged, late])).toEqual([
      [number, 'asked', false, false, false],
      ['没有备案的公司', 'asked', true, true, false],
      ['没有登记的公司／示例短视频', 'unreachable', true, false, false],
    ]);
    expect(before.targets[0]?.reasons.map(({ zh }) => zh)).toEqual(['期间投诉 2 件']);
    expect((await quiet.get('/api/matters?kind=filing-reminder')).json()).toMatchObject({ total: 1 });

    server.now = '2026-04-20T02:00:00.000Z';
    expect((await shown()).targets.map(({ late }) => late)).toEqual([true, true, false]);
    // The clock says it again by itself, as the ticker lets it.
    const { matters, definitions } = server.services;
    await giveLapsed(await findLapses(store, definitions, civilDateOf(server.now)), matters, new Set());
    const after = await shown();
    expect(after.targets.map(({ stage, late }) => [stage, late])).toEqual([
      ['overdue', true],
      ['overdue', true],
      ['unreachable', false],
    ]);
    const { id = '' } = after.targets[1]?.reminder ?? {};
    expect((await quiet.get(`/api/matters/filing-reminder/${id}`)).json()).toMatchObject({
      status: 'sent',
      state: { repeated: ['2026-04-20'], due: '2026-05-07' },
    });
    await server.close();
  });
});
