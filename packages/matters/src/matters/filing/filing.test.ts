import { describe, expect, test } from 'vitest';
import { builtInCalendar, civilDate, gradingScheme, type EditionId } from '@suanjian/rulebook';
import { parseFilingNumber } from '@suanjian/register';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import { shownValues } from '../../engine/form.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import type { MatterId } from '../../engine/identity.ts';
import { availableCommands } from '../../engine/run.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory, RefusedError, type InMemoryOptions } from '../../testing/in-memory.ts';
import { filing, filingForm } from './definition.ts';
import { exampleModelNumber, exampleRecommender, exampleGenerator, exampleSubject, exampleSupporter } from './examples.ts';

const officer = providerPerson('yunling', 'officer');
const editor = providerPerson('yunling', 'editor');
const stranger = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '440000', 'reviewer');
const head = officePerson('province', '440000', 'supervisor');
const otherProvince = officePerson('province', '330000', 'supervisor');
const nation = officePerson('nation', '000000', 'reviewer');
const nationHead = officePerson('nation', '000000', 'supervisor');

const definition = anyMatter(filing);
const organisation = { id: 'yunling', kind: 'provider', ...exampleSubject, registered: true } as unknown as OrganisationFacts;
const declared = { declaration: true };

const house = (options: Partial<InMemoryOptions> = {}) => inMemory({ definitions: [definition], organisations: [organisation], today: '2026-03-20', ...options });

const begun = async (form: object = exampleRecommender, options: Partial<InMemoryOptions> = {}) => {
  const told = house(options);
  return { told, id: await told.open('filing', { form }, editor) };
};

const toSecond = async (form: object = exampleRecommender, options: Partial<InMemoryOptions> = {}) => {
  const { told, id } = await begun(form, options);
  await told.give(id, 'submit', declared, officer);
  await told.give(id, 'forward', {}, province);
  return { told, id };
};

const refusalsOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals;
    throw error;
  }
  return [];
};

describe('a filing from draft to number', () => {
  test('is told every fault at once, is returned, submitted again, forwarded, and gets a number', async () => {
    const { told, id } = await begun({ ...exampleRecommender, disclosureName: '另一个名称', dailyUsers: 400_000, hardware: '' });
    const refusals = await refusalsOf(told.give(id, 'submit', declared, officer));
    expect(refusals.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'form/required /form/hardware',
      'contradiction/disclosure-name /form/disclosureName',
      'contradiction/user-numbers /form/dailyUsers',
    ]);
    expect(told.state(id).status).toBe('draft');

    await told.give(id, 'save', { form: { disclosureName: exampleRecommender.algorithmName, dailyUsers: 60_000, hardware: '云主机 8 台。' } }, editor);
    await told.give(id, 'submit', declared, officer);
    expect(told.state(id).status).toBe('first-review');

    told.on('2026-04-01');
    await told.give(id, 'return', { fields: [{ pointer: '/form/models/0/description', reason: '请说明训练方式。' }] }, province, '模型说明不完整');
    expect(told.state(id)).toMatchObject({ status: 'returned', returned: { on: '2026-04-01', level: 'province', reason: '模型说明不完整' } });

    told.on('2026-04-10');
    const models = (exampleRecommender.models ?? []).map((model) => ({ ...model, description: '以去标识数据离线训练，每周更新。' }));
    await told.give(id, 'save', { form: { models } }, editor);
    await told.give(id, 'submit', declared, officer);
    expect(told.state(id)).toMatchObject({ status: 'first-review', submissions: ['2026-03-20', '2026-04-10'], returned: undefined, previous: { models: exampleRecommender.models } });

    await told.give(id, 'forward', {}, province);
    told.on('2026-04-20');
    await told.give(id, 'file', {}, nation);

    const number = String(told.state(id)['number']);
    const reading = parseFilingNumber(number);
    expect(reading).toMatchObject({ ok: true, parts: { place: '440305', subject: '1234567', typeCode: '02', year: 2026, serial: 1 } });
    expect(told.publications).toHaveLength(1);
    expect(told.publications[0]).toMatchObject({
      number,
      status: 'filed',
      content: { algorithmName: exampleRecommender.algorithmName, subject: exampleSubject.name, technique: 'personalised-push', products: [{ name: '云岭阅读', forms: ['app', 'website'] }] },
      entry: { on: '2026-04-20', occasion: 'filed' },
    });
    expect(told.notices.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }, 'provider', { officeLevel: 'province' }, { officeLevel: 'nation' }, 'provider']);
  });

  test('serials count on for one subject and type, whatever the year', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'file', {}, nation);
    told.on('2027-01-04');
    const second = { ...exampleRecommender, algorithmName: '云岭听书推荐算法', disclosureName: '云岭听书推荐算法', coverAlgorithmName: '云岭听书推荐算法', launched: '2026-12-30' };
    const next = await told.open('filing', { form: second }, officer);
    await told.give(next, 'submit', declared, officer);
    await told.give(next, 'forward', {}, head);
    await told.give(next, 'file', {}, nationHead);
    expect(String(told.state(next)['number']).slice(13, 20)).toBe('0227002');
  });

  test('a search is numbered as search and a filter as filter', async () => {
    const search = { ...exampleRecommender, technique: 'search-filter', coverTechnique: 'search-filter', searchKind: 'filter' };
    const { told, id } = await toSecond(search);
    await told.give(id, 'file', {}, nation);
    expect(String(told.state(id)['number']).slice(13, 15)).toBe('05');
  });

  test('cannot be submitted before the organisation is registered, though it can be drafted', async () => {
    const { told, id } = await begun(exampleRecommender, { organisations: [{ ...organisation, registered: false, subjectCode: undefined }] });
    expect(await told.refused(told.give(id, 'submit', declared, officer))).toEqual(['filing/not-registered']);
  });

  test('an attachment that never arrived is named', async () => {
    const { told, id } = await begun(exampleRecommender, { lookups: { missingAttachments: async () => ['3'.repeat(64)] } });
    expect((await refusalsOf(told.give(id, 'submit', declared, officer))).map(({ pointer }) => pointer)).toEqual(['/form/assessmentReport/0']);
  });

  test('warnings ride along without the values they quote', async () => {
    const { told, id } = await begun({ ...exampleGenerator, coverScenario: '外卖订单的骑手调度' });
    await told.give(id, 'submit', declared, officer);
    const warnings = told.state(id)['warnings'];
    expect(warnings).toMatchObject([{ rule: 'cover-scenario', pointers: ['/form/coverScenario', '/form/scenario'] }, { rule: 'model-number-unknown' }]);
    expect(JSON.stringify(warnings)).not.toMatch(/远山|骑手/);
  });

  test("a third party's number in the register is known", async () => {
    const { told, id } = await begun(exampleGenerator, { lookups: { holderOfNumber: async (digits) => (digits === exampleModelNumber ? {} : undefined) } });
    await told.give(id, 'submit', declared, officer);
    expect(told.state(id)['warnings']).toEqual([]);
  });
});

describe('hidden fields', () => {
  test('do not count, and do not leave the draft', async () => {
    const { told, id } = await begun({ ...exampleSupporter, searchKind: 'nonsense', workerProtection: '保密的草稿' });
    expect(told.state(id)['form']).toHaveProperty('workerProtection');
    await told.give(id, 'submit', declared, officer);
    const form = told.state(id)['form'];
    for (const name of ['searchKind', 'workerProtection', 'products', 'monthlyUsers', 'screenshots']) expect(form).not.toHaveProperty(name);
    expect(form).toHaveProperty('technicalServiceName');
  });

  test('are left out inside lists too', () => {
    const form = shownValues(filingForm, { models: [{ name: '甲', source: 'own', supplier: '别人', filingNumber: '1' }] });
    expect(form).toEqual({ models: [{ name: '甲', source: 'own' }] });
  });
});

describe('who may do what', () => {
  const grounds = { owner: 'yunling', place: '440305' } as never;
  const offered = (told: ReturnType<typeof house>, id: MatterId, actor: typeof officer) => [...availableCommands(definition, told.state(id), actor, grounds)].sort();

  test('each side is offered its own at each desk', async () => {
    const { told, id } = await begun();
    expect(offered(told, id, editor)).toEqual(['save']);
    expect(offered(told, id, officer)).toEqual(['save', 'submit', 'withdraw']);
    for (const nobody of [stranger, province, nation, otherProvince, publicActor]) expect(offered(told, id, nobody)).toEqual([]);
    await told.give(id, 'submit', declared, officer);
    expect(offered(told, id, province)).toEqual(['assign', 'forward', 'grade', 'note', 'return', 'write']);
    expect(offered(told, id, head)).toEqual(['assign', 'forward', 'grade', 'note', 'override-grade', 'refuse', 'return', 'write']);
    expect(offered(told, id, nationHead)).toEqual(['grade', 'note', 'override-grade', 'write']);
    expect(offered(told, id, officer)).toEqual(['withdraw', 'write']);
    await told.give(id, 'forward', {}, province);
    expect(offered(told, id, head)).toEqual(['grade', 'note', 'override-grade', 'write']);
    expect(offered(told, id, nation)).toEqual(['assign', 'file', 'grade', 'note', 'return', 'write']);
    for (const nobody of [stranger, otherProvince, publicActor]) expect(offered(told, id, nobody)).toEqual([]);
  });

  test('the province cannot decide what lies with the nation, and the other way round', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/25'] }, nationHead, '不齐全'))).toEqual(['matter/other-desk']);
    await told.give(id, 'forward', {}, province);
    expect(await told.refused(told.give(id, 'return', { fields: [] }, head, '不齐全'))).toEqual(['matter/other-desk']);
  });

  test('a stranger learns nothing, not even the state', async () => {
    const { told, id } = await begun();
    expect(await told.refused(told.give(id, 'file', {}, stranger))).toEqual(['matter/not-permitted']);
    expect(isVisible(definition, told.state(id), 'office')).toBe(false);
  });

  test('an office sees no secret unless it asks, and each is named then', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'note', { text: '核对模型' }, province);
    const state = told.state(id);
    const plain = viewFor(definition, state, 'office', new Set());
    expect(JSON.stringify(plain.state['form'])).not.toContain('阅读排序模型');
    expect(plain.disclosed).toEqual([]);
    const opened = viewFor(definition, state, 'office', new Set(['confidential']));
    expect(JSON.stringify(opened.state['form'])).toContain('阅读排序模型');
    expect(opened.disclosed.map(({ pointer }) => pointer)).toContain('/form/models');
    expect(JSON.stringify(opened.state['form'])).not.toContain('李示例');
    expect(viewFor(definition, state, 'provider', new Set()).state).not.toHaveProperty('notes');
  });
});

describe('decisions want their grounds', () => {
  test('a refusal cites a clause that is in force, and gives its reason', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    expect(await told.refused(told.give(id, 'refuse', { basis: [] }, head, '材料不全'))).toEqual(['input/shape']);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/25'] }, head, ' '))).toEqual(['matter/reason-missing']);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/999', 'draft/21'] }, head, '材料不全'))).toEqual(['basis/unknown', 'basis/not-in-force']);
    await told.give(id, 'refuse', { basis: ['final/25'] }, head, '材料不全');
    expect(told.state(id)).toMatchObject({ status: 'refused', refused: { basis: ['final/25'], reason: '材料不全', level: 'province' } });
    expect(told.publications).toEqual([]);
  });

  test('under the draft, when the installation has chosen it, its own clauses carry a refusal', async () => {
    const { told, id } = await begun(exampleRecommender, { chosenEdition: 'draft' });
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'refuse', { basis: ['draft/21'] }, head, '材料不全');
    expect(told.state(id).status).toBe('refused');
  });

  test('a return names fields the form really shows', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    const pointers = ['/form/searchKind', '/form/models/7', '/form/nothing', '/elsewhere', '/form/products/0/name'];
    const refusals = await refusalsOf(told.give(id, 'return', { fields: pointers.map((pointer) => ({ pointer, reason: '核对' })) }, province, '核对'));
    expect(refusals.map(({ pointer }) => pointer)).toEqual(['/fields/0/pointer', '/fields/1/pointer', '/fields/2/pointer', '/fields/3/pointer']);
  });

  test('a grade is explained, and overridden only with a reason', async () => {
    const { told, id } = await toSecond();
    expect(await told.refused(told.give(id, 'override-grade', { grade: 'I' }, nationHead, '影响大'))).toEqual(['grading/none']);
    expect((await told.refused(told.give(id, 'grade', { answers: {} }, nation))).length).toBeGreaterThan(1);
    const answers = Object.fromEntries(gradingScheme.factors.map(({ id, levels }) => [id, levels[0]?.id]));
    await told.give(id, 'grade', { answers }, nation);
    expect(await told.refused(told.give(id, 'override-grade', { grade: 'I' }, nationHead))).toEqual(['matter/reason-missing']);
    await told.give(id, 'override-grade', { grade: 'I' }, nationHead, '影响大');
    expect(told.state(id)['grading']).toMatchObject({ grade: 'I', overrides: [{ grade: 'I', reason: '影响大' }] });
    expect(filing.summary(told.state(id) as never)).toMatchObject({ grade: 'I' });
  });
});

describe('clocks', () => {
  const runs = (told: ReturnType<typeof house>, id: MatterId) => told.clocks(id).map(({ name, run, receipt, end }) => `${name} ${run} ${receipt.event} ${receipt.due} ${end?.how ?? 'running'}`);

  test('the launch date starts and moves the provider\'s clock; the first submission meets it; each submission starts an answer', async () => {
    const { told, id } = await begun({ launched: '2026-02-10' });
    expect(runs(told, id)).toEqual(['toFile 1 2026-02-10 2026-03-02 running']);
    await told.give(id, 'save', { form: { ...exampleRecommender, launched: '2026-03-16' } }, editor);
    expect(runs(told, id)).toEqual(['toFile 1 2026-03-16 2026-03-30 running']);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'forward', {}, province);
    told.on('2026-04-01');
    await told.give(id, 'return', { fields: [] }, nation, '补充截图');
    told.on('2026-04-10');
    await told.give(id, 'save', { form: { launched: '2026-03-17' } }, editor);
    await told.give(id, 'submit', declared, officer);
    expect(runs(told, id)).toEqual([
      'toFile 1 2026-03-16 2026-03-30 stopped',
      'toAnswer 1 2026-03-20 2026-05-07 stopped',
      'toAnswer 2 2026-04-10 2026-05-26 running',
    ]);
    expect(told.clocks(id).every(({ receipt }) => builtInCalendar.version === receipt.calendar)).toBe(true);
  });

  test('a provider that files late has missed its clock; an office that is silent is late from the day after', async () => {
    const { told, id } = await begun({ ...exampleRecommender, launched: '2026-03-02' });
    await told.give(id, 'submit', declared, officer);
    const [toFile, toAnswer] = told.clocks(id);
    if (toFile === undefined || toAnswer === undefined) throw new Error('two clocks were expected');
    expect([toFile.bearer, toFile.receipt.due, standingOf(toFile, civilDate('2026-03-20'))]).toEqual(['provider', '2026-03-16', 'missed']);
    expect([toAnswer.bearer, toAnswer.receipt.due]).toEqual(['office', '2026-05-07']);
    expect(standingOf(toAnswer, civilDate('2026-05-07'))).toBe('due-today');
    expect(standingOf(toAnswer, civilDate('2026-05-08'))).toBe('late');
  });

  test('withdrawing lifts both', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'withdraw', {}, officer);
    expect(runs(told, id).map((run) => run.split(' ').at(-1))).toEqual(['stopped', 'lifted']);
    const other = await begun();
    await other.told.give(other.id, 'withdraw', {}, officer);
    expect(runs(other.told, other.id).map((run) => run.split(' ').at(-1))).toEqual(['lifted']);
    expect(other.told.state(other.id)['form']).toEqual({});
  });

  test.each<[EditionId | undefined, string]>([[undefined, 'final/25'], ['draft', 'draft/21']])('the edition %s sets the clause %s', async (chosenEdition, clause) => {
    const { told, id } = await begun(exampleRecommender, chosenEdition === undefined ? {} : { chosenEdition });
    await told.give(id, 'submit', declared, officer);
    expect(told.clocks(id).at(-1)?.receipt.clause).toBe(clause);
  });
});

describe('what is published', () => {
  test('holds no sealed value, however it is filled in', async () => {
    const marked = Object.fromEntries(
      Object.entries(exampleGenerator).map(([name, value]) => {
        const secret = filingForm.fields[name]?.secrecy !== 'public' && typeof value === 'string' && filingForm.fields[name]?.control.kind === 'text';
        return [name, secret && !/^cover|Telephone$/.test(name) ? `秘密${name}` : value];
      }),
    );
    const { told, id } = await toSecond(marked);
    await told.give(id, 'file', {}, nation);
    const printed = JSON.stringify(told.publications);
    expect(printed).not.toMatch(/秘密|远山|李示例|0755|"(?:models|monthlyUsers)"/);
    expect(printed).toContain('云岭写作');
  });

  test('a technical supporter is published by its service', async () => {
    const { told, id } = await toSecond(exampleSupporter);
    await told.give(id, 'file', {}, nation);
    expect(told.publications[0]?.content).toMatchObject({ role: 'technical-supporter', products: [{ name: '云岭文本接口', forms: ['api'], address: 'https://open.example.cn/' }] });
  });

  test('only another matter amends, cancels or revokes', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'file', {}, nation);
    for (const command of ['amend', 'cancel', 'revoke'])
      for (const actor of [officer, nationHead, head, stranger]) expect(await told.refused(told.give(id, command, {}, actor))).toEqual(['matter/not-permitted']);
    const behalf = { kind: 'operator' } as const;
    const by = (matterKind: string) => ({ kind: 'matter', matter: 'other' as MatterId, matterKind, behalf }) as const;
    await told.give(id, 'amend', { change: 'c', form: { ...exampleRecommender, purpose: '新的目的' }, reasons: ['purpose-changed'], occurred: '2026-03-18' }, by('change'));
    expect(told.publications.at(-1)).toMatchObject({ status: 'filed', content: { purpose: '新的目的' }, entry: { occasion: 'changed', text: { zh: '备案变更：主要用途变更' } } });
    await told.give(id, 'cancel', { cancellation: 'x', by: 'provider', basis: ['final/24.3'] }, by('cancellation'));
    expect(told.publications.at(-1)).toMatchObject({ status: 'cancelled', content: { purpose: '新的目的' }, entry: { basis: ['final/24.3'] } });
    expect(await told.refused(told.give(id, 'revoke', { revocation: 'y', basis: ['final/33.1'] }, by('revocation')))).toEqual(['matter/wrong-state']);
  });
});
