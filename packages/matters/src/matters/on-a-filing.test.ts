import { describe, expect, it } from 'vitest';
import type { MatterId, OrganisationId } from '../engine/identity.ts';
import type { OrganisationFacts } from '../engine/lookups.ts';
import { officePerson, providerPerson } from '../testing/actors.ts';
import { inMemory } from '../testing/in-memory.ts';
import { exampleFile, exampleRecommender, exampleSubject, filing } from './filing/definition.ts';
import { matterDefinitions } from './index.ts';

const yunling: OrganisationFacts = {
  ...exampleSubject,
  id: 'yunling' as OrganisationId,
  kind: 'provider',
  registered: true,
};
const officer = providerPerson('yunling', 'officer');
const province = officePerson('province', '440000', 'supervisor');
const nation = officePerson('nation', '000000', 'supervisor');
const declared = { declaration: true };

/** A filing that went the whole way, on 23 March 2026. */
const filed = async () => {
  const told = inMemory({ definitions: matterDefinitions, organisations: [yunling], today: '2026-03-20' });
  const id = await told.open(filing.kind, { form: exampleRecommender }, officer);
  await told.give(id, 'submit', declared, officer);
  await told.give(id, 'forward', {}, province);
  told.on('2026-03-23');
  await told.give(id, 'file', {}, nation);
  return { told, id };
};

const number = async (told: Awaited<ReturnType<typeof filed>>['told'], id: MatterId) => told.state(id)['number'];

describe('what is opened on a filing ends in the filing and in public', () => {
  it('a change gives it new content and keeps its number', async () => {
    const { told, id } = await filed();
    const before = await number(told, id);
    told.on('2026-05-06');
    const change = await told.open(
      'change',
      { occurred: '2026-05-06', reasons: ['disclosure-updated', 'model-changed'] },
      officer,
      id,
    );
    expect(await told.refused(told.give(change, 'submit', declared, officer))).toContain('change/nothing-differs');
    const version = {
      version: '2.0',
      coverOccasion: 'change',
      disclosurePrinciple: '根据您最近的阅读，估计您对不同题材的兴趣。',
    };
    await told.give(
      change,
      'save',
      {
        form: {
          ...version,
          assessmentReport: [exampleFile(`${exampleRecommender.algorithmName}安全自评估报告.pdf`, '6')],
        },
      },
      officer,
    );
    await told.give(change, 'submit', declared, officer);
    await told.give(change, 'forward', {}, province);
    await told.give(change, 'file', {}, nation);
    expect(told.state(id)).toMatchObject({ status: 'filed', number: before, form: version });
    expect(told.publications).toMatchObject([
      { number: before, status: 'filed', content: { version: '1.2' }, entry: { occasion: 'filed', on: '2026-03-23' } },
      {
        number: before,
        status: 'filed',
        content: { version: '2.0', disclosure: { basicPrinciple: version.disclosurePrinciple } },
        entry: { occasion: 'changed', on: '2026-05-06' },
      },
    ]);
    expect(told.publications[1]?.entry.text.zh).toContain('算法模型变更');
  });

  it('a change is held against the contradictions of a filing', async () => {
    const { told, id } = await filed();
    told.on('2026-05-06');
    const change = await told.open('change', { occurred: '2026-05-06', reasons: ['algorithm-renamed'] }, officer, id);
    await told.give(change, 'save', { form: { algorithmName: '云岭新推荐算法', coverOccasion: 'change' } }, officer);
    const codes = await told.refused(told.give(change, 'submit', declared, officer));
    expect(codes.some((code) => code.startsWith('contradiction/'))).toBe(true);
  });

  it('keeps of a warning what it is about, never the sentence that may quote sealed values', async () => {
    const { told, id } = await filed();
    told.on('2026-05-06');
    const change = await told.open('change', { occurred: '2026-05-06', reasons: ['other'] }, officer, id);
    await told.give(
      change,
      'save',
      { form: { coverOccasion: 'change', disclosurePurpose: '让更多文章被看见。' } },
      officer,
    );
    await told.give(change, 'submit', declared, officer);
    const { warnings } = told.state(change);
    expect(warnings).not.toEqual([]);
    expect(JSON.stringify(warnings)).not.toContain('"text"');
  });

  it('a cancellation by the provider', async () => {
    const { told, id } = await filed();
    told.on('2026-06-01');
    const form = {
      serviceEnds: '2026-05-31',
      why: '产品下线',
      userArrangements: '已公告',
      dataArrangements: '日志保存六个月',
    };
    const cancellation = await told.open('cancellation', { form }, officer, id);
    await told.give(cancellation, 'submit', declared, officer);
    await told.give(cancellation, 'accept', {}, province);
    expect(told.state(id)).toMatchObject({ status: 'cancelled', ended: { by: 'provider', basis: ['final/24.3'] } });
    expect(told.publications.at(-1)).toMatchObject({
      number: await number(told, id),
      status: 'cancelled',
      entry: { occasion: 'cancelled' },
    });
    expect(told.publications.at(-1)?.content).toEqual(told.publications[0]?.content);
  });

  it('a cancellation by an office, with which a change under way lapses, late for nobody', async () => {
    const { told, id } = await filed();
    told.on('2026-07-01');
    const change = await told.open('change', { occurred: '2026-07-01', reasons: ['other'] }, officer, id);
    await told.give(change, 'save', { form: { version: '2.0', coverOccasion: 'change' } }, officer);
    await told.give(change, 'submit', declared, officer);
    await told.give(change, 'forward', {}, province);
    const order = { ground: 'closed-or-licence-withdrawn', basis: ['final/33.2'] };
    await told.open('cancellation', { order }, nation, id, '网站被依法关闭');
    expect(told.state(id)).toMatchObject({
      status: 'cancelled',
      ended: { by: 'office', basis: ['final/33.2'], reason: '网站被依法关闭' },
    });
    expect(await told.refused(told.give(change, 'file', {}, nation))).toEqual(['matter/wrong-state']);
    expect(told.state(change).status).toBe('lapsed');
    expect(told.clocks(change).map(({ name, end }) => [name, end?.how])).toEqual([
      ['toFile', 'stopped'],
      ['toAnswer', 'lifted'],
    ]);
  });

  it('all that is under way on it, drafts too, and nothing that is settled or public', async () => {
    const { told, id } = await filed();
    told.on('2026-06-01');
    const form = {
      serviceEnds: '2026-05-31',
      why: '产品下线',
      userArrangements: '已公告',
      dataArrangements: '日志保存六个月',
    };
    const earlier = await told.open('change', { occurred: '2026-05-29', reasons: ['other'] }, officer, id);
    await told.give(earlier, 'withdraw', {}, officer);
    const change = await told.open('change', { occurred: '2026-06-01', reasons: ['other'] }, officer, id);
    await told.give(change, 'save', { form: { version: '尚未提交', coverOccasion: 'change' } }, officer);
    const cancellation = await told.open('cancellation', { form }, officer, id);
    await told.give(cancellation, 'submit', declared, officer);
    const correction = await told.open(
      'correction',
      { report: { number: await number(told, id), part: 'purpose', wrong: '目的写错了。', right: '不知道。' } },
      { kind: 'public' },
    );
    const revocation = await told.open(
      'revocation',
      { proposal: { ground: 'false-papers', facts: '测试记录系伪造' }, basis: ['final/33.1'] },
      province,
      id,
    );
    await told.give(revocation, 'waive', {}, officer);
    const before = told.notices.length;
    await told.give(revocation, 'decide', {}, province, '证据确凿');
    expect([revocation, earlier, change, cancellation, correction].map((each) => told.state(each).status)).toEqual([
      'revoked',
      'withdrawn',
      'lapsed',
      'lapsed',
      'received',
    ]);
    // Its plan was never submitted, so nobody else gets to read it now.
    expect(told.state(change)).toMatchObject({ form: {}, before: {} });
    expect(told.clocks(change).map(({ end }) => end?.how)).toEqual(['lifted']);
    expect(told.state(cancellation)['form']).toMatchObject({ why: '产品下线' });
    const notices = told.notices.slice(before);
    expect(notices.filter(({ subject }) => subject.en.includes('lapsed')).map(({ to }) => to)).toEqual([
      'provider',
      'provider',
    ]);
    for (const lapsed of [change, cancellation])
      expect(await told.refused(told.give(lapsed, 'save', { form: {} }, officer))).toEqual(['matter/wrong-state']);
  });

  it('nothing by the provider’s own cancellation while a revocation is pending: that is decided first', async () => {
    const { told, id } = await filed();
    told.on('2026-06-01');
    const form = {
      serviceEnds: '2026-05-31',
      why: '产品下线',
      userArrangements: '已公告',
      dataArrangements: '日志保存六个月',
    };
    const cancellation = await told.open('cancellation', { form }, officer, id);
    await told.give(cancellation, 'submit', declared, officer);
    const revocation = await told.open(
      'revocation',
      { proposal: { ground: 'false-papers', facts: '测试记录系伪造' }, basis: ['final/33.1'] },
      province,
      id,
    );
    expect(await told.refused(told.give(cancellation, 'accept', {}, province))).toEqual([
      'cancellation/revocation-pending',
    ]);
    await told.give(revocation, 'drop', {}, province, '查无实据');
    await told.give(cancellation, 'accept', {}, province);
    expect(told.state(id).status).toBe('cancelled');
  });

  it('a proposal to revoke, when the filing is cancelled first', async () => {
    const { told, id } = await filed();
    const revocation = await told.open(
      'revocation',
      { proposal: { ground: 'false-papers', facts: '测试记录系伪造' }, basis: ['final/33.1'] },
      province,
      id,
    );
    const order = { ground: 'closed-or-licence-withdrawn', basis: ['final/33.2'] };
    await told.open('cancellation', { order }, province, id, '网站被依法关闭');
    expect(told.state(revocation).status).toBe('lapsed');
    expect(await told.refused(told.give(revocation, 'lapse', {}, province))).toEqual(['matter/not-permitted']);
  });

  it('a revocation', async () => {
    const { told, id } = await filed();
    const revocation = await told.open(
      'revocation',
      { proposal: { ground: 'false-papers', facts: '测试记录系伪造' }, basis: ['final/33.1'] },
      province,
      id,
    );
    await told.give(revocation, 'state', { statement: '记录由第三方出具', complete: true }, officer);
    await told.give(revocation, 'decide', {}, province, '说明不能成立');
    expect(told.state(id)).toMatchObject({
      status: 'revoked',
      ended: { by: 'office', basis: ['final/33.1'], reason: '说明不能成立' },
    });
    expect(told.publications.at(-1)).toMatchObject({
      status: 'revoked',
      entry: { occasion: 'revoked', basis: ['final/33.1'] },
    });
    expect(
      await told.refused(told.open('change', { occurred: '2026-03-23', reasons: ['other'] }, officer, id)),
    ).toEqual(['matter/parent-state']);
  });
});
