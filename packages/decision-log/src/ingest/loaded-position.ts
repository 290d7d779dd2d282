import { readFile } from 'node:fs/promises';
import { writeDurably } from '../journal/durable.ts';
import { systemCode } from '../journal/log-fault.ts';

/** How far the store has come. */
export interface LoadedPosition {
  /** Counts the times the store was filled from the beginning; part of the insertions' tokens, so that what an earlier filling said is not taken for this one's. */
  readonly generation: number;
  /** Leaves before this one are in the store. */
  readonly leaves: number;
  /** Leaves up to this one may be in the store: they were being inserted when this was written. The same insertions, repeated, change nothing. */
  readonly inserting?: number;
}

export const BEGINNING: LoadedPosition = { generation: 1, leaves: 0 };

/** The position that was kept in `file`, `undefined` where there is none that can be read. */
export async function readPosition(file: string): Promise<LoadedPosition | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const generation = 'generation' in value ? value.generation : undefined;
  const leaves = 'leaves' in value ? value.leaves : undefined;
  const inserting = 'inserting' in value ? value.inserting : undefined;
  if (!isCount(generation) || !isCount(leaves)) return undefined;
  return { generation, leaves, ...(isCount(inserting) && { inserting }) };
}

export const keepPosition = (file: string, position: LoadedPosition): Promise<void> =>
  writeDurably(file, `${JSON.stringify(position)}\n`);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
