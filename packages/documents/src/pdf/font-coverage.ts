/** Which code points a TrueType font has a glyph for, read from its character map (formats 4 and 12). */
export interface FontCoverage {
  has(codePoint: number): boolean;
}

type Range = readonly [first: number, last: number];

const tableOffset = (font: DataView, name: string): number | undefined => {
  const count = font.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const tag = String.fromCodePoint(...[0, 1, 2, 3].map((byte) => font.getUint8(entry + byte)));
    if (tag === name) return font.getUint32(entry + 8);
  }
  return undefined;
};

/** Format 12 gives ranges of characters with a glyph each. */
const wholeRanges = (font: DataView, start: number): readonly Range[] =>
  Array.from({ length: font.getUint32(start + 12) }, (_, index): Range => {
    const group = start + 16 + 12 * index;
    return [font.getUint32(group), font.getUint32(group + 4)];
  });

/** Format 4 gives segments of the basic plane, in which a glyph may still be missing. */
const segmentRanges = (font: DataView, start: number): readonly Range[] => {
  const doubled = font.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  const ranges: Range[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [font.getUint16(starts + at), font.getUint16(ends + at)];
    const offset = font.getUint16(offsets + at);
    for (let character = first; character <= last && character < 0xff_ff; character += 1) {
      const glyph =
        offset === 0
          ? (character + font.getUint16(deltas + at)) & 0xff_ff
          : font.getUint16(offsets + at + offset + 2 * (character - first));
      if (glyph !== 0) ranges.push([character, character]);
    }
  }
  return ranges;
};

/** @throws RangeError when it is no font that maps Unicode characters */
export const coverageOf = (bytes: Uint8Array): FontCoverage => {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const map = tableOffset(font, 'cmap');
  if (map === undefined) throw new RangeError('the font has no character map');
  const covered = new Set<number>();
  for (let index = 0; index < font.getUint16(map + 2); index += 1) {
    const start = map + font.getUint32(map + 4 + 8 * index + 4);
    const format = font.getUint16(start);
    const ranges = format === 12 ? wholeRanges(font, start) : format === 4 ? segmentRanges(font, start) : [];
    for (const [first, last] of ranges)
      for (let character = first; character <= last; character += 1) covered.add(character);
  }
  if (covered.size === 0) throw new RangeError('the font maps no Unicode characters');
  return { has: (character) => covered.has(character) };
};
