/** A page of the documentation that is made from the code. `path` is relative to the repository's root, with slashes. */
export interface GeneratedPage {
  readonly path: string;
  readonly content: string;
}

/** Says on the page itself that it is made, so that nobody edits it by hand. */
export const generatedNotice = (source: string): string =>
  `<!-- Generated from ${source} by \`npm run generate\`. Change the source, not this page. -->`;
