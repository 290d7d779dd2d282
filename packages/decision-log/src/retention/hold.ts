import { commitmentOf } from '@suanjian/evidence';
import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';

/** Which records a hold protects. What is absent does not narrow it: a hold without a scope protects everything. */
export interface HoldScope {
  /** Civil days, both included. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly families?: readonly FamilyName[];
  readonly provider?: string;
  /** Pseudonyms: days on which one of them has records are protected. */
  readonly users?: readonly string[];
}

/** Records that must not be deleted while a case, an appeal or a log request is open. */
export interface Hold {
  readonly id: string;
  readonly scope: HoldScope;
  /** Who ordered it. */
  readonly actor: string;
  /** Clause or law. */
  readonly basis: string;
  readonly matter?: string;
  /** The last civil day on which it is in force; without one until it is released. */
  readonly until?: CivilDate;
  /** Milliseconds since 1970, UTC. */
  readonly opened: number;
}

export const holdIdPattern = /^[a-z0-9][a-z0-9.-]{0,63}$/u;

export const commitmentOfHold = (hold: Hold): string => commitmentOf(hold);

/** What stands in the way of deleting: a hold, or the record of one whose description is gone. */
export type Obstacle =
  | { readonly kind: 'hold'; readonly hold: Hold }
  /** The evidence knows this hold, and its description is missing or is not the one that was committed to. */
  | { readonly kind: 'unreadable-hold'; readonly id: string; readonly file: string };

export const obstacleText = (obstacle: Obstacle): Text => {
  if (obstacle.kind === 'unreadable-hold')
    return text(
      `保全 ${obstacle.id} 已记入证据，但说明文件 ${obstacle.file} 缺失或被改动：在恢复它或解除保全之前，什么都不能删除`,
      `the hold ${obstacle.id} is in the evidence, but its description ${obstacle.file} is missing or was changed: until it is restored or the hold released, nothing may be deleted`,
    );
  const { id, actor, basis, matter, until } = obstacle.hold;
  const ends =
    until === undefined
      ? { zh: '解除之前', en: 'until it is released' }
      : { zh: `${until} 之前（含）`, en: `through ${until}` };
  const because = matter === undefined ? basis : `${basis}, ${matter}`;
  return text(
    `受保全 ${id} 保护，${ends.zh}（${actor}，依据：${because}）`,
    `under the hold ${id}, ${ends.en} (${actor}; basis: ${because})`,
  );
};
