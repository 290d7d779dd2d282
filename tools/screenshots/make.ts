// Makes the pictures of the READMEs: `node_modules/.bin/node tools/screenshots/make.ts`. Needs the system's Chromium and Chinese fonts.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../test/chromium.ts';
import { startDemonstration, type DemonstrationServer } from './server.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const size = { width: 1280, height: 900 } as const;
const languages = ['en', 'zh'] as const;
type Language = (typeof languages)[number];

/** The English README's pictures have plain names; the others name their language. */
const fileOf = (name: string, language: Language): string =>
  join(folder, language === 'en' ? `${name}.png` : `${name}.${language}.png`);

interface SearchAnswer {
  readonly hits: readonly { readonly number: string }[];
}
interface RecordAnswer {
  readonly history: readonly { readonly differences: readonly unknown[] }[];
}
interface ListAnswer {
  readonly items: readonly { readonly id: string }[];
}

/** What our own server answers, whose shapes its own tests hold. */
const answer = async <Answer>(page: Page, address: string): Promise<Answer> => {
  const response = await page.request.get(address);
  if (!response.ok()) throw new Error(`${address} answered ${response.status()}`);
  return (await response.json()) as Answer;
};

const shoot = async (page: Page, name: string, language: Language): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: fileOf(name, language), animations: 'disabled' });
  console.log(fileOf(name, language));
};

const pageIn = async (browser: Browser, { address }: DemonstrationServer, language: Language): Promise<Page> => {
  const context = await browser.newContext({
    viewport: size,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    baseURL: address,
  });
  await context.addCookies([{ name: 'language', value: language, url: address }]);
  return context.newPage();
};

/** The record with the most differences between its versions: its history shows something. */
const richestRecord = async (page: Page): Promise<string> => {
  const { hits } = await answer<SearchAnswer>(page, '/register.json');
  const counted = await Promise.all(
    hits.map(async ({ number }) => {
      const { history } = await answer<RecordAnswer>(page, `/register/${number}.json`);
      return { number, differences: history.flatMap(({ differences }) => differences).length };
    }),
  );
  const [richest] = counted.toSorted((one, other) => other.differences - one.differences);
  if (richest === undefined) throw new Error('the demonstration has no public record');
  return richest.number;
};

const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL('**/workspace**');
};

/** The newest filing of a state among those that the signed-in account sees. */
const newestFiling = async (page: Page, status: string): Promise<string> => {
  const { items } = await answer<ListAnswer>(page, `/api/matters?kind=filing&status=${status}&sort=newest`);
  const [found] = items;
  if (found === undefined) throw new Error(`the demonstration has no filing in the state ${status} here`);
  return found.id;
};

const makePictures = async (browser: Browser, server: DemonstrationServer, language: Language): Promise<void> => {
  const page = await pageIn(browser, server, language);
  await page.goto('/');
  await shoot(page, 'home', language);
  await page.goto(`/register/${await richestRecord(page)}#history`);
  await shoot(page, 'record', language);
  const reviewer = 'reviewer@zhejiang.example';
  await signIn(page, reviewer, server.passwordOf(reviewer));
  await page.goto(`/workspace/matters/filing/${await newestFiling(page, 'first-review')}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  // Down to where form and contradictions stand side by side.
  await page.setViewportSize({ ...size, height: 1300 });
  await shoot(page, 'review', language);
  await page.context().close();
};

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('no Chromium was found on this system');
await mkdir(folder, { recursive: true });
const server = await startDemonstration();
try {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    for (const language of languages) await makePictures(browser, server, language);
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}
