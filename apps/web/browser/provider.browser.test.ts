import { matterDefinitions, type FormDefinition } from '@suanjian/matters';
import { composeCreditCode } from '@suanjian/register';
import { addDays } from '@suanjian/rulebook';
import { fieldOf, fillField, fillSteps, goToStep, isSaved } from './fill.ts';
import { filingWords, registrationWords, type Subject } from './stack/forms.ts';
import { password } from './stack/people.ts';
import { expect, test } from './test.ts';

const formOf = (kind: string): FormDefinition => {
  const form = matterDefinitions.find((definition) => definition.kind === kind)?.forms['form'];
  if (form === undefined) throw new RangeError(`${kind} has no form`);
  return form;
};

const fieldIn = (form: FormDefinition, name: string) => {
  const field = form.fields[name];
  if (field === undefined) throw new RangeError(`no field ${name}`);
  return field;
};

const newcomer: Subject = {
  name: '示例青禾短片有限公司',
  place: '330108',
  creditCode: composeCreditCode({ place: '330108', organisation: 'MAEXAMP9' }),
};

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

test('a company registers, files, mends what was returned, and gets its number', async ({ page, world }) => {
  test.setTimeout(240_000);
  const { people, today } = world;
  const reviewer = await people.reviewer.session();
  const nation = await people.nationReviewer.session();
  const registration = formOf('provider-registration');
  const filing = formOf('filing');
  const algorithm = '青禾今日精选排序算法';
  world.wrote(newcomer.name, algorithm, '孙示例');

  await test.step('it opens an account and signs in with its password', async () => {
    await page.goto('/register-company');
    await page.getByRole('textbox', { name: '企业名称' }).fill(newcomer.name);
    await page.getByRole('combobox', { name: '所在地' }).selectOption({ label: '浙江省 杭州市' });
    await page.getByRole('textbox', { name: '您的姓名' }).fill('孙示例');
    await page.getByRole('textbox', { name: '邮箱' }).fill('officer@qinghe.example');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('main').getByRole('button', { name: '注册' }).click();
    await page.getByRole('main').getByRole('link', { name: '去登录' }).click();
    await page.getByRole('textbox', { name: '邮箱' }).fill('officer@qinghe.example');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: '期限' })).toBeVisible();
    await expect(page.getByText('您的单位还没有登记')).toBeVisible();
  });

  await test.step('it registers; a wrong check digit is told at once', async () => {
    await page.getByRole('link', { name: '登记备案主体' }).click();
    await page.getByRole('button', { name: '登记备案主体' }).click();
    const scope = page.getByRole('main').getByRole('region', { name: '主体信息', exact: true });
    const creditCode = fieldOf(scope, fieldIn(registration, 'creditCode'));
    const wrong = `${newcomer.creditCode.slice(0, 17)}${newcomer.creditCode.endsWith('1') ? '2' : '1'}`;
    await creditCode.fill(wrong);
    await creditCode.blur();
    await expect(creditCode).toHaveAttribute('aria-invalid', 'true');
    await expect(creditCode).toHaveAccessibleDescription(/校验/);
    const { values, files } = {
      values: registrationWords(newcomer),
      files: {
        commitment: '算法备案承诺书.pdf',
        responsibilityStatement: '落实算法安全主体责任基本情况.pdf',
        workCertificate: '算法安全责任人工作证明.pdf',
      },
    };
    await fillSteps(page, registration, { values, files });
    await goToStep(page, '检查与提交');
    await expect(page.getByText('没有发现需要改正的地方。')).toBeVisible();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByText('提交前请先作出承诺。')).toBeVisible();
    await page.getByRole('checkbox', { name: /^我已核对全部内容/ }).check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('审核中');
  });

  await test.step('the province approves it', async () => {
    const { items } = await reviewer.get<Listed>('/api/matters?kind=provider-registration&status=submitted');
    const found = items.find(({ title }) => title.includes('青禾'));
    expect(found).toBeDefined();
    await world.give(reviewer, { kind: 'provider-registration', id: found?.id ?? '' }, 'approve');
    await page.reload();
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('已登记');
  });

  await test.step('the filing saves itself, and is there after a reload', async () => {
    await page.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '期限' }).click();
    await page.getByRole('link', { name: '新建算法备案' }).click();
    await page.getByRole('button', { name: '开始' }).click();
    const basic = page.getByRole('main').getByRole('region', { name: '基本信息', exact: true });
    const name = fieldOf(basic, fieldIn(filing, 'algorithmName'));
    await name.fill(algorithm);
    await isSaved(page);
    await page.reload();
    await expect(name).toHaveValue(algorithm);
  });

  await test.step('it is filled in step by step, files included', async () => {
    const values = filingWords(newcomer, algorithm, addDays(today, -3));
    const { conclusion, ...others } = values;
    await fillSteps(page, filing, {
      values: { ...others, coverAlgorithmName: '青禾今日推荐算法' },
      files: {
        flowChart: `${algorithm}流程图.png`,
        screenshots: `${algorithm}功能截图.png`,
        assessmentReport: `${algorithm}安全自评估报告.pdf`,
        disclosureText: `${algorithm}拟公示内容.pdf`,
        responsibilityAttachment: '落实算法安全主体责任基本情况.pdf',
      },
    });

    // What does not fit together is told while writing; what is missing, before submitting.
    const contradictions = page.getByRole('complementary', { name: '前后矛盾' });
    await expect(contradictions).toContainText('封面');
    await goToStep(page, '检查与提交');
    await expect(page.getByText('有 1 处需要改正')).toBeVisible();
    await page.getByRole('link', { name: /安全评估结论/ }).click();
    const assessment = page.getByRole('main').getByRole('region', { name: '安全自评估', exact: true });
    await expect(fieldOf(assessment, fieldIn(filing, 'conclusion'))).toBeFocused();
    await fillField(assessment, fieldIn(filing, 'conclusion'), conclusion);
    await expect(contradictions.getByText('必须改正', { exact: true })).toHaveCount(1);
    await fillField(assessment, fieldIn(filing, 'coverAlgorithmName'), algorithm);
    await expect(contradictions.getByText('必须改正', { exact: true })).toHaveCount(0);
    await isSaved(page);
  });

  await test.step('it previews what the public will read, and submits', async () => {
    await goToStep(page, '检查与提交');
    await expect(page.getByText('没有发现需要改正的地方。')).toBeVisible();
    const preview = page.getByRole('region', { name: '公示页预览' });
    await expect(preview).toContainText('机器初选，编辑复审，取综合分前二十条。');
    await expect(preview).not.toContainText('灰度对照两周');
    await page.getByRole('checkbox', { name: /^我已核对全部内容/ }).check();
    await page.getByRole('button', { name: '提交备案' }).click();
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('省级审核中');
  });

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const matter = { kind: 'filing', id } as const;

  await test.step('it sees why it was returned, beside the field, mends it and submits again', async () => {
    await world.give(reviewer, matter, 'return', {
      fields: [{ pointer: '/form/disclosureMechanism', reason: '没有说明编辑怎样复审。' }],
      reason: '公示内容有一处不完整。',
    });
    await page.reload();
    await expect(page.getByText('退回补正：请按下面的意见修改')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('公示内容有一处不完整。');
    await page.getByRole('link', { name: '继续填写' }).click();
    const disclosure = await goToStep(page, '公示内容');
    const mechanism = fieldOf(disclosure, fieldIn(filing, 'disclosureMechanism'));
    await expect(mechanism).toHaveAccessibleDescription(/主管部门指出.*没有说明编辑怎样复审。/);
    await mechanism.fill('机器初选；两名编辑各自复审，意见不同由主编决定；取综合分前二十条。');
    await isSaved(page);
    await goToStep(page, '检查与提交');
    await page.getByRole('checkbox', { name: /^我已核对全部内容/ }).check();
    await page.getByRole('button', { name: '提交备案' }).click();
    await expect(page.getByRole('region', { name: '办到哪一步' })).toContainText('省级审核中');
  });

  await test.step('it gets its number, a badge to show it, and a public page', async () => {
    await world.give(reviewer, matter, 'forward');
    await world.give(nation, matter, 'file');
    await page.reload();
    const { number } = await nation.get<{ readonly number: string }>(`/api/matters/filing/${id}`);
    expect(number).toMatch(/^\d{21}$/);
    const badge = page.getByRole('region', { name: '备案标识' });
    await expect(badge.locator('code')).toContainText(`${world.address}/register/${number}`);
    await page.getByRole('link', { name: '公示页' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(algorithm);
    await expect(page.getByRole('region', { name: '公示内容' })).toContainText('两名编辑各自复审');
    await expect(page.getByRole('region', { name: '办理时限' })).toContainText('按时办结');
  });
});
