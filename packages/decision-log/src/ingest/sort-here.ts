import { families, type FamilyName } from '../families/families.ts';
import { identifyWith, type PseudonymKeys } from '../pseudonym/pseudonyms.ts';
import { BatchSorter, type SortedBatch } from '../record/batch-sorter.ts';

/** What a batch is sorted by; plain data, for it may go to another thread. */
export interface SortRequest {
  /** The log's clock, in milliseconds. */
  readonly now: number;
  readonly firstLine?: number;
  readonly tooLong?: readonly number[];
  readonly mostRefusals?: number;
  /** With them raw ids of people are hashed; without them only pseudonyms are accepted. */
  readonly keys?: PseudonymKeys;
}

const sorters = new Map<FamilyName, BatchSorter>();

/** Validates, sorts by day and hashes a batch in this thread. */
export function sortHere(family: FamilyName, body: Uint8Array, { keys, ...options }: SortRequest): SortedBatch {
  let sorter = sorters.get(family);
  if (sorter === undefined) {
    sorter = new BatchSorter(families[family]);
    sorters.set(family, sorter);
  }
  return sorter.sort(body, keys === undefined ? options : { ...options, identify: identifyWith(keys) });
}
