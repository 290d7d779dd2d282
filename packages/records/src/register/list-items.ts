import type { Kysely, Selectable } from 'kysely';
import type { Database, RegisterRecordTable } from '../migrations/database.ts';
import type { KeptContent } from './content.ts';
import type { RegisterListItem } from './query.ts';

const columns = [
  'number',
  'display',
  'algorithm_name',
  'subject',
  'technique',
  'type_code',
  'role',
  'place',
  'province',
  'status',
  'origin',
  'list',
  'first_month',
  'filed_on',
  'changed_on',
  'flagged',
  'content',
] as const;

type ListRow = Pick<Selectable<RegisterRecordTable>, (typeof columns)[number]>;

const listItem = (row: ListRow): RegisterListItem => {
  const { content, announced } = row.content as unknown as KeptContent;
  return {
    number: row.number,
    display: row.display,
    algorithmName: row.algorithm_name,
    subject: row.subject,
    technique: row.technique,
    typeCode: row.type_code,
    ...(row.role === null ? {} : { role: row.role }),
    place: row.place,
    province: row.province,
    status: row.status,
    origin: row.origin,
    ...(row.list === null ? {} : { list: row.list }),
    firstMonth: row.first_month,
    ...(row.filed_on === null ? {} : { filedOn: row.filed_on }),
    ...(row.changed_on === null ? {} : { changedOn: row.changed_on }),
    flagged: row.flagged,
    products:
      content.products.length === 0
        ? (announced?.productText ?? '')
        : content.products.map(({ name }) => name).join('、'),
    purpose: content.purpose,
  };
};

/** The records of these numbers, in their order. */
export const listItems = async (
  database: Kysely<Database>,
  numbers: readonly string[],
): Promise<readonly RegisterListItem[]> => {
  if (numbers.length === 0) return [];
  const rows = await database.selectFrom('register_record').select(columns).where('number', 'in', numbers).execute();
  const items = new Map(rows.map((row) => [row.number, listItem(row)]));
  return numbers.flatMap((number) => items.get(number) ?? []);
};
