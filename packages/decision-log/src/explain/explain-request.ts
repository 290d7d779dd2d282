import { choiceSentences, movedSentences } from './around-sentences.ts';
import { dispatchSentences } from './dispatch-sentences.ts';
import { exposureSentences } from './exposure-sentences.ts';
import { numberOf, type KeptRow, type Sentence } from './kept-row.ts';
import { quoteSentences } from './quote-sentences.ts';

/** What the kept record of one request says, in plain words; and nothing else. */
export interface Explanation {
  readonly sentences: readonly Sentence[];
}

/**
 * Explains one request from its kept rows alone: what was asked, what counted, what was placed where and why, what the person had chosen, and
 * what people had moved or removed. A field that the record does not hold leaves no sentence.
 * @param rows of the request (exposure, quote, dispatch), the choices of its person, and the interventions and disposals that touch it.
 */
export const explainRequest = (rows: readonly KeptRow[]): Explanation => {
  const of = (family: KeptRow['family']): readonly KeptRow[] => rows.filter((row) => row.family === family);
  const [exposures, quotes, dispatches] = [of('exposure'), of('quote'), of('dispatch')];
  const results = [...exposures, ...quotes, ...dispatches];
  const times = results.map((row) => numberOf(row, 'time')).filter((time) => time !== undefined);
  // Without a moment nothing can be said about what stood then.
  const moment = times.length === 0 ? undefined : Math.min(...times);
  return {
    sentences: [
      ...exposureSentences(exposures),
      ...quoteSentences(quotes),
      ...dispatchSentences(dispatches),
      ...(moment === undefined
        ? []
        : [
            ...choiceSentences(of('control'), results, moment),
            ...movedSentences(exposures, of('intervention'), of('disposal'), moment),
          ]),
    ],
  };
};

/** Numbers in a row as ranges: `0-3,7`. */
const ranges = (numbers: readonly number[]): string => {
  const parts: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const last = parts.at(-1);
    if (last !== undefined && last.to + 1 === number) last.to = number;
    else parts.push({ from: number, to: number });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
};

/** Where the rows of a sentence stand: family, leaf of the batch, and rows in it. */
export const sourceOf = ({ rows }: Sentence): string => {
  const places = new Map<string, number[]>();
  for (const { family, source } of rows) {
    const place = `${family} ${source.day} leaf ${source.leaf}`;
    const known = places.get(place);
    if (known === undefined) places.set(place, [source.row]);
    else known.push(source.row);
  }
  return [...places].map(([place, numbers]) => `${place} row ${ranges(numbers)}`).join('; ');
};
