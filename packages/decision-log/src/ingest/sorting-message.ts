import type { FamilyName } from '../families/families.ts';
import type { SortedBatch } from '../record/batch-sorter.ts';
import type { SortRequest } from './sort-here.ts';

export interface SortingQuestion {
  readonly id: number;
  readonly family: FamilyName;
  readonly body: Uint8Array;
  readonly request: SortRequest;
}

export type SortingAnswer =
  | { readonly id: number; readonly sorted: SortedBatch }
  | { readonly id: number; readonly error: string };

/** The answer of a thread, and the memory that it hands back with it. */
export function answerOf(
  { id }: SortingQuestion,
  sort: () => SortedBatch,
): { readonly answer: SortingAnswer; readonly transfer: readonly ArrayBuffer[] } {
  try {
    const sorted = sort();
    const memory = new Set(sorted.days.flatMap(({ lines: { buffer } }) => (isWhole(buffer) ? [buffer] : [])));
    return { answer: { id, sorted }, transfer: [...memory] };
  } catch (error) {
    return {
      answer: { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      transfer: [],
    };
  }
}

/** Node's own pool of small buffers is shared and stays where it is; it is copied. */
const isWhole = (buffer: ArrayBufferLike): buffer is ArrayBuffer =>
  buffer instanceof ArrayBuffer && buffer.byteLength > 2 * Buffer.poolSize;
