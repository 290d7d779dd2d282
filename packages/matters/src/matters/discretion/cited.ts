import type { CivilDate } from '@suanjian/rulebook';
import type { DiscretionStandard, DiscretionState, Gravity } from './state.ts';

type Kept = Pick<DiscretionState, 'standards'>;

/** The standard that holds for a clause on a day: the last that has begun and was not withdrawn by then. */
export const standardOn = ({ standards }: Kept, clause: string, day: CivilDate): DiscretionStandard | undefined =>
  standards.findLast(
    (each) => each.clause === clause && each.from <= day && (each.withdrawn === undefined || day < each.withdrawn.on),
  );

/** What a decision says of the standard it followed. */
export interface CitedStandard {
  readonly version: number;
  readonly title: string;
  readonly clause: string;
  /** The gravities within whose range the fine lies; none where it departs from the standard. */
  readonly gravities: readonly Gravity[];
}

/** The citation of the standard that holds for a fine on a day; undefined where the office has published none for the clause. */
export const citationFor = (
  kept: Kept | undefined,
  { clause, fine, day }: { readonly clause: string; readonly fine: number; readonly day: CivilDate },
): CitedStandard | undefined => {
  const standard = kept === undefined ? undefined : standardOn(kept, clause, day);
  return standard === undefined
    ? undefined
    : {
        version: standard.version,
        title: standard.title,
        clause,
        gravities: standard.steps
          .filter(({ atLeast, atMost }) => atLeast <= fine && fine <= atMost)
          .map(({ gravity }) => gravity),
      };
};

/** What anybody may see: every standard, newest first; also of an office that has stopped, for what it decided by them. */
export const publicDiscretion = ({
  name,
  status,
  standards,
}: DiscretionState): {
  readonly office: string;
  readonly ended: boolean;
  readonly standards: readonly DiscretionStandard[];
} => ({ office: name, ended: status === 'ended', standards: standards.toReversed() });
