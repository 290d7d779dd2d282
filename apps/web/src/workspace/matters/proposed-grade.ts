import { grades, type Grade } from '@suanjian/rulebook';
import { recordOf } from '../forms/control.ts';

/** The grade that an assessment by an office proposed last for a filing, and what became of it. */
export interface ProposedGrade {
  readonly grade: Grade;
  readonly on: string;
  /** The assessment. */
  readonly from: string;
  readonly answered?: { readonly adopted: boolean; readonly on: string; readonly reason: string };
}

/** As a filing's state has it; nothing where none was proposed, and for whoever is not to know. */
export const proposedGradeIn = (state: Readonly<Record<string, unknown>>): ProposedGrade | undefined => {
  const { grade, on, from, answered } = recordOf(state['gradeProposal']);
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
