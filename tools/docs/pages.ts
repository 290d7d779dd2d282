import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const elsewhere: ReadonlySet<string> = new Set(['node_modules', 'dist', 'data', 'test-results', '.git']);

/** Every page of the documentation, as paths from the root. */
export const markdownFiles = (root: string, folder = root): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !elsewhere.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(root, path);
      return entry.name.endsWith('.md') ? [relative(root, path)] : [];
    });

/** A page without its fenced blocks: links and headings in an example are no links and headings. */
export const withoutFences = (content: string): string =>
  content.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '');

/** What links and pictures point at, without inline code. */
export const linkTargets = (content: string): readonly string[] =>
  [
    ...withoutFences(content)
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
  ].flatMap(([, target]) => target ?? []);

/** The anchor that a heading gets: lower case, punctuation dropped, spaces as hyphens. */
export const anchorOfHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

export interface Heading {
  readonly depth: number;
  readonly title: string;
}

export const headings = (content: string): readonly Heading[] =>
  [...withoutFences(content).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    depth: marks.length,
    title,
  }));

/** Everything inside a page that a link may name. */
export const anchors = (content: string): ReadonlySet<string> =>
  new Set([
    ...headings(content).map(({ title }) => anchorOfHeading(title)),
    ...[...content.matchAll(/<a id="([^"]+)">/g)].flatMap(([, id]) => id ?? []),
  ]);

/** The lines of the fenced shell blocks, with continued lines joined and comments dropped. */
export const shellLines = (content: string): readonly string[] =>
  [...content.matchAll(/^`{3}(?:sh|bash)\n([\s\S]*?)^`{3}/gm)]
    .flatMap(([, block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n'))
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

/** Commands in shell blocks and in inline code that begin with a word, without the word itself and settings before it. */
export const commandsOf = (content: string, program: RegExp): readonly string[] => {
  const inline = [...withoutFences(content).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);
  return [...shellLines(content), ...inline]
    .map((line) => line.replace(/^(?:[A-Z_]+=\S+ )+/, ''))
    .flatMap((line) => {
      const found = program.exec(line);
      return found === null ? [] : [line.slice(found[0].length).trim()];
    });
};

export const readPage = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
