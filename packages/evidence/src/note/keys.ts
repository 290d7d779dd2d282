import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { text } from '@suanjian/rulebook';
import { base64, fromBase64, utf8 } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import { checkedKeyName } from './name.ts';

/** Signature types of C2SP signed-note this software makes and checks. */
export const signatureTypes = { note: 0x01, cosignature: 0x04 } as const;

/** `note`: plain Ed25519 over the text, what a log signs with. `cosignature`: Ed25519 over the time and the text (tlog-cosignature), what a witness signs with. */
export type KeyKind = keyof typeof signatureTypes;

/** What a signature is checked with: a vkey, read. */
export interface Verifier {
  readonly name: string;
  readonly kind: KeyKind;
  /** The key id of signature lines: four bytes as lower-case hexadecimal. */
  readonly id: string;
  /** The key as C2SP writes it: `name+id+base64(type || public key)`. */
  readonly encoded: string;
  /** Whether this Ed25519 signature over exactly these bytes is this key's. */
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** What signs. The private half never leaves it but through `exported`. */
export interface Signer {
  readonly verifier: Verifier;
  /** Ed25519 over exactly these bytes: 64 bytes, the same every time. */
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** The secret as Go's note package writes it: `PRIVATE+KEY+name+id+base64(type || seed)`. */
  readonly exported: () => string;
}

const KEY_LENGTH = 32;
/** What DER puts before the 32 bytes of an Ed25519 key (RFC 8410): the private seed, the public key. */
const SEED_WRAPPER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_WRAPPER = Buffer.from('302a300506032b6570032100', 'hex');
const SECRET_START = 'PRIVATE+KEY+';

/**
 * A signer from a name and the 32 random bytes that are its secret. Give a witness (`cosignature`) and a log (`note`) different secrets: a key that signs
 * two kinds of statement can be made to say one by asking for the other.
 */
export function signerFrom(name: string, seed: Uint8Array, kind: KeyKind = 'note'): Signer {
  if (seed.length !== KEY_LENGTH) {
    throw new EvidenceFault(text('Ed25519 私钥种子须为 32 字节', 'The secret of an Ed25519 key is 32 bytes'));
  }
  const secret = createPrivateKey({ key: Buffer.concat([SEED_WRAPPER, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret);
  const verifier = verifierOf(checkedKeyName(name), kind, publicKey);
  const kept = Buffer.from(seed);
  return {
    verifier,
    sign: (message) => sign(null, message, secret),
    exported: () => `${SECRET_START}${name}+${verifier.id}+${base64(Buffer.concat([typeByte(kind), kept]))}`,
  };
}

/** Reads `PRIVATE+KEY+name+id+base64`; throws an `EvidenceFault` that repeats nothing of the secret. */
export function parseSigner(encoded: string): Signer {
  const fault = new EvidenceFault(text('私钥编码有误', 'This is not an encoded private key'));
  const parts = encoded.startsWith(SECRET_START) ? parseEncoded(encoded.slice(SECRET_START.length)) : undefined;
  if (parts === undefined) throw fault;
  const signer = signerFrom(parts.name, parts.key, parts.kind);
  if (signer.verifier.id !== parts.id) throw fault;
  return signer;
}

/** Reads a vkey, `name+id+base64`; throws an `EvidenceFault` where anything of it is not as it should be. */
export function parseVerifier(encoded: string): Verifier {
  const parts = parseEncoded(encoded);
  const verifier =
    parts &&
    verifierOf(
      checkedKeyName(parts.name),
      parts.kind,
      createPublicKey({ key: Buffer.concat([PUBLIC_WRAPPER, parts.key]), format: 'der', type: 'spki' }),
    );
  if (verifier === undefined || verifier.id !== parts?.id) {
    throw new EvidenceFault(
      text(
        `验证公钥编码有误：${JSON.stringify(encoded)}`,
        `This is not an encoded verifier key: ${JSON.stringify(encoded)}`,
      ),
    );
  }
  return verifier;
}

/** C2SP signed-note: the first four bytes of SHA-256(name || newline || type || public key). */
export const keyId = (name: string, kind: KeyKind, publicKey: Uint8Array): string =>
  hash('sha256', Buffer.concat([utf8(`${name}\n`), typeByte(kind), publicKey]), 'hex').slice(0, 8);

function verifierOf(name: string, kind: KeyKind, publicKey: KeyObject): Verifier {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_WRAPPER.length);
  const id = keyId(name, kind, raw);
  return {
    name,
    kind,
    id,
    encoded: `${name}+${id}+${base64(Buffer.concat([typeByte(kind), raw]))}`,
    verify: (message, signature) => signature.length === 64 && verify(null, message, publicKey, signature),
  };
}

interface Encoded {
  readonly name: string;
  readonly id: string;
  readonly kind: KeyKind;
  readonly key: Uint8Array;
}

/** `name+id+base64`; a plus sign may stand in the base64 only. */
function parseEncoded(encoded: string): Encoded | undefined {
  const [, name = '', id = '', data = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(encoded) ?? [];
  const bytes = fromBase64(data);
  const kind = kinds.find((candidate) => signatureTypes[candidate] === bytes?.[0]);
  if (bytes === undefined || kind === undefined || bytes.length !== 1 + KEY_LENGTH) return undefined;
  return { name, id, kind, key: bytes.subarray(1) };
}

const kinds: readonly KeyKind[] = ['note', 'cosignature'];
const typeByte = (kind: KeyKind): Uint8Array => Uint8Array.of(signatureTypes[kind]);
