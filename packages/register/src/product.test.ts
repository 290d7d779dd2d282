import { describe, expect, it } from 'vitest';
import { splitProducts } from './product.ts';
import { realRegister } from './testing/real-register.ts';

describe('the product column', () => {
  it('is split into names and forms', () => {
    expect(splitProducts('豆瓣（APP、网站）、豆瓣时间(小程序)等')).toEqual({
      products: [
        { name: '豆瓣', forms: ['app', 'website'] },
        { name: '豆瓣时间', forms: ['mini-program'] },
      ],
      andOthers: true,
    });
  });

  it('bears a missing separator', () => {
    expect(splitProducts('百度新闻（APP、网站）百度百科（APP）').products.map(({ name }) => name)).toEqual([
      '百度新闻',
      '百度百科',
    ]);
  });

  it('keeps brackets that belong to the name, even with separators in them', () => {
    expect(splitProducts('乐玩幻镜（抖音、快手）(小程序)、系统（V1.0）(网站)').products).toEqual([
      { name: '乐玩幻镜（抖音、快手）', forms: ['mini-program'] },
      { name: '系统（V1.0）', forms: ['website'] },
    ]);
  });

  it('keeps what a form says more', () => {
    expect(splitProducts('中免日上(微信小程序)').products).toEqual([
      { name: '中免日上', forms: ['mini-program'], detail: '微信小程序' },
    ]);
  });

  it('joins brackets that follow brackets', () => {
    expect(splitProducts('甲（H5）（网站）(小程序)、乙（APP）(APP)').products).toEqual([
      { name: '甲（H5）', forms: ['website', 'mini-program'] },
      { name: '乙', forms: ['app'] },
    ]);
  });

  it('has none for technical supporters and takes names without forms', () => {
    expect(splitProducts('--')).toEqual({ products: [], andOthers: false });
    expect(splitProducts('')).toEqual({ products: [], andOthers: false });
    expect(splitProducts('甲、“乙”').products).toEqual([
      { name: '甲', forms: [] },
      { name: '乙', forms: [] },
    ]);
  });

  it('gives every product of the real register a name and a form', (context) => {
    const table = realRegister(context);
    const products = table.rows.flatMap(({ row }) => splitProducts(row.product).products);
    expect(products.length).toBeGreaterThan(9000);
    expect(products.filter(({ name, forms }) => name === '' || forms.length === 0)).toEqual([]);
    expect(products.filter(({ name }) => /^[、，]|[、，]$/.test(name))).toEqual([]);
  });
});
