import { Transform } from 'node:stream';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';

/** How much may come out of one packed file: a few kilobytes can be made to hold more than any disk. */
export interface UnpackingCeiling {
  /** Bytes that may come out of it at all. */
  readonly bytes: number;
  /** Beyond `freeBytes`, so many times what was read of the file. */
  readonly ratio: number;
  readonly freeBytes: number;
}

const GIB = 2 ** 30;

export const usualCeiling: UnpackingCeiling = { bytes: 64 * GIB, ratio: 1000, freeBytes: GIB };

/** Whoever names a number of bytes knows the file: it may be packed as tightly as it likes. */
export const ceilingOfBytes = (bytes: number): UnpackingCeiling => ({ bytes, ratio: Infinity, freeBytes: bytes });

/** Passes on what comes out of a packed file, and fails with a `LogFault` (`unreadable`) beyond the ceiling. `read` is how many bytes of the file were read. */
export function underCeiling(path: string, read: () => number, ceiling: UnpackingCeiling): Transform {
  let out = 0;
  return new Transform({
    transform: (piece: Buffer, _, done) => {
      out += piece.length;
      const fault = faultOf(path, { out, read: read() }, ceiling);
      if (fault === undefined) done(null, piece);
      else done(fault);
    },
  });
}

function faultOf(
  path: string,
  { out, read }: { readonly out: number; readonly read: number },
  { bytes, ratio, freeBytes }: UnpackingCeiling,
): LogFault | undefined {
  const most = sizeWords(bytes);
  if (out > bytes) return tooMuch(path, text(`解开后超过 ${most}`, `it holds more than ${most} when unpacked`));
  if (out <= freeBytes || out <= ratio * read) return undefined;
  return tooMuch(
    path,
    text(`解开后的大小超过文件本身的 ${ratio} 倍`, `what it holds is more than ${ratio} times its own size`),
  );
}

const tooMuch = (path: string, reason: ReturnType<typeof text>): LogFault =>
  new LogFault(
    'unreadable',
    text(
      `没有继续解压 ${path}：${reason.zh}。若文件可信，请先自行解压，或用 MOST_UNPACKED 设定上限（GiB）。`,
      `${path} was not unpacked further: ${reason.en}. If you trust the file, unpack it first, or set the ceiling with MOST_UNPACKED (GiB).`,
    ),
    { file: path },
  );

const sizeWords = (bytes: number): string =>
  bytes >= GIB ? `${Number((bytes / GIB).toPrecision(3))} GiB` : `${bytes} B`;
