import { text, type Text } from '@suanjian/rulebook';

/** Why something is looked at before it goes on. Being held is no finding: somebody looks at every one of them. */
export const suspicions = {
  flood: text('同一来源一小时内提交很多件', 'Many from one origin within the hour'),
  repeated: text('同样的话反复出现', 'The same words over and over'),
  'links-only': text('只有网址，没有说明', 'Nothing but addresses'),
  'many-links': text('网址很多', 'A great many addresses'),
} as const satisfies Record<string, Text>;

export type Suspicion = keyof typeof suspicions;

/** Policy defaults of this software: where a look begins, not where a right ends. */
export const mostWithinTheHour = 5;
const mostLinks = 10;

const link = /(?:https?:\/\/|www\.)\S+/giu;

/** The share of a text that the piece most often repeated in it takes up, among pieces of the same length laid end to end. */
const repetition = (words: string, length: number): number => {
  const counts = new Map<string, number>();
  const pieces = Math.floor(words.length / length);
  for (let index = 0; index < pieces; index += 1) {
    const piece = words.slice(index * length, (index + 1) * length);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return pieces === 0 ? 0 : Math.max(...counts.values()) / pieces;
};

const isRepeated = (words: string): boolean => {
  const dense = words.replaceAll(/\s+/gu, '');
  if (dense.length < 40) return false;
  const lines = words
    .split(/[\n。！!？?；;]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length >= 5 && new Set(lines).size / lines.length <= 0.25) return true;
  for (let length = 1; length <= Math.min(60, dense.length / 4); length += 1)
    if (repetition(dense, length) >= 0.9) return true;
  return false;
};

/** @param recent how many came from the same origin within the last hour. */
export const suspicionsOf = (what: string, recent: number): readonly Suspicion[] => {
  const links = what.match(link)?.length ?? 0;
  const rest = what.replaceAll(link, '').replaceAll(/[\s\p{P}]+/gu, '');
  const found: Suspicion[] = [];
  if (recent >= mostWithinTheHour) found.push('flood');
  if (isRepeated(what)) found.push('repeated');
  if (links > 0 && rest.length < 6) found.push('links-only');
  else if (links > mostLinks) found.push('many-links');
  return found;
};
