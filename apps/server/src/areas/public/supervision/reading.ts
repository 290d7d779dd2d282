import type { MatterReading } from '@suanjian/records';
import type { Services } from '../../../services.ts';

/**
 * A matter for its own public function, which alone says what of it leaves. It is read with the operator's eyes and sealed values stay sealed:
 * no public function takes one of those. Its state is what `evolve` of that very kind made.
 */
export const readForPublic = (
  { matters }: Pick<Services, 'matters'>,
  kind: string,
  id: string,
): Promise<MatterReading | undefined> => matters.read({ kind: 'operator' }, kind, id);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no id is asked of no store. */
export const isId = (value: string): boolean => uuid.test(value);
