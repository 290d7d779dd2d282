import { composeCreditCode } from '@suanjian/register';
import { signIn, type Caller, type Credentials } from './caller.ts';
import type { Subject } from './forms.ts';

/** Long enough for the rules, the same for everybody: it guards nothing. */
export const password = 'browser tests use this one';

const offices = {
  nation: { kind: 'office', name: '示例国家算法办', place: '000000', level: 'nation', department: '网信' },
  zhejiang: { kind: 'office', name: '示例浙江算法办', place: '330000', level: 'province', department: '网信' },
} as const;

const companies = {
  yunfan: {
    name: '示例云帆短片有限公司',
    place: '330106',
    creditCode: composeCreditCode({ place: '330106', organisation: 'MAEXAMP8' }),
  },
} as const satisfies Readonly<Record<string, Subject>>;

export const yunfan: Subject = companies.yunfan;

const cast = {
  nationReviewer: { at: 'nation', name: '示例国家审核员', roles: ['reviewer'] },
  nationAdministrator: { at: 'nation', name: '示例国家管理员', roles: ['supervisor', 'administrator'] },
  reviewer: { at: 'zhejiang', name: '示例浙江审核员', roles: ['reviewer'] },
  supervisor: { at: 'zhejiang', name: '示例浙江负责人', roles: ['supervisor', 'administrator'] },
  officer: { at: 'yunfan', name: '示例云帆责任人', roles: ['officer', 'administrator'] },
  editor: { at: 'yunfan', name: '示例云帆填报员', roles: ['editor'] },
  /** On the ethics committee, and nothing else. */
  ethicist: { at: 'yunfan', name: '示例云帆伦理委员', roles: ['viewer'] },
  /** Has a second factor in its own test, and is used nowhere else. */
  guarded: { at: 'zhejiang', name: '示例浙江查阅员', roles: ['viewer'] },
} as const;

/** Names of all of them, which stay as they are in any language. */
export const names: readonly string[] = [offices, companies, cast].flatMap((group) =>
  Object.values(group).map(({ name }) => name),
);

export type PersonName = keyof typeof cast;

export interface Person extends Credentials {
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  /** Signed in once, when first asked for. */
  session(): Promise<Caller>;
}

export type People = Readonly<Record<PersonName, Person>>;

/** Makes organisations and accounts as the local operator does. */
export const gatherPeople = async (address: string, operator: Caller): Promise<People> => {
  const organisations = new Map<string, string>();
  const organise = async (at: string, body: unknown): Promise<void> => {
    const { id } = await operator.post<{ readonly id: string }>('/api/administration/organisations', body);
    organisations.set(at, id);
  };
  for (const [at, office] of Object.entries(offices)) await organise(at, office);
  for (const [at, { name, place }] of Object.entries(companies)) await organise(at, { kind: 'provider', name, place });
  const make = async (key: PersonName): Promise<Person> => {
    const { at, name, roles } = cast[key];
    const organisation = organisations.get(at);
    if (organisation === undefined) throw new RangeError(`no organisation ${at}`);
    const email = `${key.toLowerCase()}@${at}.example`;
    const { id } = await operator.post<{ readonly id: string }>('/api/administration/accounts', {
      email,
      name,
      password,
      organisation,
      roles,
    });
    let session: Promise<Caller> | undefined;
    return {
      account: id,
      name,
      organisation,
      email,
      password,
      session: () => (session ??= signIn(address, { email, password })),
    };
  };
  return {
    nationReviewer: await make('nationReviewer'),
    nationAdministrator: await make('nationAdministrator'),
    reviewer: await make('reviewer'),
    supervisor: await make('supervisor'),
    officer: await make('officer'),
    editor: await make('editor'),
    ethicist: await make('ethicist'),
    guarded: await make('guarded'),
  };
};
