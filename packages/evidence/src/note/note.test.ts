import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, hex } from '../bytes.ts';
import {
  checkpointText,
  cosignCheckpoint,
  parseCheckpoint,
  parseCheckpointText,
  signCheckpoint,
} from './checkpoint.ts';
import { parseSigner, parseVerifier, signerFrom } from './keys.ts';
import { checkNote, formatNote, parseNote, signNote } from './note.ts';
import { checkCheckpoint } from './trust.ts';

/** The example of Go's note package, the reference implementation. */
const peter = {
  secret: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const enoch = {
  key: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
  line: '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
};
const cryptography =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
/** The example of the C2SP signed-note specification. */
const specification = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

const seed = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const log = signerFrom('suanjian.example/log', seed(1));
const otherLog = signerFrom('suanjian.example/log', seed(2));
const witness = signerFrom('witness.example/one', seed(3), 'cosignature');
const secondWitness = signerFrom('witness.example/two', seed(4), 'cosignature');
const checkpoint = { origin: 'suanjian.example/log', size: 7, root: new Uint8Array(32).fill(9), extensions: [] };

describe('keys', () => {
  it('reads and writes the reference keys', () => {
    const signer = parseSigner(peter.secret);
    expect(signer.exported()).toBe(peter.secret);
    expect(signer.verifier.encoded).toBe(peter.key);
    expect(parseVerifier(peter.key).encoded).toBe(peter.key);
    expect(parseVerifier(peter.key)).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3', kind: 'note' });
  });

  it('makes the same key from a secret as the platform does', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
    const known = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
    const { encoded } = signerFrom('a', secret).verifier;
    expect(encoded.endsWith(`+${base64(Buffer.concat([Uint8Array.of(1), known]))}`)).toBe(true);
  });

  it('keeps note keys and witness keys of one secret apart', () => {
    const note = signerFrom('a', seed(5));
    const cosigner = signerFrom('a', seed(5), 'cosignature');
    expect(note.verifier.id).not.toBe(cosigner.verifier.id);
    expect(parseSigner(cosigner.exported()).verifier.kind).toBe('cosignature');
  });

  it('is not changed by what happens to the bytes it was made from', () => {
    const bytes = seed(6);
    const signer = signerFrom('a', bytes);
    const before = signer.exported();
    bytes.fill(0);
    expect(signer.exported()).toBe(before);
  });

  it('reads no part of a key and no altered key', () => {
    for (let from = 0; from < peter.key.length; from += 1) {
      for (let to = from + 1; to <= peter.key.length; to += 1) {
        if (from === 0 && to === peter.key.length) continue;
        expect(() => parseVerifier(peter.key.slice(from, to))).toThrow();
      }
    }
    for (const [encoded, parse] of [
      [peter.key, parseVerifier],
      [peter.secret, parseSigner],
    ] as const) {
      for (let at = 0; at < encoded.length; at += 1) {
        const mangled = `${encoded.slice(0, at)}${String.fromCharCode(encoded.charCodeAt(at) + 1)}${encoded.slice(at + 1)}`;
        expect(() => parse(mangled), mangled).toThrow();
      }
    }
    // A key of the wrong length and an unknown type, both with fitting ids.
    expect(() => parseVerifier('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==')).toThrow();
    expect(() => parseVerifier('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toThrow();
  });

  it('says nothing of a secret in its refusal', () => {
    expect(() => parseSigner(`${peter.secret}A`)).toThrow(/^This is not an encoded private key$/);
  });

  it.each(['', 'a b', 'a+b', 'a\nb', 'a\u3000b', 'a\u00a0b', 'a\u2028b', '\ud800', 'a\u0000'])(
    'refuses the name %j',
    (name) => {
      expect(() => signerFrom(name, seed(1))).toThrow(/key name/);
    },
  );
});

describe('notes', () => {
  it('signs and checks as the reference does', () => {
    expect(signNote(cryptography, [parseSigner(peter.secret)])).toBe(`${cryptography}\n${peter.line}`);
    const verifiers = [peter.key, enoch.key].map(parseVerifier);
    const check = checkNote(parseNote(`${cryptography}\n${peter.line}${enoch.line}`), verifiers);
    expect(check).toMatchObject({ outcome: 'checked', signatures: [{ name: 'PeterNeumann' }, { name: 'EnochRoot' }] });
    const example = checkNote(parseNote(specification.note), [parseVerifier(specification.key)]);
    expect(example).toMatchObject({ outcome: 'checked', signatures: [{ id: '530d903a' }] });
  });

  it('passes over unknown keys, counts a key once and is condemned by one false line of a known key', () => {
    const note = `${cryptography}\n${enoch.line}${peter.line}${peter.line}`;
    expect(checkNote(parseNote(note), [parseVerifier(peter.key)])).toMatchObject({
      outcome: 'checked',
      signatures: [{ name: 'PeterNeumann' }],
    });
    expect(checkNote(parseNote(note), [])).toEqual({ outcome: 'checked', signatures: [] });
    const forged = note.replace('answer', 'Answer');
    expect(checkNote(parseNote(forged), [parseVerifier(peter.key)])).toEqual({
      outcome: 'false-signature',
      name: 'PeterNeumann',
      id: 'c74f20a3',
    });
  });

  it('keeps blank lines in the text', () => {
    const body = 'first\n\nsecond\n\n\nthird\n';
    const parsed = parseNote(signNote(body, [log]));
    expect(parsed.text).toBe(body);
    expect(checkNote(parsed, [log.verifier])).toMatchObject({ outcome: 'checked', signatures: [{ kind: 'note' }] });
  });

  it('reads back what it writes', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((value) => !/\p{Cc}/u.test(value) && value.isWellFormed());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const body = `${lines.join('\n')}\n`;
        const note = signNote(body, [log, otherLog]);
        const parsed = parseNote(note);
        expect(parsed.text).toBe(body);
        expect(formatNote(parsed)).toBe(note);
        expect(checkNote(parsed, [otherLog.verifier])).toMatchObject({ signatures: [{ id: otherLog.verifier.id }] });
      }),
    );
  });

  it.each([
    ['no signature', 'text\n'],
    ['an empty block', 'text\n\n'],
    ['no last newline', `text\n\n${peter.line.slice(0, -1)}`],
    ['a hyphen for the dash', `text\n\n${peter.line.replace('—', '-')}`],
    ['two blanks', `text\n\n${peter.line.replace('— ', '—  ')}`],
    ['something behind', `text\n\n${peter.line.replace('\n', ' x\n')}`],
    ['a carriage return', `text\r\n\n${peter.line}`],
    ['a tab in the text', `te\txt\n\n${peter.line}`],
    ['padding left out', `text\n\n${peter.line.replace('=', '')}`],
    ['letters for URLs', `text\n\n${peter.line.replaceAll('/', '_')}`],
    ['too short a signature', 'text\n\n— a AAAA\n'],
    ['a plus in the name', `text\n\n${peter.line.replace('Peter', 'Peter+')}`],
    ['a lone surrogate', `te\ud800xt\n\n${peter.line}`],
    ['a hundred and one signatures', `text\n\n${peter.line.repeat(101)}`],
    ['a million letters', `${'a'.repeat(1_000_000)}\n\n${peter.line}`],
  ])('refuses a note with %s', (_name, note) => {
    expect(() => parseNote(note)).toThrow(/not a signed note|key name/);
  });

  it('refuses to sign half a line, without a key, or with the key of a witness', () => {
    expect(() => signNote('text', [log])).toThrow(/newline/);
    expect(() => signNote('text\n', [])).toThrow(/signature/);
    expect(() => signNote('text\n', [witness])).toThrow(/witness/);
  });
});

describe('checkpoints', () => {
  it('writes and reads the example of the specification', () => {
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const read = parseCheckpointText(body);
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] });
    expect(hex(read.root)).toBe('0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62');
    expect(checkpointText(read)).toBe(body);
  });

  const root = base64(checkpoint.root);
  it.each([
    ['a zero in front', `a\n07\n${root}\n`],
    ['a sign', `a\n+7\n${root}\n`],
    ['a size no double holds', `a\n9007199254740992\n${root}\n`],
    ['a short root', `a\n7\nAAAA\n`],
    ['no origin', `\n7\n${root}\n`],
    ['no last newline', `a\n7\n${root}`],
    ['an empty further line', `a\n7\n${root}\n\nx\n`],
    ['two lines', 'a\n7\n'],
    ['a blank in the origin', `a b\n7\n${root}\n`],
  ])('refuses %s', (_name, body) => {
    expect(() => parseCheckpointText(body)).toThrow();
  });

  it('keeps further lines', () => {
    const body = checkpointText({ ...checkpoint, extensions: ['one', 'two'] });
    expect(parseCheckpointText(body).extensions).toEqual(['one', 'two']);
    expect(() => checkpointText({ ...checkpoint, extensions: [''] })).toThrow();
  });

  it('is signed only by a key with the name of the log', () => {
    expect(() => signCheckpoint(checkpoint, signerFrom('another', seed(1)))).toThrow(/name of the log/);
    expect(parseCheckpoint(signCheckpoint(checkpoint, log)).checkpoint).toMatchObject({
      origin: checkpoint.origin,
      size: 7,
    });
  });
});

describe('trust in a checkpoint', () => {
  const signed = signCheckpoint(checkpoint, log);
  const cosigned = cosignCheckpoint(cosignCheckpoint(signed, witness, 1_790_000_000), secondWitness, 1_790_000_100);
  const witnesses = [witness.verifier, secondWitness.verifier];

  it('is the same bytes as a cosignature of the specification: id, time, signature over the time and the text', () => {
    const line = parseNote(cosigned).signatures.at(1);
    expect(line?.id).toBe(witness.verifier.id);
    const stamp = Buffer.from(line?.signature.subarray(0, 8) ?? []).readBigUInt64BE(0);
    expect(stamp).toBe(1_790_000_000n);
    const message = Buffer.from(`cosignature/v1\ntime 1790000000\n${checkpointText(checkpoint)}`);
    expect(witness.verifier.verify(message, line?.signature.subarray(8) ?? new Uint8Array(0))).toBe(true);
  });

  it('names the log and the witnesses with their times', () => {
    expect(checkCheckpoint(cosigned, { logs: [log.verifier], witnesses, quorum: 2 })).toMatchObject({
      outcome: 'trusted',
      checkpoint: { size: 7 },
      log: { id: log.verifier.id },
      witnesses: [{ time: 1_790_000_000 }, { time: 1_790_000_100 }],
    });
  });

  it('replaces a witness that signs again', () => {
    const again = cosignCheckpoint(cosigned, witness, 1_790_009_999);
    expect(parseNote(again).signatures).toHaveLength(3);
    expect(checkCheckpoint(again, { logs: [log.verifier], witnesses })).toMatchObject({
      witnesses: [{ time: 1_790_000_100 }, { time: 1_790_009_999 }],
    });
  });

  it.each<readonly [string, string, Parameters<typeof checkCheckpoint>[1], string]>([
    ['no key', cosigned, { logs: [] }, 'not-signed-by-trusted-log'],
    ['another key of the same name', cosigned, { logs: [otherLog.verifier] }, 'not-signed-by-trusted-log'],
    ['the key of another log', cosigned, { logs: [signerFrom('x', seed(1)).verifier] }, 'not-signed-by-trusted-log'],
    ['a witness in place of the log', cosigned, { logs: [witness.verifier] }, 'not-signed-by-trusted-log'],
    ['too few witnesses', signed, { logs: [log.verifier], witnesses, quorum: 1 }, 'too-few-witnesses'],
    ['another size', cosigned.replace('\n7\n', '\n8\n'), { logs: [log.verifier] }, 'false-signature'],
    ['no note', 'nonsense', { logs: [log.verifier] }, 'malformed'],
  ])('is refused with %s', (_name, note, trust, reason) => {
    expect(checkCheckpoint(note, trust)).toMatchObject({ outcome: 'refused', reason });
  });

  it('is refused with a cosignature whose time was changed', () => {
    const parsed = parseNote(cosigned);
    const signatures = parsed.signatures.map((line) => {
      if (line.id !== witness.verifier.id) return line;
      const signature = Buffer.from(line.signature);
      signature.writeBigUInt64BE(1_790_000_001n, 0);
      return { ...line, signature };
    });
    const changed = formatNote({ text: parsed.text, signatures });
    expect(checkCheckpoint(changed, { logs: [log.verifier], witnesses })).toMatchObject({ reason: 'false-signature' });
    expect(checkCheckpoint(changed, { logs: [log.verifier] })).toMatchObject({ outcome: 'trusted', witnesses: [] });
  });

  it('does not take a key twice under one name for two witnesses', () => {
    const twin = signerFrom(witness.verifier.name, seed(8), 'cosignature');
    const note = cosignCheckpoint(cosignCheckpoint(signed, witness, 1), twin, 2);
    const trust = { logs: [log.verifier], witnesses: [witness.verifier, twin.verifier], quorum: 2 };
    expect(checkCheckpoint(note, trust)).toMatchObject({ reason: 'too-few-witnesses' });
  });

  it('is cosigned only by the key of a witness at a whole second', () => {
    expect(() => cosignCheckpoint(signed, otherLog, 1)).toThrow(/witness/);
    expect(() => cosignCheckpoint(signed, witness, 1.5)).toThrow(/seconds/);
  });
});
