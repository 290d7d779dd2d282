import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentFault } from '../document-fault.ts';
import { hostile, paper, paperOf, rareNames } from '../testing/papers.ts';
import { renderDocx } from './render-docx.ts';

const parts = async (...given: Parameters<typeof renderDocx>): Promise<ReadonlyMap<string, string>> =>
  new Map(Object.entries(unzipSync(await renderDocx(...given))).map(([name, content]) => [name, strFromU8(content)]));

const part = (all: ReadonlyMap<string, string>, name: string): string => {
  const found = all.get(name);
  if (found === undefined) throw new Error(`no ${name} in ${[...all.keys()].join(', ')}`);
  return found;
};

const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true, trimValues: false });

/** All that stands in text runs, as a reader of XML understands it. */
const textIn = (node: unknown, inText = false): string => {
  if (Array.isArray(node)) return node.map((each) => textIn(each, inText)).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .filter(([name]) => name !== ':@')
    .map(([name, content]) => {
      if (name === '#text') return inText ? String(content) : '';
      return textIn(content, name === 'w:t');
    })
    .join('');
};
const said = (xml: string): string => textIn(parser.parse(xml));

describe('a paper as a Word file', () => {
  it('consists of well-formed parts', async () => {
    for (const [name, content] of await parts(paper()))
      if (/\.(xml|rels)$/u.test(name)) expect([name, XMLValidator.validate(content)]).toEqual([name, true]);
  });

  it('says everything that was put in', async () => {
    const all = said(part(await parts(paper()), 'word/document.xml'));
    for (const words of [
      '安全评估报告',
      '未签署',
      '云岭示例公司',
      '条款：《互联网信息服务算法推荐管理规定》8',
      '第一行第二行',
      '先查后改',
      '滥用12漏洞6',
      '图：分布',
      '负责人：王例',
      '日期：2026-03-20',
    ])
      expect(all).toContain(words);
  });

  it('is divided by headings, repeats the heading row of tables and names its pictures', async () => {
    const all = await parts(paper());
    const document = part(all, 'word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2', 'CellText'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(3);
    expect(document).toContain('descr="一根条"');
    expect(part(all, 'word/styles.xml')).toContain('w:styleId="CellText"');
    expect(part(all, 'word/footer1.xml')).toContain('NUMPAGES');
  });

  it('says in which language it is', async () => {
    expect(part(await parts(paper()), 'word/styles.xml')).toMatch(/<w:lang w:val="zh-CN"/u);
    const english = await parts(paper({ language: 'en' }));
    expect(part(english, 'word/styles.xml')).toMatch(/<w:lang w:val="en-GB" w:eastAsia="zh-CN"/u);
    expect(said(part(english, 'word/footer1.xml'))).toMatch(/^Page .*of/u);
  });

  it('takes what is written for text, and control characters for what they are', async () => {
    const items = [...hostile, ...rareNames, '甲\u0001乙\u202E丙\uD800丁\uFFFE戊'];
    const all = await parts(paperOf({ kind: 'list', ordered: false, items }));
    const document = part(all, 'word/document.xml');
    expect(XMLValidator.validate(document)).toBe(true);
    const text = said(document);
    for (const each of [...hostile, ...rareNames, '甲〔U+0001〕乙〔U+202E〕丙�丁〔U+FFFE〕戊'])
      expect(text).toContain(each);
  });

  it('holds a table of 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`行${index}`]);
    const document = part(
      await parts(paperOf({ kind: 'table', columns: [{ heading: '甲列', share: 1 }], rows })),
      'word/document.xml',
    );
    expect(document.match(/<w:tr>|<w:tr /gu)).toHaveLength(10_001);
    expect(document).toContain('行9999');
  });

  it('is the same file for the same paper', async () => {
    const one = await renderDocx(paper());
    await renderDocx(paper({ title: '别的' }));
    expect(Buffer.from(await renderDocx(paper())).equals(Buffer.from(one))).toBe(true);
    expect(part(await parts(paper()), 'docProps/core.xml')).toContain('>2026-03-20T00:00:00Z<');
  });

  it('says that a picture does not tell its size', async () => {
    const broken = { kind: 'figure', svg: '<svg/>', caption: '', alternative: '', width: 1 } as const;
    await expect(renderDocx(paperOf(broken))).rejects.toThrow(DocumentFault);
  });
});
