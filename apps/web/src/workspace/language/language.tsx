import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language, Text } from '@suanjian/rulebook';
import { chooseLanguage, languageCookie } from './choose.ts';

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  /** Says a text in the reader's language. */
  readonly say: (text: Text) => string;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(() =>
    chooseLanguage(window.location.search, document.cookie, navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.cookie = languageCookie(language);
  }, [language]);
  const say = useCallback((text: Text) => text[language], [language]);
  const spoken = useMemo<Spoken>(() => ({ language, speak: setLanguage, say }), [language, say]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
};

export const useLanguage = (): Spoken => {
  const spoken = useContext(SpokenContext);
  if (spoken === undefined) throw new Error('useLanguage outside of LanguageProvider');
  return spoken;
};

/** The public pages carry the language in their path. */
export const usePublicAddress = (): ((path: string) => string) => {
  const { language } = useLanguage();
  return useCallback((path: string) => (language === 'en' ? `/en${path}` : path), [language]);
};
