import type { Migration } from '../store/migration.ts';

/** What this installation is; one row. */
export const installation: Migration = {
  id: '0001-installation',
  sql: `
    CREATE TABLE installation (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      created_at timestamptz NOT NULL DEFAULT now(),
      settings jsonb NOT NULL DEFAULT '{}'::jsonb,
      only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one)
    );
    INSERT INTO installation DEFAULT VALUES;
    GRANT USAGE ON SCHEMA public TO suanjian_app;
    GRANT SELECT ON installation TO suanjian_app;
  `,
};
