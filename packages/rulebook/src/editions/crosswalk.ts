import type { ClauseSource } from '../edition.ts';
import { draftAndFinal } from './draft-and-final.ts';

/**
 * Adds the crosswalk between the draft and the regulation in force to the clauses of either, so that it cannot differ between
 * the two sides.
 * @throws RangeError when a row names a clause the edition does not have.
 */
export const withCrosswalk = (
  edition: 'draft' | 'final',
  sources: readonly ClauseSource[],
): readonly ClauseSource[] => {
  const other = edition === 'draft' ? 'final' : 'draft';
  const known = new Set(sources.map(({ number }) => number));
  const lost = draftAndFinal.find((row) => !known.has(row[edition]));
  if (lost !== undefined) throw new RangeError(`the crosswalk names ${edition}/${lost[edition]}, which is no clause`);
  return sources.map((source) => ({
    ...source,
    crosswalk: [
      ...(source.crosswalk ?? []),
      ...draftAndFinal
        .filter((row) => row[edition] === source.number)
        .map((row) => ({ clause: `${other}/${row[other]}`, difference: row.difference })),
    ],
  }));
};
