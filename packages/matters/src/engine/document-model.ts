import type { CivilDate, Language, Text } from '@suanjian/rulebook';

/** A paper about a matter as data: what it says and how it is divided, in one language; how it looks is decided where it is printed. */
export interface DocumentModel {
  readonly language: Language;
  readonly title: string;
  /** Under the title, for example which template it follows. */
  readonly subtitle?: string;
  /** Stands at the head of every page and in the file's properties. */
  readonly reference: string;
  /** The day the paper speaks of; the only date that a file made from it carries. */
  readonly date: CivilDate;
  /** Printed beside the title while nobody has signed it. */
  readonly standing?: string;
  /** Who is concerned, in what capacity. */
  readonly parties: readonly Fact[];
  readonly sections: readonly DocumentSection[];
  readonly signatures: readonly SignatureBlock[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface DocumentSection {
  readonly heading: string;
  /** Ids of the clauses it answers, as the rulebook knows them. */
  readonly clauses?: readonly string[];
  readonly blocks: readonly DocumentBlock[];
  readonly sections?: readonly DocumentSection[];
}

export type DocumentBlock =
  /** Line breaks in the text are kept. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'plain' | 'quiet' | 'warning' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | DocumentTable
  | DocumentFigure;

export interface DocumentTable {
  readonly kind: 'table';
  readonly caption?: string;
  /** `share` of the width, relative to the other columns. */
  readonly columns: readonly { readonly heading: string; readonly share: number; readonly align?: 'start' | 'end' }[];
  /** As many cells as there are columns; a missing one is printed empty. */
  readonly rows: readonly (readonly string[])[];
}

export interface DocumentFigure {
  readonly kind: 'figure';
  /** A whole SVG picture that refers to nothing outside itself. */
  readonly svg: string;
  readonly caption: string;
  /** What is to be seen, for who cannot see it. */
  readonly alternative: string;
  /** Of the width of the text, 0 to 1. */
  readonly width: number;
}

export interface SignatureBlock {
  readonly capacity: string;
  /** Empty where it is to be signed by hand. */
  readonly name: string;
  readonly on?: string;
  readonly note?: string;
}

/** What a paper needs to know of a matter besides its state. */
export interface PaperFacts {
  readonly provider: string;
  /** The matter's id, to be found by. */
  readonly reference: string;
  readonly today: CivilDate;
  /** What has happened, as its reader may know it, oldest first. */
  readonly timeline?: readonly PaperEvent[];
  readonly clocks?: readonly PaperClock[];
  /** Matters that were opened on it and that its reader may see. */
  readonly children?: readonly PaperChild[];
  /** How kinds of matter are called, for what refers to one. */
  readonly kinds?: Readonly<Record<string, Text>>;
}

export interface PaperEvent {
  readonly on: CivilDate;
  readonly title: Text;
  /** The organisation that acted. */
  readonly by?: string;
  readonly reason?: string;
}

export interface PaperClock {
  readonly title: Text;
  readonly clause: string;
  readonly due: CivilDate;
  readonly endedOn?: CivilDate;
}

export interface PaperChild {
  readonly kind: string;
  readonly status: string;
  readonly reference: string;
  /** Title of the state it stands in. */
  readonly standing?: Text;
  /** Its own paper in the same language, of kinds that the definition binds into its own (`annexes`). */
  readonly paper?: DocumentModel;
}
