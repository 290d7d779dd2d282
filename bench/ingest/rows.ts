import { createHash } from 'node:crypto';

/** Exposures as a recommender writes them: canonical JSON, every value another one, scores with all their digits. The same seed gives the same bytes. */
export function exposureBatch(rows: number, seed: number): Buffer {
  const random = generator(seed);
  const lines: string[] = [];
  let request = '';
  let user = '';
  let session = '';
  for (let row = 0; row < rows; row += 1) {
    const position = (row % 20) + 1;
    if (position === 1) {
      request = `r-${seed.toString(36)}-${row.toString(36)}`;
      session = `s-${seed.toString(36)}-${Math.floor(row / 60).toString(36)}`;
      user = `p1_${createHash('sha256').update(session).digest('base64url').slice(0, 22)}`;
    }
    lines.push(
      `{"algorithm":"home-feed","author":"a-${Math.floor(random() * 50_000)}","candidates":${200 + Math.floor(random() * 300)},"item":"i-${Math.floor(random() * 1_000_000)}","notice":true,"own":${random() < 0.1},"personalised":true,"position":${position},"provider":"demo-platform","reasons":["followed-author"],"request":"${request}","score":${random()},"session":"${session}","surface":"feed","tags":["football","cooking"],"technique":"personalised","time":${1_780_000_000_000 + seed * 1000 + row},"topic":"sports","user":"${user}"}\n`,
    );
  }
  return Buffer.from(lines.join(''));
}

/** Mulberry32, with 53 bits. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}
