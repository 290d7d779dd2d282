/** Whether passkeys can be made at this address; `localhost` where the same machine has a name that can. */
export type PasskeyPlace = 'here' | 'localhost' | 'domain' | 'insecure' | 'unusable';

interface Surroundings {
  readonly hostname: string;
  readonly secure: boolean;
  readonly able: boolean;
}

const isLoopbackNumber = (hostname: string): boolean => /^127(?:\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';
const isNumber = (hostname: string): boolean => /^[\d.]+$/.test(hostname) || hostname.startsWith('[');

export const passkeyPlaceOf = ({ hostname, secure, able }: Surroundings): PasskeyPlace => {
  if (isLoopbackNumber(hostname)) return 'localhost';
  if (isNumber(hostname)) return 'domain';
  if (!secure) return 'insecure';
  return able ? 'here' : 'unusable';
};

export const passkeyPlace = (): PasskeyPlace =>
  passkeyPlaceOf({
    hostname: window.location.hostname,
    secure: window.isSecureContext,
    able:
      typeof PublicKeyCredential === 'function' &&
      typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function',
  });

/** This page at the name of the machine. */
export const atLocalhost = (href: string): string => {
  const address = new URL(href);
  address.hostname = 'localhost';
  return address.href;
};
