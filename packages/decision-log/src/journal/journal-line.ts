import { hash } from 'node:crypto';
import { EvidenceFault, canonicalJson, parseLeaf, type LeafEntry } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { LogFault } from './log-fault.ts';

/** Where a batch's rows lie in the segment of its day and family: bytes counted from the segment's very beginning, whatever was deleted since. */
export interface SegmentPlace {
  readonly offset: number;
  readonly length: number;
}

/** One line of `leaves.ndjson`. */
export interface JournalLine {
  readonly leaf: LeafEntry;
  /** Only, and always, with a batch leaf. */
  readonly at?: SegmentPlace;
  /** Of a batch that was split by civil day: which leaf of how many. A batch counts only when all are there. */
  readonly part?: { readonly number: number; readonly of: number };
}

/** The line with its newline. `check` tells a line that was torn while it was written; what was changed on purpose is found by the tree. */
export function formatJournalLine({ leaf, at, part }: JournalLine): string {
  const content = { ...(at && { at }), leaf, ...(part && { part }) };
  return `${canonicalJson({ ...content, check: checkOf(content) })}\n`;
}

/** Reads a line without its newline; `undefined` where it is not whole. Throws `LogFault` where it is whole and yet makes no sense. */
export function parseJournalLine(
  line: string,
  place: { readonly file: string; readonly line: number },
): JournalLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('check' in value)) return undefined;
  const { check, ...content } = value;
  if (check !== checkOf(content)) return undefined;
  return readContent(content, place);
}

const checkOf = (content: object): string => hash('sha256', canonicalJson(content), 'hex').slice(0, 16);

function readContent(content: object, place: { readonly file: string; readonly line: number }): JournalLine {
  const leaf = readLeaf('leaf' in content ? content.leaf : undefined, place);
  const at = 'at' in content ? readPlace(content.at) : undefined;
  const part = 'part' in content ? readPart(content.part) : undefined;
  const whole =
    (at !== undefined) === (leaf.kind === 'batch') &&
    'at' in content === (at !== undefined) &&
    'part' in content === (part !== undefined);
  if (!whole)
    throw new LogFault(
      'damaged',
      text(
        `日志账 ${place.file} 第 ${place.line} 行有误`,
        `Line ${place.line} of the journal ${place.file} is not as it should be`,
      ),
      place,
    );
  return { leaf, ...(at && { at }), ...(part && { part }) };
}

function readLeaf(value: unknown, place: { readonly file: string; readonly line: number }): LeafEntry {
  try {
    return parseLeaf(value);
  } catch (error) {
    if (!(error instanceof EvidenceFault)) throw error;
    throw new LogFault(
      'damaged',
      text(
        `日志账 ${place.file} 第 ${place.line} 行有误：${error.text.zh}`,
        `Line ${place.line} of the journal ${place.file} is not as it should be: ${error.text.en}`,
      ),
      place,
      error,
    );
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function readPlace(value: unknown): SegmentPlace | undefined {
  if (typeof value !== 'object' || value === null || !('offset' in value) || !('length' in value)) return undefined;
  const { offset, length } = value;
  return isCount(offset) && isCount(length) ? { offset, length } : undefined;
}

function readPart(value: unknown): { readonly number: number; readonly of: number } | undefined {
  if (typeof value !== 'object' || value === null || !('number' in value) || !('of' in value)) return undefined;
  const { number, of } = value;
  return isCount(number) && isCount(of) && number < of ? { number, of } : undefined;
}
