/** The product's two languages, equal in rank. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A sentence for people, in both languages. Whatever a person may read is one of these, never a bare string. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const text = (zh: string, en: string): Text => ({ zh, en });
