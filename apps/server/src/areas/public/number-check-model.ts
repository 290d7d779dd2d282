import type { Kysely } from 'kysely';
import type { NumberCheckModel } from '@suanjian/contracts';
import { findRecord, suggestNear, type Database } from '@suanjian/records';
import { explainFilingNumber, publishedPrefix } from '@suanjian/register';

/** What a number says and what the register knows of it. Real numbers and those issued here differ in their prefix. */
export const checkNumber = async (
  database: Kysely<Database>,
  asked: string,
  prefix: string,
): Promise<NumberCheckModel> => {
  const explained = explainFilingNumber(asked, { prefixes: [...new Set([publishedPrefix, prefix])] });
  const { digits } = explained;
  const found = digits === '' ? undefined : await findRecord(database, digits);
  const near = found === undefined ? await suggestNear(database, digits) : [];
  return {
    asked,
    ok: explained.ok,
    digits,
    parts: explained.parts,
    faults: explained.faults,
    notes: explained.notes,
    caution: explained.caution,
    ...(explained.expectedCheckDigit === undefined ? {} : { expectedCheckDigit: explained.expectedCheckDigit }),
    ...(found === undefined
      ? {}
      : {
          known: {
            number: found.number,
            printed: found.display,
            algorithmName: found.content.algorithmName,
            subject: found.content.subject,
            status: found.status,
          },
        }),
    near: near.map(({ number, display, algorithmName, subject }) => ({
      number,
      printed: display,
      algorithmName,
      subject,
    })),
  };
};
