const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app takes from the address in the QR code. */
export const totpSecret = (totpUri: string): string => {
  const encoded = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = Array.from(encoded.replaceAll('=', ''), (character) =>
    alphabet.indexOf(character).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('utf8');
};
