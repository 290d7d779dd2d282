import type { Language, Text } from '@suanjian/rulebook';

/** The world of a command: where it reads, writes and stands. Tests bring their own. */
export interface Terminal {
  readonly language: Language;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Somebody looks on: progress may be drawn, questions asked. */
  readonly interactive: boolean;
  readonly output: { write(chunk: string | Uint8Array): unknown };
  readonly errors: { write(chunk: string): unknown };
  /** Everything that comes in on standard input. */
  readonly input: () => Promise<string>;
  /** Runs another command line in another world: what a service does that gives commands for others. */
  readonly run?: (inputs: readonly string[], world: Omit<Terminal, 'language'>) => Promise<number>;
}

/** Control characters save line ends, tabs and our own colours, and what turns the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unsafe = /(?!\u001b\[\d{1,2}m|[\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Words for people may quote files and strangers: what would drive the terminal, or show something else than stands there, reaches none. */
export const harmless = (words: string): string => words.replaceAll(unsafe, '\ufffd');

export const say = ({ language, output }: Pick<Terminal, 'language' | 'output'>, ...texts: readonly Text[]): void => {
  for (const text of texts) output.write(`${harmless(text[language])}\n`);
};

/** Remarks that are not the answer, so that pipes stay clean. */
export const remark = ({ language, errors }: Pick<Terminal, 'language' | 'errors'>, text: Text): void => {
  errors.write(`${harmless(text[language])}\n`);
};

export const sayJson = ({ output }: Pick<Terminal, 'output'>, value: unknown): void => {
  output.write(`${JSON.stringify(value, null, 2)}\n`);
};

const widthOf = (words: string): number =>
  Array.from(words).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);

/** Columns as wide as their widest cell; Chinese characters count double. */
export const table = (given: readonly (readonly string[])[]): string => {
  const rows = given.map((row) => row.map(harmless));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => `${cell}${' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))}`)
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
