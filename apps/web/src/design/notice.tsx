import type { ReactNode } from 'react';
import { toneClass, type Tone } from './tone.ts';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  /** `alert` for what just went wrong; read out at once. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly children?: ReactNode;
}

export const Notice = ({ tone = 'plain', title, role = 'note', children }: NoticeProps) => (
  <div className={`notice${toneClass(tone)}`} role={role}>
    {title === undefined ? null : <p className="notice-title">{title}</p>}
    {children}
  </div>
);

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly role?: 'status' | 'alert';
}

/** Takes the place of content that is not there: empty, loading, failed. */
export const State = ({ title, role = 'status', children }: StateProps) => (
  <div className="state" role={role}>
    <p className="text-lead font-semibold">{title}</p>
    {children}
  </div>
);
