import { hash } from 'node:crypto';
import { sql, type PostgresPool, type RawBuilder } from 'kysely';
import type pg from 'pg';

const mark = '/* planned once */';

/**
 * Before a statement that runs often, in few shapes, and has one good plan whatever its values are: a connection parses and plans it once. Under row
 * security that is half of what a small statement costs.
 */
export const plannedOnce: RawBuilder<unknown> = sql.raw(mark);

/** On one connection; beyond it statements are planned each time. */
const mostKept = 100;

const preparing = (client: pg.PoolClient): pg.PoolClient => {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostKept || !text.trimStart().startsWith(mark)) return known;
    const name = `once_${hash('sha256', text, 'hex').slice(0, 32)}`;
    names.set(text, name);
    return name;
  };
  const query = (text: unknown, values?: unknown): unknown => {
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    return client.query(...((name === undefined ? [text, values] : [{ name, text, values }]) as [string, unknown[]]));
  };
  return Object.assign(Object.create(client) as pg.PoolClient, { query: query as typeof client.query });
};

/** The pool as kysely uses it, with marked statements prepared under a name. */
export const planningOnce = (pool: pg.Pool): PostgresPool => {
  const clients = new WeakMap<pg.PoolClient, pg.PoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const made = clients.get(client) ?? preparing(client);
      clients.set(client, made);
      return made;
    },
  };
};
