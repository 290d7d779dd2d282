import { placesUnder, provinces } from '@suanjian/register';
import { addDays, civilDateOf, type CivilDate } from '@suanjian/rulebook';
import { operator, sendTable, type Caller, type FileReference } from './caller.ts';
import {
  filingForm,
  filingWords,
  registrationForm,
  registrationWords,
  wordsOf,
  type FilingFiles,
  type RegistrationFiles,
  type Subject,
} from './forms.ts';
import { paper, picture } from './papers.ts';
import { gatherPeople, names, yunfan, type People } from './people.ts';
import { registerTable, registerWords } from './register-rows.ts';
import type { RunningStack } from './server.ts';

export interface Matter {
  readonly kind: string;
  readonly id: string;
}

interface Done {
  readonly kind: string;
  readonly matter: string;
}

/** Everything that a story may begin with. */
export interface World {
  readonly address: string;
  readonly today: CivilDate;
  readonly people: People;
  readonly subject: Subject;
  /** The registration of {@link subject}, approved. */
  readonly registration: Matter;
  open(by: Caller, kind: string, body: unknown): Promise<Matter>;
  give(by: Caller, matter: Matter, command: string, body?: unknown): Promise<void>;
  /** A complete filing on the province's desk. */
  submitted(name: string): Promise<Matter>;
  /** A filing with its number. */
  filed(name: string): Promise<Matter & { readonly number: string }>;
  /** Tells what a story types in by itself. */
  wrote(...words: readonly string[]): void;
  /** Everything that somebody wrote so far: no page translates it. */
  written(): readonly string[];
}

const reasons = { complete: '材料齐全。', filed: '准予备案，编号随文发给。' } as const;

/** Files are named after the algorithm, followed by these. */
const fileNames = [
  '流程图.png',
  '功能截图.png',
  '安全自评估报告.pdf',
  '拟公示内容.pdf',
  '算法备案承诺书.pdf',
  '落实算法安全主体责任基本情况.pdf',
  '算法安全责任人工作证明.pdf',
] as const;

/** Below the provinces places are called as they are called there. */
const placeNames = (): readonly string[] => {
  const below = (code: string): readonly string[] =>
    placesUnder(code).flatMap((place) => [place.name.en, ...below(place.code)]);
  return provinces().flatMap(({ code }) => below(code));
};

const pdf = (by: Caller, title: string): Promise<FileReference> =>
  by.upload(`${title}.pdf`, 'application/pdf', paper(title));

export const uploadRegistrationFiles = async (by: Caller): Promise<RegistrationFiles> => ({
  commitment: await pdf(by, '算法备案承诺书'),
  responsibilityStatement: await pdf(by, '落实算法安全主体责任基本情况'),
  workCertificate: await pdf(by, '算法安全责任人工作证明'),
});

export const uploadFilingFiles = async (by: Caller, name: string): Promise<FilingFiles> => ({
  flowChart: await by.upload(`${name}流程图.png`, 'image/png', picture(40)),
  screenshot: await by.upload(`${name}功能截图.png`, 'image/png', picture(120)),
  assessmentReport: await pdf(by, `${name}安全自评估报告`),
  disclosureText: await pdf(by, `${name}拟公示内容`),
  responsibilityAttachment: await pdf(by, '落实算法安全主体责任基本情况'),
});

export const open = async (by: Caller, kind: string, body: unknown): Promise<Matter> => {
  const { matter } = await by.post<Done>(`/api/matters/${kind}`, body);
  return { kind, id: matter };
};

export const give = async (by: Caller, { kind, id }: Matter, command: string, body: unknown = {}): Promise<void> => {
  await by.post<Done>(`/api/matters/${kind}/${id}/${command}`, body);
};

/** Organisations, accounts, one registered company and an announced register, all made through the server's own doors. */
export const createWorld = async ({ address, token }: RunningStack): Promise<World> => {
  const today = civilDateOf(new Date().toISOString());
  const people = await gatherPeople(address, operator(address, token));
  await sendTable(address, token, registerTable());
  const officer = await people.officer.session();
  const reviewer = await people.reviewer.session();
  const registration = await open(officer, 'provider-registration', {
    form: registrationForm(yunfan, await uploadRegistrationFiles(officer)),
  });
  await give(officer, registration, 'submit', { declaration: true });
  await give(reviewer, registration, 'approve', { reason: reasons.complete });

  const told: string[] = [];
  const submitted = async (name: string): Promise<Matter> => {
    told.push(name);
    const form = filingForm(yunfan, name, addDays(today, -3), await uploadFilingFiles(officer, name));
    const matter = await open(officer, 'filing', { form });
    await give(officer, matter, 'submit', { declaration: true });
    return matter;
  };
  return {
    address,
    today,
    people,
    subject: yunfan,
    registration,
    open,
    give,
    submitted,
    filed: async (name) => {
      const matter = await submitted(name);
      const nation = await people.nationReviewer.session();
      await give(reviewer, matter, 'forward', { reason: reasons.complete });
      await give(nation, matter, 'file', { reason: reasons.filed });
      const { number } = await nation.get<{ readonly number: string }>(`/api/matters/filing/${matter.id}`);
      return { ...matter, number };
    },
    wrote: (...words) => void told.push(...words),
    written: () => [
      ...names,
      ...placeNames(),
      ...Object.values(reasons),
      ...fileNames,
      ...told,
      ...registerWords(),
      ...wordsOf(registrationWords(yunfan)),
      ...wordsOf(filingWords(yunfan, '', today)),
    ],
  };
};
