import { languages } from '@suanjian/rulebook';
import { describe, expect, test } from 'vitest';
import { htmlReport } from './html/html-report.ts';
import { reportJsonSchema, reportSchema } from './schema.ts';
import { terminalReport } from './terminal.ts';
import { hostile, sampleReport, sampleResult, sampleUnit } from './testing/sample-report.ts';

describe('the JSON report', () => {
  test('keeps to its schema', () => {
    expect(reportSchema.parse(sampleReport())).toEqual(sampleReport());
    expect(reportJsonSchema()).toMatchObject({ type: 'object', required: ['format', 'results', 'receipt', 'run'] });
  });

  test('has no member that the schema does not name', () => {
    expect(reportSchema.safeParse({ ...sampleReport(), more: 1 }).success).toBe(false);
  });
});

describe('at a terminal', () => {
  const plain = (language: (typeof languages)[number]): string =>
    terminalReport(sampleReport(), { language, colour: false });

  test('what fails comes first, duties before advice, and every result is there', () => {
    const lines = plain('en').split('\n');
    const places = ['(failing)', '(rule)', '(advised)', '(unsure)', '(passing)', '(tried)', '(absent)'].map((id) =>
      lines.findIndex((line) => line.includes(id)),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(plain('en')).toContain('2 duties failed. 3 fail, 1 not enough data, 2 pass, 1 not applicable.');
    expect(plain('zh')).toContain('2 项义务性检查不合格。');
  });

  test('questions that no clause asks are no duties', () => {
    const own = sampleReport().results.map((result) => ({ ...result, check: null }));
    expect(terminalReport({ ...sampleReport(), results: own }, { language: 'en', colour: false })).toContain(
      '2 questions failed.',
    );
    expect(htmlReport({ ...sampleReport(), results: own }, 'zh')).toContain('2 个问题不合格。');
  });

  test('what could not be decided says why, and from which size on it could be seen', () => {
    const [, open = ''] = plain('en').split('\nnot enough data\n');
    expect(open).toContain('(unsure)');
    expect(open).toMatch(/It could be seen from [^;]+; the size that matters is /u);
  });

  test('sizes are written as people read them', () => {
    expect(plain('en')).toContain('0.12 [0.08, 0.16]');
    expect(plain('en')).toContain('1.3× [0.2×, ∞]');
    expect(plain('en')).toContain('40% [30%, 50%]');
    expect(plain('en')).toContain('<0.0001');
  });

  test('a tolerated share is shown itself beside its tolerance, on the page too', () => {
    const values = { share: 0.019, tolerance: 0.02 };
    const unit = sampleUnit({ by: { algorithm: 'feed' }, estimate: -0.001, interval: [-0.003, null], values });
    const result = sampleResult('tolerated', [unit], { values });
    const report = { ...sampleReport(), results: [result] };
    const shown = terminalReport(report, { language: 'en', colour: false });
    expect(shown).toContain('0.019 [0.017, ∞] of at most 0.02');
    expect(terminalReport(report, { language: 'zh', colour: false })).toContain('0.019 [0.017, ∞]（至多 0.02）');
    expect(htmlReport(report, 'en')).toContain('0.019 [0.017, ∞] of at most 0.02');
    expect(`${shown}${htmlReport(report, 'en')}`).not.toContain('-0.001');
    // Of several units it is the leading one's.
    const several = sampleResult('tolerated', [unit, sampleUnit({ by: { algorithm: 'search' } })]);
    expect(terminalReport({ ...report, results: [several] }, { language: 'en', colour: false })).toContain(
      '0.019 [0.017, ∞] of at most 0.02',
    );
  });

  test('columns stand under each other in Chinese too', () => {
    const wide = (words: string): number =>
      Array.from(words, (character) => ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1)).reduce(
        (sum, width) => sum + width,
        0,
      );
    const lines = plain('zh')
      .split('\n')
      .filter((line) => /^(不合格|数据不足|合格|不适用) {2,}/u.test(line));
    const starts = lines.map((line) => wide(/^\S+ +/u.exec(line)?.[0] ?? ''));
    expect(lines).toHaveLength(7);
    expect(new Set(starts).size).toBe(1);
  });

  test('no title of a mapping or a pack reaches the terminal as a command or a line of its own', () => {
    const title = { zh: '\u001b[2J甲\u202e', en: '\u001b]0;x\u0007title\u009b31m\u202e\nforged' };
    const sample = sampleReport();
    const report = { ...sample, results: sample.results.map((result) => ({ ...result, title })) };
    for (const language of languages)
      expect(terminalReport(report, { language, colour: false })).not.toMatch(/[^\P{Cc}\n]|\u202e|^forged/mu);
    const coloured = terminalReport(report, { language: 'en', colour: true });
    for (const trick of ['\u001b]', '\u001b[2J', '\u0007', '\u009b', '\u202e']) expect(coloured).not.toContain(trick);
  });

  test('nothing of the log reaches the terminal as a command', () => {
    for (const language of languages) {
      expect(plain(language)).not.toContain('\u001b');
      expect(terminalReport(sampleReport(), { language, colour: true })).not.toContain('</script>\u001b');
    }
    expect(terminalReport(sampleReport(), { language: 'en', colour: true })).toContain('\u001b[31mfail\u001b[0m');
  });
});

describe('as a page', () => {
  const page = htmlReport(sampleReport(), 'en');

  test('stands alone and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=|https?:/iu);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain(hostile);
  });

  test('every link leads somewhere, every id is there once', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]+)"/gu), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
    expect(page.match(/href="#result-/gu)).toHaveLength(7);
  });

  test('is in the language that was asked for', () => {
    expect(page).toContain('<html lang="en">');
    // What is shown of the log may be in any language; the frame is not.
    expect(page.replaceAll(/<code>[\s\S]*?<\/code>/gu, '')).not.toMatch(/\p{Script=Han}/u);
    expect(htmlReport(sampleReport(), 'zh')).toContain('<html lang="zh-CN">');
  });

  test('draws an interval only where there is one', () => {
    expect(page.match(/<svg\s/gu)).toHaveLength(5);
    const endless = htmlReport(
      { ...sampleReport(), results: [sampleResult('one', [sampleUnit({ interval: [null, null] })])] },
      'en',
    );
    expect(endless).toContain('[−∞, ∞]');
    expect(endless).not.toContain('NaN');
  });
});
