import type { Locator, Page } from '@playwright/test';
import { matterDefinitions, type FormDefinition, type FormValues } from '@suanjian/matters';
import { addDays, builtInCalendar, daysBetween, workingDayFrom } from '@suanjian/rulebook';
import { fillField } from './fill.ts';
import { inspect } from './pages/inspect.ts';
import { hasSettled } from './pages/look.ts';
import { signIn, type Caller } from './stack/caller.ts';
import type { Person } from './stack/people.ts';
import { startStack, type RunningStack } from './stack/server.ts';
import { createWorld, type Matter, type World } from './stack/world.ts';
import { expect, test as base } from './test.ts';

/** A world of its own: other stories are not to wake up on another day. */
const test = base.extend<object, { readonly stack: RunningStack; readonly world: World }>({
  stack: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const stack = await startStack();
      try {
        await use(stack);
      } finally {
        await stack.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  world: [async ({ stack }, use) => use(await createWorld(stack)), { scope: 'worker', timeout: 180_000 }],
});

const clauses = [{ clause: 'final/17.1' }, { clause: 'final/21' }];
const words = {
  targets: '首页个性化推送与价格展示。',
  why: '多起投诉反映关闭以后仍然推送。',
  manager: '王示例',
  capacity: '值班经理',
  first: '赵示例',
  second: '钱示例',
  guest: '孙示例',
  certificate: '浙示例-1001',
  other: '浙示例-1002',
  seen: '当场操作并核对后台配置。',
  found: '关闭个性化推荐以后首页仍按兴趣标签排序。',
  document: '后台配置截图三页。',
  summary: '上午九时到场，核对推荐服务和后台配置。',
  view: '已经着手修复旧版客户端。',
  objection: '只影响旧版客户端。',
  because: '投诉集中，需要核实。',
  algorithm: '示例受评推荐算法',
  inspected: '示例受检推荐算法',
} as const;

const pathOf = ({ kind, id }: Matter): string => `/workspace/matters/${kind}/${id}`;

const openingOf = (kind: string): FormDefinition => {
  const asks = matterDefinitions.find((definition) => definition.kind === kind)?.opening.asks;
  if (typeof asks !== 'object') throw new RangeError(`${kind} asks nothing`);
  return asks.form;
};

const fill = async (scope: Locator, form: FormDefinition, values: FormValues): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const field = form.fields[name];
    if (field === undefined) throw new RangeError(`no field ${name}`);
    await fillField(scope, field, value);
  }
};

/** What a company reads anywhere that it could look for a sign. */
const everythingOn = async (page: Page, addresses: readonly string[]): Promise<readonly string[]> => {
  const read: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await hasSettled(page);
    const text = await page.getByRole('main').innerText();
    // Of notices the number comes late; what they say is looked at by itself.
    read.push(text.replace(/\d+ 条新通知\s*/, ''));
  }
  return read;
};

const noticesOf = async (page: Page): Promise<string> => (await page.request.get('/api/notices')).text();

const bothLanguages = async (page: Page, world: World, name: string, matter: Matter): Promise<void> => {
  for (const language of ['en', 'zh'] as const) {
    await page.context().addCookies([{ name: 'language', value: language, url: world.address }]);
    await inspect(page, { name, language, address: pathOf(matter), written: world.written() });
  }
};

const idIn = (page: Page): string => page.url().split('/').at(-1) ?? '';

const joined = async ({ give }: World, by: Caller, matter: Matter): Promise<void> => {
  await give(by, matter, 'undertake', { given: true });
  await give(by, matter, 'declare-interests', { conflict: false });
};

/** Sessions do not outlive the night. */
const anew = ({ address }: World, { email, password }: Person): Promise<Caller> => signIn(address, { email, password });

const enter = ({ address }: World, page: Page, { cookies }: Caller): Promise<void> =>
  page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));

test('an inspection that the company cannot know of before its time', async ({ pageOf, world, stack, watch }) => {
  test.setTimeout(240_000);
  const { people, give, today } = world;
  const { due: visitOn } = workingDayFrom(builtInCalendar, addDays(today, 1));
  world.wrote(...Object.values(words), visitOn);
  const filing = await world.filed(words.inspected);
  const provider = await pageOf(people.officer);
  const places = ['/workspace', '/workspace/matters', '/workspace/due', pathOf(filing)];
  const before = await everythingOn(provider, places);

  const head = await pageOf(people.supervisor);
  await test.step('a head plans it', async () => {
    await head.goto('/workspace/new/inspection');
    await hasSettled(head);
    await fill(head.getByRole('main'), openingOf('inspection'), {
      provider: world.subject.name,
      targets: words.targets,
      clauses,
      way: 'on-the-spot',
      visitOn,
      basis: 'final/28.1',
      why: words.why,
      given: true,
      free: true,
    });
    await head.getByRole('main').locator('button[type=submit]').click();
    await head.waitForURL(/\/matters\/inspection\/[\w-]+$/);
    await hasSettled(head);
  });
  const matter: Matter = { kind: 'inspection', id: idIn(head) };

  await test.step('names its team, with the picker of officials', async () => {
    await head.getByRole('button', { name: '点名成员', exact: true }).first().click();
    const window = head.getByRole('dialog');
    for (const [index, [person, name, certificate]] of (
      [
        [people.nationAdministrator, words.first, words.certificate],
        [people.reviewer, words.second, words.other],
        [people.nationReviewer, words.guest, undefined],
      ] as const
    ).entries()) {
      await window.getByRole('button', { name: /^添加一项/ }).click();
      const entry = window.getByRole('group', { name: `第 ${index + 1} 项`, exact: true });
      await entry.getByRole('combobox').selectOption({ value: person.account });
      await entry.getByLabel(/^姓名/).fill(name);
      if (certificate !== undefined) await entry.getByLabel(/^执法证件号/).fill(certificate);
    }
    await window.getByRole('button', { name: '点名成员' }).click();
    await expect(head.getByRole('dialog')).toHaveCount(0);
  });
  await bothLanguages(head, world, 'inspection-head', matter);

  await test.step('somebody named undertakes, and learns whom it is about', async () => {
    const named = await pageOf(people.reviewer);
    await bothLanguages(named, world, 'inspection-named', matter);
    await expect(named.getByText(world.subject.name)).toHaveCount(0);
    await named.getByRole('button', { name: '保密承诺', exact: true }).first().click();
    const window = named.getByRole('dialog');
    await window.getByRole('radio', { name: '是', exact: true }).check();
    await window.getByRole('button', { name: '保密承诺' }).click();
    await expect(named.getByRole('dialog')).toHaveCount(0);
    await expect(named.getByText(world.subject.name).first()).toBeVisible();
    await bothLanguages(named, world, 'inspection-undertaken', matter);
  });
  const second = await people.reviewer.session();
  await give(second, matter, 'declare-interests', { conflict: false });
  const deputy = await people.nationAdministrator.session();
  await joined(world, deputy, matter);
  await give(deputy, matter, 'approve');

  await test.step('the company finds no sign of it', async () => {
    watch.expect(/404/);
    expect(await everythingOn(provider, places)).toEqual(before);
    for (const address of ['', '/document.pdf'])
      expect((await provider.request.get(`/api/matters/inspection/${matter.id}${address}`)).status()).toBe(404);
    expect(await noticesOf(provider)).not.toContain(matter.id);
    await provider.goto(pathOf(matter));
    await expect(provider.getByRole('main')).not.toContainText(words.targets);
  });

  // An open page notices that its session is over.
  watch.expect(/401/);
  await stack.live(daysBetween(today, visitOn));
  const [one, two, company] = await Promise.all([
    anew(world, people.nationAdministrator),
    anew(world, people.reviewer),
    anew(world, people.officer),
  ]);
  await enter(world, provider, company);
  await enter(world, head, await anew(world, people.supervisor));
  const shown = { toWhom: words.manager, capacity: words.capacity, shown: true };
  await give(one, matter, 'show-identity', { ...shown, certificate: words.certificate });
  await give(two, matter, 'begin', { ...shown, certificate: words.other });
  await expect.poll(() => noticesOf(provider), { timeout: 20_000 }).toContain(matter.id);
  await bothLanguages(provider, world, 'inspection-company-begun', matter);
  await expect(provider.getByText(words.why)).toHaveCount(0);

  for (const { clause } of clauses) await give(two, matter, 'check', { clause, result: 'met', seen: words.seen });
  await give(two, matter, 'find', {
    clause: 'final/17.1',
    what: words.found,
    from: addDays(today, -20),
    gravity: 'ordinary',
    evidence: 'document',
    document: words.document,
  });
  const { due: signBy } = workingDayFrom(builtInCalendar, addDays(visitOn, 5));
  await give(two, matter, 'draw-record', { summary: words.summary, signBy });
  await bothLanguages(head, world, 'inspection-team', matter);
  await give(one, matter, 'countersign-record');
  await give(company, matter, 'state-view', { statement: words.view });
  await give(company, matter, 'sign-record', {
    signer: words.manager,
    capacity: words.capacity,
    accepts: false,
    objection: words.objection,
  });
  await bothLanguages(provider, world, 'inspection-company-signed', matter);
  await expect(provider.getByText(words.why)).toHaveCount(0);
});

test('an assessment by the office, read by the team and by the company', async ({ pageOf, world }) => {
  test.setTimeout(240_000);
  const { people, give, open, today } = world;
  world.wrote(...Object.values(words));
  const [planner, deputy, company] = await Promise.all([
    anew(world, people.supervisor),
    anew(world, people.nationAdministrator),
    anew(world, people.officer),
  ]);
  const matter = await open(planner, 'official-assessment', {
    provider: world.subject.name,
    template: 'checklist-2024',
    algorithmName: words.algorithm,
    techniques: ['personalised-push'],
    role: 'provider',
    setsPrices: false,
    version: '2.0',
    versionSince: addDays(today, -60),
    periodFrom: addDays(today, -40),
    periodUntil: addDays(today, -10),
    basis: 'final/28.1',
    why: words.because,
    given: true,
    free: true,
  });
  await give(planner, matter, 'name-members', {
    people: [{ account: people.nationAdministrator.account, name: words.first, certificate: words.certificate }],
  });
  await joined(world, deputy, matter);
  await give(deputy, matter, 'start');
  await give(planner, matter, 'answer', { question: 'item1', answer: 'partly', account: words.seen });
  const office = await pageOf(people.supervisor);
  await enter(world, office, planner);
  await bothLanguages(office, world, 'official-assessment-team', matter);
  const provider = await pageOf(people.officer);
  await enter(world, provider, company);
  await bothLanguages(provider, world, 'official-assessment-company', matter);
  await expect(provider.getByText(words.because)).toHaveCount(0);
});
