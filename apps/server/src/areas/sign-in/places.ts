import type { FormField } from '@suanjian/contracts';
import { placesUnder, provinces } from '@suanjian/register';

let made: NonNullable<FormField['options']> | undefined;

/** Provinces, each with what lies directly below it, for a choice that needs no script. */
export const placeOptions = (): NonNullable<FormField['options']> =>
  (made ??= provinces().flatMap((province) =>
    [province, ...placesUnder(province.code)].map((place) => ({
      value: place.code,
      label: place.name,
      group: province.name,
    })),
  ));
