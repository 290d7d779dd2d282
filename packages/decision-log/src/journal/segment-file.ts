import { basename } from 'node:path';

/** One file of a segment. */
export interface SegmentFileName {
  readonly family: string;
  /** Where in the segment its bytes begin: 0, or more once the earlier ones were compressed or deleted. */
  readonly base: number;
  readonly compressed: boolean;
}

export interface SegmentFile extends SegmentFileName {
  readonly path: string;
}

/** `<family>.ndjson`, `<family>.<base>.ndjson`, and `.zst` after it where it is compressed. */
export const segmentFileName = ({ family, base, compressed }: SegmentFileName): string =>
  `${family}${base === 0 ? '' : `.${base}`}.ndjson${compressed ? '.zst' : ''}`;

export function parseSegmentFile(path: string): SegmentFileName | undefined {
  const [, family, base = '0', ending] =
    /^([a-z][a-z-]*)(?:\.([1-9][0-9]*))?\.ndjson(\.zst)?$/.exec(basename(path)) ?? [];
  return family === undefined ? undefined : { family, base: Number(base), compressed: ending !== undefined };
}
