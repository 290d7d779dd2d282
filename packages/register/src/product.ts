import { text, type Text } from '@suanjian/rulebook';

/** How a product reaches people, as the register words it. */
export const productForms = [
  { id: 'app', label: text('APP', 'App') },
  { id: 'website', label: text('网站', 'Website') },
  { id: 'mini-program', label: text('小程序', 'Mini-program') },
  { id: 'official-account', label: text('公众账号', 'Official account') },
  { id: 'other', label: text('其他', 'Other') },
] as const satisfies readonly { id: string; label: Text }[];

export type ProductForm = (typeof productForms)[number]['id'];

export interface Product {
  readonly name: string;
  readonly forms: readonly ProductForm[];
  /** The form as printed where it says more, for example `微信小程序`. */
  readonly detail?: string;
}

export interface ProductList {
  readonly products: readonly Product[];
  /** The list ended in 等: the announcement leaves some out. */
  readonly andOthers: boolean;
}

const formPatterns: readonly (readonly [RegExp, ProductForm])[] = [
  [/^APP$/i, 'app'],
  [/^网站$/, 'website'],
  [/^(?:微信|抖音|快手|支付宝|百度)?小程序$/, 'mini-program'],
  [/^公众(?:账)?号$/, 'official-account'],
  [/^(?:其他|智能硬件)$/, 'other'],
];

const formOf = (printed: string): ProductForm | undefined =>
  formPatterns.find(([pattern]) => pattern.test(printed))?.[1];

const formsOf = (group: string): { readonly forms: ProductForm[]; readonly detail?: string } | undefined => {
  const printed = group.split(/[、,，/]/).map((part) => part.trim());
  const forms: ProductForm[] = [];
  for (const part of printed) {
    const form = formOf(part);
    if (form === undefined) return undefined;
    if (!forms.includes(form)) forms.push(form);
  }
  const hasDetail = printed.some((part) => !/^(?:APP|网站|小程序|公众账号|其他)$/i.test(part));
  return { forms, ...(hasDetail ? { detail: group } : {}) };
};

const group = /[（(]([^（()）]*)[)）]/g;
const separators = /^[、，,；;\s]+/;

/** The next `name（forms）`: the name runs to the first pair of brackets that holds nothing but forms. */
const takeWithForms = (listed: string): { readonly found: Product; readonly end: number } | undefined => {
  for (const match of listed.matchAll(group)) {
    const forms = formsOf(match[1] ?? '');
    if (forms === undefined) continue;
    return {
      found: { name: listed.slice(0, match.index).trim(), ...forms },
      end: match.index + match[0].length,
    };
  }
  return undefined;
};

/** `甲（小程序）(APP)`: brackets right after brackets say more of the same product. */
const addTo = (products: Product[], found: Product): void => {
  const before = products.at(-1);
  if (found.name !== '' || before === undefined) {
    products.push(found);
    return;
  }
  products[products.length - 1] = { ...before, forms: [...new Set([...before.forms, ...found.forms])] };
};

const withoutQuotes = (name: string): string => name.replace(/^[“"「](.*)[”"」]$/s, '$1');

/**
 * Reads what announcements print in the product column: `豆瓣（APP、网站）、豆瓣评分（小程序）等`. Brackets in a name are
 * kept, as is a name without a form. `--` stands for none (technical supporters have no product of their own).
 */
export const splitProducts = (printed: string): ProductList => {
  let rest = printed.trim();
  if (/^[-—－]*$/.test(rest)) return { products: [], andOthers: false };
  const andOthers = /[)）”]等[。.]?$/.test(rest);
  if (andOthers) rest = rest.replace(/等[。.]?$/, '');
  const products: Product[] = [];
  while (rest !== '') {
    const taken = takeWithForms(rest);
    if (taken === undefined) {
      for (const name of rest.split('、'))
        if (name.trim() !== '') products.push({ name: withoutQuotes(name.trim()), forms: [] });
      break;
    }
    addTo(products, taken.found);
    rest = rest.slice(taken.end).replace(separators, '');
  }
  return { products, andOthers };
};
