import type { Walk } from '../../testing/walk.ts';

export const walk: Walk = {
  samples: {
    promise: [{ from: '2027-01-04', complaintLength: 10, complaintUnit: 'working-day' }],
  },
};
