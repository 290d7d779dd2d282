/** A page as a visitor sees it. */
export interface SeenPage {
  /** Where it was found, after redirects. */
  readonly address: string;
  /** What is visible, with a line feed between blocks. */
  readonly text: string;
  readonly links: readonly SeenLink[];
}

export interface SeenLink {
  /** Absolute. */
  readonly address: string;
  /** Its words, or what stands for them. */
  readonly text: string;
}

/** What has to be found on the site of a filed algorithm. */
export interface Sought {
  /** The 21 digits (final/26). */
  readonly number: string;
  /** Addresses of the public record here, in every language. */
  readonly records: readonly string[];
  /** Address of an official register: a link to the record there may go to any page of it. */
  readonly officialRegister?: string;
  /** What was filed to be published: basic principle, mechanism and purpose (final/16). */
  readonly statements: readonly string[];
  /** Where the provider says that it is published. */
  readonly publishedAt?: string;
}
