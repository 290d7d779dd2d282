import type { ReactNode } from 'react';

export type PanelName =
  | 'form'
  | 'comparison'
  | 'contradictions'
  | 'differences'
  | 'attachments'
  | 'grading'
  | 'correspondence'
  | 'notes'
  | 'timeline';

export interface Panel {
  readonly name: PanelName;
  readonly title: string;
  readonly content: ReactNode;
}
