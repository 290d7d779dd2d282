import type { ChangeReason } from './change-reason.ts';

/** A change as a rule finds it, before a month is attached. */
export interface RemarkChange {
  readonly kind: ChangeReason | 'cancelled';
  readonly from?: string;
  readonly to?: string;
  readonly items?: readonly string[];
}

interface FoundChanges {
  readonly changes: readonly RemarkChange[];
  readonly end: number;
}

/** Reads what begins exactly at a position, or nothing. */
export type RemarkRule = (remark: string, position: number) => FoundChanges | undefined;

const forms = '(?:APP|网站|(?:微信|抖音|支付宝)?小程序|公众账号|其他)';
const open = '[（(]';
const close = '[)）]';
/** A product as the register prints it: a name, then its form in brackets; other brackets belong to the name. */
const product = `(?:[^，,；;。、“”"（）()]|${open}(?!${forms}${close})[^（）()]*${close})+${open}${forms}${close}`;
/** Originals close quotations with the wrong mark now and then. */
const quoted = '“[^“”"]*[”"“]';
/** 新增“找相似”功能 names a function, not a product. */
const products = `(?:${quoted}(?!功能)|${product})(?:[、，,](?:${quoted}(?!变更为)|(?!原|变更|新增|删除|产品名称)${product}(?!变更为)))*`;
/** Where an unquoted value ends although no mark of its own ends it: the next change begins. */
const nextChange = '(?=[，,；;。《]|、(?:原|新增|删除|变更|产品|算法|主体)|$)';

const unquote = (value: string): string =>
  value
    .trim()
    .replace(/^“/, '')
    .replace(/[”"“]$/, '')
    .trim();

const rule = (
  pattern: string,
  read: (groups: Readonly<Record<string, string>>) => readonly RemarkChange[],
): RemarkRule => {
  const sticky = new RegExp(pattern, 'yu');
  return (remark, position) => {
    sticky.lastIndex = position;
    const match = sticky.exec(remark);
    if (match === null) return undefined;
    const groups = Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined));
    return { changes: read(groups), end: sticky.lastIndex };
  };
};

const itemPattern = new RegExp(`${quoted}|${product}`, 'gu');
const itemsIn = (listed: string): readonly string[] =>
  [...listed.matchAll(itemPattern)].flatMap(([item]) => {
    const inner = unquote(item);
    // `“A(网站)、B(网站)”` quotes a whole list at once.
    const several = [...inner.matchAll(new RegExp(product, 'gu'))].map(([one]) => one);
    return several.length > 1 ? several : [inner];
  });

const plainItems = (listed: string): readonly string[] =>
  listed
    .split(/[、，,]/)
    .map(unquote)
    .filter((item) => item !== '');

/** Parts of a document are a list only when every one of them names the algorithm's something. */
const documentParts = (listed: string): readonly string[] => {
  const parts = plainItems(listed);
  return parts.every((part) => part.startsWith('算法')) ? parts : [unquote(listed)];
};

const renamedKind = (what: string): ChangeReason => {
  if (what.includes('主体')) return 'subject-renamed';
  if (what.includes('算法')) return 'algorithm-renamed';
  return 'product-renamed';
};

const looksLikeProduct = new RegExp(`${open}${forms}${close}$`, 'u');

/** `A、B` to `C、D` are two products renamed in their order; otherwise the texts stay whole. */
const renamed = (kind: ChangeReason, from: string, to: string): readonly RemarkChange[] => {
  const before = plainItems(from);
  const after = plainItems(to);
  const areLists = before.length === after.length && [...before, ...after].every((item) => looksLikeProduct.test(item));
  if (kind !== 'product-renamed' || !areLists) return [{ kind, from: unquote(from), to: unquote(to) }];
  return before.map((item, index) => ({ kind, from: item, to: after[index] ?? '' }));
};

const renames: readonly RemarkRule[] = [
  rule(
    `(?:《算法安全自评估报告》中)?原?(?<what>主体名称|主体|算法名称|产品名称|产品服务形式|关联产品|产品)(?:由|原)?(?<from>${quoted})变更为(?<to>${quoted})(?<more>(?:[、，,]${quoted}变更为${quoted})*)`,
    ({ what = '', from = '', to = '', more = '' }) => [
      ...renamed(renamedKind(what), from, to),
      ...[...more.matchAll(new RegExp(`(?<before>${quoted})变更为(?<after>${quoted})`, 'gu'))].flatMap(({ groups }) =>
        renamed(renamedKind(what), groups?.['before'] ?? '', groups?.['after'] ?? ''),
      ),
    ],
  ),
  rule(
    `原?(?<what>主体名称|主体|算法名称|产品名称|产品)由?(?<from>[^，,；;。“”]+?)变更为(?<to>[^，,；;。“”《]+?)${nextChange}`,
    ({ what = '', from = '', to = '' }) => renamed(renamedKind(what), from, to),
  ),
  // Without saying what is renamed, only brackets with a product's form tell.
  rule(`(?<from>“[^“”"]*${open}${forms}${close}”)变更为(?<to>${quoted})`, ({ from = '', to = '' }) =>
    renamed('product-renamed', from, to),
  ),
  rule(`原算法名称(?<from>${quoted})`, ({ from = '' }) => [{ kind: 'algorithm-renamed', from: unquote(from) }]),
  rule('更新备案主体名称', () => [{ kind: 'subject-renamed' }]),
];

const productChanges: readonly RemarkRule[] = [
  rule(`产品变更为(?<to>${products})`, ({ to = '' }) => [{ kind: 'product-changed', items: itemsIn(to) }]),
  rule('产品变更', () => [{ kind: 'product-changed' }]),
  rule(`新增(?:算法使用产品|关联产品|产品)?[：:]?(?<items>${products})`, ({ items = '' }) => [
    { kind: 'product-added', items: itemsIn(items) },
  ]),
  rule(`更新应用产品[，,]新增(?<items>[^，,；;。、]+)`, ({ items = '' }) => [
    { kind: 'product-added', items: plainItems(items) },
  ]),
  rule('新增(?:算法使用产品|关联产品|产品)(?=$|[，,；;。、])', () => [{ kind: 'product-added' }]),
  rule(`删除(?:关联产品|产品)?[：:]?(?<items>${products})`, ({ items = '' }) => [
    { kind: 'product-removed', items: itemsIn(items) },
  ]),
];

/** A model named by what it ends in, or by 大模型 at the front as foreign names are. */
const model = '[^，,；;。、“”（）()]*(?:模型|算法)(?:-\\d+)?[A-Za-z0-9.-]*';

const modelChanges: readonly RemarkRule[] = [
  rule('(?:使用)?算法模型变更', () => [{ kind: 'model-changed' }]),
  rule(`原使用(?:第三方|算法)(?<from>[^，,；;。]+?)变更为(?<to>[^，,；;。]+)`, ({ from = '', to = '' }) => [
    { kind: 'model-changed', from, to },
  ]),
  rule('模型版本升级为(?<to>[^，,；;。、]+)', ({ to = '' }) => [{ kind: 'model-changed', to }]),
  rule(
    `(?:(?:新增|增加)接入|备案材料中新增|新增)(?<items>${model}(?:[、，,](?!产品|原|变更|新增)${model})*)(?=$|[，,；;。、\\s])`,
    ({ items = '' }) => [{ kind: 'model-changed', items: plainItems(items) }],
  ),
];

const functionChanges: readonly RemarkRule[] = [
  rule('新增(?<item>“[^”]*”功能[^，,；;。]*)', ({ item = '' }) => [{ kind: 'function-changed', items: [item] }]),
  rule('(?:同时)?(?:新增|添加)(?<item>[^，,；;。、]*功能)(?=$|[，,；;。、])', ({ item = '' }) => [
    { kind: 'function-changed', items: [item] },
  ]),
  rule('(?<item>产品中新增[^，,；;。]*访问路径|简化产品访问路径)', ({ item = '' }) => [
    { kind: 'function-changed', items: [item] },
  ]),
  rule('(?:产品)?(?<item>[^，,；;。、新]+新增[^，,；;。、]*(?:功能|服务))(?=$|[，,；;。、])', ({ item = '' }) => [
    { kind: 'function-changed', items: [item] },
  ]),
];

const modality = '(?:文本|图像|图片|视频|音频|语音|文字|单模态|多模态|其他)';

const otherChanges: readonly RemarkRule[] = [
  rule(
    `原?(?:算法)?(?<what>输入|输出)模态由(?<from>${modality}(?:、${modality})*)变更为(?<to>${modality}(?:、${modality})*)`,
    ({ what = '', from = '', to = '' }) => [{ kind: 'modality-changed', from, to, items: [what] }],
  ),
  rule('(?:算法)?(?<what>输入|输出)模态变更', ({ what = '' }) => [{ kind: 'modality-changed', items: [what] }]),
  rule('变更算法安全责任人|算法安全责任人(?:发生)?变更', () => [{ kind: 'responsible-person-changed' }]),
  rule('变更法(?:定代表)?人|法(?:定代表)?人(?:发生)?变更', () => [{ kind: 'legal-representative-changed' }]),
  rule(`变更主要用途(?:中部分文字表述|文字描述)?\\s*(?:为)?(?<to>${quoted})?`, ({ to }) => [
    { kind: 'purpose-changed', ...(to === undefined ? {} : { to: unquote(to) }) },
  ]),
  rule('更新(?<item>算法公示信息|算法机制机理)', ({ item = '' }) => [{ kind: 'disclosure-updated', items: [item] }]),
  rule('变更《拟公示算法机制机理内容》中?(?<items>[^，,；;。]+?)(?:描述)?(?=$|[，,；;。])', ({ items = '' }) => [
    { kind: 'disclosure-updated', items: documentParts(items) },
  ]),
  rule(
    '《拟公示算法机制机理内容》变更(?<items>算法(?:运行机制|基本原理|应用场景|目的意图)(?:、算法(?:运行机制|基本原理|应用场景|目的意图))*)',
    ({ items = '' }) => [{ kind: 'disclosure-updated', items: documentParts(items) }],
  ),
  rule('《算法安全自评估报告》中?变更(?<items>[^，,；;。《]+)', ({ items = '' }) => [
    { kind: 'assessment-updated', items: plainItems(items) },
  ]),
  rule('已注销', () => [{ kind: 'cancelled' }]),
];

/** In this order: a rule that names more must come before one that names less. */
export const remarkRules: readonly RemarkRule[] = [
  ...renames,
  ...productChanges,
  ...modelChanges,
  ...otherChanges,
  ...functionChanges,
];
