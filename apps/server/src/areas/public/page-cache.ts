import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** A rendered answer, kept as the bytes that are sent. */
export interface KeptPage {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  /** Compressed once, on first use. */
  readonly encoded: (encoding: Encoding) => Buffer;
}

const compressors: Readonly<Record<Encoding, (body: Buffer) => Buffer>> = {
  // The middle of brotli's range: a tenth smaller than gzip at a cost that one rendering bears.
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body, { level: 6 }),
};

export const keptPage = (type: string, content: string): KeptPage => {
  const body = Buffer.from(content);
  const kept = new Map<Encoding, Buffer>();
  return {
    type,
    body,
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    encoded: (encoding) => {
      const known = kept.get(encoding);
      if (known !== undefined) return known;
      const made = compressors[encoding](body);
      kept.set(encoding, made);
      return made;
    },
  };
};

export interface PageCacheOptions {
  /** A value that changes whenever the store may have changed. */
  readonly revision: () => Promise<string>;
  /** Milliseconds of any steady clock. */
  readonly clock: () => number;
  /** How long a revision is believed, in milliseconds. */
  readonly believed?: number;
  /** Bytes held at most, 32 MiB unless told. */
  readonly capacity?: number;
}

/**
 * Keeps rendered pages as long as the store stays as it was. The store is asked at most once in `believed` milliseconds, so under
 * load most answers cost neither a query nor a rendering, and a change is seen after that time at the latest.
 */
export const createPageCache = ({ revision, clock, believed = 20, capacity = 32 * 1024 * 1024 }: PageCacheOptions) => {
  const pages = new Map<string, KeptPage>();
  let size = 0;
  let current: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  const clear = (): void => {
    pages.clear();
    size = 0;
  };

  const ask = async (): Promise<void> => {
    const at = clock();
    const latest = await revision();
    if (latest !== current) clear();
    current = latest;
    askedAt = at;
  };

  const refresh = async (): Promise<void> => {
    if (clock() - askedAt < believed) return;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    await asking;
  };

  const keep = (key: string, page: KeptPage): void => {
    pages.set(key, page);
    // The compressed forms together weigh about a third of the page.
    size += page.body.length * 1.4;
    for (const [oldest, { body }] of pages) {
      if (size <= capacity) break;
      pages.delete(oldest);
      size -= body.length * 1.4;
    }
  };

  return {
    /** The page of a key, made when it is not kept. What `make` answers with `undefined` (not found) is not kept. */
    get: async (key: string, make: () => Promise<KeptPage | undefined>): Promise<KeptPage | undefined> => {
      await refresh();
      const known = pages.get(key);
      if (known !== undefined) return known;
      const before = current;
      const made = await make();
      if (made !== undefined && before === current && !pages.has(key)) keep(key, made);
      return made;
    },
  };
};

export type PageCache = ReturnType<typeof createPageCache>;
