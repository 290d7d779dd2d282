import type { Migration } from '../store/migration.ts';

/**
 * What a file is called may tell as much as what is in it. Its name stands in the field that refers to it, sealed as that field is and gone with its
 * key; beside the file it would lie in the clear and outlive the person's erasure.
 */
export const namesOfFiles: Migration = {
  id: '0012-names-of-files',
  sql: `
alter table attachment drop column name;
alter table matter_attachment drop column name;
`,
};
