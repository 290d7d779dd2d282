/** The role that `inScope` takes on: it owns nothing and cannot pass over row security. */
export const applicationRole = 'suanjian_app';

const namePattern = /^[a-z][a-z_]*$/;

const checkedName = (name: string): string => {
  if (!namePattern.test(name)) throw new RangeError(`${name} is not a plain lower-case name`);
  return name;
};

/** SQL that reads a setting of the present scope; null when it was not given. */
export const scopeSetting = (name: string): string =>
  `nullif(current_setting('suanjian.${checkedName(name)}', true), '')`;

export interface RowSecurity {
  readonly table: string;
  /** What the application role may do on the table; the statements to allow. */
  readonly grant: readonly ('select' | 'insert' | 'update' | 'delete')[];
  /** SQL condition on a row that may be seen, changed or deleted. */
  readonly using: string;
  /** SQL condition on a row that may be written; `using` unless told. */
  readonly check?: string;
}

/**
 * SQL for a migration that puts a table under row security: forced, so that it holds for its owner too, with one policy for the
 * application role and one that leaves the owner (who runs `asOwner`) everything, whether or not the owner is a superuser.
 */
export const rowSecurity = ({ table, grant, using, check = using }: RowSecurity): string => {
  checkedName(table);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`,
    `CREATE POLICY ${table}_scope ON ${table} TO ${applicationRole} USING (${using}) WITH CHECK (${check});`,
    `GRANT ${grant.join(', ')} ON ${table} TO ${applicationRole};`,
  ].join('\n');
};
