/** What a client's bytes ask for, message by message, as far as the worker must know. */
export type Frame =
  | { readonly kind: 'encryption-request' }
  | { readonly kind: 'cancel-request' }
  | { readonly kind: 'startup'; readonly bytes: Uint8Array }
  | { readonly kind: 'messages'; readonly bytes: Uint8Array }
  | { readonly kind: 'terminate' };

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;
const terminate = 'X'.charCodeAt(0);

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
};

/**
 * Cuts a byte stream of the PostgreSQL wire protocol (client's side) into whole messages, since the engine needs them whole. Regular
 * messages that arrive together stay together: the engine answers them in one go.
 */
export const createFrameReader = (): ((chunk: Uint8Array) => Frame[]) => {
  let pending: Uint8Array = new Uint8Array(0);
  let started = false;

  const takeStartup = (): Frame | undefined => {
    if (pending.length < 8) return undefined;
    const view = new DataView(pending.buffer, pending.byteOffset, pending.byteLength);
    const length = view.getInt32(0);
    if (pending.length < length) return undefined;
    const code = view.getInt32(4);
    const bytes = pending.slice(0, length);
    pending = pending.subarray(length);
    if (code === sslRequest || code === gssRequest) return { kind: 'encryption-request' };
    if (code === cancelRequest) return { kind: 'cancel-request' };
    started = true;
    return { kind: 'startup', bytes };
  };

  /** The end of the last whole message in `pending`, and whether a Terminate message was met there. */
  const wholeMessages = (): { end: number; terminated: boolean } => {
    const view = new DataView(pending.buffer, pending.byteOffset, pending.byteLength);
    let end = 0;
    while (end + 5 <= pending.length) {
      if (pending[end] === terminate) return { end, terminated: true };
      const next = end + 1 + view.getInt32(end + 1);
      if (next > pending.length) break;
      end = next;
    }
    return { end, terminated: false };
  };

  return (chunk) => {
    pending = joined(pending, chunk);
    const frames: Frame[] = [];
    for (let frame = started ? undefined : takeStartup(); frame !== undefined;) {
      frames.push(frame);
      frame = frame.kind === 'startup' ? undefined : takeStartup();
    }
    if (!started) return frames;
    const { end, terminated } = wholeMessages();
    if (end > 0) frames.push({ kind: 'messages', bytes: pending.slice(0, end) });
    pending = pending.slice(end);
    if (terminated) frames.push({ kind: 'terminate' });
    return frames;
  };
};
