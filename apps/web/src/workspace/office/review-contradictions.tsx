import type { MatterReadingAnswer } from '@suanjian/contracts';
import { useMemo } from 'react';
import { recordOf } from '../forms/control.ts';
import { useToday } from '../language/today.ts';
import { ContradictionList } from '../matters/contradiction-list.tsx';
import { contradictionsIn, factsOf, withRecorded } from '../matters/contradictions.ts';
import { hasMasked } from '../matters/differences.tsx';

/** Rules that complain of something absent: a mask would look to them like an empty field. */
const wantsEverything: ReadonlySet<string> = new Set([
  'review-absent',
  'screenshots',
  'opt-out-entrance',
  'labels-absent',
  'licence-holder',
  'personalised-without-traits',
  'minors-assessed',
  'workers-dispatched',
  'user-numbers',
]);

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly go: (pointer: string) => void;
}

/** What rode along with the submission, and what shows in the values as far as they are open. */
export const ReviewContradictions = ({ reading, go }: Props) => {
  const today = useToday();
  const values = recordOf(reading.state['form']);
  const found = useMemo(
    () =>
      withRecorded(
        reading.state['warnings'],
        contradictionsIn(values, factsOf(reading, [], today)).filter(
          ({ rule }) => !wantsEverything.has(rule) || !hasMasked(values),
        ),
      ),
    [reading, values, today],
  );
  return <ContradictionList found={found} go={go} />;
};
