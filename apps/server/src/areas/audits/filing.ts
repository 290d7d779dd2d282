import type { Transaction } from 'kysely';
import type { MatterId, OrganisationId } from '@suanjian/matters';
import type { Database } from '@suanjian/records';

export interface NamedFiling {
  readonly id: MatterId;
  readonly owner: OrganisationId | null;
  readonly title: string;
  readonly number?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
/** 21 digits, alone or as an announcement prints them (网信算备…号). */
const written = /^(?:\p{Script=Han}*)(\d{21})号?$/u;

/** The filing that is named by its number or its id, if the transaction's scope may see it. */
export const findFiling = async (
  transaction: Transaction<Database>,
  named: string,
): Promise<NamedFiling | undefined> => {
  const given = named.trim();
  const number = written.exec(given)?.[1];
  if (number === undefined && !uuid.test(given)) return undefined;
  const row = await transaction
    .selectFrom('matter')
    .select(['id', 'owner', 'title', 'number'])
    .where('kind', '=', 'filing')
    .where(number === undefined ? 'id' : 'number', '=', number ?? given)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id as MatterId,
    owner: row.owner as OrganisationId | null,
    title: row.title,
    ...(row.number === null ? {} : { number: row.number }),
  };
};
