import type { ReactNode } from 'react';
import { toneClass, type Tone } from './tone.ts';

export interface TimelineItem {
  readonly key: string;
  readonly when: string;
  readonly title: ReactNode;
  readonly tone?: Tone;
  readonly body?: ReactNode;
}

export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }) => (
  <ol className="timeline">
    {items.map(({ key, when, title, tone = 'plain', body }) => (
      <li key={key} className={toneClass(tone).trim() || undefined}>
        <p className="timeline-when">{when}</p>
        <p className="font-semibold">{title}</p>
        {body}
      </li>
    ))}
  </ol>
);
