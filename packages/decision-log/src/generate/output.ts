import { families, familyNames, type FamilyName } from '../families/families.ts';
import type { Rules } from './plants/plant.ts';
import { rowWriter, type RowOf } from './row.ts';

/** Rows of one family and one civil day. */
export class GeneratedBatch {
  readonly family: FamilyName;
  /** The civil day (Asia/Shanghai) that every row belongs to, `YYYY-MM-DD`. */
  readonly day: string;
  readonly rows: number;
  /** Lines of canonical JSON, a line feed after each. */
  readonly ndjson: Buffer;

  constructor(family: FamilyName, day: string, rows: number, ndjson: Buffer) {
    this.family = family;
    this.day = day;
    this.rows = rows;
    this.ndjson = ndjson;
  }

  /** The lines as strings, without their line feeds. */
  get lines(): string[] {
    return this.ndjson.toString('utf8', 0, this.ndjson.length - 1).split('\n');
  }
}

/** Rows in a batch at most: what the ingest takes in one piece. */
const MOST_ROWS = 10_000;
const MOST_BYTES = 6_000_000;
const LINE_FEED = 10;

/**
 * The batch of one family that is being filled. Rows are written out at once: lines kept as strings until a batch is full cost more in garbage
 * collection than all the rest of the generator.
 */
class Pending {
  readonly #encoding: 'utf8' | 'latin1';
  #bytes = Buffer.alloc(0);
  #length = 0;
  rows = 0;

  constructor(family: FamilyName) {
    // Only sentences hold more than ASCII, for which latin1 is the quicker name.
    this.#encoding = families[family].fields.some(({ type }) => type.kind === 'sentence') ? 'utf8' : 'latin1';
  }

  add(lines: string, rows: number): void {
    if (this.#bytes.length === 0) this.#bytes = Buffer.allocUnsafeSlow(MOST_BYTES);
    this.#length += this.#bytes.write(lines, this.#length, this.#encoding);
    this.#bytes[this.#length++] = LINE_FEED;
    this.rows += rows;
  }

  /** Whether so many more rows, in so many characters, might not fit. */
  isFullFor(rows: number, characters: number): boolean {
    return this.rows + rows > MOST_ROWS || this.#length + 3 * characters + 1 > MOST_BYTES;
  }

  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    this.rows = 0;
    return taken;
  }
}

const forEach = <Value>(make: (name: FamilyName) => Value): Record<FamilyName, Value> =>
  Object.fromEntries(familyNames.map((name) => [name, make(name)])) as Record<FamilyName, Value>;

/** Collects rows of one civil day and hands them out in batches. */
export class Output {
  readonly #rules: Rules;
  readonly #pending = forEach((name) => new Pending(name));
  readonly #writers: { readonly [Name in FamilyName]: (row: RowOf<Name>) => string } = {
    exposure: rowWriter('exposure'),
    quote: rowWriter('quote'),
    dispatch: rowWriter('dispatch'),
    engagement: rowWriter('engagement'),
    chart: rowWriter('chart'),
    control: rowWriter('control'),
    intervention: rowWriter('intervention'),
    disposal: rowWriter('disposal'),
    item: rowWriter('item'),
    account: rowWriter('account'),
    trait: rowWriter('trait'),
    declaration: rowWriter('declaration'),
  };
  #full: GeneratedBatch[] = [];
  #day = '';

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  beginDay(day: string): void {
    this.#day = day;
  }

  emit<Name extends FamilyName>(family: Name, row: RowOf<Name>): void {
    for (const rule of this.#rules.rows[family]) if (!rule(row)) return;
    this.emitLines(family, row.time, this.#writers[family](row), 1);
  }

  /** Rows of one instant that their own writer has written already, with line feeds between them. */
  emitLines(family: FamilyName, time: number, lines: string, rows: number): void {
    for (const keeps of this.#rules.keeps) if (!keeps(time, family)) return;
    const pending = this.#pending[family];
    if (pending.isFullFor(rows, lines.length)) this.#close(family, pending);
    pending.add(lines, rows);
  }

  /** Batches that are full; all that is left when the day ends. */
  take(dayEnds: boolean): readonly GeneratedBatch[] {
    if (dayEnds)
      for (const family of familyNames) if (this.#pending[family].rows > 0) this.#close(family, this.#pending[family]);
    if (this.#full.length === 0) return none;
    const full = this.#full;
    this.#full = [];
    return full;
  }

  #close(family: FamilyName, pending: Pending): void {
    const { rows } = pending;
    this.#full.push(new GeneratedBatch(family, this.#day, rows, pending.take()));
  }
}

const none: readonly GeneratedBatch[] = [];
