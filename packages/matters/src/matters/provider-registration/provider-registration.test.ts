import { describe, expect, test } from 'vitest';
import { composeCreditCode } from '@suanjian/register';
import { anyMatter } from '../../engine/definition.ts';
import { formFaults } from '../../engine/form-faults.ts';
import { sealedFields } from '../../engine/form.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { inMemory, type InMemoryOptions } from '../../testing/in-memory.ts';
import { providerRegistration, registrationForm } from './definition.ts';
import { exampleRegistration } from './examples.ts';

const officer = providerPerson('yunling', 'administrator');
const viewer = providerPerson('yunling', 'viewer');
const stranger = providerPerson('elsewhere', 'administrator');
const province = officePerson('province', '440000', 'reviewer');
const head = officePerson('province', '440000', 'supervisor');
const otherProvince = officePerson('province', '330000', 'supervisor');
const nation = officePerson('nation', '000000', 'supervisor');

const definition = anyMatter(providerRegistration);
const unregistered = {
  id: 'yunling',
  kind: 'provider',
  name: '云岭',
  place: '440000',
  registered: false,
} as unknown as OrganisationFacts;
const declared = { declaration: true };

const begun = async (form: object = exampleRegistration, options: Partial<InMemoryOptions> = {}) => {
  const told = inMemory({ definitions: [definition], organisations: [unregistered], today: '2026-03-02', ...options });
  return { told, id: await told.open('provider-registration', { form }, officer) };
};

describe('registration of a provider', () => {
  test('draft, returned with named fields, submitted again, approved: the organisation is settled', async () => {
    const settled: unknown[] = [];
    const watching = {
      ...definition,
      consequences: (...given: Parameters<NonNullable<typeof definition.consequences>>) => {
        const follows = definition.consequences?.(...given) ?? {};
        if (follows.organisation !== undefined) settled.push(follows.organisation);
        return follows;
      },
    };
    const { told, id } = await begun(exampleRegistration, { definitions: [watching] });
    await told.give(id, 'submit', declared, officer);
    await told.give(
      id,
      'return',
      { fields: [{ pointer: '/form/workCertificate', reason: '看不清印章' }] },
      province,
      '附件不清',
    );
    expect(told.state(id)).toMatchObject({
      status: 'returned',
      returned: { fields: [{ pointer: '/form/workCertificate' }] },
    });
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'approve', {}, province);
    const { creditCode } = exampleRegistration;
    expect(settled).toEqual([
      { id: 'yunling', name: '云岭示例科技有限公司', creditCode, place: '440305', subjectCode: '9000001' },
    ]);
    expect(told.notices.map(({ to }) => to)).toEqual([
      { officeLevel: 'province' },
      'provider',
      { officeLevel: 'province' },
      'provider',
    ]);

    await told.give(id, 'reopen', {}, officer, '公司更名');
    await told.give(id, 'save', { form: { legalName: '云岭新示例科技有限公司' } }, officer);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'approve', {}, head);
    expect(settled.at(-1)).toMatchObject({ name: '云岭新示例科技有限公司', subjectCode: '9000001' });
  });

  test('one credit code belongs to one organisation, also at the moment of approval', async () => {
    const other = {
      ...unregistered,
      id: 'elsewhere',
      creditCode: exampleRegistration.creditCode,
    } as unknown as OrganisationFacts;
    const { told, id } = await begun(exampleRegistration, { organisations: [unregistered, other] });
    expect(await told.refused(told.give(id, 'submit', declared, officer))).toEqual(['registration/credit-code-held']);
    let holder: unknown;
    const later = await begun(exampleRegistration, { lookups: { holderOfCreditCode: async () => holder as never } });
    await later.told.give(later.id, 'submit', declared, officer);
    holder = 'elsewhere';
    expect(await later.told.refused(later.told.give(later.id, 'approve', {}, province))).toEqual([
      'registration/credit-code-held',
    ]);
    expect(later.told.state(later.id).status).toBe('submitted');
  });

  test.each([
    [
      'a wrong check character',
      { creditCode: `${exampleRegistration.creditCode?.slice(0, 17)}0` },
      'form/check /form/creditCode',
    ],
    ['a place that does not exist', { place: '440399' }, 'form/check /form/place'],
    [
      'a certificate that has expired',
      { certificateUntil: '2026-03-01' },
      'registration/certificate-expired /form/certificateUntil',
    ],
    ['a place in another province', { place: '330106' }, 'registration/other-province /form/place'],
    ['no telephone', { officerMobile: 'later' }, 'form/pattern /form/officerMobile'],
    ['a site that is none', { websites: [{ address: 'read.example' }] }, 'form/pattern /form/websites/0/address'],
  ])('%s is refused at its field', async (_title, wrong, wanted) => {
    const { told, id } = await begun({ ...exampleRegistration, ...wrong });
    const found = await told.give(id, 'submit', declared, officer).then(
      () => [],
      (error: { refusals: readonly { code: string; pointer?: string }[] }) =>
        error.refusals.map(({ code, pointer }) => `${code} ${pointer}`),
    );
    expect(found).toContain(wanted);
  });

  test('a code of another place is still a valid code', () => {
    expect(
      formFaults(registrationForm, {
        ...exampleRegistration,
        creditCode: composeCreditCode({ place: '110108', organisation: 'MA5EXAMP' }),
      }),
    ).toEqual([]);
  });

  test('only the right people act', async () => {
    const { told, id } = await begun();
    for (const actor of [viewer, stranger, province, nation])
      expect(await told.refused(told.give(id, 'submit', declared, actor))).toEqual(['matter/not-permitted']);
    await told.give(id, 'submit', declared, officer);
    for (const actor of [officer, otherProvince, nation])
      expect(await told.refused(told.give(id, 'approve', {}, actor))).toEqual(['matter/not-permitted']);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/24.1'] }, province, '虚假'))).toEqual([
      'matter/not-permitted',
    ]);
    await told.give(id, 'refuse', { basis: ['final/24.1'] }, head, '材料虚假');
    expect(told.state(id).status).toBe('refused');
  });

  test('identity numbers and telephones are sealed under the keys of the people they belong to', async () => {
    const { told, id } = await begun();
    const { fields } = registrationForm;
    const sealed = sealedFields(registrationForm);
    for (const name of [
      'representativeIdNumber',
      'officerIdNumber',
      'officerMobile',
      'officerEmail',
      'workCertificate',
    ])
      expect(sealed.get(name)).toBe('personal');
    expect([fields['representativeIdNumber']?.person, fields['officerMobile']?.person]).toEqual([
      'legalRepresentative',
      'safetyOfficer',
    ]);
    const view = JSON.stringify(viewFor(definition, told.state(id), 'provider', new Set(['confidential'])));
    expect(view).not.toMatch(/000000000000000001|000-0000-0000|officer@read/);
  });
});
