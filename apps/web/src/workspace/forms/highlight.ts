/** A field the office has named, and why. */
export interface Highlight {
  readonly pointer: string;
  readonly reason: string;
}

export const highlightsAt = (highlights: readonly Highlight[], pointer: string): readonly Highlight[] =>
  highlights.filter((highlight) => highlight.pointer === pointer);
