import type { Download, Locator, Page } from '@playwright/test';
import { matterDefinitions, type FormDefinition } from '@suanjian/matters';
import { addDays, builtInCalendar, workingDayFrom } from '@suanjian/rulebook';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { fieldOf, fillField, goToStep, isSaved } from './fill.ts';
import { inspect } from './pages/inspect.ts';
import { accessibilityFaults, hasSettled, overflow, picture, widths } from './pages/look.ts';
import { signedBundle, verificationKey } from './stack/bundle.ts';
import { filingWords, wordsOf } from './stack/forms.ts';
import { give, open, type Matter, type World } from './stack/world.ts';
import { expect, test } from './test.ts';

const formOf = (kind: string): FormDefinition => {
  const form = matterDefinitions.find((definition) => definition.kind === kind)?.forms['form'];
  if (form === undefined) throw new RangeError(`${kind} has no form`);
  return form;
};
const form = formOf('assessment');
const fieldIn = (name: string) => {
  const field = form.fields[name];
  if (field === undefined) throw new RangeError(`no field ${name}`);
  return field;
};

const seed = 31;
const honoured = {
  id: 'opt-out-honoured',
  title: { zh: '关闭推荐后不再个性化', en: 'Opting out is honoured' },
  clause: 'final/17.1',
} as const;
const tails = {
  id: 'session-tails',
  title: { zh: '单次使用不过长', en: 'Sessions stay short' },
  clause: 'final/8',
} as const;

const words = {
  mended: '申诉入口常设。检查 opt-out-honoured 未通过：关闭后缓存仍用旧结果，已改为立即清空。',
  reason: '由独立的测试报告说明，另行归档。',
  account: '关闭后最长一分钟才生效，月底前改完。',
  summary: '除关闭推荐的生效时间外均已落实。',
  person: '周示例',
  condition: '上线后三十天内复测关闭推荐是否立即生效。',
  grounds: '风险有措施，关闭推荐须复测。',
  post: '算法安全负责人',
  risk: '可能影响部分用户。',
  measures: '监测、复核，超过阈值自动停用。',
  absent: '不涉及这种情形。',
} as const;

/** The items that a ranking with personalised pushing answers, once mended. */
const inspected: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(form.fields).flatMap((field) => (/^item\d+Answer$/.test(field) ? [[field, 'met']] : [])),
  ),
  item4Answer: 'partly',
};

const dayIn = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Everything of an assessment that both templates ask, of a filing of `filingWords`. */
const setup = (name: string, { today }: World) => ({
  algorithmName: name,
  techniques: ['ranking-selection', 'personalised-push'],
  role: 'provider',
  version: '1.0',
  versionSince: addDays(today, -30),
  periodFrom: addDays(today, -28),
  periodUntil: addDays(today, -1),
  kind: 'self',
  responsiblePerson: words.person,
  risks: ['abuse', 'holes', 'malicious-use', 'content', 'data'].map((kind, index) =>
    index === 4
      ? { kind, present: false, whyAbsent: words.absent }
      : {
          kind,
          present: true,
          description: words.risk,
          likelihood: '3',
          effect: '4',
          measures: words.measures,
          remainingLikelihood: '2',
          remainingEffect: '2',
          post: words.post,
        },
  ),
});

/** What was written for the filing goes into its self-assessment. */
const chapters = (name: string, world: World): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(filingWords(world.subject, name, addDays(world.today, -3))).filter(
      ([field]) => form.fields[field]?.step === 'self-assessment',
    ),
  );

const write = async (page: Page, step: string, values: Readonly<Record<string, unknown>>): Promise<void> => {
  const title = form.steps.find(({ name }) => name === step)?.title.zh ?? '';
  const scope = await goToStep(page, title);
  for (const [name, field] of Object.entries(form.fields))
    if (field.step === step && name in values && (await fieldOf(scope, field).count()) > 0)
      await fillField(scope, field, values[name]);
};

const writeAll = async (page: Page, values: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const { name } of form.steps)
    if (Object.keys(values).some((field) => form.fields[field]?.step === name)) await write(page, name, values);
  await isSaved(page);
};

const sendBundle = async (world: World, filing: Matter): Promise<void> => {
  const officer = await world.people.officer.session();
  await officer.post('/api/audits/keys', { vkey: verificationKey(seed) });
  const month = addDays(world.today, -35).slice(0, 7);
  const results = [
    { ...honoured, verdict: 'fail', estimate: 0.0023, interval: [0.0017, 0.0031] },
    { ...tails, verdict: 'pass', estimate: 0, interval: [0, 0.0004] },
  ] as const;
  await officer.post('/api/audits/bundles', {
    note: signedBundle(seed, { filing: filing.id, month, treeSize: 7000, results }),
  });
};

const contentOf = async (download: Download): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const downloaded = async (page: Page, name: string): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return contentOf(download);
};

const textOfPdf = async (content: Buffer): Promise<string> => {
  expect(content.subarray(0, 4).toString('latin1')).toBe('%PDF');
  return (await extractText(new Uint8Array(content), { mergePages: true })).text.replaceAll(/\s/gu, '');
};

const pageOfMatter = ({ kind, id }: Matter, more = ''): string => `/workspace/matters/${kind}/${id}${more}`;

/** From the filing's page to an empty assessment; returns it. */
const begin = async (page: Page, filing: Matter, template: string): Promise<Matter> => {
  await page.goto(pageOfMatter(filing));
  await page.getByRole('link', { name: '安全评估', exact: true }).click();
  await hasSettled(page);
  const choice = page.getByRole('radio', { name: template, exact: true });
  await choice.check();
  await page.getByRole('button', { name: '开始' }).click();
  await page.waitForURL(/\/matters\/assessment\/[^/]+\/edit/);
  const id = /assessment\/([^/]+)\/edit/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no assessment at ${page.url()}`);
  return { kind: 'assessment', id };
};

const opened = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  return page.getByRole('dialog');
};

const prefill = async (page: Page, assessment: Matter): Promise<void> => {
  await page.goto(pageOfMatter(assessment));
  const window = await opened(page, '从结果包预填');
  await window.getByRole('button', { name: '从结果包预填' }).click();
  await expect(window.getByText('请选择一个结果包。')).toBeVisible();
  await window.getByLabel('结果包').selectOption({ index: 1 });
  expect.soft(await accessibilityFaults(page), 'prefill: accessibility').toEqual([]);
  await picture(page, 'assessment-prefill', 'zh', 'desk');
  await window.getByRole('button', { name: '从结果包预填' }).click();
  await expect(window).toBeHidden();
};

const good = async (page: Page, name: string): Promise<void> => {
  await hasSettled(page);
  for (const width of ['phone', 'desk'] as const) {
    await page.setViewportSize(widths[width]);
    expect.soft(await overflow(page), `${name}: overflow`).toEqual([]);
    await picture(page, name, 'zh', width);
  }
  expect.soft(await accessibilityFaults(page), `${name}: accessibility`).toEqual([]);
};

/** Gives a reason for every gap that may stay open, declares and submits. */
const submit = async (page: Page): Promise<void> => {
  const reasons = page.getByRole('textbox', { name: '为什么没有补上' });
  for (const reason of await reasons.all()) await reason.fill(words.reason);
  await page.getByRole('checkbox', { name: '我确认答案和证据属实。' }).check();
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/matters\/assessment\/[^/]+$/);
};

const sign = async (page: Page, assessment: Matter): Promise<void> => {
  await page.goto(pageOfMatter(assessment));
  const window = await opened(page, '签署');
  await window.getByRole('button', { name: '签署' }).click();
  await expect(window).toBeHidden();
};

test('a self-assessment from empty to signed PDF; what the log contradicts is mended', async ({ pageOf, world }) => {
  test.setTimeout(300_000);
  const name = '示例自评短片排序算法';
  world.wrote(...Object.values(words), ...wordsOf(setup(name, world)));
  const filing = await world.filed(name);
  await sendBundle(world, filing);
  const page = await pageOf(world.people.editor);
  const assessment = await test.step('it is begun on the filing and written', async () => {
    const begun = await begin(page, filing, '算法安全自评估');
    await writeAll(page, { ...setup(name, world), ...chapters(name, world), outcome: 'under-control' });
    return begun;
  });

  await test.step('a verified bundle is filled in, and contradicts a chapter', async () => {
    await prefill(page, assessment);
    await page.goto(pageOfMatter(assessment, '/edit?step=check'));
    const gaps = page.getByRole('region', { name: '机器找出的缺口' });
    await expect(gaps).toContainText('检查 opt-out-honoured 未通过');
    await page.getByRole('checkbox', { name: '我确认答案和证据属实。' }).check();
    await page.getByRole('button', { name: '提交签署' }).click();
    await expect(gaps.getByText('请补上这个缺口，或者说明理由。').first()).toBeVisible();
    await good(page, 'assessment-gaps');
    await gaps
      .getByRole('button', { name: /opt-out-honoured/ })
      .first()
      .click();
    await fieldOf(page.getByRole('main'), fieldIn('rightsOther')).fill(words.mended);
    await isSaved(page);
    await page.goto(pageOfMatter(assessment, '/edit?step=check'));
    await expect(gaps).not.toContainText('检查 opt-out-honoured 未通过');
    await submit(page);
  });

  await test.step('the officer signs, and has it as a paper', async () => {
    const officer = await pageOf(world.people.officer);
    await sign(officer, assessment);
    await good(officer, 'assessment-signed');
    const pdf = await textOfPdf(await downloaded(officer, 'PDF（中文）'));
    for (const part of [name, 'opt-out-honoured']) expect(pdf).toContain(part);
    expect(pdf).not.toContain('草稿：尚未签署');
    await textOfPdf(await downloaded(officer, 'PDF（英文）'));
    for (const language of ['en', 'zh'] as const) {
      await officer.context().addCookies([{ name: 'language', value: language, url: world.address }]);
      await inspect(officer, {
        name: 'assessment-page',
        language,
        address: pageOfMatter(assessment),
        written: world.written(),
      });
    }
  });

  await test.step('the ethics committee approves with a condition, which is followed by a clock', async () => {
    const { officer, editor, ethicist } = world.people;
    const by = await officer.session();
    const review = await open(by, 'ethics-review', {
      subject: {
        algorithm: name,
        number: filing.number,
        version: '1.0',
        change: words.grounds,
        affected: words.risk,
      },
    });
    const committee = [officer, editor, ethicist];
    await give(by, review, 'compose', {
      committee: {
        members: committee.map((person, index) => ({
          account: person.account,
          name: person.name,
          fields: [['technology', 'law', 'ethics'][index]],
        })),
        chair: officer.account,
      },
    });
    for (const person of committee)
      await give(await person.session(), review, 'declare', { declaration: { conflict: false } });
    await give(by, review, 'open-deliberation');
    for (const person of [editor, ethicist])
      await give(await person.session(), review, 'vote', { vote: { choice: 'conditions', note: words.condition } });
    const page = await pageOf(officer);
    await page.goto(pageOfMatter(review));
    const vote = await opened(page, '投票');
    await vote.getByRole('radio', { name: '同意', exact: true }).check();
    await vote.getByRole('button', { name: '投票' }).click();
    await expect(vote).toBeHidden();
    const due = workingDayFrom(builtInCalendar, addDays(world.today, 30)).due;
    const conclusion = await opened(page, '计票并作出结论');
    await conclusion.getByRole('textbox', { name: /^理由/ }).fill(words.grounds);
    await conclusion.getByRole('button', { name: '添加一项：条件' }).click();
    await conclusion.getByRole('textbox', { name: /^内容/ }).fill(words.condition);
    await conclusion.getByRole('textbox', { name: /^负责岗位/ }).fill(words.post);
    await conclusion.getByLabel(/^期限/).fill(due);
    await picture(page, 'ethics-conclusion', 'zh', 'desk');
    await conclusion.getByRole('button', { name: '计票并作出结论' }).click();
    await expect(conclusion).toBeHidden();
    const clocks = page.getByRole('region', { name: '期限' });
    await expect(clocks).toContainText(dayIn(due));
    await good(page, 'ethics-conditional');
  });
});

test('the checklist as a self-inspection, filled in from the log, as PDF and DOCX', async ({ pageOf, world }) => {
  test.setTimeout(300_000);
  const name = '示例清单短片排序算法';
  const { item4Answer, ...others } = inspected;
  world.wrote(...Object.values(words), ...wordsOf(setup(name, world)));
  const filing = await world.filed(name);
  await sendBundle(world, filing);
  const page = await pageOf(world.people.editor);
  const assessment = await begin(page, filing, '二十七项治理清单自查（2024）');

  await test.step('what the log answers is filled in', async () => {
    await writeAll(page, { ...setup(name, world), setsPrices: false });
    await prefill(page, assessment);
    await page.goto(pageOfMatter(assessment, '/edit?step=items'));
    const answer = fieldOf(page.getByRole('main'), fieldIn('item4Answer'));
    await expect(answer.getByRole('radio', { name: '未做到', exact: true })).toBeChecked();
    await good(page, 'checklist-items');
  });

  await test.step('an answer that the log contradicts keeps it back until it is mended', async () => {
    await write(page, 'items', { ...others, item4Answer: 'met' });
    await write(page, 'conclusion', { outcome: 'with-conditions', summary: words.summary });
    await isSaved(page);
    await page.goto(pageOfMatter(assessment, '/edit?step=check'));
    const gaps = page.getByRole('region', { name: '机器找出的缺口' });
    await expect(gaps).toContainText('而检查 opt-out-honoured 未通过');
    await write(page, 'items', { item4Answer, item4Account: words.account });
    await isSaved(page);
    await page.goto(pageOfMatter(assessment, '/edit?step=check'));
    await expect(gaps).not.toContainText('而检查 opt-out-honoured 未通过');
    await submit(page);
  });

  await test.step('it is signed, and goes out as PDF and DOCX in both languages', async () => {
    const officer = await pageOf(world.people.officer);
    await sign(officer, assessment);
    expect(await textOfPdf(await downloaded(officer, 'PDF（中文）'))).toContain(name);
    for (const link of ['DOCX（中文）', 'DOCX（英文）']) {
      const body = unzipSync(new Uint8Array(await downloaded(officer, link)))['word/document.xml'];
      expect(strFromU8(body ?? new Uint8Array())).toContain(name);
    }
  });
});
