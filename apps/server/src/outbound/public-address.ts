import ipaddr from 'ipaddr.js';

/** Global unicast; everything outside it is local, translated to IPv4 or not given out. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Given out for protocols (tunnels, benchmarking, documentation, overlays), never for a company's server. */
const notForServers = ['2001::/23', '2001:db8::/32', '2002::/16', '3ffe::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);
/** Public by its number, yet answered by the host of a cloud machine. */
const platformAddresses = ['168.63.129.16'].map((address) => ipaddr.IPv4.parse(address));

/**
 * Whether an address, as a resolver or a URL writes it, is one that strangers on the internet have too. Everything else is refused: private,
 * loopback, link-local, shared, multicast, reserved, documentation, and every IPv6 form that carries an IPv4 address.
 */
export const isPublicAddress = (address: string): boolean => {
  // A zone names an interface of this machine.
  if (address.includes('%')) return false;
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const parsed = ipaddr.IPv4.parse(address);
    return parsed.range() === 'unicast' && !platformAddresses.some((platform) => parsed.match(platform, 32));
  }
  if (!ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return (
    parsed.range() === 'unicast' && parsed.match(globalUnicast) && !notForServers.some((range) => parsed.match(range))
  );
};
