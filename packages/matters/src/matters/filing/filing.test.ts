import { describe, expect, test } from 'vitest';
import { parseFilingNumber } from '@suanjian/register';
import { shownValues } from '../../engine/form.ts';
import {
  begun,
  declared,
  editor,
  head,
  nation,
  nationHead,
  officer,
  organisation,
  province,
  refusalsOf,
  toSecond,
} from '../../testing/filing-house.ts';
import { exampleGenerator, exampleRecommender, exampleSubject, exampleSupporter, filingForm } from './definition.ts';
import { exampleModelNumber } from './examples.ts';

describe('a filing from draft to number', () => {
  test('is told every fault at once, is returned, submitted again, forwarded, and gets a number', async () => {
    const { told, id } = await begun({
      ...exampleRecommender,
      disclosureName: '另一个名称',
      dailyUsers: 400_000,
      hardware: '',
    });
    const refusals = await refusalsOf(told.give(id, 'submit', declared, officer));
    expect(refusals.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'form/required /form/hardware',
      'contradiction/disclosure-name /form/disclosureName',
      'contradiction/user-numbers /form/dailyUsers',
    ]);
    expect(told.state(id).status).toBe('draft');

    await told.give(
      id,
      'save',
      { form: { disclosureName: exampleRecommender.algorithmName, dailyUsers: 60_000, hardware: '云主机 8 台。' } },
      editor,
    );
    await told.give(id, 'submit', declared, officer);
    expect(told.state(id).status).toBe('first-review');

    told.on('2026-04-01');
    await told.give(
      id,
      'return',
      { fields: [{ pointer: '/form/models/0/description', reason: '请说明训练方式。' }] },
      province,
      '模型说明不完整',
    );
    expect(told.state(id)).toMatchObject({
      status: 'returned',
      returned: { on: '2026-04-01', level: 'province', reason: '模型说明不完整' },
    });

    told.on('2026-04-10');
    const models = (exampleRecommender.models ?? []).map((model) => ({
      ...model,
      description: '以去标识数据离线训练，每周更新。',
    }));
    await told.give(id, 'save', { form: { models } }, editor);
    await told.give(id, 'submit', declared, officer);
    expect(told.state(id)).toMatchObject({
      status: 'first-review',
      submissions: ['2026-03-20', '2026-04-10'],
      returned: undefined,
      previous: { models: exampleRecommender.models },
    });

    await told.give(id, 'forward', {}, province);
    told.on('2026-04-20');
    await told.give(id, 'file', {}, nation);

    const number = String(told.state(id)['number']);
    const reading = parseFilingNumber(number);
    expect(reading).toMatchObject({
      ok: true,
      parts: { place: '440305', subject: '1234567', typeCode: '02', year: 2026, serial: 1 },
    });
    expect(told.publications).toHaveLength(1);
    expect(told.publications[0]).toMatchObject({
      number,
      status: 'filed',
      content: {
        algorithmName: exampleRecommender.algorithmName,
        subject: exampleSubject.name,
        technique: 'personalised-push',
        products: [{ name: '云岭阅读', forms: ['app', 'website'] }],
      },
      entry: { on: '2026-04-20', occasion: 'filed' },
    });
    expect(told.notices.map(({ to }) => to)).toEqual([
      { officeLevel: 'province' },
      'provider',
      { officeLevel: 'province' },
      { officeLevel: 'nation' },
      'provider',
    ]);
  });

  test('serials count on for one subject and type, whatever the year', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'file', {}, nation);
    told.on('2027-01-04');
    const second = {
      ...exampleRecommender,
      algorithmName: '云岭听书推荐算法',
      disclosureName: '云岭听书推荐算法',
      coverAlgorithmName: '云岭听书推荐算法',
      launched: '2026-12-30',
    };
    const next = await told.open('filing', { form: second }, officer);
    await told.give(next, 'submit', declared, officer);
    await told.give(next, 'forward', {}, head);
    await told.give(next, 'file', {}, nationHead);
    expect(String(told.state(next)['number']).slice(13, 20)).toBe('0227002');
  });

  test('a search is numbered as search and a filter as filter', async () => {
    const search = {
      ...exampleRecommender,
      technique: 'search-filter',
      coverTechnique: 'search-filter',
      searchKind: 'filter',
    };
    const { told, id } = await toSecond(search);
    await told.give(id, 'file', {}, nation);
    expect(String(told.state(id)['number']).slice(13, 15)).toBe('05');
  });

  test('cannot be submitted before the organisation is registered, though it can be drafted', async () => {
    const { told, id } = await begun(exampleRecommender, {
      organisations: [{ ...organisation, registered: false, subjectCode: undefined }],
    });
    expect(await told.refused(told.give(id, 'submit', declared, officer))).toEqual(['filing/not-registered']);
  });

  test('an attachment that never arrived is named', async () => {
    const { told, id } = await begun(exampleRecommender, {
      lookups: { missingAttachments: async () => ['3'.repeat(64)] },
    });
    expect((await refusalsOf(told.give(id, 'submit', declared, officer))).map(({ pointer }) => pointer)).toEqual([
      '/form/assessmentReport/0',
    ]);
  });

  test('warnings ride along without the values they quote', async () => {
    const { told, id } = await begun({ ...exampleGenerator, coverScenario: '外卖订单的骑手调度' });
    await told.give(id, 'submit', declared, officer);
    const warnings = told.state(id)['warnings'];
    expect(warnings).toMatchObject([
      { rule: 'cover-scenario', pointers: ['/form/coverScenario', '/form/scenario'] },
      { rule: 'model-number-unknown' },
    ]);
    expect(JSON.stringify(warnings)).not.toMatch(/远山|骑手/);
  });

  test("a third party's number in the register is known", async () => {
    const { told, id } = await begun(exampleGenerator, {
      lookups: { holderOfNumber: async (digits) => (digits === exampleModelNumber ? {} : undefined) },
    });
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
    for (const name of ['searchKind', 'workerProtection', 'products', 'monthlyUsers', 'screenshots'])
      expect(form).not.toHaveProperty(name);
    expect(form).toHaveProperty('technicalServiceName');
  });

  test('are left out inside lists too', () => {
    const form = shownValues(filingForm, {
      models: [{ name: '甲', source: 'own', supplier: '别人', filingNumber: '1' }],
    });
    expect(form).toEqual({ models: [{ name: '甲', source: 'own' }] });
  });
});
