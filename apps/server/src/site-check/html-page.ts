import type { SeenLink, SeenPage } from './page.ts';

/*
 * Reads a page without a browser: what its HTML says before any script has run. A reader of text and links is all that is needed; nothing of what it
 * finds is ever shown as markup.
 */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (written: string): string =>
  written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hexadecimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff) ? String.fromCodePoint(point) : ' ';
  });

/** Elements whose content nobody reads. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'select']);
const inline: ReadonlySet<string> = new Set(['a', 'b', 'i', 'em', 'strong', 'span', 'small', 'font', 'u', 'code']);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag);
  return found === null ? undefined : decoded(found[1] ?? found[2] ?? found[3] ?? '');
};

const isHidden = (tag: string): boolean =>
  /\shidden(?:\s|=|\/?>)/iu.test(tag) ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(tag, 'style') ?? '');

const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly closing: boolean; readonly name: string; readonly attributes: string };

/** Where a tag ends, quotation marks heeded; every character is looked at once. */
const endOfTag = (html: string, from: number): number => {
  let quote = '';
  for (let index = from; index < html.length; index += 1) {
    const here = html.charAt(index);
    if (quote !== '') {
      if (here === quote) quote = '';
    } else if (here === '"' || here === "'") quote = here;
    else if (here === '>') return index;
  }
  return -1;
};

/** Their content is no markup: it ends at their own closing tag alone. */
const raw: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style'].map((name) => [name, new RegExp(`</${name}`, 'giu')]),
);

const tagStart = /^<(\/?)([a-z][a-z0-9-]{0,40})/iu;

/** In linear time whatever is written: where something never ends, the rest is nothing. */
function* tokensOf(html: string): Generator<Token> {
  for (let index = 0; index < html.length;) {
    const opened = html.indexOf('<', index);
    if (opened === -1) {
      yield { kind: 'text', text: html.slice(index) };
      return;
    }
    if (opened > index) yield { kind: 'text', text: html.slice(index, opened) };
    if (html.startsWith('<!--', opened)) {
      const closed = html.indexOf('-->', opened + 4);
      if (closed === -1) return;
      index = closed + 3;
      continue;
    }
    const [start, closing = '', name = ''] = tagStart.exec(html.slice(opened, opened + 50)) ?? [];
    if (start === undefined && !/[!?]/u.test(html.charAt(opened + 1))) {
      yield { kind: 'text', text: '<' };
      index = opened + 1;
      continue;
    }
    const end = endOfTag(html, opened + 1);
    if (end === -1) return;
    if (start !== undefined)
      yield {
        kind: 'tag',
        closing: closing !== '',
        name: name.toLowerCase(),
        attributes: ` ${html.slice(opened + start.length, end)}>`,
      };
    index = end + 1;
    const rawEnd = closing === '' ? raw.get(name.toLowerCase()) : undefined;
    if (rawEnd !== undefined) {
      rawEnd.lastIndex = index;
      index = rawEnd.exec(html)?.index ?? html.length;
    }
  }
}

/** The text and links of a document. @param address where it came from, for links that are relative */
export const readHtml = (html: string, address: string): SeenPage => {
  const links: SeenLink[] = [];
  const text: string[] = [];
  let base = address;
  /** The element under which nothing is read, and how often it has been opened within itself. */
  let skipping: { readonly name: string; depth: number } | undefined;
  let link: { readonly address: string; readonly words: string[] } | undefined;
  const endLink = (): void => {
    if (link !== undefined) links.push({ address: link.address, text: link.words.join('').trim() });
    link = undefined;
  };
  const say = (words: string): void => {
    text.push(words);
    link?.words.push(words);
  };
  for (const found of tokensOf(html)) {
    if (found.kind === 'text') {
      if (skipping === undefined) say(decoded(found.text));
      continue;
    }
    const { closing, name, attributes } = found;
    if (name === 'base' && !closing) base = URL.parse(attribute(attributes, 'href') ?? '', address)?.href ?? base;
    if (skipping !== undefined) {
      if (name === skipping.name) skipping.depth += closing ? -1 : 1;
      // A head that is never closed ends where the body begins.
      if (skipping.depth === 0 || (skipping.name === 'head' && name === 'body')) skipping = undefined;
      continue;
    }
    if (!closing && !voidElements.has(name) && (unread.has(name) || isHidden(attributes))) {
      skipping = { name, depth: 1 };
      continue;
    }
    if (!inline.has(name)) text.push('\n');
    if (name === 'a') {
      endLink();
      const written = closing ? undefined : attribute(attributes, 'href');
      const target = written === undefined ? null : URL.parse(written, base);
      if (target !== null) link = { address: target.href, words: [] };
    }
    if (name === 'img') link?.words.push(attribute(attributes, 'alt') ?? '');
  }
  endLink();
  return { address, text: text.join('').replace(/[^\S\n]+/gu, ' '), links };
};

const charsetOf = (type: string | undefined, body: Uint8Array): string => {
  const said = /charset\s*=\s*"?([\w-]+)/iu;
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 2048)).toString('latin1');
  return said.exec(type ?? '')?.[1] ?? said.exec(start)?.[1] ?? 'utf-8';
};

/** Old Chinese sites are written in GB 18030. */
export const decodeBody = (body: Uint8Array, type: string | undefined): string => {
  try {
    return new TextDecoder(charsetOf(type, body)).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
};
