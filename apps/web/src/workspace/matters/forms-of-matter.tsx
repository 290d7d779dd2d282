import type { MatterReadingAnswer } from '@suanjian/contracts';
import { FormReading } from '../forms/form-reading.tsx';
import { recordOf } from '../forms/control.ts';
import { definitionOf } from './definitions.ts';

/** Every form of a matter that has several or none of the usual name: a proposal and its answer, a report. */
export const FormsOfMatter = ({ reading }: { readonly reading: MatterReadingAnswer }) =>
  Object.entries(definitionOf(reading.kind)?.forms ?? {})
    .filter(([property]) => reading.state[property] !== undefined)
    .map(([property, form]) => (
      <FormReading key={property} form={form} base={`/${property}`} values={recordOf(reading.state[property])} />
    ));
