import type { OfficeLevel, Role } from '@suanjian/matters';
import { composeCreditCode, type CreditCode } from '@suanjian/register';

/*
 * Who plays. Every name begins with 示例 (example), every address ends in .example, every credit code has an invented organisation
 * part: nobody can take them for real.
 */

export interface Person {
  /** Part of the address before the @. */
  readonly desk: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface Cast<Desk extends string> {
  readonly name: string;
  readonly domain: string;
  readonly place: string;
  readonly people: Readonly<Record<Desk, Person>>;
}

export interface CastOffice<Desk extends string = string> extends Cast<Desk> {
  readonly kind: 'office';
  readonly level: OfficeLevel;
  readonly department: string;
}

export interface CastProvider<Desk extends string = string> extends Cast<Desk> {
  readonly kind: 'provider';
  readonly creditCode: CreditCode;
  readonly address: string;
  readonly monthlyActiveUsers: number;
  readonly officerName: string;
}

/** Publishes standards; answers for no service of its own. */
export interface CastBody<Desk extends string = string> extends Cast<Desk> {
  readonly kind: 'industry-body';
}

const person = (desk: string, name: string, ...roles: readonly Role[]): Person => ({ desk, name, roles });

const nation = {
  kind: 'office',
  level: 'nation',
  department: 'network',
  name: '示例国家网信办',
  domain: 'nation.example',
  place: '000000',
  people: {
    reviewer: person('reviewer', '示例国家审核员', 'reviewer'),
    supervisor: person('supervisor', '示例国家负责人', 'supervisor'),
    viewer: person('viewer', '示例国家查阅员', 'viewer'),
    administrator: person('administrator', '示例国家管理员', 'administrator'),
    auditor: person('auditor', '示例国家监督员', 'auditor'),
  },
} as const satisfies CastOffice;

const zhejiang = {
  kind: 'office',
  level: 'province',
  department: 'network',
  name: '示例浙江网信办',
  domain: 'zhejiang.example',
  place: '330000',
  people: {
    reviewer: person('reviewer', '示例浙江审核员', 'reviewer'),
    supervisor: person('supervisor', '示例浙江负责人', 'supervisor', 'administrator'),
  },
} as const satisfies CastOffice;

const guangdong = {
  kind: 'office',
  level: 'province',
  department: 'network',
  name: '示例广东网信办',
  domain: 'guangdong.example',
  place: '440000',
  people: {
    reviewer: person('reviewer', '示例广东审核员', 'reviewer'),
    supervisor: person('supervisor', '示例广东负责人', 'supervisor', 'administrator'),
  },
} as const satisfies CastOffice;

const yunque = {
  kind: 'provider',
  name: '示例云雀资讯有限公司',
  domain: 'yunque.example',
  place: '330106',
  address: '示例省示例市云雀路 1 号（虚构）',
  creditCode: composeCreditCode({ place: '330106', organisation: 'MAEXAMP1' }),
  monthlyActiveUsers: 8_600_000,
  officerName: '陈示例',
  people: {
    officer: person('officer', '示例云雀责任人', 'officer'),
    editor: person('editor', '示例云雀填报员', 'editor'),
    viewer: person('viewer', '示例云雀查阅员', 'viewer'),
    administrator: person('administrator', '示例云雀管理员', 'administrator'),
    auditor: person('auditor', '示例云雀内审员', 'auditor'),
  },
} as const satisfies CastProvider;

const qingchuan = {
  kind: 'provider',
  name: '示例晴川商贸有限公司',
  domain: 'qingchuan.example',
  place: '440305',
  address: '示例省示例市晴川路 2 号（虚构）',
  creditCode: composeCreditCode({ place: '440305', organisation: 'MAEXAMP2' }),
  monthlyActiveUsers: 12_400_000,
  officerName: '林示例',
  people: {
    officer: person('officer', '示例晴川责任人', 'officer', 'administrator'),
    editor: person('editor', '示例晴川填报员', 'editor'),
  },
} as const satisfies CastProvider;

const songfeng = {
  kind: 'provider',
  name: '示例松风音乐有限公司',
  domain: 'songfeng.example',
  place: '330108',
  address: '示例省示例市松风路 3 号（虚构）',
  creditCode: composeCreditCode({ place: '330108', organisation: 'MAEXAMP3' }),
  monthlyActiveUsers: 2_900_000,
  officerName: '周示例',
  people: {
    officer: person('officer', '示例松风责任人', 'officer', 'administrator'),
    editor: person('editor', '示例松风填报员', 'editor'),
  },
} as const satisfies CastProvider;

const yuanfan = {
  kind: 'provider',
  name: '示例远帆出行有限公司',
  domain: 'yuanfan.example',
  place: '440106',
  address: '示例省示例市远帆路 4 号（虚构）',
  creditCode: composeCreditCode({ place: '440106', organisation: 'MAEXAMP4' }),
  monthlyActiveUsers: 310_000,
  officerName: '吴示例',
  people: { officer: person('officer', '示例远帆责任人', 'officer', 'administrator') },
} as const satisfies CastProvider;

const alliance = {
  kind: 'industry-body',
  name: '示例资讯算法自律联盟',
  domain: 'alliance.example',
  place: '330100',
  people: { officer: person('officer', '示例联盟秘书长', 'officer', 'administrator') },
} as const satisfies CastBody;

const musicAlliance = {
  kind: 'industry-body',
  name: '示例音乐平台联盟',
  domain: 'music-alliance.example',
  place: '330100',
  people: { officer: person('officer', '示例音乐联盟秘书长', 'officer', 'administrator') },
} as const satisfies CastBody;

export const cast = {
  nation,
  zhejiang,
  guangdong,
  yunque,
  qingchuan,
  songfeng,
  yuanfan,
  alliance,
  musicAlliance,
} as const;
export type CastName = keyof typeof cast;
export type ProviderName = 'yunque' | 'qingchuan' | 'songfeng' | 'yuanfan';
export type DeskOf<Name extends CastName> = keyof (typeof cast)[Name]['people'] & string;
