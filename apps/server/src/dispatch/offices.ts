import type { Transaction } from 'kysely';
import { covers, officeLevels, type OfficeLevel } from '@suanjian/matters';
import type { Database } from '@suanjian/records';

/** Name of the department whose offices answer filings; they hear of things first. */
const firstDepartment = 'network';

const asLevel = (level: string): OfficeLevel | undefined => officeLevels.find((known) => known === level);

/** Every office of a level that covers a place, those of the network department first. */
export const officesCovering = async (
  transaction: Transaction<Database>,
  level: string,
  place: string,
): Promise<readonly string[]> => {
  const known = asLevel(level);
  if (known === undefined) return [];
  const offices = await transaction
    .selectFrom('organisation')
    .select(['id', 'place', 'department'])
    .where('kind', '=', 'office')
    .where('level', '=', known)
    .orderBy('id')
    .execute();
  return offices
    .filter((office) => covers(known, office.place, place))
    .toSorted((one, other) => Number(other.department === firstDepartment) - Number(one.department === firstDepartment))
    .map(({ id }) => id);
};
