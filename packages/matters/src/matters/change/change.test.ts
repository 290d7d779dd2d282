import { civilDate, type EditionId } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { anyMatter } from '../../engine/definition.ts';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { exampleForm, exampleNumber, exampleValues } from '../../testing/example-form.ts';
import { filedFiling } from '../../testing/filed-filing.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { submissionRefusals } from '../common/submission.ts';
import { changeOf } from './change-of.ts';

const officer = providerPerson('yunqi', 'officer');
const stranger = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '330000', 'supervisor');
const nation = officePerson('nation', '000000', 'supervisor');

const change = anyMatter(
  changeOf({
    form: exampleForm,
    gather: async () => [],
    judge: (values, missing: readonly string[]) => ({
      refusals: submissionRefusals(exampleForm, values, missing),
      warnings: [],
    }),
  }),
);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;
const occasion = { occurred: '2026-02-10', reasons: ['algorithm-renamed'] };
const declared = { declaration: true };

const house = async (today: string, chosenEdition?: EditionId) => {
  const told = inMemory({
    definitions: [filedFiling(exampleForm, exampleNumber), change],
    organisations,
    today,
    ...(chosenEdition === undefined ? {} : { chosenEdition }),
  });
  return { ...told, told, filing: await told.open('filing', { form: exampleValues }, officer) };
};

const opened = async (today = '2026-02-12', chosenEdition?: EditionId) => {
  const started = await house(today, chosenEdition);
  return { ...started, id: await started.open('change', occasion, officer, started.filing) };
};

const renamed = { form: { algorithmName: '云栖新推荐算法' } };

describe('a change from opening to the new public content', () => {
  it('goes through both levels and gives the filing its new form', async () => {
    const { told, give, state, id, filing, on } = await opened();
    expect(state(id)).toMatchObject({
      status: 'draft',
      number: exampleNumber,
      title: exampleValues.algorithmName,
      before: exampleValues,
      form: exampleValues,
    });
    await give(id, 'save', renamed, officer);
    await give(id, 'submit', declared, officer);
    await give(id, 'forward', {}, province);
    expect(state(filing)['form']).toEqual(exampleValues);
    on('2026-03-20');
    await give(id, 'file', {}, nation);
    expect(state(id).status).toBe('filed');
    expect(state(filing)).toMatchObject({
      status: 'filed',
      form: { ...exampleValues, algorithmName: '云栖新推荐算法' },
    });
    expect(told.notices.map(({ to }) => to)).toEqual([
      { officeLevel: 'province' },
      { officeLevel: 'nation' },
      'provider',
    ]);
  });

  it('is returned naming a field, resubmitted and answered on a clock of its own', async () => {
    const { told, give, state, id, on, clocks } = await opened();
    await give(id, 'save', renamed, officer);
    await give(id, 'submit', declared, officer);
    on('2026-03-02');
    await give(
      id,
      'return',
      { fields: [{ pointer: '/form/products/0/name', reason: '与公示不一致' }] },
      province,
      '产品名称不一致',
    );
    expect(state(id)).toMatchObject({
      status: 'returned',
      returned: { fields: [{ pointer: '/form/products/0/name' }] },
    });
    await give(id, 'save', { form: { products: [{ name: '云栖视频' }] } }, officer);
    await give(id, 'submit', declared, officer);
    expect(clocks(id).map(({ name, run, end }) => [name, run, end?.how])).toEqual([
      ['toFile', 1, 'stopped'],
      ['toAnswer', 1, 'stopped'],
      ['toAnswer', 2, undefined],
    ]);
    await give(id, 'refuse', { basis: ['final/25'] }, province, '材料不实');
    expect(state(id)).toMatchObject({ status: 'refused', refused: { basis: ['final/25'] } });
    expect(told.notices.at(-1)?.body.zh).toContain('见办理记录');
    expect(JSON.stringify(told.notices)).not.toMatch(/产品名称不一致|与公示不一致|材料不实/);
  });
});

describe('the time to file a change', () => {
  it.each([
    // Ten and five working days from Tuesday 10 February 2026, across the Spring Festival and its two worked Saturdays.
    ['final', undefined, 'final/24.2', '2026-03-02'],
    ['draft', 'draft', 'draft/20.2', '2026-02-24'],
  ] as const)('runs by the %s edition', async (_, chosen, clause, due) => {
    const { clocks, id } = await opened('2026-02-12', chosen);
    expect(clocks(id)).toMatchObject([
      { name: 'toFile', run: 1, bearer: 'provider', receipt: { clause, event: '2026-02-10', due } },
    ]);
  });

  it('moves with the day of the change, is met by the first submission and late afterwards', async () => {
    const { give, clocks, id, on } = await opened('2026-02-12');
    await give(id, 'save', { ...renamed, occurred: '2026-02-02' }, officer);
    const [run] = clocks(id);
    expect(run?.receipt).toMatchObject({ event: '2026-02-02', due: '2026-02-14' });
    on('2026-02-24');
    expect(run && standingOf(run, civilDate('2026-02-24'))).toBe('late');
    await give(id, 'submit', declared, officer);
    const [ended] = clocks(id);
    expect(ended && standingOf(ended, civilDate('2026-03-01'))).toBe('missed');
  });

  it('is lifted when the change is withdrawn', async () => {
    const { give, clocks, id } = await opened();
    await give(id, 'withdraw', {}, officer);
    expect(clocks(id)).toMatchObject([{ name: 'toFile', end: { how: 'lifted' } }]);
  });
});

describe('what is refused', () => {
  it('a second change while one is open, and none once that one is over', async () => {
    const { open, give, refused, filing, id } = await opened();
    expect(await refused(open('change', occasion, officer, filing))).toEqual(['change/already-open']);
    await give(id, 'withdraw', {}, officer);
    expect(await refused(open('change', occasion, officer, filing))).toEqual([]);
  });

  it('a submission in which nothing differs, with every other reason', async () => {
    const { give, refused, id } = await opened();
    await give(
      id,
      'save',
      { form: { algorithmName: ` ${exampleValues.algorithmName} `, hidden: 'x' }, reasons: [] },
      officer,
    );
    expect(await refused(give(id, 'submit', declared, officer))).toEqual([
      'change/nothing-differs',
      'change/reasons-missing',
    ]);
  });

  it('an incomplete form', async () => {
    const { give, refused, id } = await opened();
    await give(id, 'save', { form: { modality: null } }, officer);
    expect(await refused(give(id, 'submit', declared, officer))).toEqual(['form/required']);
  });

  it("a change on somebody else's filing, and by an office", async () => {
    const { open, refused, filing } = await house('2026-02-12');
    expect(await refused(open('change', occasion, stranger, filing))).toEqual(['matter/not-permitted']);
    expect(await refused(open('change', occasion, nation, filing))).toEqual(['matter/not-permitted']);
  });

  it('a day that is still to come, or is none', async () => {
    const { open, refused, filing } = await house('2026-02-12');
    expect(await refused(open('change', { ...occasion, occurred: '2026-02-13' }, officer, filing))).toEqual([
      'date/in-future',
    ]);
    expect(await refused(open('change', { ...occasion, occurred: '2026-02-30' }, officer, filing))).toEqual([
      'change/date',
    ]);
  });

  it('filing by the province, and forwarding by the nation', async () => {
    const { give, refused, id } = await opened();
    await give(id, 'save', renamed, officer);
    await give(id, 'submit', declared, officer);
    expect(await refused(give(id, 'file', {}, nation))).toEqual(['matter/wrong-state']);
    expect(await refused(give(id, 'forward', {}, nation))).toEqual(['matter/not-permitted']);
    await give(id, 'forward', {}, province);
    expect(await refused(give(id, 'file', {}, province))).toEqual(['matter/not-permitted']);
  });
});

describe('who sees what', () => {
  it('tells each side that the other has written, and the desk that has it', async () => {
    const { told, give, id } = await opened();
    await give(id, 'save', renamed, officer);
    await give(id, 'submit', declared, officer);
    await give(id, 'write', { text: '请问材料是否齐全？' }, officer);
    await give(id, 'forward', {}, province);
    await give(id, 'write', { text: '请看退回的意见' }, nation);
    await give(id, 'write', { text: '收到' }, officer);
    const letters = told.notices.filter(({ subject }) => subject.en.startsWith('New message'));
    expect(letters.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }, 'provider', { officeLevel: 'nation' }]);
    expect(JSON.stringify(letters)).not.toContain('收到');
  });

  it('leaves nothing of a draft that was withdrawn unseen', async () => {
    const { give, state, id } = await opened();
    await give(id, 'save', renamed, officer);
    await give(id, 'withdraw', {}, officer);
    expect(state(id)).toMatchObject({ form: {}, before: {} });
  });

  it('masks the sealed fields of both versions', async () => {
    const { state, id } = await opened();
    const { state: shown, disclosed } = viewFor(change, state(id), 'office', new Set(['confidential']));
    expect(disclosed.map(({ pointer }) => pointer)).toEqual(['/before/modality', '/form/modality']);
    expect(viewFor(change, state(id), 'office', new Set()).state).toMatchObject({
      before: { modality: { masked: 'confidential' } },
      form: { modality: { masked: 'confidential' } },
    });
    expect(shown).toMatchObject({ form: { modality: '文本' } });
  });
});

it('is a sound definition', () => expect(definitionFaults(change, new Set(['filing', 'change']))).toEqual([]));
