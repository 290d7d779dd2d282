import type { Family, Field, FieldKind } from '../families/field.ts';
import { inCanonicalOrder } from './record-checker.ts';
import { EARLIEST_TIME, MOST_ELEMENTS, MOST_IDENTIFIER, MOST_TOKEN } from './rules.ts';
import { TOKEN, VISIBLE } from './scan-text.ts';
import { matches } from './scan-words.ts';

/**
 * The source of a function `(bytes, view, start) => next` for `LineScanner`; names, choices and punctuation are ASCII. In it `at` moves over the line, `from`, `byte` and
 * `value` are scratch, and `count…` hold how many elements the lists have that run beside each other. Whatever is not recognised returns -1 at once.
 */
export function scannerSource(family: Family): string {
  const fields = inCanonicalOrder(family);
  const lastRequired = fields.findLastIndex(({ required }) => required);
  const beside = new Map(
    fields.flatMap(({ name, parallelTo }) => (parallelTo === undefined ? [] : [[name, parallelTo]])),
  );
  const counted = new Set([...beside.keys(), ...beside.values()]);
  const equal = [...beside].map(
    ([list, other]) => `(${countOf(list)} === 0 || ${countOf(list)} === ${countOf(other)})`,
  );
  return `
    const { limits, classes, pairs, scanNumber, scanPseudonym, scanSentence } = state;
    return function scan(bytes, view, start) {
      if (bytes[start] !== ${code('{')}) return -1;
      let at = start + 1, from = 0, byte = 0, value = 0, negative = false, elements = 0;
      ${[...counted].map((name) => `let ${countOf(name)} = 0;`).join('\n')}
      line: {
        ${fields.map((field, index) => fieldSource(field, index >= lastRequired, counted)).join('\n')}
        return -1;
      }
      return bytes[at + 1] === ${code('\n')} ${equal.map((pair) => `&& ${pair}`).join(' ')} ? at + 2 : -1;
    };`;
}

function fieldSource({ name, type, required }: Field, mayEnd: boolean, counted: ReadonlySet<string>): string {
  const key = `"${name}":`;
  return `
    if (${matches(key)}) {
      at += ${key.length};
      ${valueSource(type)}
      ${name === 'time' ? 'state.time = value;' : ''}
      ${counted.has(name) ? `${countOf(name)} = elements;` : ''}
      if (bytes[at] === ${code(',')}) at += 1;
      else ${mayEnd ? `if (bytes[at] === ${code('}')}) break line; else` : ''} return -1;
    } ${required ? 'else return -1;' : ''}`;
}

function valueSource(type: FieldKind): string {
  switch (type.kind) {
    case 'instant':
      return `${integer} if (value < ${EARLIEST_TIME} || value > limits.latest) return -1;`;
    case 'integer':
      return boundedInteger(type);
    case 'number':
      return called('scanNumber');
    case 'identifier':
      return quoted(VISIBLE, MOST_IDENTIFIER);
    case 'token':
      return quoted(TOKEN, MOST_TOKEN);
    case 'pseudonym':
      return 'at = scanPseudonym(bytes, view, at); if (at < 0) return -1;';
    case 'sentence':
      return called('scanSentence');
    case 'choice':
      return oneOf(type.values.map((value) => JSON.stringify(value)));
    case 'flag':
      return oneOf(['true', 'false']);
    case 'tokens':
      return listOf(quoted(TOKEN, MOST_TOKEN));
    case 'integers':
      return listOf(boundedInteger(type));
    case 'numbers':
      return listOf(called('scanNumber'));
  }
}

const code = (character: string): number => character.charCodeAt(0);
const countOf = (name: string): string => `count_${name}`;

const called = (scan: string): string => `at = ${scan}(bytes, at); if (at < 0) return -1;`;

const quoted = (ofClass: number, most: number): string => `
  if (bytes[at] !== ${code('"')}) return -1;
  from = ++at;
  while ((pairs[view.getUint16(at, true)] & ${ofClass}) !== 0) at += 2;
  if ((classes[bytes[at]] & ${ofClass}) !== 0) at += 1;
  if (bytes[at] !== ${code('"')} || at === from || at - from > ${most}) return -1;
  at += 1;`;

/** Sixteen digits are beyond every bound, and up to them the sum is exact. */
const integer = `
  negative = bytes[at] === ${code('-')};
  if (negative) at += 1;
  from = at; value = 0;
  for (byte = bytes[at]; byte >= ${code('0')} && byte <= ${code('9')}; byte = bytes[++at]) value = value * 10 + (byte - ${code('0')});
  if (at === from || at - from > 16) return -1;
  if (bytes[from] === ${code('0')} && (negative || at - from > 1)) return -1;
  if (negative) value = -value;`;

const boundedInteger = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  `${integer} if (value < ${least} || value > ${most}) return -1;`;

const oneOf = (written: readonly string[]): string =>
  `${written.map((choice) => `if (${matches(choice)}) at += ${choice.length}; else `).join('')} return -1;`;

/** An empty list is not canonical: it is left out. */
const listOf = (element: string): string => `
  if (bytes[at] !== ${code('[')}) return -1;
  at += 1;
  for (elements = 1; ; elements += 1) {
    ${element}
    if (bytes[at] === ${code(']')}) break;
    if (bytes[at] !== ${code(',')} || elements === ${MOST_ELEMENTS}) return -1;
    at += 1;
  }
  at += 1;`;
