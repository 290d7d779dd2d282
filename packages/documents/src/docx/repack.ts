import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CivilDate } from '@suanjian/rulebook';

/** The earliest day that a zip can hold; what a file says of itself stands in its properties. */
const packedOn = new Date(1980, 0, 1);

/**
 * The same file without the clock: the library writes the moment and random names into it, and this puts the paper's own day and counted
 * names in their places.
 */
export const repacked = (file: Uint8Array, date: CivilDate): Uint8Array => {
  const moment = `${date}T00:00:00Z`;
  const parts = Object.entries(unzipSync(file)).sort(([one], [other]) => (one < other ? -1 : 1));
  const properties = (xml: string): string =>
    xml.replaceAll(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu, `$1${moment}`);
  return zipSync(
    Object.fromEntries(
      parts.map(([name, content]) => [
        name,
        [name === 'docProps/core.xml' ? strToU8(properties(strFromU8(content))) : content, { mtime: packedOn }],
      ]),
    ),
    { level: 6 },
  );
};
