const closed = /^"(?:[^"]|"")*"$/;

/**
 * The cells of a tab-separated line. A cell wholly in quotation marks is unquoted, doubled marks inside become one, and it
 * may hold tabs; a mark that is never closed is part of the text, as printed.
 */
export const splitTabularLine = (line: string): string[] => {
  const parts = line.split('\t');
  const cells: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (!part.startsWith('"')) {
      cells.push(part);
      continue;
    }
    let joined = part;
    let last = index;
    while (!closed.test(joined) && last + 1 < parts.length) {
      last += 1;
      joined += `\t${parts[last] ?? ''}`;
    }
    if (closed.test(joined)) {
      cells.push(joined.slice(1, -1).replaceAll('""', '"'));
      index = last;
    } else {
      cells.push(part);
    }
  }
  return cells;
};
