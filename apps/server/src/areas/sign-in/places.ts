import type { FormField } from '@suanjian/contracts';
import { placesUnder, provinces } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import { choosePlace } from './texts.ts';

let made: NonNullable<FormField['options']> | undefined;

/** Provinces, each followed by what lies directly below it, for a choice that needs no script. */
export const placeOptions = (): NonNullable<FormField['options']> =>
  (made ??= [
    { value: '', label: choosePlace },
    ...provinces().flatMap((province) => [
      { value: province.code, label: province.name },
      ...placesUnder(province.code).map((place) => ({
        value: place.code,
        label: text(`${province.name.zh} ${place.name.zh}`, `${province.name.en} · ${place.name.en}`),
      })),
    ]),
  ]);
