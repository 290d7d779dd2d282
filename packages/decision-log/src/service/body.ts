import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { Transform } from 'node:stream';
import { text, type Text } from '@suanjian/rulebook';
import type { SharedMemory } from '../ingest/shared-memory.ts';
import { MOST_LINE_BYTES } from '../record/rules.ts';
import { BodyCollector, type CollectedBody } from '../ingest/body-collector.ts';
import { clearSpentPieces } from '../ingest/spent-memory.ts';

/** Why a body was not taken, with the status that says so. */
export class BodyFault extends Error {
  readonly status: 400 | 413 | 415;
  readonly text: Text;

  constructor(status: 400 | 413 | 415, text: Text) {
    super(text.en);
    this.name = 'BodyFault';
    this.status = status;
    this.text = text;
  }
}

/**
 * Reads a body of NDJSON as it comes, decoded. Lines that are too long are dropped while they come and only their numbers are kept. Throws `BodyFault`, and what
 * the connection threw when it broke. `holding` is told how many bytes are held as they become more, and gives the body up by throwing.
 */
export function readBody(
  request: IncomingMessage,
  mostBytes: number,
  pool: SharedMemory,
  holding: (bytes: number) => void = () => undefined,
): Promise<CollectedBody> {
  const declared = Number(request.headers['content-length']);
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = decoderOf(encoding);
  const size = decoder === undefined && Number.isSafeInteger(declared) ? declared : undefined;
  if (size !== undefined && size > mostBytes) return Promise.reject(tooLarge(mostBytes));
  const collector = new BodyCollector(size ?? MOST_LINE_BYTES, MOST_LINE_BYTES, pool);
  return new Promise<CollectedBody>((done, failed) => {
    const source = decoder === undefined ? request : request.pipe(decoder);
    const fail = (error: unknown): void => {
      source.removeAllListeners('data');
      // What is still to come is thrown away, so that the answer can be read.
      request.unpipe().resume();
      decoder?.destroy();
      failed(error);
    };
    source.on('data', (chunk: Buffer) => {
      collector.add(chunk);
      clearSpentPieces(chunk.length);
      try {
        holding(collector.length);
        if (collector.received > mostBytes) fail(tooLarge(mostBytes));
      } catch (error) {
        fail(error);
      }
    });
    source.once('end', () => done(collector.finish()));
    decoder?.once('error', () => fail(garbled(encoding)));
    request.once('error', fail);
    request.once('aborted', () => fail(new Error('The connection ended before the body did')));
  }).catch((error: unknown) => {
    collector.discard();
    throw error;
  });
}

function decoderOf(encoding: string): Transform | undefined {
  switch (encoding) {
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'zstd':
      return createZstdDecompress();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new BodyFault(
        415,
        text(
          `不支持内容编码 ${encoding}；可用 gzip、zstd、deflate、br。`,
          `The content encoding ${encoding} is not known here; gzip, zstd, deflate and br are.`,
        ),
      );
  }
}

const tooLarge = (most: number): BodyFault =>
  new BodyFault(
    413,
    text(
      `请求内容解码后超过 ${most} 字节；请分成较小的批次。`,
      `The body is more than ${most} bytes when decoded; send smaller batches.`,
    ),
  );

const garbled = (encoding: string): BodyFault =>
  new BodyFault(400, text(`请求内容不是完整的 ${encoding}。`, `The body is not whole ${encoding}.`));
