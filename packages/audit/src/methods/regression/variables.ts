import type { Expression, MethodRequest } from '../../engine/method.ts';
import { part } from '../common/contrast/group-plan.ts';
import { isInteger } from '../common/sql.ts';
import { bitsOf } from '../common/sums.ts';
import type { RegressionParameters } from './parameters.ts';

/** A column of the model that is a number, or that stands for a set of levels with a column for each but the first. */
export interface Variable {
  /** Its name in SQL. */
  readonly name: string;
  /** Its name in reports. */
  readonly label: string;
  readonly part: string;
  readonly expression: Expression;
  readonly bits: bigint;
}

export interface Variables {
  readonly response: Variable;
  readonly numbers: readonly Variable[];
  readonly factors: readonly Variable[];
  /** Whether the group is among the numbers. */
  readonly groupIsNumber: boolean;
}

const numberType = /^(?:Bool$|Float|Decimal|U?Int\d+$)/u;

const isNumber = ({ type }: Expression): boolean => numberType.test(type);

/** Flags and numbers enter as they are, anything else as levels; `toString(year)` makes levels of a number. Strata are levels that are held constant. */
export const variablesOf = (request: MethodRequest<RegressionParameters>): Variables => {
  const { groupIs, reference } = request.parameters;
  const group = part(request, 'group');
  const groupIsNumber =
    groupIs === undefined
      ? request.compare === undefined && reference === undefined && isNumber(group)
      : groupIs === 'number';
  const variable = (name: string, of: string, expression: Expression): Variable => ({
    name,
    label: expression.label,
    part: of,
    expression,
    bits: bitsOf(isInteger(expression)),
  });
  const own = variable('v_group', 'group', group);
  const controls = request.controls.map((expression, index) => variable(`v_control_${index}`, 'controls', expression));
  const strata = request.strata.map((expression, index) => variable(`v_stratum_${index}`, 'strata', expression));
  const response = part(request, request.parts['value'] === undefined ? 'outcome' : 'value');
  return {
    response: variable('v_response', response.label, response),
    numbers: [...(groupIsNumber ? [own] : []), ...controls.filter(({ expression }) => isNumber(expression))],
    factors: [
      ...(groupIsNumber ? [] : [own]),
      ...controls.filter(({ expression }) => !isNumber(expression)),
      ...strata,
    ],
    groupIsNumber,
  };
};
