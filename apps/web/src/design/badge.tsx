import type { ReactNode } from 'react';
import { toneClass, type Tone } from './tone.ts';

export const Badge = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`badge${toneClass(tone)}`}>{children}</span>
);
