import { Link } from '@tanstack/react-router';
import type { MatterReadingAnswer } from '@suanjian/contracts';
import { bandOf, grades, gradingScheme, type Grade } from '@suanjian/rulebook';
import { recordOf } from '../forms/control.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';
import { formTexts } from '../texts/forms.ts';
import { reviewTexts } from '../texts/review.ts';

interface Proposal {
  readonly grade: Grade;
  readonly on: string;
  readonly from: string;
  readonly answered?: { readonly adopted: boolean; readonly on: string; readonly reason: string };
}

const proposalIn = (value: unknown): Proposal | undefined => {
  const { grade, on, from, answered } = recordOf(value);
  const known = grades.find((each) => each === grade);
  if (known === undefined || typeof on !== 'string' || typeof from !== 'string') return undefined;
  const answer = recordOf(answered);
  return {
    grade: known,
    on,
    from,
    ...(answered === undefined
      ? {}
      : {
          answered: {
            adopted: answer['adopted'] === true,
            on: String(answer['on']),
            reason: String(answer['reason']),
          },
        }),
  };
};

/** The grade that an assessment by an office proposed last, its reasons, and what became of it. */
export const GradeProposalReading = ({ state }: Pick<MatterReadingAnswer, 'state'>) => {
  const { say, language } = useLanguage();
  const proposal = proposalIn(state['gradeProposal']);
  if (proposal === undefined) return null;
  const { grade, on, from, answered } = proposal;
  const why = recordOf(state['proposal'])['why'];
  return (
    <div className={`notice mt-3 ${answered === undefined ? 'tone-warn' : ''}`}>
      <p className="font-semibold">{say(reviewTexts.gradeProposed(bandOf(gradingScheme, grade).title))}</p>
      <p>{typeof why === 'string' ? why : say(formTexts.maskedValue)}</p>
      <p className="small quiet">
        {formatDate(on, language)}{' '}
        <Link to="/matters/$kind/$id" params={{ kind: 'official-assessment', id: from }}>
          {say(reviewTexts.proposedBy)}
        </Link>
      </p>
      {answered === undefined ? (
        <p>{say(reviewTexts.proposalWaits)}</p>
      ) : (
        <p>
          {formatDate(answered.on, language)}{' '}
          {say(answered.adopted ? reviewTexts.proposalAdopted : reviewTexts.proposalNotAdopted)}
          {say(common.semicolon)}
          {say(common.reason)}
          {say(common.colon)}
          {answered.reason}
        </p>
      )}
    </div>
  );
};
