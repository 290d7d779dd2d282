import type { MatterReadingAnswer } from '@suanjian/contracts';
import type { FieldDefinition } from '@suanjian/matters';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import { definitionOf } from '../matters/definitions.ts';

const resultsIn = (
  fields: Readonly<Record<string, FieldDefinition>>,
  values: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(fields).flatMap(([name, { control }]) => {
    if (control.kind === 'pick' && control.from.of === 'check-result') return [textOf(values[name])];
    if (control.kind !== 'list') return [];
    return listOf(values[name]).flatMap((entry) => resultsIn(control.of, recordOf(entry)));
  });

/** Every result of a check that somebody picked in the forms of a matter, each once. */
export const pickedResults = (reading: Pick<MatterReadingAnswer, 'kind' | 'state'>): readonly string[] => [
  ...new Set(
    Object.entries(definitionOf(reading.kind)?.forms ?? {})
      .flatMap(([property, form]) => resultsIn(form.fields, recordOf(reading.state[property])))
      .filter((value) => value !== ''),
  ),
];
