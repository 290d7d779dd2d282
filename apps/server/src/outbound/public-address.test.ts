import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutbound } from './outbound.ts';
import { OutboundFault } from './faults.ts';
import { isPublicAddress } from './public-address.ts';
import type { ResolvedAddress } from './target.ts';

type Quad = readonly [number, number, number, number];

const byte = fc.integer({ min: 0, max: 255 });
const within = (first: number, second: fc.Arbitrary<number> = byte): fc.Arbitrary<Quad> =>
  fc.tuple(fc.constant(first), second, byte, byte);

const forbiddenQuad: fc.Arbitrary<Quad> = fc.oneof(
  within(0),
  within(10),
  within(127),
  within(100, fc.integer({ min: 64, max: 127 })),
  within(169, fc.constant(254)),
  within(172, fc.integer({ min: 16, max: 31 })),
  within(192, fc.constant(168)),
  within(198, fc.integer({ min: 18, max: 19 })),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);

const numberOf = ([a, b, c, d]: Quad): number => ((a * 256 + b) * 256 + c) * 256 + d;
const hexadecimal = (value: number): string => `0x${value.toString(16)}`;
const octal = (value: number): string => `0${value.toString(8)}`;
const groups = ([a, b, c, d]: Quad): string => `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

/** The ways in which one IPv4 address is written in addresses that software takes. */
const spellings: readonly ((quad: Quad) => string)[] = [
  (quad) => quad.join('.'),
  (quad) => `${quad.join('.')}.`,
  (quad) => String(numberOf(quad)),
  (quad) => hexadecimal(numberOf(quad)),
  (quad) => hexadecimal(numberOf(quad)).toUpperCase(),
  (quad) => octal(numberOf(quad)),
  (quad) => quad.map(hexadecimal).join('.'),
  (quad) => quad.map(octal).join('.'),
  ([a, b, c, d]) => `${a}.${numberOf([0, b, c, d])}`,
  ([a, b, c, d]) => `${a}.${octal(b)}.${c * 256 + d}`,
  ([a, b, c, d]) => `${a}%2E${b}.${c}.${d}`,
  (quad) => quad.join('。'),
  (quad) => quad.join('.').replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (quad) => `[::ffff:${quad.join('.')}]`,
  (quad) => `[::ffff:${groups(quad)}]`,
  (quad) => `[0:0:0:0:0:FFFF:${groups(quad)}]`,
  (quad) => `[::${quad.join('.')}]`,
  (quad) => `[::ffff:0:${groups(quad)}]`,
  (quad) => `[64:ff9b::${groups(quad)}]`,
  (quad) => `[64:ff9b:1::${groups(quad)}]`,
  (quad) => `[2002:${groups(quad)}::1]`,
  (quad) => `[2001:0:${groups(quad)}::1]`,
];

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'allowed';
  } catch (error) {
    return error instanceof OutboundFault ? error.code : 'something else';
  }
};

const never = async (): Promise<readonly ResolvedAddress[]> => {
  throw new Error('no name should have been looked up');
};

describe('forbidden addresses', () => {
  it('are refused however they are spelled', async () => {
    const outbound = createOutbound({ resolve: never });
    await fc.assert(
      fc.asyncProperty(
        forbiddenQuad,
        fc.constantFrom(...spellings),
        fc.constantFrom('http', 'https', 'HTTP'),
        async (quad, spell, scheme) => {
          const address = `${scheme}://${spell(quad)}/hook`;
          expect([address, await codeOf(outbound.check(address))]).toEqual([address, 'address-forbidden']);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are refused when a name leads to them, alone or among public ones', async () => {
    await fc.assert(
      fc.asyncProperty(forbiddenQuad, fc.boolean(), fc.boolean(), async (quad, mapped, first) => {
        const forbidden: ResolvedAddress = mapped
          ? { address: `::ffff:${quad.join('.')}`, family: 6 }
          : { address: quad.join('.'), family: 4 };
        const open: ResolvedAddress = { address: '8.8.8.8', family: 4 };
        const outbound = createOutbound({ resolve: async () => (first ? [forbidden, open] : [open, forbidden]) });
        expect(await codeOf(outbound.check('https://hooks.example'))).toBe('address-forbidden');
      }),
    );
  });

  it.each([
    '::',
    '::1',
    '::2',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '3ffe::1',
    '5f00::1',
    '2001:10::1',
    '2620:4f:8000::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
    '192.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '192.88.99.1',
    '255.255.255.255',
    '168.63.129.16',
    '169.254.169.254',
    '100.100.100.200',
    'localhost',
    '',
    '8.8.8',
    '0x08080808',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '114.114.114.114',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.5.5.5',
    '2606:4700::1111',
    '2400:3200::1',
    '240e::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'gopher://8.8.8.8/',
    'javascript:alert(1)',
    'unix:/run/docker.sock',
    'http://user@8.8.8.8/',
    'http://user:secret@8.8.8.8/',
    'http://8.8.8.8:25/',
    'http://8.8.8.8:22/',
    'http:///',
    '//8.8.8.8/',
    'http://[fe80::1%25eth0]/',
    'http://8.8.8.256/',
    `http://8.8.8.8/${'a'.repeat(2000)}`,
    '',
  ])('%s is not usable', async (address) => {
    expect(await codeOf(createOutbound({ resolve: never }).check(address))).toBe('address-unusable');
  });

  it('a name without addresses is unknown', async () => {
    expect(await codeOf(createOutbound({ resolve: async () => [] }).check('https://nowhere.example'))).toBe(
      'name-unknown',
    );
    expect(
      await codeOf(
        createOutbound({ resolve: async () => Promise.reject(new Error('ENOTFOUND')) }).check(
          'https://nowhere.example',
        ),
      ),
    ).toBe('name-unknown');
  });
});
