import type { MatterReadingAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { recordOf } from '../forms/control.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { gradeTitle } from '../matters/grade-title.ts';
import { proposedGradeIn } from '../matters/proposed-grade.ts';
import { common } from '../texts/common.ts';
import { reviewTexts } from '../texts/review.ts';

interface Props extends Pick<MatterReadingAnswer, 'state'> {
  /** What waits for an answer stands where decisions are made; what was answered, beside the grade. */
  readonly show: 'waiting' | 'answered';
}

/** The grade that an assessment by an office proposed last, its reasons, and what became of it. */
export const GradeProposalReading = ({ state, show }: Props) => {
  const { say, language } = useLanguage();
  const proposal = proposedGradeIn(state);
  if (proposal === undefined || (proposal.answered === undefined) !== (show === 'waiting')) return null;
  const { grade, on, from, answered } = proposal;
  const why = recordOf(state['proposal'])['why'];
  return (
    <section
      className={`notice ${answered === undefined ? 'tone-warn mb-5' : 'mt-3'}`}
      aria-label={say(reviewTexts.gradeProposal)}
    >
      <p className="font-semibold">{say(reviewTexts.gradeProposed(gradeTitle(grade)))}</p>
      <p>
        {say(common.reason)}
        {say(common.colon)}
        {typeof why === 'string' ? why : say(reviewTexts.proposalWhyHidden)}
      </p>
      <p className="small quiet">
        {formatDate(on, language)}{' '}
        <Link to="/matters/$kind/$id" params={{ kind: 'official-assessment', id: from }}>
          {say(reviewTexts.proposedBy)}
        </Link>
      </p>
      {answered === undefined ? (
        <p className="mt-2">{say(reviewTexts.proposalWaits)}</p>
      ) : (
        <p className="mt-2">
          <strong>{say(answered.adopted ? reviewTexts.proposalAdopted : reviewTexts.proposalNotAdopted)}</strong>{' '}
          {formatDate(answered.on, language)}
          {say(common.semicolon)}
          {say(common.reason)}
          {say(common.colon)}
          {answered.reason}
        </p>
      )}
    </section>
  );
};
