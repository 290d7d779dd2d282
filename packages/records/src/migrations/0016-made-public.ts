import type { Migration } from '../store/migration.ts';

/**
 * What was made public is found by the event that made it so. Such events are few among all, and public pages ask for them at every visit
 * after something was committed.
 */
export const madePublic: Migration = {
  id: '0016-made-public',
  sql: `
create index matter_event_made_public on matter_event (type, civil_date desc, matter_id)
  where type in ('published', 'progress-shown', 'commitments-published', 'risk-notice-published');
`,
};
