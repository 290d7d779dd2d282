import { languages, type Language } from '@suanjian/rulebook';

const isLanguage = (value: string | null | undefined): value is Language => languages.some((known) => known === value);

/** The address wins over what was chosen before, which wins over the browser; Chinese where nothing is said. */
export const chooseLanguage = (search: string, cookies: string, preferred: readonly string[]): Language => {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = /(?:^|;\s*)language=([^;]*)/.exec(cookies)?.[1];
  if (isLanguage(remembered)) return remembered;
  const first = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return first ?? 'zh';
};

/** One year, for the whole site: the public pages read the same cookie. */
export const languageCookie = (language: Language): string =>
  `language=${language}; path=/; max-age=31536000; samesite=lax`;
