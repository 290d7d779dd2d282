import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import type { Language } from '@suanjian/rulebook';
import { languageTag, say } from '../../design/language.ts';
import { Footer, Header, type NavigationLink } from '../../design/layout.tsx';
import { siteTexts } from '../../texts/site.ts';
import { explicitHref, hrefIn, type PageContext } from './context.ts';

export interface Assets {
  /** Address of the built stylesheet. */
  readonly stylesheet: string;
}

export type Section = 'home' | 'register' | 'check' | 'apply' | 'clauses' | 'guide' | 'open-data' | 'other';

export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly section: Section;
  readonly body: ReactNode;
  /** Path of the same content as JSON, without language. */
  readonly json?: string;
  /** Pages that search engines should not keep: errors, search results, forms. */
  readonly unlisted?: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (value: string): string =>
  value.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);

const sections = [
  ['register', '/register', siteTexts.register],
  ['check', '/check', siteTexts.check],
  ['apply', '/apply', siteTexts.apply],
  ['guide', '/guide', siteTexts.guide],
  ['clauses', '/clauses', siteTexts.clauses],
  ['open-data', '/open-data', siteTexts.openData],
] as const;

const footerLinks = (language: Language): readonly NavigationLink[] => [
  { href: hrefIn(language, '/guidance'), label: say(siteTexts.guidance, language) },
  { href: hrefIn(language, '/supervision'), label: say(siteTexts.supervision, language) },
  { href: hrefIn(language, '/punctuality'), label: say(siteTexts.punctuality, language) },
  { href: hrefIn(language, '/api'), label: say(siteTexts.api, language) },
  { href: hrefIn(language, '/accessibility'), label: say(siteTexts.accessibility, language) },
];

// Stands in the kept shell for the one thing in it that differs from page to page. No letter of it needs escaping.
const switchPlace = '@switch-language@';

const otherLanguage: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };
const ownName: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

interface Shell {
  readonly beforeSwitch: string;
  readonly afterSwitch: string;
  readonly footer: string;
}

const renderShell = (language: Language, section: Section): Shell => {
  const other = otherLanguage[language];
  const [beforeSwitch = '', afterSwitch = ''] = renderToStaticMarkup(
    <Header
      home={{ href: hrefIn(language, '/'), seal: '鉴', name: say(siteTexts.name, language) }}
      skip={say(siteTexts.skip, language)}
      navigationLabel={say(siteTexts.navigation, language)}
      links={sections.map(([name, path, label]) => ({
        href: hrefIn(language, path),
        label: say(label, language),
        current: name === section,
      }))}
      tools={[
        <a key="language" href={switchPlace} hrefLang={languageTag(other)} lang={languageTag(other)}>
          {ownName[other]}
        </a>,
        <a key="sign-in" href={hrefIn(language, '/sign-in')}>
          {say(siteTexts.signIn, language)}
        </a>,
      ]}
    />,
  ).split(switchPlace);
  const footer = renderToStaticMarkup(
    <Footer label={say(siteTexts.footer, language)} links={footerLinks(language)}>
      <p>{say(siteTexts.disclaimer, language)}</p>
      <p>{say(siteTexts.software, language)}</p>
    </Footer>,
  );
  return { beforeSwitch, afterSwitch, footer };
};

const banner = (language: Language): string =>
  `<div class="demonstration-banner" role="note"><p class="column">${escapeHtml(say(siteTexts.demonstration, language))}</p></div>`;

/** Makes whole documents. What surrounds the pages is rendered once for each language and section. */
export const createDocument = ({ stylesheet }: Assets): ((page: Page, context: PageContext) => string) => {
  const shells = new Map<string, Shell>();
  const shellOf = (language: Language, section: Section): Shell => {
    const key = `${language} ${section}`;
    const kept = shells.get(key) ?? renderShell(language, section);
    shells.set(key, kept);
    return kept;
  };
  const style = escapeHtml(stylesheet);
  return ({ title, description, section, body, json, unlisted = false }, { language, path, demonstration = false }) => {
    const { beforeSwitch, afterSwitch, footer } = shellOf(language, section);
    const name = say(siteTexts.name, language);
    const head = [
      `<!doctype html><html lang="${languageTag(language)}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escapeHtml(title === name ? `${name} · ${say(siteTexts.tagline, language)}` : `${title} · ${name}`)}</title>`,
      description === undefined ? '' : `<meta name="description" content="${escapeHtml(description)}">`,
      unlisted
        ? '<meta name="robots" content="noindex">'
        : `<link rel="canonical" href="${escapeHtml(hrefIn(language, path))}"><link rel="alternate" hreflang="zh-CN" href="${escapeHtml(path)}"><link rel="alternate" hreflang="en" href="${escapeHtml(hrefIn('en', path))}">`,
      json === undefined ? '' : `<link rel="alternate" type="application/json" href="${escapeHtml(json)}">`,
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      `<link rel="stylesheet" href="${style}"></head><body>`,
    ].join('');
    const main = renderToStaticMarkup(body);
    const switchHref = escapeHtml(explicitHref(otherLanguage[language], path));
    return `${head}${beforeSwitch}${switchHref}${afterSwitch}${demonstration ? banner(language) : ''}<main id="main" class="site-main" tabindex="-1"><div class="column">${main}</div></main>${footer}</body></html>`;
  };
};
