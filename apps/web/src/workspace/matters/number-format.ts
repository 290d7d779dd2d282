/** 21 digits in the parts that mean something, for reading aloud: place, subject, type, year, serial, check digit. */
export const formatFilingNumber = (digits: string): string =>
  /^\d{21}$/.test(digits)
    ? [6, 7, 2, 2, 3, 1]
        .reduce<{ readonly parts: readonly string[]; readonly from: number }>(
          ({ parts, from }, length) => ({ parts: [...parts, digits.slice(from, from + length)], from: from + length }),
          { parts: [], from: 0 },
        )
        .parts.join(' ')
    : digits;
