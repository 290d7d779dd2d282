import { composeCreditCode } from '@suanjian/register';
import { addDays } from '@suanjian/rulebook';
import { operator, signIn } from './caller.ts';
import { filingForm, filingWords, registrationForm, registrationWords, wordsOf, type Subject } from './forms.ts';
import { password, type Person } from './people.ts';
import { give, open, uploadFilingFiles, uploadRegistrationFiles, type Matter, type World } from './world.ts';

export interface Company extends Person {
  readonly subject: Subject;
}

/** So many further companies of the province, registered, each with one person who does everything there. */
export const moreCompanies = async (world: World, token: string, count: number): Promise<readonly Company[]> => {
  const { people, address } = world;
  const [reviewer, by] = [await people.reviewer.session(), operator(address, token)];
  const made: Company[] = [];
  for (let index = 1; index <= count; index += 1) {
    const subject: Subject = {
      name: `示例第${index}号平台有限公司`,
      place: '330106',
      creditCode: composeCreditCode({ place: '330106', organisation: `MAEXAM${String(index).padStart(2, '0')}` }),
    };
    world.wrote(...wordsOf(registrationWords(subject)));
    const { name, place } = subject;
    const { id: organisation } = await by.post<{ readonly id: string }>('/api/administration/organisations', {
      kind: 'provider',
      name,
      place,
    });
    const email = `officer@company-${index}.example`;
    const { id: account } = await by.post<{ readonly id: string }>('/api/administration/accounts', {
      email,
      name: `示例第${index}号责任人`,
      password,
      organisation,
      roles: ['officer'],
    });
    const session = await signIn(address, { email, password });
    const registration = await open(session, 'provider-registration', {
      form: registrationForm(subject, await uploadRegistrationFiles(session)),
    });
    await give(session, registration, 'submit', { declaration: true });
    await give(reviewer, registration, 'approve', { reason: '材料齐全。' });
    world.wrote(`示例第${index}号责任人`);
    made.push({ subject, account, organisation, email, password, name, session: () => Promise.resolve(session) });
  }
  return made;
};

/** A filing of a company with its number. */
export const filedBy = async (
  world: World,
  company: Company,
  algorithm: string,
): Promise<Matter & { readonly number: string }> => {
  const { people, today } = world;
  const [officer, reviewer, nation] = await Promise.all([
    company.session(),
    people.reviewer.session(),
    people.nationReviewer.session(),
  ]);
  world.wrote(algorithm, ...wordsOf(filingWords(company.subject, algorithm, today)));
  const files = await uploadFilingFiles(officer, algorithm);
  const filing = await open(officer, 'filing', {
    form: filingForm(company.subject, algorithm, addDays(today, -3), files),
  });
  await give(officer, filing, 'submit', { declaration: true });
  await give(reviewer, filing, 'forward', { reason: '材料齐全。' });
  await give(nation, filing, 'file', { reason: '准予备案，编号随文发给。' });
  const { number } = await nation.get<{ readonly number: string }>(`/api/matters/filing/${filing.id}`);
  return { ...filing, number };
};

/** An industry body with one person who does everything there. */
export const industryBody = async ({ address, wrote }: World, token: string): Promise<Person> => {
  const by = operator(address, token);
  const name = '示例行业协会';
  wrote(name, '示例协会秘书长');
  const { id: organisation } = await by.post<{ readonly id: string }>('/api/administration/organisations', {
    kind: 'industry-body',
    name,
    place: '330100',
  });
  const email = 'officer@association.example';
  const { id: account } = await by.post<{ readonly id: string }>('/api/administration/accounts', {
    email,
    name: '示例协会秘书长',
    password,
    organisation,
    roles: ['officer', 'administrator'],
  });
  const session = signIn(address, { email, password });
  return { account, name, organisation, email, password, session: () => session };
};
