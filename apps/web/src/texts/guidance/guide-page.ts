import { text, type Text } from '@suanjian/rulebook';

export const readers = ['people', 'workers', 'providers', 'offices'] as const;
export type Reader = (typeof readers)[number];

export interface GuidancePoint {
  readonly text: Text;
  /** The clause that it follows, one click away. */
  readonly clause?: string;
  /** Where it can be done, a path of this portal. */
  readonly path?: string;
}

export interface GuidanceSection {
  readonly title: Text;
  readonly points: readonly GuidancePoint[];
}

/** A page of guidance: content, to be edited here. A change of what it says is a new version with its date. */
export interface GuidancePage {
  readonly id: string;
  readonly reader: Reader;
  readonly version: string;
  readonly date: string;
  readonly title: Text;
  readonly lead: Text;
  readonly sections: readonly GuidanceSection[];
}

export const point = (zh: string, en: string, clause?: string, path?: string): GuidancePoint => ({
  text: text(zh, en),
  ...(clause === undefined ? {} : { clause }),
  ...(path === undefined ? {} : { path }),
});

export const section = (zh: string, en: string, ...points: readonly GuidancePoint[]): GuidanceSection => ({
  title: text(zh, en),
  points,
});
