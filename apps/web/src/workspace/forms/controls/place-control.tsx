import { placeOf, placesUnder, provinces, type Place } from '@suanjian/register';
import { useLanguage } from '../../language/language.tsx';
import { formTexts } from '../../texts/forms.ts';
import { textOf, type ControlProps } from '../control.ts';

interface LevelProps {
  readonly id: string;
  readonly label: string;
  readonly places: readonly Place[];
  readonly chosen: string;
  readonly choose: (code: string) => void;
  readonly describedBy: string;
  readonly invalid: boolean;
}

const Level = ({ id, label, places, chosen, choose, describedBy, invalid }: LevelProps) => {
  const { say } = useLanguage();
  return (
    <label className="grid gap-1" htmlFor={id}>
      <span className="small quiet">{label}</span>
      <select
        id={id}
        className="input"
        value={chosen}
        onChange={({ target }) => choose(target.value)}
        aria-describedby={describedBy}
        aria-invalid={invalid}
      >
        <option value="">{say(formTexts.choose)}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {say(name)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** A place by its levels; choosing none on a lower level leaves the place of the level above. */
export const PlaceControl = ({ id, value, change, describedBy, invalid }: ControlProps<'text'>) => {
  const { say } = useLanguage();
  const code = textOf(value);
  const known = placeOf(code) !== undefined;
  const province = known ? `${code.slice(0, 2)}0000` : '';
  const prefecture = known && !code.endsWith('0000') ? `${code.slice(0, 4)}00` : '';
  const county = known && !code.endsWith('00') ? code : '';
  const prefectures = province === '' ? [] : placesUnder(province);
  const counties = prefecture === '' ? [] : placesUnder(prefecture);
  const aids = { describedBy, invalid };
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Level
        id={id}
        label={say(formTexts.placeProvince)}
        places={provinces()}
        chosen={province}
        choose={(chosen) => change(chosen === '' ? null : chosen)}
        {...aids}
      />
      {prefectures.length === 0 ? null : (
        <Level
          id={`${id}-prefecture`}
          label={say(formTexts.placePrefecture)}
          places={prefectures}
          chosen={prefecture}
          choose={(chosen) => change(chosen === '' ? province : chosen)}
          {...aids}
        />
      )}
      {counties.length === 0 ? null : (
        <Level
          id={`${id}-county`}
          label={say(formTexts.placeCounty)}
          places={counties}
          chosen={county}
          choose={(chosen) => change(chosen === '' ? prefecture : chosen)}
          {...aids}
        />
      )}
    </div>
  );
};
