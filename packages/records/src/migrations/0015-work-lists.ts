import type { Migration } from '../store/migration.ts';

/** What somebody works on, in the order in which it is shown: with the date alone in the index, all of it was sorted for a page of fifty. */
export const workLists: Migration = {
  id: '0015-work-lists',
  sql: `
drop index matter_by_assignee;
create index matter_by_assignee on matter (assignee, next_due asc nulls last, changed_at desc, id) where assignee is not null;
`,
};
