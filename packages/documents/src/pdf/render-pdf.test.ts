import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { DocumentFault } from '../document-fault.ts';
import { hostile, paper, paperOf, rareNames } from '../testing/papers.ts';
import { renderPdf } from './render-pdf.ts';

/** What can be selected and searched in the file; where lines break is not part of it. */
const said = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replaceAll(/[\s\u200b]/gu, '');
};
const squeezed = (value: string): string => value.replaceAll(/\s/gu, '');

describe('a paper as PDF', () => {
  it('says everything that was put in, in either language', async () => {
    const chinese = await said(renderPdf(paper()).bytes);
    for (const words of [
      '安全评估报告',
      '自行评估',
      '评估0001',
      '未签署',
      '云岭示例公司',
      '1风险',
      '条款：《互联网信息服务算法推荐管理规定》8',
      '第一行第二行',
      '1.先查2.后改',
      '版本2.0',
      '表：风险矩阵',
      '滥用12漏洞6',
      '图：分布',
      '1.1结论',
      '2签署',
      '王例日期：2026-03-20',
      '本人确认。',
      '第1页，共',
    ])
      expect(chinese).toContain(words);
    const english = await said(renderPdf(paper({ language: 'en' })).bytes);
    for (const words of ['Page1of', 'Table:', 'Signatures', 'Clauses:']) expect(english).toContain(words);
  });

  it('leaves out no character, however rare', async () => {
    const all = await said(renderPdf(paperOf({ kind: 'list', ordered: false, items: rareNames })).bytes);
    for (const name of rareNames) expect(all).toContain(name);
  });

  it('names what its font cannot draw by code point, never as an empty box', async () => {
    const given = paperOf({ kind: 'paragraph', text: '甲𪚥乙\u0001丙\u202E丁\uD800戊' });
    expect(await said(renderPdf(given).bytes)).toContain('甲〔U+2A6A5〕乙〔U+0001〕丙〔U+202E〕丁〔U+FFFD〕戊');
  });

  it('takes nothing that is written for an instruction', async () => {
    const all = await said(
      renderPdf(
        paperOf(
          { kind: 'list', ordered: false, items: hostile },
          {
            kind: 'table',
            columns: [{ heading: hostile.join(' '), share: 1 }],
            rows: hostile.map((each) => [each]),
          },
        ),
      ).bytes,
    );
    for (const each of hostile) expect(all.split(squeezed(each)).length - 1).toBeGreaterThanOrEqual(3);
  });

  it('breaks a word that no line holds', async () => {
    const word = 'https://example.org/'.padEnd(1200, 'q');
    expect(await said(renderPdf(paperOf({ kind: 'paragraph', text: word })).bytes)).toContain(word);
  });

  it('prints a table of 10,000 rows over as many pages as it takes', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`行${index}`, `值${index * 7}`]);
    const { bytes, pages } = renderPdf(
      paperOf({
        kind: 'table',
        columns: [
          { heading: '甲列', share: 1 },
          { heading: '乙列', share: 1 },
        ],
        rows,
      }),
    );
    expect(pages).toBeGreaterThan(100);
    const all = await said(bytes);
    for (const index of [0, 4999, 9999]) expect(all).toContain(`行${index}值${index * 7}`);
    // The heading of a table stands on each of its pages.
    expect(all.split('甲列乙列').length - 1).toBe(pages);
  });

  it('is the same file for the same paper, and carries no clock', () => {
    const [one, other] = [renderPdf(paper()).bytes, renderPdf(paper()).bytes];
    renderPdf(paper({ title: '别的' }));
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(Buffer.from(renderPdf(paper()).bytes).equals(Buffer.from(one))).toBe(true);
    expect(Buffer.from(one).toString('latin1')).toContain('D:20260320');
    const later = renderPdf(paper({ date: civilDate('2026-03-21') })).bytes;
    expect(Buffer.from(later).equals(Buffer.from(one))).toBe(false);
  });

  it('says that a picture is none', () => {
    const broken = { kind: 'figure', svg: '<svg', caption: '', alternative: '', width: 1 } as const;
    expect(() => renderPdf(paperOf(broken))).toThrow(DocumentFault);
    expect(renderPdf(paper()).pages).toBeGreaterThan(0);
  });
});
