import { isIP } from 'node:net';
import { OutboundFault } from './faults.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address a name has, or none. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>;

/** An address that was taken apart and checked, with the only addresses a connection may go to. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly [ResolvedAddress, ...ResolvedAddress[]];
}

const longestAddress = 2000;

/** Ports of mail, shells and the like are closed: an HTTP request can be read as their language. */
const isUsablePort = (port: string): boolean => port === '' || port === '80' || port === '443' || Number(port) >= 1024;

/** The parser of URLs also makes one spelling out of the many that an IPv4 address may have. @throws OutboundFault `address-unusable` */
export const usableUrl = (address: string, base?: URL): URL => {
  const url = address.length <= longestAddress ? URL.parse(address, base) : null;
  const usable =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.hostname !== '' &&
    isUsablePort(url.port);
  if (!usable) throw new OutboundFault('address-unusable');
  url.hash = '';
  return url;
};

const familyOf = (host: string): 4 | 6 | undefined => {
  const family = isIP(host);
  return family === 4 || family === 6 ? family : undefined;
};

/** One forbidden address among several refuses the name: which one a connection takes is decided too late to be asked. @throws OutboundFault */
export const checkedTarget = async (
  url: URL,
  resolve: Resolve,
  permits: (address: string) => boolean,
): Promise<Target> => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = familyOf(host);
  let found: readonly ResolvedAddress[];
  try {
    found = family === undefined ? await resolve(host) : [{ address: host, family }];
  } catch (error) {
    throw new OutboundFault('name-unknown', { cause: error });
  }
  const [first, ...rest] = found;
  if (first === undefined) throw new OutboundFault('name-unknown');
  if (!found.every(({ address }) => permits(address))) throw new OutboundFault('address-forbidden');
  return { url, addresses: [first, ...rest] };
};
