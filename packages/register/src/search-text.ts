/**
 * How texts are cut for search, the same way when they are stored and when they are asked for.
 *
 * A token is one of: two neighbouring Chinese characters (`推荐`); a whole word of Latin letters or digits in lower case
 * (`chatglm`), and when stored also its parts where case or digits change (`chat`, `glm`); a word with the Chinese
 * character beside it (`ai助`, `算3d`); a Chinese character alone. Single characters are stored for names only: over the
 * register's purposes they would make the arrays a third longer for queries that match nearly everything, while in names
 * a single character is a sensible question.
 *
 * Stored texts are cut as if spaces and punctuation between Chinese characters were absent, queries are cut at them. So a
 * query finds a name whether it was written with or without brackets and spaces: every token of a query that is part of a
 * stored text (words whole) is among that text's tokens.
 */

const chinese = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const run = new RegExp(String.raw`[${chinese}]+|(?:(?![${chinese}])[\p{L}\p{M}\p{N}])+`, 'gu');
const startsChinese = new RegExp(`^[${chinese}]`, 'u');
const chineseCharacter = new RegExp(`[${chinese}]`, 'gu');

/** Full width to half width, compatibility forms to plain ones; case is kept for the cutting of words. */
const plain = (value: string): string => value.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');

/** One line of lower-case, half-width text with single spaces: for comparing and highlighting, still readable. */
export const normaliseForSearch = (value: string): string => plain(value).toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Letters and digits only: two spellings of a name with the same key are the same name (an exact name comes first). */
export const searchKey = (value: string): string =>
  plain(value)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');

interface Run {
  readonly value: string;
  readonly isChinese: boolean;
  /** Nothing, not even a space, stands between this run and the one before. */
  readonly touches: boolean;
}

const runsOf = (value: string): readonly Run[] => {
  let end = 0;
  return [...plain(value).matchAll(run)].map((match) => {
    const touches = match.index === end && end > 0;
    end = match.index + match[0].length;
    return { value: match[0], isChinese: startsChinese.test(match[0]), touches };
  });
};

const wordParts = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+|[\p{L}\p{M}]+/gu;

const addWord = (word: string, into: Set<string>, withParts: boolean): void => {
  into.add(word.toLowerCase());
  if (!withParts) return;
  for (const [part] of word.matchAll(wordParts)) if (part.length > 1) into.add(part.toLowerCase());
};

const firstCharacter = (value: string): string => String.fromCodePoint(value.codePointAt(0) ?? 0);
const lastCharacter = (value: string): string => Array.from(value).at(-1) ?? '';

const addBigrams = (value: string, into: Set<string>): void => {
  const characters = Array.from(value);
  for (let index = 1; index < characters.length; index += 1) into.add(`${characters[index - 1]}${characters[index]}`);
};

const boundary = (before: Run, after: Run): string | undefined => {
  if (!before.isChinese && !after.isChinese) return undefined;
  const left = before.isChinese ? lastCharacter(before.value) : before.value.toLowerCase();
  const right = after.isChinese ? firstCharacter(after.value) : after.value.toLowerCase();
  return left + right;
};

const isSingle = ({ value, isChinese }: Run): boolean => isChinese && Array.from(value).length === 1;

/** The tokens under which a text is stored, without single characters (save a text that is only one). */
export const bigramsOf = (value: string): string[] => {
  const tokens = new Set<string>();
  const runs = runsOf(value);
  runs.forEach((current, index) => {
    if (current.isChinese) addBigrams(current.value, tokens);
    else addWord(current.value, tokens, true);
    const before = runs[index - 1];
    const joint = before === undefined ? undefined : boundary(before, current);
    if (joint !== undefined) tokens.add(joint);
  });
  const only = runs[0];
  if (runs.length === 1 && only !== undefined && isSingle(only)) tokens.add(only.value);
  return [...tokens];
};

const charactersOf = (value: string): readonly string[] => plain(value).match(chineseCharacter) ?? [];

/** The array to store for a record: `names` can be found by a single character, `texts` (purpose and the like) cannot. */
export const indexTokens = (names: readonly string[], texts: readonly string[] = []): string[] => {
  const tokens = new Set<string>();
  for (const value of [...names, ...texts]) for (const token of bigramsOf(value)) tokens.add(token);
  for (const value of names) for (const character of charactersOf(value)) tokens.add(character);
  return [...tokens];
};

/**
 * The tokens a record must all have to be found; empty when nothing in the query can be searched for. A lone character
 * that touches a word is asked for together with it (`AI助`), any other on its own.
 */
export const queryTokens = (query: string): string[] => {
  const tokens = new Set<string>();
  const runs = runsOf(query);
  runs.forEach((current, index) => {
    if (!current.isChinese) {
      addWord(current.value, tokens, false);
      return;
    }
    if (!isSingle(current)) {
      addBigrams(current.value, tokens);
      return;
    }
    const before = runs[index - 1];
    const after = runs[index + 1];
    const joints = [
      before !== undefined && current.touches ? boundary(before, current) : undefined,
      after?.touches === true ? boundary(current, after) : undefined,
    ].filter((joint) => joint !== undefined);
    for (const joint of joints.length > 0 ? joints : [current.value]) tokens.add(joint);
  });
  return [...tokens];
};
