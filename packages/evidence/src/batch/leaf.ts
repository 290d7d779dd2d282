import { utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonical.ts';
import { leafHash } from '../merkle/hashing.ts';
import { Members } from '../shape.ts';

/** The format every leaf of the decision log's tree names; a leaf of another shape is another format. */
export const LOG_FORMAT = 'suanjian-log/1';

interface Leaf {
  readonly format: typeof LOG_FORMAT;
}

/** The rows of one batch that fall on one civil day were acknowledged. */
export interface BatchLeaf extends Leaf {
  readonly kind: 'batch';
  /** The batch's id; a batch that was split by day has a leaf for each day, all with this id. */
  readonly batch: string;
  readonly family: string;
  /** Civil day (Asia/Shanghai) of the rows. */
  readonly day: string;
  /** At least one: an empty batch is not acknowledged. */
  readonly rows: number;
  /** RFC 9162 root over the rows in canonical JSON, in order; lower-case hexadecimal. */
  readonly root: string;
}

/** What somebody took out of the log. Ids of people and requests are committed to, not named: a leaf is never deleted. */
export type ExtractScope =
  | { readonly by: 'period'; readonly from: string; readonly to: string; readonly families: readonly string[] }
  | {
      readonly by: 'user' | 'request';
      /** `commitmentOf` the id as it stands in the log; of the list of them, where somebody has several (one for each key epoch). */
      readonly commitment: string;
      readonly families: readonly string[];
      /** The first and the last civil day, where the extract was narrowed to some. */
      readonly from?: string;
      readonly to?: string;
    }
  /** Leaves that somebody drew by lot (`commitmentOf` what they were drawn from), to see whether their rows are still there. */
  | { readonly by: 'challenge'; readonly commitment: string; readonly families: readonly string[] };

/** Rows were taken out by a named actor, on a legal basis or for a matter (one of the two at least). */
export interface ExtractLeaf extends Leaf {
  readonly kind: 'extract';
  readonly actor: string;
  readonly basis?: string;
  readonly matter?: string;
  readonly scope: ExtractScope;
  readonly rows: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

/** A whole civil day of some families was deleted by retention; the leaves of its batches stay. */
export interface RetentionLeaf extends Leaf {
  readonly kind: 'retention';
  readonly day: string;
  readonly families: readonly string[];
  /** Ids of the batches whose rows of that day and those families are gone. */
  readonly batches: readonly string[];
  readonly rows: number;
  readonly reason: string;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

/** The key that makes pseudonyms was changed: ids before and after it are not the same people's. */
export interface KeyEpochLeaf extends Leaf {
  readonly kind: 'key-epoch';
  readonly epoch: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

/** Somebody forbade the deletion of some records (an open case, an appeal, a log request). What they are is committed to, not told. */
export interface HoldLeaf extends Leaf {
  readonly kind: 'hold';
  readonly hold: string;
  /** `commitmentOf` the hold: scope, who, on which basis, until when. */
  readonly commitment: string;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

/** The hold of that name is over. */
export interface HoldReleaseLeaf extends Leaf {
  readonly kind: 'hold-release';
  readonly hold: string;
  readonly actor: string;
  readonly reason: string;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

export type LeafEntry = BatchLeaf | ExtractLeaf | RetentionLeaf | KeyEpochLeaf | HoldLeaf | HoldReleaseLeaf;

/** What is hashed and stored as one line of the journal: the entry's canonical JSON. */
export const leafBytes = (entry: LeafEntry): Uint8Array => utf8(canonicalJson(entry));

export const leafEntryHash = (entry: LeafEntry): Uint8Array => leafHash(leafBytes(entry));

/** Reads a leaf strictly; throws an `EvidenceFault` that names the place. */
export function parseLeaf(value: unknown, place = 'leaf'): LeafEntry {
  const members = new Members(value, place);
  const format = members.literal('format', LOG_FORMAT);
  const entry = readKind(members, format);
  members.end();
  return entry;
}

/** Like `parseLeaf`, for a place where only a batch may stand. */
export function parseBatchLeaf(value: unknown, place = 'leaf'): BatchLeaf {
  const entry = parseLeaf(value, place);
  if (entry.kind === 'batch') return entry;
  throw new Members(value, place).refusal('kind', 'batch', 'batch');
}

function readKind(members: Members, format: typeof LOG_FORMAT): LeafEntry {
  const kind = members.literal('kind', 'batch', 'extract', 'retention', 'key-epoch', 'hold', 'hold-release');
  switch (kind) {
    case 'batch':
      return {
        format,
        kind,
        batch: members.text('batch'),
        family: members.text('family'),
        day: members.day('day'),
        rows: members.positive('rows'),
        root: members.digest('root'),
      };
    case 'extract':
      if (!members.has('basis') && !members.has('matter'))
        throw members.refusal('basis', '依据或事项', 'there, or a matter');
      return {
        format,
        kind,
        actor: members.text('actor'),
        ...members.optional('basis', () => members.text('basis')),
        ...members.optional('matter', () => members.text('matter')),
        scope: members.member('scope', readScope),
        rows: members.count('rows'),
        time: members.count('time'),
      };
    case 'retention':
      return {
        format,
        kind,
        day: members.day('day'),
        families: members.texts('families'),
        batches: members.texts('batches'),
        rows: members.count('rows'),
        reason: members.text('reason'),
        time: members.count('time'),
      };
    case 'key-epoch':
      return { format, kind, epoch: members.count('epoch'), time: members.count('time') };
    case 'hold':
      return {
        format,
        kind,
        hold: members.text('hold'),
        commitment: members.digest('commitment'),
        time: members.count('time'),
      };
    case 'hold-release':
      return {
        format,
        kind,
        hold: members.text('hold'),
        actor: members.text('actor'),
        reason: members.text('reason'),
        time: members.count('time'),
      };
  }
}

function readScope(value: unknown, place: string): ExtractScope {
  const members = new Members(value, place);
  const by = members.literal('by', 'period', 'user', 'request', 'challenge');
  const families = members.texts('families');
  const scope: ExtractScope =
    by === 'period'
      ? { by, from: members.day('from'), to: members.day('to'), families }
      : {
          by,
          commitment: members.digest('commitment'),
          families,
          ...(by !== 'challenge' && {
            ...members.optional('from', () => members.day('from')),
            ...members.optional('to', () => members.day('to')),
          }),
        };
  members.end();
  return scope;
}
