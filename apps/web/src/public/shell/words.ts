import { matterDefinitions } from '@suanjian/matters';
import { placeOf, productForms, providerRoles, techniques, type Technique } from '@suanjian/register';
import type { Language } from '@suanjian/rulebook';
import { say } from '../../design/language.ts';
import { facetTexts, flaggedTexts } from '../../texts/register.ts';
import { listTexts, siteTexts, statusTexts } from '../../texts/site.ts';
import type { RegisterFacet } from '@suanjian/contracts';
import type { Tone } from '../../design/tone.ts';

type Words = ReadonlyMap<string, { readonly zh: string; readonly en: string }>;

const techniqueWords: Words = new Map(techniques.map(({ id, label }): [Technique, typeof label] => [id, label]));
const roleWords: Words = new Map<string, { zh: string; en: string }>(providerRoles.map(({ id, label }) => [id, label]));
const formWords: Words = new Map(productForms.map(({ id, label }) => [id, label]));
const statusWords: Words = new Map(Object.entries(statusTexts));
const listWords: Words = new Map(Object.entries(listTexts));
const flaggedWords: Words = new Map(Object.entries(flaggedTexts));

/** The word for a code; a code nobody knows is shown as it is. */
const wordIn =
  (words: Words) =>
  (code: string, language: Language): string => {
    const word = words.get(code);
    return word === undefined ? code : say(word, language);
  };

export const techniqueWord = wordIn(techniqueWords);
export const roleWord = wordIn(roleWords);
export const formWord = wordIn(formWords);
export const statusWord = wordIn(statusWords);
export const listWord = wordIn(listWords);

const fieldOfUse = matterDefinitions.find(({ kind }) => kind === 'filing')?.forms['form']?.fields['applicationFields']
  ?.control;
const applicationFieldWords: Words = new Map(
  fieldOfUse?.kind === 'choices' ? fieldOfUse.options.map(({ value, label }) => [value, label]) : [],
);

/** Fields of use in the words of the filing form. */
export const applicationFieldWord = wordIn(applicationFieldWords);

/** Province by the first two digits of GB/T 2260. */
export const provinceWord = (code: string, language: Language): string => {
  const place = placeOf(`${code}0000`);
  return place === undefined ? say(siteTexts.unknown, language) : say(place.name, language);
};

const plainWord = (code: string): string => code;

const facetWords: Readonly<Record<RegisterFacet, (code: string, language: Language) => string>> = {
  technique: techniqueWord,
  province: provinceWord,
  year: plainWord,
  status: statusWord,
  role: roleWord,
  list: listWord,
  flagged: wordIn(flaggedWords),
};

export const facetWord = (facet: RegisterFacet, code: string, language: Language): string =>
  facetWords[facet](code, language);

export const facetTitle = (facet: RegisterFacet, language: Language): string => say(facetTexts[facet], language);

export const statusTone = (status: 'filed' | 'cancelled' | 'revoked'): Tone =>
  status === 'filed' ? 'good' : status === 'cancelled' ? 'plain' : 'bad';
