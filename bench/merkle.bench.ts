import {
  DIGEST_LENGTH,
  batchRoot,
  batchRootOfLines,
  canonicalJson,
  hashLines,
  hashRows,
  nodeHash,
} from '@suanjian/evidence';
import type { Ratio } from './ratio.ts';

export const name = 'merkle';

const total = 1_000_000;
/** As many rows as a batch of the ingest. */
const batch = 10_000;
const rounds = 9;

const topics = ['体育', '音乐', '美食', '旅行', '科技', '汽车', '教育', '健康'];

/** A record of one shown slot, about as long as the shortest a platform writes; only a few carry Chinese words, most hold ids and numbers. */
const rowOf = (number: number): string => {
  const mixed = (number * 2_654_435_761) % 4_294_967_296;
  return canonicalJson({
    algorithm: 'home-feed',
    author: `a-${mixed % 50_000}`,
    candidates: 200 + (mixed % 300),
    item: `i-${mixed % 1_000_000}`,
    personalised: mixed % 7 !== 0,
    position: 1 + (number % 20),
    provider: 'demo-platform',
    reasons: ['followed-author'],
    request: `r-${Math.floor(number / 20)}`,
    score: (mixed % 10_007) / 10_007,
    surface: 'feed',
    tags: number % 4 === 0 ? [topics[mixed % topics.length] ?? ''] : [`tag-${mixed % 400}`],
    technique: 'personalised',
    time: 1_790_000_000_000 + number * 37,
    user: `p1_${mixed.toString(36).padStart(22, 'q')}`,
  });
};

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

/**
 * One batch after the other, each work on it in turn, so that all meet the same machine; of each batch and work the best of some rounds, because
 * what else the machine does is not measured here, and in a few milliseconds it often does nothing.
 */
const sideBySide = (batches: number, works: readonly ((batch: number) => void)[]): readonly number[] => {
  const best = works.map(() => Array.from({ length: batches }, () => Number.POSITIVE_INFINITY));
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < batches; index += 1) {
      for (const [number, work] of works.entries()) {
        const times = best[number] ?? [];
        times[index] = Math.min(
          times[index] ?? Number.NaN,
          seconds(() => work(index)),
        );
      }
    }
  }
  return best.map((times) => times.reduce((sum, time) => sum + time, 0));
};

/** The same tree with the platform's own hash called for every node: what the project's way is worth. */
const plainRoot = (leaves: Uint8Array): Buffer => {
  let nodes = Array.from({ length: leaves.length / DIGEST_LENGTH }, (_, index) =>
    leaves.subarray(index * DIGEST_LENGTH, (index + 1) * DIGEST_LENGTH),
  );
  while (nodes.length > 1) {
    nodes = nodes.flatMap((left, index) => {
      const right = nodes[index + 1];
      if (index % 2 === 1) return [];
      return [right === undefined ? left : nodeHash(left, right)];
    });
  }
  return Buffer.from(nodes[0] ?? []);
};

const perSecond = (time: number): number => Math.round(total / time);

export const run = async (): Promise<readonly Ratio[]> => {
  const batches = total / batch;
  const texts = Array.from({ length: batches }, (_, index) =>
    Array.from({ length: batch }, (_row, row) => rowOf(index * batch + row)),
  );
  const lines = texts.map((rows) => Buffer.from(rows.map((row) => `${row}\n`).join('')));
  const leaves = lines.map(hashLines);
  for (const [index, hashes] of leaves.entries()) {
    const root = plainRoot(hashes);
    if (!root.equals(batchRootOfLines(linesOf(index))) || !root.equals(batchRoot(textsOf(index)))) {
      throw new Error('The ways to build the tree do not agree');
    }
  }
  const [leavesOfLines = 0, treesOfLines = 0, leavesOfTexts = 0, treesOfTexts = 0, nodesByPlatform = 0] = sideBySide(
    batches,
    [
      (index) => hashLines(linesOf(index)),
      (index) => batchRootOfLines(linesOf(index)),
      (index) => hashRows(textsOf(index)),
      (index) => batchRoot(textsOf(index)),
      (index) => plainRoot(leaves[index] ?? new Uint8Array(0)),
    ],
  );
  const bytes = lines.reduce((sum, { length }) => sum + length, 0);
  const size = { rows: total, rowsPerTree: batch, bytesPerRow: Math.round(bytes / total) };
  return [
    {
      claim: `Building trees over ${total} rows as they lie in a segment runs at no less than 0.8 of the rate of hashing their leaves alone, in one thread`,
      ratio: leavesOfLines / treesOfLines,
      limit: { atLeast: 0.8 },
      details: {
        leavesPerSecond: perSecond(leavesOfLines),
        treeLeavesPerSecond: perSecond(treesOfLines),
        nodesPerSecond: perSecond(treesOfLines - leavesOfLines),
        nodesByPlatformHashPerSecond: perSecond(nodesByPlatform),
        ...size,
      },
    },
    {
      claim:
        'The same from rows as text runs at no less than 0.8 of the rate of hashing their leaves alone, in one thread',
      ratio: leavesOfTexts / treesOfTexts,
      limit: { atLeast: 0.8 },
      details: { leavesPerSecond: perSecond(leavesOfTexts), treeLeavesPerSecond: perSecond(treesOfTexts), ...size },
    },
  ];

  function linesOf(index: number): Buffer {
    return lines[index] ?? Buffer.alloc(0);
  }

  function textsOf(index: number): readonly string[] {
    return texts[index] ?? [];
  }
};
