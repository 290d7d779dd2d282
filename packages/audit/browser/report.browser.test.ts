import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { htmlReport } from '../src/report/html/html-report.ts';
import { sampleReport } from '../src/report/testing/sample-report.ts';

for (const language of ['zh', 'en'] as const)
  for (const [name, viewport] of [
    ['a desk', { width: 1440, height: 900 }],
    ['a phone', { width: 360, height: 800 }],
  ] as const)
    test(`the audit's page in ${language} on ${name} is accessible and as wide as the screen`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.setContent(htmlReport(sampleReport(), language));
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
        .setLegacyMode(true)
        .analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
    });
