import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { text } from '@suanjian/rulebook';
import { StoreUnavailable } from '../errors.ts';
import type { WireMessage } from './worker-messages.ts';

/**
 * What `pg` takes for its socket: bytes go over a message port to the engine's thread. `open` is called when `pg` connects and may throw.
 */
export class PortStream extends Duplex {
  readonly #open: () => MessagePort;
  #port: MessagePort | undefined;

  constructor(open: () => MessagePort) {
    super();
    this.#open = open;
  }

  // The part of net.Socket that pg calls.
  connect(): this {
    try {
      const port = this.#open();
      this.#port = port;
      port.on('message', (message: WireMessage) => {
        if ('bytes' in message)
          this.push(Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength));
      });
      // Closed by the engine's side: by us it would be destroyed already.
      port.on('close', () =>
        this.destroy(new StoreUnavailable(text('连接已被数据库一方关闭。', 'the database closed the connection.'))),
      );
      queueMicrotask(() => this.emit('connect'));
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#port?.ref();
    return this;
  }

  unref(): this {
    this.#port?.unref();
    return this;
  }

  override _read(): void {
    // The engine answers only what was asked: there is nothing to slow down.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send([chunk]);
    done();
  }

  /** One query's messages are written together (pg corks the stream), and go over in one piece. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(chunks.map(({ chunk }) => chunk));
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    done();
    this.destroy();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#port?.postMessage({ end: true } satisfies WireMessage);
    this.#port?.close();
    done(error);
  }

  #send(chunks: readonly Buffer[]): void {
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    this.#port?.postMessage({ bytes } satisfies WireMessage, [bytes.buffer]);
  }
}
