import { DIGEST_LENGTH, hex } from '../bytes.ts';
import { hashLines, rootOf } from '../merkle/wide.ts';
import { ByteReader } from './bytes-of-file.ts';
import type { ExpectedSegment } from './check-tree.ts';

const NEWLINE = 0x0a;

/**
 * Whether a file is, byte for byte, the batches the manifest names, in order and nothing else. This is the quick way over a file in which nothing was
 * changed; what exactly was changed in another is asked afterwards.
 */
export async function isIntact(
  { bytes, batches }: ExpectedSegment,
  chunks: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const reader = new ByteReader(chunks);
  try {
    let offset = 0;
    for (const { part, leaf } of batches) {
      if (part.offset !== offset) return false;
      const lines = await reader.take(part.length);
      if (lines.length !== part.length || lines.at(-1) !== NEWLINE) return false;
      const hashes = hashLines(lines);
      if (hashes.length !== leaf.rows * DIGEST_LENGTH || hex(rootOf(hashes)) !== leaf.root) return false;
      offset += part.length;
    }
    return offset === bytes && (await reader.take(1)).length === 0;
  } finally {
    await reader.end();
  }
}
