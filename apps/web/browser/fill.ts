import type { Locator, Page } from '@playwright/test';
import type { FieldDefinition, FormDefinition } from '@suanjian/matters';
import { placeOf } from '@suanjian/register';
import { paper, picture } from './stack/papers.ts';
import { expect } from './test.ts';

type Values = Readonly<Record<string, unknown>>;

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Labels are followed by marks: 选填, and who may read what is written. */
const labelled = (words: string): RegExp => new RegExp(`^${escaped(words)}\\s*(?:选填\\s*)?·`);

const record = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The field as somebody sees it, found by its label. */
export const fieldOf = (scope: Locator, { label, control }: FieldDefinition): Locator =>
  control.kind === 'text' || control.kind === 'number' || control.kind === 'date'
    ? scope.getByLabel(labelled(label.zh))
    : scope.getByRole('group', { name: labelled(label.zh) });

const choosePlace = async (group: Locator, code: string): Promise<void> => {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  for (const [level, label] of ['省级', '地级', '县级'].entries()) {
    const place = placeOf(levels[level] ?? '');
    if (place === undefined) throw new RangeError(`no place ${levels[level]}`);
    await group.getByRole('combobox', { name: label }).selectOption(place.name.zh);
  }
};

const optionLabel = (
  options: readonly { readonly value: string; readonly label: { readonly zh: string } }[],
  value: unknown,
) => {
  const option = options.find((each) => each.value === value);
  if (option === undefined) throw new RangeError(`no option ${String(value)}`);
  return option.label.zh;
};

/** Writes one value as somebody would: typing, ticking, choosing. */
export const fillField = async (scope: Locator, field: FieldDefinition, value: unknown): Promise<void> => {
  const { control, label } = field;
  switch (control.kind) {
    case 'text':
      if (label.zh === '注册地')
        return choosePlace(scope.getByRole('group', { name: labelled(label.zh) }), String(value));
      return fieldOf(scope, field).fill(String(value));
    case 'number':
    case 'date':
      return fieldOf(scope, field).fill(String(value));
    case 'yes-no':
      return fieldOf(scope, field)
        .getByRole('radio', { name: value === true ? '是' : '否', exact: true })
        .check();
    case 'choice': {
      const name = optionLabel(control.options, value);
      const select = scope.getByLabel(labelled(label.zh));
      if ((await select.count()) === 1 && (await select.evaluate(({ tagName }) => tagName)) === 'SELECT')
        return void (await select.selectOption(name));
      return fieldOf(scope, field).getByRole('radio', { name, exact: true }).check();
    }
    case 'choices':
      for (const each of list(value))
        await fieldOf(scope, field)
          .getByRole('checkbox', { name: optionLabel(control.options, each), exact: true })
          .check();
      return;
    case 'pick': {
      // The value is what somebody looks for; one thing is found by it.
      const group = fieldOf(scope, field);
      await group.getByRole('searchbox').fill(String(value));
      await expect(group.getByRole('radio')).toHaveCount(1);
      return group.getByRole('radio').check();
    }
    case 'list':
      for (const [index, entry] of list(value).entries()) {
        const group = fieldOf(scope, field);
        await group.getByRole('button', { name: `添加一项：${label.zh}` }).click();
        const inner = group.getByRole('group', { name: `第 ${index + 1} 项`, exact: true });
        for (const [name, content] of Object.entries(record(entry))) {
          const of = control.of[name];
          if (of !== undefined) await fillField(inner, of, content);
        }
      }
      return;
    case 'attachment':
      throw new TypeError(`attach files with attachFile: ${label.zh}`);
  }
};

/** Uploads a made-up file of a fitting kind and waits until the server has it. */
export const attachFile = async (scope: Locator, field: FieldDefinition, name: string): Promise<void> => {
  const isPicture = name.endsWith('.png');
  const input = scope.getByLabel(labelled(field.label.zh));
  await input.setInputFiles({
    name,
    mimeType: isPicture ? 'image/png' : 'application/pdf',
    buffer: isPicture ? picture(90) : paper(name),
  });
  await expect(scope.getByRole('button', { name: `删除文件 ${name}` })).toBeVisible();
};

/** The steps of a form stand beside it; on a narrow screen in a list to choose from. */
export const goToStep = async (page: Page, title: string): Promise<Locator> => {
  await page
    .getByRole('navigation', { name: '步骤' })
    .getByRole('button', { name: new RegExp(`^\\d+\\. ${escaped(title)}`) })
    .click();
  return page.getByRole('main').getByRole('region', { name: title, exact: true });
};

export interface Filled {
  readonly values: Values;
  /** Name of the file for a field that wants one. */
  readonly files: Readonly<Record<string, string>>;
}

/** Goes through the form step by step and writes everything that is given. */
export const fillSteps = async (page: Page, form: FormDefinition, { values, files }: Filled): Promise<void> => {
  for (const { name: step, title } of form.steps) {
    const scope = await goToStep(page, title.zh);
    for (const [name, field] of Object.entries(form.fields)) {
      if (field.step !== step) continue;
      if (name in files) await attachFile(scope, field, String(files[name]));
      else if (name in values) await fillField(scope, field, values[name]);
    }
  }
};

/** Everything written has reached the server. */
export const isSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible();
