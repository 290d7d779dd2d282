import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verdict } from '../outcome.ts';
import type { Step } from '../step.ts';

/** The generated reference pages are committed; they must be what the generators write today. */
export const generated: Step = {
  name: 'generated',
  title: '生成的页面 generated pages',
  async run({ root }) {
    // Imported late: a fault in the rooms that the generators read fails this step, not the whole run.
    const { pages } = await import('../../generate/index.ts');
    const stale: string[] = [];
    for (const page of pages) {
      const { path, content } = await page();
      const present = await readFile(join(root, path), 'utf8').catch(() => undefined);
      if (present !== content) stale.push(path);
    }
    if (pages.length === 0) return verdict(false, '没有生成器 there are no generators');
    return verdict(stale.length === 0, [...stale, '请运行 run: npm run generate'].join('\n'));
  },
};
