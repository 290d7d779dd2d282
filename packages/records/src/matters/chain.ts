import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Precedes the first event of every stream. */
export const chainStart = '0'.repeat(64);

/** What is stored of an event: sealed values are ciphertext here, so that erasing a key leaves the chain intact. */
export interface StoredEvent {
  readonly matter: string;
  readonly kind: string;
  readonly position: number;
  readonly type: string;
  readonly payload: unknown;
  readonly at: string;
  readonly on: string;
  readonly actor: unknown;
  readonly command: string;
  readonly edition: string;
  readonly reason: string | null;
  /** Hash of the event before it. */
  readonly previous: string;
}

/** SHA-256 over the canonical JSON (RFC 8785) of the event, in hexadecimal. */
export const eventHash = (event: StoredEvent): string => {
  const canonical = canonicalize(event);
  if (canonical === undefined) throw new TypeError('an event must be plain JSON');
  return hash('sha256', canonical, 'hex');
};

/** SHA-256 over the canonical JSON of any request, to know a repeated one. */
export const requestHash = (request: unknown): string => hash('sha256', canonicalize(request) ?? 'null', 'hex');
