import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const signs = [
  { form: 'mini-program', sign: /小程序|mini-?program/i, zh: '小程序', en: 'a mini-program' },
  { form: 'official-account', sign: /公众号|公众账号|official account/i, zh: '公众账号', en: 'an official account' },
  { form: 'app', sign: /APP|客户端|应用商店/i, zh: 'APP', en: 'an app' },
  { form: 'website', sign: /网站|网页|浏览器|website|browser/i, zh: '网站', en: 'a website' },
] as const;

export const productDisplay: ContradictionRule = {
  name: 'product-display',
  title: text('访问路径里的形式不在服务形式之中', 'The path leads through a form that is not stated'),
  grade: 'warning',
  find: ({ products }) =>
    entries(products).flatMap(([index, { name = '', forms = [], functionPath = '' }]) =>
      forms.length === 0
        ? []
        : signs
            .filter(({ form, sign }) => sign.test(functionPath) && !forms.includes(form))
            .map(({ zh, en }) => ({
              pointers: [`/form/products/${index}/forms`, `/form/products/${index}/functionPath`] as const,
              text: text(
                `「${name}」的访问路径要经过${zh}，服务形式里却没有选。`,
                `The path in “${name}” leads through ${en}, which is not among its forms.`,
              ),
            })),
    ),
  examples: [
    { title: 'app and website, as stated', form: exampleRecommender, expect: [] },
    {
      title: 'the path starts in a mini-program',
      form: { ...exampleRecommender, products: [{ name: '甲', forms: ['app'], functionPath: '微信小程序 > 首页' }] },
      expect: ['/form/products/0/forms'],
    },
  ],
};
