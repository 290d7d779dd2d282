import type { MatterReadingAnswer } from '@suanjian/contracts';
import { assessmentGaps, type Gap, type FormValues } from '@suanjian/matters';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { readMatter } from '../client/matters.ts';
import { keys } from '../client/queries.ts';
import { recordOf } from '../forms/control.ts';
import { useToday } from '../language/today.ts';

/** What does not hold together in an assessment as it is written here. Of the filing only what is not sealed is compared; the server compares all. */
export const useAssessmentGaps = (reading: MatterReadingAnswer, values: FormValues): readonly Gap[] => {
  const today = useToday();
  const named = reading.state['filing'];
  const id = typeof named === 'string' ? named : '';
  const filing = useQuery({
    queryKey: [...keys.matter('filing', id), 'masked'],
    queryFn: ({ signal }) => readMatter('filing', id, [], signal),
    enabled: id !== '',
  });
  const filed = filing.data?.state['form'];
  return useMemo(
    () => assessmentGaps(values, { today, ...(filed === undefined ? {} : { filing: { form: recordOf(filed) } }) }),
    [values, today, filed],
  );
};
