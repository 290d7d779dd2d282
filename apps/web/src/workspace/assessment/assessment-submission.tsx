import { useState, type ComponentProps } from 'react';
import { Submission } from '../provider/submission.tsx';
import { assessmentTexts } from '../texts/assessment.ts';
import { AssessmentGaps, declarationOf, isUnexplained, type Reasons } from './gap-reasons.tsx';
import { useAssessmentGaps } from './use-gaps.ts';

type Props = Pick<
  ComponentProps<typeof Submission>,
  'reading' | 'draft' | 'refused' | 'attempted' | 'hindered' | 'done'
> & { readonly go: (pointer: string) => void };

/** An assessment is submitted with its gaps in sight: blocking ones keep it back, every other takes a reason along. */
export const AssessmentSubmission = ({ attempted, hindered, go, ...rest }: Props) => {
  const gaps = useAssessmentGaps(rest.reading, rest.draft.values);
  const [reasons, setReasons] = useState<Reasons>({});
  const [tried, setTried] = useState(false);
  return (
    <>
      <AssessmentGaps gaps={gaps} reasons={reasons} change={setReasons} tried={tried} go={go} />
      <Submission
        {...rest}
        warnings={0}
        hindered={hindered || isUnexplained(gaps, reasons)}
        attempted={() => {
          setTried(true);
          attempted();
        }}
        input={declarationOf(gaps, reasons)}
        declaration={assessmentTexts.truthful}
      />
    </>
  );
};
