import { KeyErased } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { problem, ProblemError } from '../../http/problem.ts';

/** @throws ProblemError 410 where the key of what is read was destroyed */
export const unlessErased = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof KeyErased)
      throw new ProblemError(problem(410, 'erased', text('已删除', 'Erased'), error.text));
    throw error;
  }
};
