import type { MatterListItemAnswer } from '@suanjian/contracts';

export type Nearness = 'late' | 'today' | 'soon' | 'later' | 'offices';

/** Open clocks by how near they are; what the office owes stands apart, however near. Matters without a clock are left out. */
export const byNearness = (
  items: readonly MatterListItemAnswer[],
  today: string,
  soonUntil: string,
): Readonly<Record<Nearness, readonly MatterListItemAnswer[]>> => {
  const groups: Record<Nearness, MatterListItemAnswer[]> = { late: [], today: [], soon: [], later: [], offices: [] };
  for (const item of items) {
    if (item.due === undefined) continue;
    const { on, bearer } = item.due;
    if (bearer === 'office') groups.offices.push(item);
    else if (on < today) groups.late.push(item);
    else if (on === today) groups.today.push(item);
    else groups[on <= soonUntil ? 'soon' : 'later'].push(item);
  }
  return groups;
};
