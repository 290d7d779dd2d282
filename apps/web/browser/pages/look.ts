import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@suanjian/rulebook';
import { expect } from '../test.ts';

/** A desk and a phone. */
export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 800 } } as const;
export type Width = keyof typeof widths;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** As it stands in the page. */
interface InPage {
  run(context: Document, options: RunOptions): Promise<AxeResults>;
}

/** One line for each element that breaks a rule, to be read in a failed test. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  // Pages have no frames, so it is put into the page itself: once for a document, as reading it takes as long as judging a small page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    // What passes is not gathered, which takes a third off.
    const { run } = (globalThis as unknown as { readonly axe: InPage }).axe;
    const { violations } = await run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`),
    );
  }, rules);
};

/** By how many points the page is wider than the screen, and what sticks out. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth - clientWidth} points too wide`,
      ...wide
        .slice(0, 5)
        .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 60)}`),
    ];
  });

const han = /\p{Script=Han}/u;

/** Chinese that an English reader would meet: in words and in names of controls, except where it is marked as Chinese. */
const chineseOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // Runs in the page, which knows nothing of this file.
    // oxlint-disable-next-line no-shadow
    const han = /\p{Script=Han}/u;
    const isMarked = (element: Element | null): boolean =>
      element?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true;
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent ?? '';
      if (han.test(words) && !isMarked(node.parentElement)) found.push(words);
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const words = element.getAttribute(name) ?? '';
        if (han.test(words) && !isMarked(element)) found.push(words);
      }
    return found;
  });

/** As this installation prints them. */
const printedNumber = /示例算备\d{21}号/g;

/** What is left of it without what people wrote themselves. */
export const untranslated = async (page: Page, written: readonly string[]): Promise<readonly string[]> => {
  const found = await chineseOn(page);
  const longestFirst = written.filter((each) => han.test(each)).toSorted((one, other) => other.length - one.length);
  return found
    .map((words) => longestFirst.reduce((left, each) => left.replaceAll(each, ''), words.replaceAll(printedNumber, '')))
    .filter((left) => han.test(left));
};

/** Pictures are only wanted for looking at: `SCREENS=1`, or a folder. */
export const picture = async (page: Page, name: string, language: Language, width: Width): Promise<void> => {
  const wanted = process.env['SCREENS'];
  if (wanted === undefined || wanted === '') return;
  const folder = wanted === '1' ? join(tmpdir(), 'screens', 'all') : wanted;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${language}-${widths[width].width}.png`), fullPage: true });
};

/** The page stands: it has its heading, and nothing is being read any more. */
export const hasSettled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^(?:正在读取…|Loading…)$/)).toHaveCount(0);
};
