import type { MatterListItemAnswer } from '@suanjian/contracts';

export type Nearness = 'returned' | 'late' | 'today' | 'soon' | 'later' | 'offices';

/** What was returned waits for us first, though no clock runs on it; then open clocks by how near they are; what the office owes stands apart. Other matters without a clock are left out. */
export const byNearness = (
  items: readonly MatterListItemAnswer[],
  today: string,
  soonUntil: string,
): Readonly<Record<Nearness, readonly MatterListItemAnswer[]>> => {
  const groups: Record<Nearness, MatterListItemAnswer[]> = {
    returned: [],
    late: [],
    today: [],
    soon: [],
    later: [],
    offices: [],
  };
  for (const item of items) {
    if (item.status === 'returned') groups.returned.push(item);
    if (item.status === 'returned' || item.due === undefined) continue;
    const { on, bearer } = item.due;
    if (bearer === 'office') groups.offices.push(item);
    else if (on < today) groups.late.push(item);
    else if (on === today) groups.today.push(item);
    else groups[on <= soonUntil ? 'soon' : 'later'].push(item);
  }
  return groups;
};
