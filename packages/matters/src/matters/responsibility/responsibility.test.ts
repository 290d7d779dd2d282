import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import { audienceOf } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { civilDate } from '@suanjian/rulebook';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { exampleForm, exampleNumber, exampleValues } from '../../testing/example-form.ts';
import { filedFiling } from '../../testing/filed-filing.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { promisedLimit } from '../common/commitments.ts';
import { publicResponsibility, responsibility as definition, responsibilityGaps } from './definition.ts';
import type { ResponsibilityState } from './state.ts';
import { requiredSystems, systemField, systemIds, type SystemId } from './systems.ts';

const officer = providerPerson('yunqi', 'officer');
const editor = providerPerson('yunqi', 'editor');
const viewer = providerPerson('yunqi', 'viewer');
const rival = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '330000', 'reviewer');
const otherProvince = officePerson('province', '440000', 'reviewer');
const ground = { owner: 'yunqi' as OrganisationId, place: '330106' };

const responsibility = anyMatter(definition);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;
const document = [{ hash: 'a'.repeat(64), name: '制度.pdf', size: 10, type: 'application/pdf' }];

const system = (id: SystemId, more: Record<string, unknown> = {}): FormValues => ({
  [systemField(id, 'OwnerPost')]: '算法安全部',
  [systemField(id, 'Owner')]: `某人-${id}`,
  [systemField(id, 'Document')]: document,
  [systemField(id, 'Version')]: '1.0',
  [systemField(id, 'Approved')]: '2026-01-15',
  [systemField(id, 'ReviewMonths')]: 6,
  [systemField(id, 'Status')]: 'in-force',
  ...more,
});

const whole: FormValues = {
  body: '算法安全委员会',
  officer: '某负责人',
  officerPost: '副总经理',
  officerTelephone: '000-0000-0000',
  users: 1_000_000,
  staff: 12,
  proportion: '每十万活跃用户至少一名专职人员。',
  means: [{ name: '审核平台', purpose: '发布前审核' }],
  trainings: [{ on: '2026-02-10', topic: '算法安全', who: '推荐部 12 人', hours: 3 }],
  ...Object.assign({}, ...systemIds.map((id) => system(id))),
};

const rules = { title: '推荐服务规则', address: 'https://yunqi.example/rules', version: '1.0', since: '2026-03-01' };
const promise = {
  from: '2026-03-02',
  complaintLength: 10,
  complaintUnit: 'working-day',
  appealLength: 15,
  appealUnit: 'calendar-day',
};

const house = (today = '2026-03-02') =>
  inMemory({ definitions: [responsibility, anyMatter(filedFiling(exampleForm, exampleNumber))], organisations, today });

const kept = async (form: FormValues = whole) => {
  const told = house();
  const id = await told.open('responsibility', { form }, editor);
  await told.give(id, 'adopt', {}, officer);
  return { ...told, told, id, current: () => told.state(id) as unknown as ResponsibilityState };
};

const codes = (gaps: ReturnType<typeof responsibilityGaps>): readonly string[] => gaps.map(({ code }) => code);

describe('a register', () => {
  it('is one for each provider', async () => {
    const { told, refused, open } = await kept();
    expect(await refused(open('responsibility', {}, officer))).toEqual(['responsibility/already-there']);
    expect(await refused(open('responsibility', {}, rival))).toEqual(['responsibility/no-organisation']);
    for (const actor of [viewer, province, publicActor])
      expect(await refused(told.open('responsibility', {}, actor))).toEqual(['matter/not-permitted']);
  });

  it('is seen by the office as it was put in force last, and never as a draft', async () => {
    const told = house();
    const id = await told.open('responsibility', { form: { body: '委员会' } }, editor);
    expect(isVisible(responsibility, told.state(id), audienceOf(province, ground))).toBe(false);
    expect(await told.refused(told.give(id, 'adopt', {}, editor))).toEqual(['matter/not-permitted']);
    await told.give(id, 'adopt', {}, officer);
    await told.give(id, 'save', { form: { body: '新委员会' } }, editor);
    expect(viewFor(responsibility, told.state(id), 'office', new Set()).state).toMatchObject({
      form: { body: '委员会' },
    });
    expect(viewFor(responsibility, told.state(id), 'provider', new Set()).state).toMatchObject({
      form: { body: '新委员会' },
      adopted: { body: '委员会' },
    });
    expect(audienceOf(otherProvince, ground)).toBeUndefined();
  });

  it('seals who answers for a system, and its documents', async () => {
    const { state, id } = await kept();
    const seen = JSON.stringify(viewFor(responsibility, state(id), 'office', new Set()).state);
    expect(seen).not.toMatch(/某人-|某负责人|000-0000|制度\.pdf|推荐部/);
    expect(JSON.stringify(responsibility.summary(state(id)))).not.toMatch(/某/);
  });

  it('is not put in force empty, or with what is wrong', async () => {
    const told = house();
    const id = await told.open('responsibility', {}, officer);
    expect(await told.refused(told.give(id, 'adopt', {}, officer))).toEqual(['responsibility/nothing-written']);
    await told.give(
      id,
      'save',
      { form: system('mechanism', { mechanismApproved: '2026-03-03', mechanismReviewMonths: 0 }) },
      editor,
    );
    expect(await told.refused(told.give(id, 'adopt', {}, officer))).toEqual(['form/range', 'date/in-future']);
  });

  it('is withdrawn with a reason, and not while a filing stands', async () => {
    const { give, refused, state, told, id, open, clocks } = await kept();
    const filing = await open('filing', { form: exampleValues }, officer);
    expect(await refused(give(id, 'withdraw', {}, officer))).toEqual(['matter/reason-missing']);
    expect(await refused(give(id, 'withdraw', {}, officer, '停止服务'))).toEqual(['responsibility/filing-stands']);
    await give(
      filing,
      'revoke',
      { revocation: id, basis: ['final/33.1'] },
      { kind: 'matter', matter: id, matterKind: 'revocation', behalf: { kind: 'clock' } },
    );
    await give(id, 'withdraw', {}, officer, '内部原因甲');
    expect(state(id).status).toBe('withdrawn');
    expect(clocks(id).every(({ end }) => end?.how === 'lifted')).toBe(true);
    expect(told.notices).toHaveLength(1);
    expect(JSON.stringify(told.notices)).not.toContain('内部原因甲');
    expect(publicResponsibility(state(id) as never)).toEqual({ rules: [], commitments: [] });
    await open('responsibility', {}, officer);
  });

  it('lets office and provider write to each other', async () => {
    const { give, refused, state, told, id } = await kept();
    await give(id, 'write', { text: '请补充培训记录' }, province);
    await give(id, 'write', { text: '已补充' }, editor);
    await give(id, 'note', { text: '下次检查时核对' }, province);
    expect(state(id)['correspondence']).toMatchObject([{ side: 'office' }, { side: 'provider' }]);
    expect(viewFor(responsibility, state(id), 'provider', new Set()).state).not.toHaveProperty('notes');
    expect(JSON.stringify(told.notices)).not.toMatch(/补充|核对/);
    expect(await refused(give(id, 'note', { text: '看看' }, otherProvince))).toEqual(['matter/not-permitted']);
  });
});

describe('reviews', () => {
  it('run one clock for each system from its approval, on the cadence of the provider', async () => {
    const { clocks, id, current } = await kept({
      ...system('mechanism'),
      ...system('fraud', { fraudReviewMonths: 12 }),
    });
    expect(clocks(id).map(({ name, receipt, bearer }) => [name, receipt.due, receipt.clause, bearer])).toEqual([
      ['toReview-mechanism', '2026-07-15', 'final/7', 'provider'],
      ['toReview-fraud', '2027-01-15', 'final/7', 'provider'],
    ]);
    expect(current().reviews).toMatchObject({ mechanism: { next: '2026-07-15' }, fraud: { next: '2027-01-15' } });
  });

  it('move when they are confirmed; a late one stays late', async () => {
    const { give, clocks, id, on, current, refused } = await kept(system('mechanism'));
    const review = { system: 'mechanism', result: '仍然适用' };
    expect(await refused(give(id, 'confirm', { review }, editor))).toEqual(['matter/not-permitted']);
    on('2026-07-20');
    expect(codes(responsibilityGaps(current(), 'final', civilDate('2026-07-20')))).toContain('review-overdue');
    await give(id, 'confirm', { review }, officer);
    const [first, second] = clocks(id);
    if (first === undefined || second === undefined) throw new Error('two runs are expected');
    expect([standingOf(first, civilDate('2026-07-20')), second.receipt.due]).toEqual(['missed', '2027-01-20']);
    expect(current().reviews.mechanism).toEqual({ last: '2026-07-20', every: 6, next: '2027-01-20' });
    expect(codes(responsibilityGaps(current(), 'final', civilDate('2026-07-20')))).not.toContain('review-overdue');
  });

  it('keep the cadence with which they began, and take the new one at the next review', async () => {
    const { give, clocks, id, on } = await kept(system('mechanism'));
    await give(id, 'save', { form: { mechanismReviewMonths: 24 } }, editor);
    await give(id, 'adopt', {}, officer);
    expect(clocks(id).map(({ receipt }) => receipt.due)).toEqual(['2026-07-15']);
    on('2026-07-10');
    await give(id, 'confirm', { review: { system: 'mechanism', result: '修订' } }, officer);
    expect(clocks(id).map(({ receipt }) => receipt.due)).toEqual(['2026-07-15', '2028-07-10']);
  });

  it('are lifted when a system is taken out, and not to be confirmed then', async () => {
    const { give, refused, clocks, id } = await kept(system('fraud'));
    expect(await refused(give(id, 'confirm', {}, officer))).toEqual(['form/required', 'form/required']);
    expect(await refused(give(id, 'confirm', { review: { system: 'ethics', result: '好' } }, officer))).toEqual([
      'responsibility/not-adopted',
    ]);
    await give(id, 'save', { form: { fraudApproved: null, body: '委员会' } }, editor);
    await give(id, 'adopt', {}, officer);
    expect(clocks(id)[0]?.end?.how).toBe('lifted');
  });

  it('count nothing from before the rule, and under the draft only its own seven', async () => {
    const { clocks, id, current } = await kept(system('mechanism', { mechanismApproved: '2021-01-01' }));
    expect(clocks(id)[0]?.receipt.due).toBe('2022-09-01');
    expect(current().reviews.mechanism?.next).toBe('2022-09-01');
    const told = inMemory({
      definitions: [responsibility],
      organisations,
      today: '2026-03-02',
      chosenEdition: 'draft',
    });
    const under = await told.open('responsibility', { form: whole }, officer);
    await told.give(under, 'adopt', {}, officer);
    expect(told.clocks(under).map(({ name }) => name)).not.toContain('toReview-ethics');
    expect(told.clocks(under)).toHaveLength(7);
  });
});

describe('what is published', () => {
  it('is kept in every version, and nothing else is public', async () => {
    const { give, refused, id, current, on } = await kept();
    await give(id, 'publish-rules', { published: rules }, officer);
    expect(await refused(give(id, 'publish-rules', { published: rules }, officer))).toEqual([
      'responsibility/version-published',
    ]);
    expect(
      await refused(
        give(id, 'publish-rules', { published: { ...rules, version: '2', address: 'javascript:1' } }, officer),
      ),
    ).toEqual(['form/pattern']);
    await give(id, 'publish-rules', { published: { ...rules, version: '2.0', since: '2026-04-01' } }, officer);
    await give(id, 'publish-commitments', { promise }, officer);
    on('2026-03-10');
    expect(await refused(give(id, 'publish-commitments', { promise }, officer))).toEqual([
      'responsibility/from-the-past',
    ]);
    expect(await refused(give(id, 'publish-commitments', { promise: { from: '2026-03-10' } }, officer))).toEqual([
      'responsibility/nothing-promised',
    ]);
    await give(
      id,
      'publish-commitments',
      { promise: { from: '2026-03-20', complaintLength: 5, complaintUnit: 'working-day' } },
      officer,
    );
    const shown = publicResponsibility(current());
    expect(shown).toEqual({
      rules: [
        { ...rules, version: '2.0', since: '2026-04-01', publishedOn: '2026-03-02' },
        { ...rules, publishedOn: '2026-03-02' },
      ],
      commitments: [
        { version: 2, from: '2026-03-20', limits: { complaint: { length: 5, unit: 'working-day' } } },
        {
          version: 1,
          from: '2026-03-02',
          limits: { complaint: { length: 10, unit: 'working-day' }, appeal: { length: 15, unit: 'calendar-day' } },
        },
      ],
    });
  });

  it('binds from its day on: what is published ahead does not hold yet', async () => {
    const { give, id, state, on } = await kept();
    await give(id, 'publish-commitments', { promise }, officer);
    await give(id, 'publish-commitments', { promise: { ...promise, from: '2026-03-20', complaintLength: 5 } }, officer);
    const promised = (today: string) =>
      promisedLimit(
        {
          standing: async (kind, owner) => ({ id, kind, owner, place: '330106', state: state(id) }),
          today: () => civilDate(today),
        },
        ground.owner,
        'complaint',
      );
    expect(await promised('2026-03-01')).toBeUndefined();
    expect(await promised('2026-03-19')).toEqual({ length: 10, unit: 'working-day' });
    expect(await promised('2026-03-20')).toEqual({ length: 5, unit: 'working-day' });
    on('2026-03-20');
  });
});

describe('what is missing', () => {
  const today = civilDate('2026-03-02');
  it('is everything where there is no register', () => {
    const gaps = responsibilityGaps(undefined, 'final', today);
    expect(codes(gaps).filter((code) => code === 'system-missing')).toHaveLength(9);
    expect(new Set(codes(gaps))).toEqual(
      new Set([
        'system-missing',
        'officer-missing',
        'body-missing',
        'staff-missing',
        'means-missing',
        'rules-unpublished',
        'limits-unpublished',
      ]),
    );
    for (const { text: words } of gaps) expect([words.zh, words.en]).not.toContain('');
  });

  it('is nothing where all is there', async () => {
    const { give, id, current } = await kept();
    await give(id, 'publish-rules', { published: rules }, officer);
    await give(id, 'publish-commitments', { promise }, officer);
    expect(responsibilityGaps(current(), 'final', today)).toEqual([]);
    expect(responsibilityGaps(current(), 'draft', today)).toEqual([]);
    // What an office sees without unsealing is enough to say so.
    const masked = viewFor(responsibility, current(), 'office', new Set()).state as unknown as ResponsibilityState;
    expect(responsibilityGaps(masked, 'final', today)).toEqual([]);
  });

  it('asks for eight systems, or for the seven of the draft', () => {
    expect(requiredSystems('draft', {})).toHaveLength(7);
    expect(requiredSystems('draft', {})).not.toContain('ethics');
    expect(requiredSystems('final', { personalInformationJoint: true })).toHaveLength(8);
    expect(requiredSystems('final', {})).toHaveLength(9);
  });

  it.each([
    ['a document that is not there', { ethicsDocument: null }, 'system-incomplete', '/form/ethicsDocument'],
    ['a system that was abolished', { fraudStatus: 'abolished' }, 'system-not-in-force', '/form/fraudStatus'],
    ['an officer whose name was erased', { officer: { erased: true } }, 'officer-missing', '/form/officer'],
    ['no reason why the staff fits', { proportion: ' ' }, 'staff-missing', '/form/proportion'],
    ['no technical means', { means: [] }, 'means-missing', '/form/means'],
  ])('%s', async (_, patch, code, pointer) => {
    const { current } = await kept();
    const state = current();
    const gaps = responsibilityGaps({ ...state, adopted: { ...state.adopted, ...patch } }, 'final', today);
    expect(gaps).toContainEqual(expect.objectContaining({ code, pointer }));
  });

  it('counts rules and limits only once they hold, and asks for limits only where they must be published', async () => {
    const { give, id, current } = await kept();
    await give(id, 'publish-rules', { published: { ...rules, since: '2026-03-03' } }, officer);
    await give(id, 'publish-commitments', { promise: { ...promise, from: '2026-03-03' } }, officer);
    expect(codes(responsibilityGaps(current(), 'final', today))).toEqual([
      'rules-unpublished',
      'limits-unpublished',
      'limits-unpublished',
    ]);
    expect(codes(responsibilityGaps(current(), 'draft', today))).toEqual(['rules-unpublished']);
    expect(responsibilityGaps(current(), 'final', civilDate('2026-03-03'))).toEqual([]);
  });
});

it('is a sound definition', () =>
  expect(definitionFaults(responsibility, new Set(['responsibility', 'appeal']))).toEqual([]));
