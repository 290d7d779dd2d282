import type { MatterReadingAnswer } from '@suanjian/contracts';
import { responsibilityGaps, type ResponsibilityState } from '@suanjian/matters';
import { editionAt, editions, type CivilDate, type EditionId } from '@suanjian/rulebook';

/** The edition that the installation counts by, as the clocks of the matter show it. */
const editionOf = ({ clocks }: MatterReadingAnswer, today: CivilDate): EditionId =>
  editions.find(({ id }) => id === clocks.at(-1)?.edition)?.id ?? editionAt(today)?.id ?? 'final';

/** What the edition asks for and a register that is kept up does not show; undefined for matters of other kinds. */
export const openGaps = (
  reading: MatterReadingAnswer,
  today: CivilDate,
): ReturnType<typeof responsibilityGaps> | undefined =>
  reading.kind !== 'responsibility' || reading.status === 'withdrawn'
    ? undefined
    : responsibilityGaps(reading.state as unknown as ResponsibilityState, editionOf(reading, today), today);
