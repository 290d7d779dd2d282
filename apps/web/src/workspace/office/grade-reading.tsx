import { bandOf, gradingScheme, type Grading } from '@suanjian/rulebook';
import { useLanguage } from '../language/language.tsx';
import { gradeTitle } from '../matters/grade-title.ts';
import { common } from '../texts/common.ts';
import { reviewTexts } from '../texts/review.ts';

/** The server made it from the same scheme; only its outline is checked here. */
export const isGrading = (value: unknown): value is Grading =>
  typeof value === 'object' &&
  value !== null &&
  'factors' in value &&
  Array.isArray(value.factors) &&
  'grade' in value &&
  'explanation' in value;

/** A grade with every point explained, and whoever overruled it with the reason. */
export const GradeReading = ({ grading }: { readonly grading: Grading }) => {
  const { say } = useLanguage();
  const band = bandOf(gradingScheme, grading.grade);
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3">
        <strong className="text-lead">{say(band.title)}</strong>
        {grading.overrides.length > 0 ? <span className="badge tone-warn">{say(reviewTexts.overridden)}</span> : null}
        <span className="quiet">{say(reviewTexts.reviewEvery(band.reviewEveryMonths))}</span>
      </p>
      <p>{say(grading.explanation)}</p>
      <dl className="mt-2 grid gap-2">
        {grading.factors.map(({ factor, title, points, maximum, explanation }) => (
          <div key={factor}>
            <dt className="flex flex-wrap justify-between gap-x-3 font-medium">
              {say(title)}
              <span className="tabular-nums">
                {maximum === 0 ? say(reviewTexts.notApplicable) : say(reviewTexts.pointsOf(points, maximum))}
              </span>
            </dt>
            <dd className="small quiet">{say(explanation)}</dd>
          </div>
        ))}
      </dl>
      {grading.overrides.map(({ grade, reason }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className="notice tone-warn mt-2 py-2!">
          {say(reviewTexts.overrideTo)}
          {say(common.colon)}
          {say(gradeTitle(grade))}
          {say(common.semicolon)}
          {say(common.reason)}
          {say(common.colon)}
          {reason}
        </p>
      ))}
    </div>
  );
};
