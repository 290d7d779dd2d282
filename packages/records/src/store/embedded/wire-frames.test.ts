import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, type Frame } from './wire-frames.ts';

const message = (type: string, body: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(5 + body.length);
  bytes[0] = type.charCodeAt(0);
  new DataView(bytes.buffer).setInt32(1, 4 + body.length);
  bytes.set(body, 5);
  return bytes;
};

const untyped = (code: number, body: Uint8Array = new Uint8Array(0)): Uint8Array => {
  const bytes = new Uint8Array(8 + body.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, bytes.length);
  view.setInt32(4, code);
  bytes.set(body, 8);
  return bytes;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const startup = untyped(196_608, new TextEncoder().encode('user\0postgres\0\0'));

const messagesOf = (frames: readonly Frame[]): Uint8Array =>
  joined(frames.flatMap((frame) => (frame.kind === 'messages' ? [frame.bytes] : [])));

describe('reading the wire protocol', () => {
  it('tells requests for encryption and cancelling from the start of a session', () => {
    const read = createFrameReader();
    const frames = read(
      joined([
        untyped(80_877_103),
        untyped(80_877_102),
        startup,
        message('Q', new Uint8Array(3)),
        message('X', new Uint8Array(0)),
      ]),
    );
    expect(frames.map(({ kind }) => kind)).toEqual([
      'encryption-request',
      'cancel-request',
      'startup',
      'messages',
      'terminate',
    ]);
  });

  it('puts the same whole messages together however the bytes arrive', () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(400), { maxLength: 10 }), (contents, cuts) => {
        const sent = contents.map((body) => message('D', body));
        const bytes = joined([startup, ...sent]);
        const places = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].sort((a, b) => a - b);
        const read = createFrameReader();
        const frames = places.slice(1).flatMap((end, index) => read(bytes.slice(places[index], end)));
        expect(frames.filter(({ kind }) => kind === 'startup')).toEqual([{ kind: 'startup', bytes: startup }]);
        expect(messagesOf(frames)).toEqual(joined(sent));
        for (const frame of frames) {
          if (frame.kind === 'messages') expect(frame.bytes[0]).toBe('D'.charCodeAt(0));
        }
      }),
    );
  });
});
