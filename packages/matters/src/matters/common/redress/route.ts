import { text, type CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../../engine/definition.ts';
import type { FormDefinition, FormValues } from '../../../engine/form.ts';
import type { OrganisationId } from '../../../engine/identity.ts';
import type { Lookups } from '../../../engine/lookups.ts';
import type { PlaceCode } from '../../../engine/party.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { promisedLimit, type PromisedKind } from '../commitments.ts';
import { wordsIn } from '../part.ts';
import { attachmentsIn } from '../submission.ts';
import { placeOfNumber } from './about.ts';

/** Whose it is and where, as far as what somebody wrote says so. */
export interface Route {
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  /** What this provider has published for this kind of matter, when it arrives. */
  readonly limit?: PromisedLimit;
}

/** A number says it exactly; a name only where it is exactly a registered one. */
const ownerOf = async (
  values: FormValues,
  lookups: Lookups,
): Promise<{ readonly owner: OrganisationId; readonly place: PlaceCode } | undefined> => {
  const number = wordsIn(values, 'number');
  const holder = /^\d{21}$/.test(number) ? await lookups.ownerOfNumber(number) : undefined;
  if (holder !== undefined) return holder;
  for (const name of ['company', 'service']) {
    const words = wordsIn(values, name);
    const found = words === '' ? undefined : await lookups.providerNamed(words);
    if (found !== undefined) return { owner: found.id, place: found.place };
  }
  return undefined;
};

export const routeOf = async (values: FormValues, kind: PromisedKind, lookups: Lookups): Promise<Route> => {
  const found = await ownerOf(values, lookups);
  if (found === undefined) return { owner: null, place: placeOfNumber(wordsIn(values, 'number')) };
  const limit = await promisedLimit(lookups, found.owner, kind);
  return { ...found, ...(limit === undefined ? {} : { limit }) };
};

/** The limit that holds from now on, for a matter that goes to its provider (again). */
export const limitNow = async (
  owner: OrganisationId | null,
  kind: PromisedKind,
  lookups: Lookups,
): Promise<PromisedLimit | undefined> => (owner === null ? undefined : promisedLimit(lookups, owner, kind));

export const missingFiles = (form: FormDefinition, values: FormValues, lookups: Lookups): Promise<readonly string[]> =>
  lookups.missingAttachments(attachmentsIn(form, values).map(({ attachment }) => attachment.hash));

export const unknownProvider = (base: string): Refusal => ({
  code: 'redress/unknown-provider',
  pointer: `${base}/company`,
  text: text(
    '没有查到这家公司或备案编号。请核对全称或编号；查不到时可以改为向主管部门投诉举报。',
    'No registered company of this name and no such number was found. Check the full name or the number, or complain to the office instead.',
  ),
});

export const notYet = (values: FormValues, name: string, today: CivilDate, base: string): readonly Refusal[] => {
  const day = wordsIn(values, name);
  return day > today
    ? [
        {
          code: 'date/in-future',
          pointer: `${base}/${name}`,
          text: text(
            `${day} 还没有到，请填写已经发生的日期。`,
            `${day} is still to come. Enter a day that has passed, or today.`,
          ),
        },
      ]
    : [];
};
