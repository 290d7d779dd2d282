import { indicatorSchema, type Indicator } from '@suanjian/audit/monitoring';
import { text } from '@suanjian/rulebook';
import { problem, ProblemError } from '../../http/problem.ts';

const mostFaults = 20;

/** @throws ProblemError 422, with everything that is wrong with it */
export const parseDefinition = (definition: unknown): Indicator => {
  const parsed = indicatorSchema.safeParse(definition);
  if (parsed.success) return parsed.data;
  throw new ProblemError({
    ...problem(422, 'invalid', text('指标写得不对', 'The indicator is not well written')),
    errors: parsed.error.issues.slice(0, mostFaults).map(({ path, message }) => ({
      code: 'monitoring/definition',
      pointer: `/definition/${path.join('/')}`,
      text: text(`此处不符合格式：${message}`, message),
    })),
  });
};
