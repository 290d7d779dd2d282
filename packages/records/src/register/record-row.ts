import { pinyin } from 'pinyin-pro';
import type { Selectable } from 'kysely';
import type { PublishedContent } from '@suanjian/matters';
import { normaliseForSearch, partsOf, registerType, searchKey } from '@suanjian/register';
import type { RegisterRecordTable } from '../migrations/database.ts';
import type { KeptContent, RegisterOrigin, RegisterStatus } from './content.ts';
import { termsOf } from './terms.ts';

/** A whole row, JSON not yet written as text. */
export type RecordRow = Omit<Selectable<RegisterRecordTable>, 'year' | 'content'> & { readonly content: KeptContent };

export interface RecordRowSource {
  readonly number: string;
  readonly display: string;
  readonly status: RegisterStatus;
  readonly origin: RegisterOrigin;
  readonly matter: string | null;
  /** `YYYY-MM`. */
  readonly firstMonth: string;
  readonly filedOn: string | null;
  readonly changedOn: string | null;
  readonly revision: number;
  readonly kept: KeptContent;
  readonly hash: string;
}

const isComplete = (number: string): boolean => /^\d{21}$/.test(number);

/** The two digits of the type: of the number, else of the announced class, else `00`. */
const typeCodeOf = (number: string, { announced }: KeptContent): string => {
  if (isComplete(number)) return partsOf(number).typeCode;
  return announced?.registerType === undefined ? '00' : registerType(announced.registerType).code;
};

const techniqueOf = (number: string, { content, announced }: KeptContent): string => {
  if (announced?.technique !== undefined) return announced.technique;
  return (isComplete(number) ? partsOf(number).type?.technique : undefined) ?? content.technique;
};

/** Letters sort by sound, as a reader of Chinese looks names up; digits and Latin letters before them. */
const soundOf = (name: string): string =>
  pinyin(normaliseForSearch(name), { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ').slice(0, 200);

const productsText = (content: PublishedContent, announced: KeptContent['announced']): string =>
  content.products.length === 0 && announced !== undefined
    ? announced.productText
    : content.products.map(({ name }) => name).join('、');

export const recordRow = (source: RecordRowSource): RecordRow => {
  const { number, kept } = source;
  const { content, announced } = kept;
  const technique = techniqueOf(number, kept);
  const province = /^\d{6}$/.test(content.place) ? content.place.slice(0, 2) : '00';
  const flagged = (announced?.flags.length ?? 0) > 0;
  const lists = [...new Set(announced?.announcements.map(({ list }) => list))];
  const products = productsText(content, announced);
  const [name, subject, product, purpose] = [content.algorithmName, content.subject, products, content.purpose].map(
    searchKey,
  );
  return {
    number,
    display: source.display,
    algorithm_name: content.algorithmName,
    name_key: name ?? '',
    subject: content.subject,
    subject_key: subject ?? '',
    product_key: product ?? '',
    search_text: [name, subject, product, purpose].join(' '),
    technique,
    type_code: typeCodeOf(number, kept),
    role: content.role ?? null,
    place: /^\d{6}$/.test(content.place) ? content.place : '000000',
    province,
    status: source.status,
    origin: source.origin,
    matter_id: source.matter,
    list: lists.at(-1) ?? null,
    first_month: source.firstMonth,
    filed_on: source.filedOn,
    changed_on: source.changedOn,
    flagged,
    revision: source.revision,
    content: kept,
    content_hash: source.hash,
    terms: termsOf({
      number,
      algorithmName: content.algorithmName,
      subject: content.subject,
      products,
      purpose: content.purpose,
      facets: {
        technique: [technique],
        province: [province],
        status: [source.status],
        year: [source.firstMonth.slice(0, 4)],
        role: content.role === undefined ? [] : [content.role],
        list: lists.slice(-1),
        flagged: [String(flagged)],
      },
    }),
    sort_key: soundOf(content.algorithmName),
  };
};
