import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Buffer): string => data.toString('base64url');

/** As much of CBOR as an attestation needs. */
const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};
const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const string = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (...entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);

const userPresent = 0x01;
const personVerified = 0x04;
const hasCredential = 0x40;

export interface AuthenticatorOptions {
  readonly origin: string;
  readonly rpId: string;
  /** Whether it asks for its person (a finger, a code) and says so. */
  readonly verifiesPerson: boolean;
}

/** A passkey in software: makes the credentials a browser would hand over. */
export const createSoftwareAuthenticator = ({ origin, rpId, verifiesPerson }: AuthenticatorOptions) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  let counter = 0;
  const flags = userPresent | (verifiesPerson ? personVerified : 0);
  const counted = (): Buffer => {
    counter += 1;
    const written = Buffer.alloc(4);
    written.writeUInt32BE(counter);
    return written;
  };
  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const common = {
    id: base64url(credentialId),
    rawId: base64url(credentialId),
    type: 'public-key',
    clientExtensionResults: {},
  };
  return {
    register: (challenge: string) => {
      const key = map(
        [integer(1), integer(2)],
        [integer(3), integer(-7)],
        [integer(-1), integer(1)],
        [integer(-2), bytes(Buffer.from(x, 'base64url'))],
        [integer(-3), bytes(Buffer.from(y, 'base64url'))],
      );
      const authData = Buffer.concat([
        sha256(rpId),
        Buffer.from([flags | hasCredential]),
        counted(),
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        key,
      ]);
      const attestationObject = map(
        [string('fmt'), string('none')],
        [string('attStmt'), map()],
        [string('authData'), bytes(authData)],
      );
      return {
        ...common,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge)),
          attestationObject: base64url(attestationObject),
          transports: ['internal'],
        },
      };
    },
    authenticate: (challenge: string) => {
      const data = clientData('webauthn.get', challenge);
      const authenticatorData = Buffer.concat([sha256(rpId), Buffer.from([flags]), counted()]);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
        },
      };
    },
  };
};
