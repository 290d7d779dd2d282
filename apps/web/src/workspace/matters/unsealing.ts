import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useState } from 'react';
import type { Sealed } from '../client/matters.ts';
import { useUnsealedMatter } from '../client/queries.ts';

export interface Unsealing {
  /** With the sealed values that were asked for; masked again once the matter has moved on. */
  readonly reading: MatterReadingAnswer;
  readonly shown: readonly Sealed[];
  /** What was shown until the matter moved on. */
  readonly hidden: readonly Sealed[];
  readonly show: (...kinds: readonly Sealed[]) => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

type Positioned = Pick<MatterReadingAnswer, 'position'>;

/** Whether what was shown is still what the matter says. What was asked for after the last move may be newer than the masked reading. */
export const stillShown = (masked: Positioned, askedAt: number, unsealed: Positioned | undefined): boolean =>
  Math.max(askedAt, unsealed?.position ?? 0) >= masked.position;

/** Sealed values on a page: read when somebody asks, kept while the matter stays where it is, and never read again by themselves. */
export const useUnsealing = (masked: MatterReadingAnswer): Unsealing => {
  const [asked, setAsked] = useState<{ kinds: readonly Sealed[]; at: number; times: number }>({
    kinds: [],
    at: 0,
    times: 0,
  });
  const { data, isFetching, error } = useUnsealedMatter(masked.kind, masked.id, asked.kinds, asked.times);
  const valid = stillShown(masked, asked.at, data);
  const shown = valid ? asked.kinds : [];
  return {
    reading: valid && data !== undefined ? data : masked,
    shown,
    hidden: valid ? [] : asked.kinds,
    show: (...kinds) =>
      setAsked(({ times }) => ({ kinds: [...new Set([...shown, ...kinds])], at: masked.position, times: times + 1 })),
    pending: isFetching,
    error: valid ? error : null,
  };
};
