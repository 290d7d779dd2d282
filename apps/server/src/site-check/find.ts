import type { SeenLink, SeenPage, Sought } from './page.ts';

/** Width, case, punctuation and spaces say nothing about what a sentence says. */
const plain = (written: string): string =>
  written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]+/gu, '');

/** The digits in their order, with whatever may separate them, and no digit beside them. */
export const showsNumber = ({ text }: Pick<SeenPage, 'text'>, digits: string): boolean => {
  const separated = digits.split('').join(String.raw`[\s\p{Cf}\p{Pd}.·・:,_]{0,3}`);
  return new RegExp(`(?<!\\d)${separated}(?!\\d)`, 'u').test(text.normalize('NFKC'));
};

/** Scheme, `www`, a last slash, query and fragment aside. */
const comparable = (address: string): string | undefined => {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`;
};

/** What of an address decides which page it is; single-page sites have it behind the hash. */
const sameHost = (address: string, official: string): boolean => {
  const [one, other] = [URL.parse(address), URL.parse(official)];
  return one !== null && other !== null && /^https?:$/.test(one.protocol) && one.host === other.host;
};

export const linksToRecord = (
  { links }: Pick<SeenPage, 'links'>,
  { records, officialRegister }: Pick<Sought, 'records' | 'officialRegister'>,
): boolean => {
  const wanted = new Set(records.map(comparable));
  return links.some(({ address }) => {
    const found = comparable(address);
    if (found === undefined) return false;
    return wanted.has(found) || (officialRegister !== undefined && sameHost(address, officialRegister));
  });
};

const shortestSentence = 6;
/** Policy default: a statement stands when this share of its sentences does; a site may shorten and say some things its own way. */
const shareOfSentences = 0.5;

const stands = (shown: string, statement: string): boolean => {
  const sentences = statement
    .split(/[。！？；;!?\n]|\.\s/u)
    .map(plain)
    .filter(({ length }) => length >= shortestSentence);
  if (sentences.length === 0) {
    const whole = plain(statement);
    return whole !== '' && shown.includes(whole);
  }
  return sentences.filter((sentence) => shown.includes(sentence)).length >= sentences.length * shareOfSentences;
};

/** Whether every filed statement is on the page (final/16, draft/14). Nothing filed: nothing that could stand. */
export const showsNotice = ({ text }: Pick<SeenPage, 'text'>, { statements }: Pick<Sought, 'statements'>): boolean => {
  const shown = plain(text);
  return statements.length > 0 && statements.every((statement) => stands(shown, statement));
};

const namesNotice =
  /算法[^\n]{0,12}(?:公示|说明|告知|公告|原理|规则|机制)|(?:推荐|排序)[^\n]{0,6}(?:公示|说明|告知|原理|规则|机制)|(?:algorithm|recommend)[^\n]{0,30}(?:notice|disclosure|principle|explained|how|about|statement|rules)|(?:notice|disclosure|about|how)[^\n]{0,30}(?:algorithm|recommend)/iu;

const mostCandidates = 2;

/** Links that call themselves the notice, or lead where the provider said it is; the likeliest first. */
export const noticeLinks = (
  { links, address: here }: Pick<SeenPage, 'links' | 'address'>,
  { publishedAt }: Pick<Sought, 'publishedAt'>,
): readonly SeenLink[] => {
  const said = publishedAt === undefined ? undefined : comparable(publishedAt);
  const page = comparable(here);
  const seen = new Set<string>();
  const rank = ({ address }: SeenLink): number => (said !== undefined && comparable(address) === said ? 0 : 1);
  return links
    .filter((link) => {
      const target = comparable(link.address);
      if (target === undefined || target === page || seen.has(target)) return false;
      if (rank(link) > 0 && !namesNotice.test(link.text)) return false;
      seen.add(target);
      return true;
    })
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, mostCandidates);
};
