import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { FormValues } from '@suanjian/matters';
import { FormReading } from '../forms/form-reading.tsx';
import { recordOf } from '../forms/control.ts';
import { definitionOf } from './definitions.ts';

interface Props {
  readonly reading: MatterReadingAnswer;
  /** Shown elsewhere on the page, with its earlier versions. */
  readonly except?: string;
}

/** Whether anybody has written something into it: lists of answers begin empty. */
const isWritten = (values: FormValues): boolean =>
  Object.values(values).some((value) => value !== '' && !(Array.isArray(value) && value.length === 0));

/** Every form of a matter that has several or none of the usual name: a proposal and its answer, a report, what was decided. */
export const FormsOfMatter = ({ reading, except }: Props) => {
  const forms = definitionOf(reading.kind)?.forms ?? {};
  const shown = except === undefined ? undefined : forms[except];
  return Object.entries(forms)
    .filter(([property, form]) => form !== shown && isWritten(recordOf(reading.state[property])))
    .map(([property, form]) => (
      <FormReading key={property} form={form} base={`/${property}`} values={recordOf(reading.state[property])} />
    ));
};
