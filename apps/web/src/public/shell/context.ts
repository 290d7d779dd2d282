import type { Language } from '@suanjian/rulebook';

/** What every page must know besides its model. */
export interface PageContext {
  readonly language: Language;
  /** Path and query without the language, for example `/register?q=推荐`: switching the language keeps it. */
  readonly path: string;
  /** What is shown is a demonstration: every page says so. */
  readonly demonstration?: boolean;
}

/** English stands under `/en`, Chinese has no prefix. */
export const hrefIn = (language: Language, path: string): string =>
  language === 'en' ? `/en${path === '/' ? '' : path}` : path;

/** The same page in a language by its address alone, whatever is remembered. */
export const explicitHref = (language: Language, path: string): string => `/${language}${path === '/' ? '' : path}`;

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A path with its query, empty values left out. */
export const withQuery = (path: string, parameters: Parameters): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === '') continue;
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
};
