import type { Page } from '@playwright/test';
import type { Language } from '@suanjian/rulebook';
import { expect } from '../test.ts';
import { accessibilityFaults, hasSettled, overflow, picture, untranslated, widths, type Width } from './look.ts';

export interface Inspection {
  readonly name: string;
  readonly language: Language;
  /** Where it is, in this language. */
  readonly address: string;
  readonly status?: number;
  /** What people wrote, which is not translated. */
  readonly written: readonly string[];
}

/** Each layout is checked for accessibility once: the wide one in Chinese, the narrow one in English. */
const judgedAt: Readonly<Record<Language, Width>> = { zh: 'desk', en: 'phone' };

/** Everything that must hold on every page. */
export const inspect = async (
  page: Page,
  { name, language, address, status = 200, written }: Inspection,
): Promise<void> => {
  await page.setViewportSize(widths.desk);
  const response = await page.goto(address);
  expect(response?.status()).toBe(status);
  await hasSettled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
  await expect(page).toHaveTitle(/\S.* · \S/);
  if (language === 'en') expect.soft(await untranslated(page, written), `${name}: untranslated`).toEqual([]);
  for (const width of ['desk', 'phone'] as const) {
    await page.setViewportSize(widths[width]);
    expect.soft(await overflow(page), `${name}, ${language}, ${width}: overflow`).toEqual([]);
    await picture(page, name, language, width);
    if (judgedAt[language] === width)
      expect.soft(await accessibilityFaults(page), `${name}, ${language}, ${width}: accessibility`).toEqual([]);
  }
};
