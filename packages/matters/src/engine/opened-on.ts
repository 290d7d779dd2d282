import type { OpenedOn, Opening } from './definition.ts';

/** Everything that a matter may be opened on. */
export const everyGround = ({ on, alsoOn = [] }: Pick<Opening, 'on' | 'alsoOn'>): readonly OpenedOn[] =>
  on === undefined ? alsoOn : [on, ...alsoOn];

/** On what terms a matter may be opened on one of a kind; undefined where it may not. */
export const groundOn = (opening: Pick<Opening, 'on' | 'alsoOn'>, kind: string): OpenedOn | undefined =>
  everyGround(opening).find((each) => each.kind === kind);

/** Whether it may be opened on one of a kind that stands at a state. */
export const mayStandOn = (opening: Pick<Opening, 'on' | 'alsoOn'>, kind: string, status: string): boolean =>
  groundOn(opening, kind)?.from.includes(status) === true;
