import { describe, expect, it } from 'vitest';
import { linksToRecord, noticeLinks, showsNotice, showsNumber } from './find.ts';
import { decodeBody, readHtml } from './html-page.ts';

const number = '330106900000102260017';
const statements = ['依据阅读记录估计兴趣。按兴趣与新鲜度排序。', '帮助读者发现好文章。'];

describe('a page is searched', () => {
  it.each([
    ['as printed', `网信算备${number}号`],
    ['with separators', '330106-9000 00102·2600 17'],
    ['in full width', '３３０１０６９０００００１０２２６００１７'],
    ['broken over lines', `${number.slice(0, 10)}\n${number.slice(10)}`],
  ])('for the number %s', (_how, text) => {
    expect(showsNumber({ text }, number)).toBe(true);
  });

  it.each([
    ['another number', '330106900000102260018'],
    ['more digits around it', `1${number}`],
    ['its digits among others', number.split('').join(' 字 ')],
  ])('and takes nothing for it that is %s', (_what, text) => {
    expect(showsNumber({ text }, number)).toBe(false);
  });

  it('for a link to the record here or at the official register', () => {
    const sought = {
      records: [`https://suanjian.example/register/${number}`],
      officialRegister: 'https://beian.example',
    };
    const to = (address: string) => linksToRecord({ links: [{ address, text: '' }] }, sought);
    for (const good of [
      `https://suanjian.example/register/${number}`,
      `http://www.suanjian.example/register/${number}/?from=site#top`,
      'https://beian.example/#/index',
    ])
      expect([good, to(good)]).toEqual([good, true]);
    for (const bad of [
      'https://suanjian.example/register/330106900000102260018',
      `https://suanjian.example.evil.example/register/${number}`,
      `https://other.example/?u=https://suanjian.example/register/${number}`,
      `javascript:location='https://suanjian.example/register/${number}'`,
      'https://beian.example.evil.example/',
    ])
      expect([bad, to(bad)]).toEqual([bad, false]);
  });

  it('for every filed statement, whatever its punctuation, with half of its sentences', () => {
    expect(showsNotice({ text: '依据 阅读记录，估计兴趣\n帮助读者发现好文章！' }, { statements })).toBe(true);
    expect(showsNotice({ text: '依据阅读记录估计兴趣。' }, { statements })).toBe(false);
    expect(showsNotice({ text: '我们使用算法推荐。' }, { statements })).toBe(false);
    expect(showsNotice({ text: '随便什么' }, { statements: [] })).toBe(false);
  });

  it('for links that call themselves the notice, the one that was filed first', () => {
    const links = [
      { address: 'https://site.example/', text: '首页' },
      { address: 'https://site.example/algo', text: '算法推荐服务公示' },
      { address: 'https://site.example/how', text: 'How our recommendations work' },
      { address: 'https://site.example/filed', text: '详情' },
      { address: 'javascript:void(0)', text: '算法说明' },
    ];
    expect(
      noticeLinks({ links, address: 'https://site.example/' }, { publishedAt: 'https://site.example/filed' }),
    ).toEqual([links[3], links[1]]);
    expect(noticeLinks({ links, address: 'https://site.example/' }, {})).toEqual([links[1], links[2]]);
  });
});

describe('a page without a browser', () => {
  it('is read without scripts, styles, comments and what is hidden plainly', () => {
    const page = readHtml(
      `<!doctype html><head><title>标题</title><base href="/a/"></head><body><!-- ${number} --><script>if (a<b) "it's</p>${number}"</script>
       <p hidden>藏一</p><div style="display: none">藏<div>二</div></div><p>备案&#x7f16;号&nbsp;&amp; 更多</p>
       <a href='b?x=1&amp;y=2'>算法<b>公示</b></a><a>无址</a><img alt="图">`,
      'https://site.example/index.html',
    );
    expect(page.text).toContain('备案编号 & 更多');
    for (const unseen of [number, '藏一', '二', '标题']) expect(page.text).not.toContain(unseen);
    expect(page.links).toEqual([{ address: 'https://site.example/a/b?x=1&y=2', text: '算法公示' }]);
  });

  it('is read to its end however broken it is, in linear time', () => {
    for (const broken of ['<a "', '<a ', '<', '<!--', '<!', "<div a='", '&#', '<a href=x>'])
      expect(readHtml(broken.repeat(200_000), 'https://site.example/').text.length).toBeLessThanOrEqual(1_000_000);
    expect(readHtml('1 < 2 <b>and</b> so', 'https://site.example/').text).toBe('1 < 2 and so');
  });

  it('is decoded as it says', () => {
    const gb = Uint8Array.from([0xcb, 0xe3, 0xb7, 0xa8]);
    expect(decodeBody(gb, 'text/html; charset=GBK')).toBe('算法');
    expect(decodeBody(Buffer.concat([Buffer.from('<meta charset="gb18030">'), gb]), 'text/html')).toContain('算法');
    expect(decodeBody(Buffer.from('算法'), undefined)).toBe('算法');
    expect(decodeBody(Buffer.from('算法'), 'text/html; charset=nonsense')).toBe('算法');
  });
});
