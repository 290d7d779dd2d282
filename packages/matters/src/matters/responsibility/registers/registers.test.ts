import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anyMatter, type AnyMatterDefinition } from '../../../engine/definition.ts';
import type { AccountId, OrganisationId } from '../../../engine/identity.ts';
import type { OrganisationFacts } from '../../../engine/lookups.ts';
import { accept } from '../../../engine/refusal.ts';
import { viewFor } from '../../../engine/view.ts';
import { officePerson, providerPerson } from '../../../testing/actors.ts';
import { inMemory } from '../../../testing/in-memory.ts';
import { publicRegisters, responsibility as definition } from '../definition.ts';
import type { ResponsibilityState } from '../state.ts';

const officer = providerPerson('yunqi', 'officer');
const second = providerPerson('yunqi', 'officer', 'editor');
const editor = providerPerson('yunqi', 'editor');
const office = officePerson('province', '330000', 'reviewer');
const responsibility = anyMatter(definition);
const organisations = [
  { id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true },
] as unknown as readonly OrganisationFacts[];

/** An appeal that ended, by how it ended. */
const ended = (outcome: string): AnyMatterDefinition => ({
  ...responsibility,
  kind: 'appeal',
  opening: {
    ...responsibility.opening,
    input: z.strictObject({}),
    gather: async () => undefined as never,
    decide: () => accept({ type: 'opened', owner: 'yunqi' as OrganisationId, place: '330106' }),
  } as unknown as AnyMatterDefinition['opening'],
  begin: () => ({ status: 'drafted', outcome }) as never,
});

const both = ['yunqi-officer', 'yunqi-officer-editor'] as unknown as readonly AccountId[];

const kept = async (officers = both, outcome = 'remedied') => {
  const told = inMemory({
    definitions: [responsibility, ended(outcome)],
    organisations,
    today: '2026-03-02',
    lookups: { holdersOf: async () => officers },
  });
  const id = await told.open('responsibility', { form: { body: '委员会' } }, editor);
  await told.give(id, 'adopt', {}, officer);
  const refused = (command: string, input: object, actor = officer) =>
    told.refused(told.give(id, command, input, actor));
  return { told, id, refused, state: () => told.state(id) as unknown as ResponsibilityState };
};

const source = { name: '点击日志甲', kind: 'own', personal: true, basis: 'consent' };
const model = { algorithm: '首页推荐', release: '2.0', changes: '换了目标', trained: true, sources: [source] };
const named = { algorithm: '首页推荐', release: '2.0' };

describe('releases', () => {
  it('are recorded, reviewed by somebody else, and followed into service', async () => {
    const { refused, state, told } = await kept();
    expect(await refused('record-release', { model }, editor)).toEqual([]);
    expect(await refused('record-release', { model }, editor)).toEqual(['release/recorded-already']);
    expect(await refused('record-release', { model: { ...model, release: '3', sources: [] } }, editor)).toEqual([
      'form/required',
    ]);
    expect(await refused('record-release', { model }, office)).toEqual(['matter/not-permitted']);
    const opinion = { ...named, result: 'approved', opinion: '看过机制和数据' };
    expect(await refused('review-release', { opinion: { ...opinion, release: '9' } })).toEqual(['release/unknown']);
    expect(await refused('review-release', { opinion }, editor)).toEqual(['matter/not-permitted']);
    expect(await refused('review-release', { opinion })).toEqual([]);
    expect(await refused('review-release', { opinion })).toEqual(['release/reviewed-already']);
    told.on('2026-03-05');
    expect(await refused('release-in-service', { service: { ...named, from: '2026-03-06' } })).toEqual([
      'date/in-future',
    ]);
    expect(await refused('release-in-service', { service: { ...named, from: '2026-03-05' } })).toEqual([]);
    expect(await refused('release-in-service', { service: { ...named, from: '2026-03-05' } })).toEqual([
      'release/in-service-already',
    ]);
    expect(state().releases).toMatchObject([
      {
        ...named,
        recordedOn: '2026-03-02',
        review: { on: '2026-03-02', result: 'approved' },
        from: '2026-03-05',
        sources: [{ kind: 'own', allowed: false, personal: true, basis: 'consent' }],
      },
    ]);
  });

  it('are not reviewed by who recorded them, unless nobody else could', async () => {
    const own = { opinion: { ...named, result: 'refused', opinion: '数据来源不清' } };
    const two = await kept();
    await two.told.give(two.id, 'record-release', { model }, officer);
    expect(await two.refused('review-release', own)).toEqual(['release/own-work']);
    expect(await two.refused('review-release', own, second)).toEqual([]);
    const alone = await kept(both.slice(0, 1));
    await alone.told.give(alone.id, 'record-release', { model }, officer);
    expect(await alone.refused('review-release', own)).toEqual([]);
  });

  it('follow each other, and one that was refused is recorded all the same', async () => {
    const { refused, state, told } = await kept();
    for (const release of ['1.0', '2.0', '0.9'])
      await refused('record-release', { model: { ...model, release, trained: false } }, editor);
    told.on('2026-03-20');
    expect(await refused('release-in-service', { service: { ...named, release: '1.0', from: '2026-03-05' } })).toEqual(
      [],
    );
    expect(await refused('release-in-service', { service: { ...named, from: '2026-03-10' } })).toEqual([]);
    expect(await refused('release-in-service', { service: { ...named, release: '0.9', from: '2026-03-09' } })).toEqual([
      'release/out-of-order',
    ]);
    expect(state().releases).toMatchObject([
      { release: '1.0', from: '2026-03-05', until: '2026-03-10', sources: [] },
      { release: '2.0', from: '2026-03-10' },
      { release: '0.9' },
    ]);
  });

  it('keep the names of their sources sealed', async () => {
    const { told, id } = await kept();
    await told.give(id, 'record-release', { model }, editor);
    for (const side of ['office', 'provider'] as const)
      expect(JSON.stringify(viewFor(responsibility, told.state(id), side, new Set()))).not.toMatch(
        /点击日志甲|换了目标/,
      );
  });
});

describe('tags', () => {
  const football = { tag: '足球', kind: 'interest', meaning: '三十日内多次看过足球内容。' };

  it('are used once somebody else approves them, and public only then', async () => {
    const { refused, state } = await kept();
    expect(await refused('propose-tag', { tag: football })).toEqual([]);
    expect(await refused('propose-tag', { tag: football })).toEqual(['tag/there-already']);
    expect(await refused('approve-tag', { which: { tag: '足球' } })).toEqual(['tag/own-work']);
    expect(publicRegisters(state()).tags).toEqual([]);
    expect(await refused('approve-tag', { which: { tag: '足球' } }, second)).toEqual([]);
    expect(await refused('approve-tag', { which: { tag: '足球' } }, second)).toEqual(['tag/approved-already']);
    expect(publicRegisters(state()).tags).toEqual([football]);
    expect(await refused('retire-tag', { which: { tag: '篮球' } })).toEqual(['tag/unknown']);
    expect(await refused('retire-tag', { which: { tag: '足球' } })).toEqual([]);
    expect(publicRegisters(state()).tags).toEqual([]);
    expect(await refused('propose-tag', { tag: football })).toEqual([]);
  });

  it('of a barred kind, or with a barred word, are refused', async () => {
    const { refused, state } = await kept();
    for (const kind of ['unlawful', 'discriminatory'])
      expect(await refused('propose-tag', { tag: { ...football, kind } })).toEqual(['tag/barred-kind']);
    expect(await refused('propose-tag', { tag: { ...football, kind: 'sensitive' } })).toEqual(['form/required']);
    await refused('propose-tag', { tag: { ...football, tag: 'Ｃasino-fan' } });
    expect(await refused('bar-word', { barred: { word: 'casino' } })).toEqual([]);
    expect(await refused('bar-word', { barred: { word: 'casino' } })).toEqual(['tag/barred-already']);
    expect(state().tags).toMatchObject([{ tag: 'Ｃasino-fan', endedOn: '2026-03-02' }]);
    expect(await refused('propose-tag', { tag: { ...football, tag: 'CASINO' } })).toEqual(['tag/barred-word']);
  });
});

describe('what is published', () => {
  const news = {
    licence: '示例 0001',
    authority: '示例机关',
    until: '2027-03-01',
    sources: [{ name: '示例通讯社', code: 'example-agency' }],
  };

  it('holds the licence for news and the sources, in every version', async () => {
    const { refused, state } = await kept();
    expect(await refused('publish-news-sources', { news: { ...news, until: '2026-03-01' } })).toEqual([
      'responsibility/licence-ended',
    ]);
    expect(
      await refused('publish-news-sources', { news: { ...news, sources: [...news.sources, ...news.sources] } }),
    ).toEqual(['responsibility/source-twice']);
    expect(await refused('publish-news-sources', { news }, editor)).toEqual(['matter/not-permitted']);
    expect(await refused('publish-news-sources', { news })).toEqual([]);
    expect(await refused('publish-news-sources', { news })).toEqual([]);
    expect(publicRegisters(state()).newsLists).toEqual([
      { ...news, version: 2, publishedOn: '2026-03-02' },
      { ...news, version: 1, publishedOn: '2026-03-02' },
    ]);
  });

  const told = { called: '交通管制', about: '因管制超时被扣款', outcome: '退回扣款，改了规则' };

  it('holds a successful appeal once, and no id', async () => {
    const { told: house, refused, state } = await kept();
    const appeal = await house.open('appeal', {}, officer);
    expect(await refused('publish-case', { told: { ...told, appeal } })).toEqual([]);
    expect(await refused('publish-case', { told: { ...told, appeal } })).toEqual(['responsibility/case-published']);
    const shown = publicRegisters(state());
    expect(shown.cases).toMatchObject([{ title: '交通管制', outcome: told.outcome, publishedOn: '2026-03-02' }]);
    expect(JSON.stringify(shown)).not.toContain(appeal);
    expect(publicRegisters({ ...state(), status: 'withdrawn' })).toEqual({ tags: [], newsLists: [], cases: [] });
  });

  it('holds no appeal that failed, nor one that is not there', async () => {
    const { told: house, refused, id } = await kept(both, 'upheld');
    const appeal = await house.open('appeal', {}, officer);
    expect(await refused('publish-case', { told: { ...told, appeal } })).toEqual(['responsibility/not-successful']);
    expect(await refused('publish-case', { told: { ...told, appeal: id } })).toEqual(['responsibility/no-such-appeal']);
  });
});
