import { text, type Branded, type Text } from '@suanjian/rulebook';
import { departments } from './credit-code-departments.ts';
import { fault, type Fault } from './fault.ts';
import { nationCode, placeOf } from './place.ts';

/** A unified social credit code (GB 32100-2015) whose check character is right: 18 characters, upper case. */
export type CreditCode = Branded<string, 'CreditCode'>;

export interface CreditCodeParts {
  /** Which authority registered the organisation. */
  readonly department: string;
  readonly category: string;
  /** Six digits of GB/T 2260: the place of registration when the code was given. */
  readonly place: string;
  /** Nine characters of GB 11714, the last its own check character. */
  readonly organisation: string;
  readonly checkCharacter: string;
}

export type CreditCodeReading =
  | { readonly ok: true; readonly code: CreditCode; readonly parts: CreditCodeParts; readonly notes: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly characters: string };

/** The standard leaves out I, O, S, V and Z, which look too much like digits or like U. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

const valueOf = (character: string): number => alphabet.indexOf(character);

/** The check character for the first 17: weights are powers of three modulo 31. @throws RangeError on other input. */
export const creditCheckCharacter = (first17: string): string => {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    const value = valueOf(character);
    if (value < 0) throw new RangeError(`no character of a credit code: ${character}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  if (first17.length !== length - 1) throw new RangeError(`not 17 characters: ${first17}`);
  return alphabet.charAt((31 - (sum % 31)) % 31);
};

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character GB 11714 adds to the eight of an organisation. */
const organisationCheckCharacter = (first8: string): string => {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(first8.charAt(index)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

const likelyMeant: Readonly<Record<string, string>> = { I: '1', O: '0', Z: '2', S: '5', V: 'U' };

const letterFaults = (characters: string): readonly Fault[] =>
  Array.from(characters).flatMap((character, index) => {
    if (valueOf(character) >= 0) return [];
    const meant = likelyMeant[character];
    return [
      fault(
        'letter',
        `第${index + 1}位“${character}”不会出现在统一社会信用代码中${meant === undefined ? '' : `，是否应为“${meant}”？`}`,
        `Character ${index + 1}, “${character}”, never occurs in a credit code${meant === undefined ? '.' : `; was “${meant}” meant?`}`,
      ),
    ];
  });

const isKnownPlace = (place: string): boolean => place === nationCode || placeOf(place) !== undefined;

const partFaults = (parts: CreditCodeParts): readonly Fault[] => {
  const faults: Fault[] = [];
  if (departments[parts.department] === undefined) {
    faults.push(
      fault(
        'department',
        `第1位“${parts.department}”不是登记管理部门代码；企业一般以9开头。`,
        `The first character, “${parts.department}”, names no registering authority; companies begin with 9.`,
      ),
    );
  }
  if (!isKnownPlace(parts.place)) {
    faults.push(
      fault(
        'place',
        `第3至8位“${parts.place}”不是行政区划代码。`,
        `Characters 3 to 8, “${parts.place}”, are no place code.`,
      ),
    );
  }
  return faults;
};

const split = (code: string): CreditCodeParts => ({
  department: code.charAt(0),
  category: code.charAt(1),
  place: code.slice(2, 8),
  organisation: code.slice(8, 17),
  checkCharacter: code.charAt(17),
});

const notesOn = (parts: CreditCodeParts): readonly Fault[] => {
  const notes: Fault[] = [];
  if (organisationCheckCharacter(parts.organisation.slice(0, 8)) !== parts.organisation.charAt(8)) {
    // Old and migrated codes exist that are printed like this on real licences: worth a look, no reason to refuse.
    notes.push(
      fault(
        'organisation-check',
        '第9至17位（组织机构代码）自身的校验位不符，请与证照核对。',
        'The organisation part, characters 9 to 17, fails its own check; compare it with the licence.',
      ),
    );
  }
  if (departments[parts.department]?.categories[parts.category] === undefined) {
    notes.push(
      fault(
        'category',
        `第2位“${parts.category}”不是该部门常见的机构类别。`,
        `The second character, “${parts.category}”, is no usual category of that authority.`,
      ),
    );
  }
  return notes;
};

/** Reads a credit code as people type it: spaces, dashes, lower case and full-width forms are forgiven. */
export const parseCreditCode = (typed: string): CreditCodeReading => {
  const characters = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase();
  const refuse = (faults: readonly Fault[]): CreditCodeReading => ({ ok: false, faults, characters });
  const letters = letterFaults(characters);
  const count = Array.from(characters).length;
  if (count !== length) {
    const wrongLength = fault(
      'length',
      `统一社会信用代码应为${length}位，这里有${count}位。`,
      `A credit code has ${length} characters; here there ${count === 1 ? 'is 1' : `are ${count}`}.`,
    );
    return refuse([wrongLength, ...letters]);
  }
  if (letters.length > 0) return refuse(letters);
  const parts = split(characters);
  const faults = partFaults(parts);
  const expected = creditCheckCharacter(characters.slice(0, 17));
  if (expected !== parts.checkCharacter) {
    const wrongCheck = fault(
      'check',
      `校验码应为“${expected}”，这里是“${parts.checkCharacter}”：至少有一位有误。`,
      `The check character should be “${expected}” and is “${parts.checkCharacter}”: at least one character is wrong.`,
    );
    return refuse([...faults, wrongCheck]);
  }
  if (faults.length > 0) return refuse(faults);
  return { ok: true, code: characters as CreditCode, parts, notes: notesOn(parts) };
};

/** @throws RangeError when the text is no valid code; for constants and for values that were checked before. */
export const creditCode = (typed: string): CreditCode => {
  const reading = parseCreditCode(typed);
  if (!reading.ok)
    throw new RangeError(`not a credit code: ${typed} (${reading.faults.map(({ code }) => code).join(', ')})`);
  return reading.code;
};

export const creditCodeParts = (code: CreditCode): CreditCodeParts => split(code);

/** Who registered the organisation, and as what, in words. */
export const describeCreditCode = (code: CreditCode): { readonly department: Text; readonly category?: Text } => {
  const { department, category } = split(code);
  const known = departments[department];
  const categoryName = known?.categories[category];
  return {
    department: known?.name ?? text(department, department),
    ...(categoryName === undefined ? {} : { category: categoryName }),
  };
};

export interface CreditCodeInput {
  /** Default 9, market regulation. */
  readonly department?: string;
  /** Default 1, enterprise. */
  readonly category?: string;
  readonly place: string;
  /** Eight characters; the ninth is computed. */
  readonly organisation: string;
}

/** A well-formed code for a fictional organisation. @throws RangeError when a part does not fit. */
export const composeCreditCode = ({
  department = '9',
  category = '1',
  place,
  organisation,
}: CreditCodeInput): CreditCode => {
  if (!/^[\dA-HJ-NPQRTUWXY]{8}$/.test(organisation)) {
    throw new RangeError(`an organisation is eight characters without I, O, S, V, Z: ${organisation}`);
  }
  const body = `${department}${category}${place}${organisation}${organisationCheckCharacter(organisation)}`;
  return creditCode(`${body}${creditCheckCharacter(body)}`);
};
