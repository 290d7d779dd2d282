import { sql, type Transaction } from 'kysely';
import type { ChoiceList, MatterChoice } from '@suanjian/contracts';
import type { Database } from '@suanjian/records';
import type { ChoiceGround } from './ground.ts';

export interface MatterQuestion {
  readonly kind: string;
  readonly states?: readonly string[];
  /** Words of the title, digits of the number, or the beginning of a date. */
  readonly search?: string;
  /** Only this one, to show what was picked. */
  readonly value?: string;
  readonly most: number;
}

/** What LIKE would take for a pattern, taken literally. */
const literally = (words: string): string => words.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

/** Matters of a kind and of one provider that the transaction's scope may see, the newest first. */
export const matterChoices = async (
  transaction: Transaction<Database>,
  { owner, about }: ChoiceGround,
  { kind, states, search, value, most }: MatterQuestion,
): Promise<ChoiceList> => {
  let query = transaction
    .selectFrom('matter')
    .select(['id', 'kind', 'title', 'number', 'status', 'opened_at'])
    .where('kind', '=', kind)
    .where('owner', owner === null ? 'is' : '=', owner)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(most + 1);
  if (about !== undefined) query = query.where('id', '!=', about);
  // What was picked stays what it is, whatever has become of it since.
  if (value !== undefined) query = query.where('id', '=', value);
  else if (states !== undefined) query = query.where('status', 'in', [...states]);
  if (search !== undefined && search !== '') {
    const pattern = literally(search);
    query = query.where(({ or, eb }) =>
      or([
        eb('title', 'ilike', `%${pattern}%`),
        eb('number', 'like', `%${pattern}%`),
        eb(sql<string>`((opened_at at time zone 'Asia/Shanghai')::date)::text`, 'like', `${pattern}%`),
      ]),
    );
  }
  const rows = await query.execute();
  return {
    items: rows.slice(0, most).map((row): MatterChoice => ({
      of: 'matter',
      value: row.id,
      kind: row.kind,
      title: row.title,
      status: row.status,
      openedAt: row.opened_at,
      ...(row.number === null ? {} : { number: row.number }),
    })),
    more: rows.length > most,
  };
};
