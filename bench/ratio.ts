/** One claim about speed, measured as a ratio of two things in the same run on the same machine. */
export interface Ratio {
  /** What is claimed, in a sentence. */
  readonly claim: string;
  readonly ratio: number;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
  /** The figures behind the ratio, with their units in their names. */
  readonly details: Readonly<Record<string, number | string>>;
}

/** What `bench/<name>.bench.ts` exports. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Ratio[]>;
}

/** Whether the claim holds. A ratio that is not a number keeps no claim. */
export function holds({ ratio, limit }: Ratio): boolean {
  if (!Number.isFinite(ratio)) return false;
  return 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast;
}

export function describeLimit({ limit }: Ratio): string {
  return 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`;
}
