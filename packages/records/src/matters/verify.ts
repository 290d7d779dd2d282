import type { Kysely, Selectable } from 'kysely';
import type { Database, MatterEventTable, MatterTable } from '../migrations/database.ts';
import { chainStart, eventHash } from './chain.ts';
import { storedEventOf } from './streams.ts';

export interface StreamFault {
  readonly matter: string;
  readonly position: number;
  readonly fault: 'gap' | 'previous' | 'hash' | 'head' | 'empty';
}

export interface Verification {
  readonly matters: number;
  readonly events: number;
  readonly faults: readonly StreamFault[];
}

const pageSize = 200;

interface Page {
  readonly heads: readonly Pick<Selectable<MatterTable>, 'id' | 'kind' | 'position' | 'head_hash'>[];
  readonly rows: readonly Selectable<MatterEventTable>[];
}

/** Heads and events of one moment: a command that commits in between must not look like tampering. */
const readPage = (database: Kysely<Database>, after: string): Promise<Page> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const heads = await transaction
        .selectFrom('matter')
        .select(['id', 'kind', 'position', 'head_hash'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(pageSize)
        .execute();
      if (heads.length === 0) return { heads, rows: [] };
      const ids = heads.map(({ id }) => id);
      const rows = await transaction
        .selectFrom('matter_event')
        .selectAll()
        .where('matter_id', 'in', ids)
        .orderBy('matter_id')
        .orderBy('position')
        .execute();
      return { heads, rows };
    });

/**
 * Recomputes the hash chain of every stream. It shows that nothing in a stream was changed, removed or put in between since it was written; a
 * database administrator who rewrites a whole stream with its head is found only by comparing with hashes that somebody else holds.
 */
export const verifyMatters = async (database: Kysely<Database>): Promise<Verification> => {
  const faults: StreamFault[] = [];
  let matters = 0;
  let events = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { heads, rows } = await readPage(database, after);
    const last = heads.at(-1);
    if (last === undefined) return { matters, events, faults };
    after = last.id;
    matters += heads.length;
    events += rows.length;
    const byMatter = Map.groupBy(rows, ({ matter_id }) => matter_id);
    for (const head of heads) {
      const stream = byMatter.get(head.id) ?? [];
      if (stream.length === 0) faults.push({ matter: head.id, position: 0, fault: 'empty' });
      let previous = chainStart;
      for (const [index, row] of stream.entries()) {
        if (row.position !== index + 1) faults.push({ matter: head.id, position: row.position, fault: 'gap' });
        if (row.previous_hash !== previous) faults.push({ matter: head.id, position: row.position, fault: 'previous' });
        if (eventHash(storedEventOf(head.kind, row)) !== row.hash)
          faults.push({ matter: head.id, position: row.position, fault: 'hash' });
        previous = row.hash;
      }
      if (stream.length > 0 && (head.head_hash !== previous || head.position !== stream.length))
        faults.push({ matter: head.id, position: head.position, fault: 'head' });
    }
  }
};
