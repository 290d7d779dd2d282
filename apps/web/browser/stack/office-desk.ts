import { addDays } from '@suanjian/rulebook';
import { operator, type Caller } from './caller.ts';
import { filingForm } from './forms.ts';
import { password, type Person } from './people.ts';
import { signIn } from './caller.ts';
import { open, give, uploadFilingFiles, type Matter, type World } from './world.ts';

const words = {
  purpose: '让冷门而用心的短片也被看到。',
  wrong: '产品名称写错了。',
  right: '应为示例短片。',
  price: '同一件商品，两个账号的价格不一样。',
  why: '业务调整。',
  users: '提前公告。',
  data: '按期删除。',
  papers: '提交的资质文件系伪造。',
  found: '核查发现。',
  facts: '关闭个性化推荐之后仍按用户标签推荐。',
  measure: '关闭之后不再使用用户标签。',
  shown: '关闭后的展示没有个性化。',
  rows: '核实报价不同的投诉。',
  complete: '材料齐全。',
  filed: '准予备案，编号随文发给。',
} as const;

/** Anybody, without an account. */
const byAnybody = async (address: string, from: number, path: string, body: unknown): Promise<void> => {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, 'x-forwarded-for': `10.250.0.${from}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
};

/** Two more reviewers of the provincial office. */
export const moreReviewers = async (
  { address, people, wrote }: World,
  token: string,
): Promise<readonly Pick<Person, 'account' | 'name'>[]> => {
  const names = ['示例浙江审核员乙', '示例浙江审核员丙'];
  wrote(...names);
  return Promise.all(
    names.map(async (name, index) => {
      const { id } = await operator(address, token).post<{ readonly id: string }>('/api/administration/accounts', {
        email: `more-${index}@zhejiang.example`,
        name,
        password,
        organisation: people.reviewer.organisation,
        roles: ['reviewer'],
      });
      return { account: id, name };
    }),
  );
};

/** So many filings on the province's desk, all of one day. Their papers are the same. */
const submittedFilings = async (world: World, officer: Caller, count: number): Promise<readonly Matter[]> => {
  const files = await uploadFilingFiles(officer, '示例短片');
  world.wrote('示例短片');
  const filings: Matter[] = [];
  for (let index = 1; index <= count; index += 1) {
    const name = `示例第${index}号短片排序算法`;
    world.wrote(name);
    const filing = await open(officer, 'filing', {
      form: filingForm(world.subject, name, addDays(world.today, -3), files),
    });
    await give(officer, filing, 'submit', { declaration: true });
    filings.push(filing);
  }
  return filings;
};

/** What lies on the desk of a provincial office: fifty matters of nine kinds. Returned are the filings that wait for an answer. */
export const fiftyMatters = async (world: World): Promise<readonly Matter[]> => {
  const { people, address, today } = world;
  world.wrote(...Object.values(words));
  const [officer, reviewer, supervisor, nation] = await Promise.all([
    people.officer.session(),
    people.reviewer.session(),
    people.supervisor.session(),
    people.nationReviewer.session(),
  ]);
  const filings = await submittedFilings(world, officer, 36);
  const [filed, waiting] = [filings.slice(0, 4), filings.slice(4)];
  const numbers: string[] = [];
  for (const filing of filed) {
    await give(reviewer, filing, 'forward', { reason: words.complete });
    await give(nation, filing, 'file', { reason: words.filed });
    numbers.push((await nation.get<{ readonly number: string }>(`/api/matters/filing/${filing.id}`)).number);
  }
  const [first, second, third, fourth] = filed;
  const [number] = numbers;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new RangeError('four filings have numbers');
  for (const filing of [first, second]) {
    const change = await open(officer, 'change', {
      parent: filing.id,
      occurred: addDays(today, -1),
      reasons: ['purpose-changed'],
    });
    const form = { purpose: words.purpose, disclosurePurpose: words.purpose, coverOccasion: 'change' };
    await give(officer, change, 'save', { form });
    await give(officer, change, 'submit', { declaration: true });
  }
  const cancellation = await open(officer, 'cancellation', {
    parent: third.id,
    form: { serviceEnds: today, why: words.why, userArrangements: words.users, dataArrangements: words.data },
  });
  await give(officer, cancellation, 'submit', { declaration: true });
  await open(supervisor, 'revocation', {
    parent: fourth.id,
    proposal: { ground: 'false-papers', facts: words.papers },
    basis: ['final/33.1'],
    reason: words.found,
  });
  await open(reviewer, 'rectification', {
    parent: first.id,
    clauses: [{ clause: 'final/17.1' }],
    findings: words.facts,
    measures: [{ what: words.measure, shownBy: words.shown, check: 'opt-out-honoured' }],
    by: addDays(today, 80),
  });
  await open(reviewer, 'violation-case', {
    parent: second.id,
    source: 'monitoring',
    clauses: [{ clause: 'final/17.1' }],
    from: addDays(today, -40),
    goesOn: false,
    until: addDays(today, -10),
    graveHarm: false,
    facts: words.facts,
  });
  await open(reviewer, 'log-request', {
    request: {
      provider: number,
      basis: 'final/28.2',
      by: 'period',
      families: ['quote'],
      from: addDays(today, -20),
      to: addDays(today, -10),
      purpose: words.rows,
      keepUntil: addDays(today, 200),
    },
  });
  for (let index = 0; index < 6; index += 1)
    await byAnybody(address, index, '/api/matters/correction', {
      report: { number, part: 'products', wrong: words.wrong, right: words.right },
    });
  for (let index = 0; index < 5; index += 1)
    await byAnybody(address, index, '/api/matters/complaint', {
      form: { number, kind: 'differential-price', to: 'office', what: `${words.price}${index}`, reached: 'anonymous' },
    });
  return waiting;
};

/** Sessions do not outlive the night. */
export const anew = ({ address }: World, { email, password: word }: Person): Promise<Caller> =>
  signIn(address, { email, password: word });
