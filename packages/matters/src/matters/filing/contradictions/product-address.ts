import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const stores = [
  'apps.apple.com',
  'itunes.apple.com',
  'play.google.com',
  'sj.qq.com',
  'appgallery.huawei.com',
  'app.mi.com',
];
const notPublic = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/;

export const productAddress: ContradictionRule = {
  name: 'product-address',
  title: text('访问地址与服务形式不符', 'Address and form of service do not fit'),
  grade: 'blocking',
  find: ({ products }) =>
    entries(products).flatMap(([index, { name = '', forms = [], address = '' }]) => {
      if (!URL.canParse(address)) return [];
      const { hostname } = new URL(address);
      const pointers = [`/form/products/${index}/address`, `/form/products/${index}/forms`] as const;
      if (notPublic.test(hostname))
        return [
          {
            pointers,
            text: text(
              `「${name}」的地址 ${hostname} 只在内部网络可用，公众无法访问。`,
              `“${name}” has the address ${hostname}, which the public cannot reach.`,
            ),
          },
        ];
      const isStore = stores.some((store) => hostname === store || hostname.endsWith(`.${store}`));
      if (isStore && !forms.includes('app'))
        return [
          {
            pointers,
            text: text(
              `「${name}」的地址是应用商店，服务形式里却没有 APP。`,
              `The address of “${name}” is an app store, but “App” is not among its forms.`,
            ),
          },
        ];
      return isStore && forms.includes('website')
        ? [
            {
              pointers,
              text: text(
                `「${name}」的服务形式含网站，地址却是应用商店；请填网站本身的地址。`,
                `“${name}” is also a website, but its address is an app store. Give the site's own address.`,
              ),
            },
          ]
        : [];
    }),
  examples: [
    { title: 'a site of its own', form: exampleRecommender, expect: [] },
    {
      title: 'a website at an app store',
      form: {
        ...exampleRecommender,
        products: [{ name: '甲', forms: ['website'], address: 'https://apps.apple.com/cn/app/id1' }],
      },
      expect: ['/form/products/0/address'],
    },
    {
      title: 'app and website, with the store only',
      form: {
        ...exampleRecommender,
        products: [{ name: '甲', forms: ['app', 'website'], address: 'https://sj.qq.com/appdetail/x' }],
      },
      expect: ['/form/products/0/address'],
    },
    {
      title: 'an address inside the house',
      form: { ...exampleRecommender, products: [{ name: '甲', forms: ['website'], address: 'http://192.168.1.8/' }] },
      expect: ['/form/products/0/address'],
    },
    {
      title: 'an app at its store',
      form: {
        ...exampleRecommender,
        products: [{ name: '甲', forms: ['app'], address: 'https://apps.apple.com/cn/app/id1' }],
      },
      expect: [],
    },
  ],
};
