import type { FamilyName } from '../families/families.ts';
import type { DayRows, SortedBatch } from '../record/batch-sorter.ts';
import type { SortRequest } from './sort-here.ts';

/**
 * A stretch of memory that both threads see, by its name. The memory itself comes along the first time only: every time it does, a thread takes it for so much new
 * memory, and clears up after a few batches.
 */
export interface Stretch {
  readonly name: number;
  readonly memory?: SharedArrayBuffer;
  readonly offset: number;
  readonly length: number;
}

export interface SortingQuestion {
  readonly id: number;
  readonly family: FamilyName;
  readonly body: Stretch | Uint8Array;
  readonly request: SortRequest;
}

/** Memory of this name is not going to be mentioned again. */
export interface Forgetting {
  readonly forget: number;
}

/** Where in the body rows stand as they are. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** What comes back over the same way: bytes that the body holds already are only pointed at. */
export type PlacedBatch = Omit<SortedBatch, 'days'> & {
  readonly days: readonly (Omit<DayRows, 'lines'> & { readonly lines: Uint8Array | Place })[];
};

export type SortingAnswer =
  | { readonly id: number; readonly sorted: PlacedBatch }
  | { readonly id: number; readonly error: string };

/** The answer of a thread, and the memory that it hands back with it. */
export function answerOf(
  id: number,
  body: Uint8Array,
  sort: () => SortedBatch,
): { readonly answer: SortingAnswer; readonly transfer: readonly ArrayBuffer[] } {
  try {
    const { days, ...counts } = sort();
    const placed = days.map((day) => ({ ...day, lines: placeIn(body, day.lines) }));
    const memory = new Set(
      placed.flatMap(({ lines }) => (lines instanceof Uint8Array && isWhole(lines.buffer) ? [lines.buffer] : [])),
    );
    return { answer: { id, sorted: { ...counts, days: placed } }, transfer: [...memory] };
  } catch (error) {
    return {
      answer: { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      transfer: [],
    };
  }
}

/** What the thread that asked makes of it. */
export const sortedFrom = (body: Uint8Array, { days, ...counts }: PlacedBatch): SortedBatch => ({
  ...counts,
  days: days.map(({ lines, ...day }) => ({
    ...day,
    lines: lines instanceof Uint8Array ? lines : body.subarray(lines.from, lines.to),
  })),
});

function placeIn(body: Uint8Array, lines: Uint8Array): Uint8Array | Place {
  if (lines.buffer !== body.buffer) return lines;
  const from = lines.byteOffset - body.byteOffset;
  return { from, to: from + lines.length };
}

/** Node's own pool of small buffers is shared and stays where it is; it is copied. */
const isWhole = (buffer: ArrayBufferLike): buffer is ArrayBuffer =>
  buffer instanceof ArrayBuffer && buffer.byteLength > 2 * Buffer.poolSize;
