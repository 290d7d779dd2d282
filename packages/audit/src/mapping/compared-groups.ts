import type { StoreReader } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import type { MethodRequest } from '../engine/method.ts';
import { nearest } from '../sql/nearest.ts';
import { writtenString } from '../sql/tokens.ts';
import type { TableProblem } from './look.ts';

const shown = 12;

/**
 * Groups that `compare` names and no row has. Left alone they would only make the data look too few: a misspelt group is a fault of the
 * question.
 */
export const absentGroups = async (
  session: Pick<StoreReader, 'query'>,
  request: MethodRequest<unknown>,
): Promise<readonly TableProblem[]> => {
  const group = request.parts['group'];
  if (group === undefined || request.compare === undefined) return [];
  const level = `toString(${group.sql})`;
  const absent = await session.query<{ name: string }>(
    `SELECT arrayJoin(arrayFilter(name -> NOT has(found, name), [${request.compare.map(writtenString).join(', ')}])) AS name
    FROM (SELECT groupUniqArrayIf(assumeNotNull(${level}), ${level} IN (${request.compare.map(writtenString).join(', ')})) AS found FROM ${request.relation} AS relation)`,
  );
  if (absent.length === 0) return [];
  const found = (
    await session.query<{ name: string }>(
      `SELECT DISTINCT ifNull(${level}, '') AS name FROM ${request.relation} AS relation WHERE name != '' ORDER BY name LIMIT ${shown + 1}`,
    )
  ).map(({ name }) => name);
  const listed = `${found.slice(0, shown).join(', ')}${found.length > shown ? ', …' : ''}`;
  return absent.map(({ name }) => {
    const near = nearest(name, found);
    return {
      key: 'compare',
      reason: text(
        `没有名为 ${name} 的组。${near === undefined ? '' : `是不是 ${near}？`}现有的组：${listed}。`,
        `There is no group ${name}. ${near === undefined ? '' : `Did you mean ${near}? `}The groups are: ${listed}.`,
      ),
    };
  });
};
