import type { CampaignTargetRow } from '@suanjian/contracts';

/** Which targets somebody wants to see. */
export const filters = {
  all: () => true,
  late: ({ late }) => late,
  waiting: ({ stage }) => stage === 'submitted',
  // Over where something was filed, and where the office took the answer that nothing need be.
  unfiled: ({ unfiled, reminder }) => unfiled && reminder?.status !== 'filed' && reminder?.status !== 'settled',
  sampled: ({ sampled }) => sampled,
  orders: ({ orders }) => orders.some(({ final }) => !final),
} as const satisfies Readonly<Record<string, (row: CampaignTargetRow) => boolean>>;

export type FilterName = keyof typeof filters;

export const filterNames = Object.keys(filters) as readonly FilterName[];

const asked: ReadonlySet<string> = new Set(['asked', 'overdue', 'returned', 'submitted', 'accepted']);
const submitted: ReadonlySet<string> = new Set(['submitted', 'accepted']);

/** The counts at the head of the dashboard. */
export const figuresOf = (rows: readonly CampaignTargetRow[]) => {
  const count = (fits: (row: CampaignTargetRow) => boolean): number => rows.filter(fits).length;
  const orders = rows.flatMap((row) => row.orders);
  return {
    targets: rows.length,
    asked: count(({ stage }) => asked.has(stage)),
    submitted: count(({ stage }) => submitted.has(stage)),
    accepted: count(({ stage }) => stage === 'accepted'),
    unfiled: count(filters.unfiled),
    visited: count(({ visits }) => visits.length > 0),
    openOrders: orders.filter(({ final }) => !final).length,
    endedOrders: orders.filter(({ final }) => final).length,
    late: count(filters.late),
  };
};
