import { text } from '@suanjian/rulebook';
import type { UnpackingCeiling } from '@suanjian/decision-log';
import { usageFault } from './fault.ts';
import type { Terminal } from './terminal.ts';

const GIB = 2 ** 30;

/** How much may come out of one packed file: MOST_UNPACKED in GiB; `undefined` leaves the usual ceiling. @throws CliFault */
export const ceilingOf = async ({
  environment,
}: Pick<Terminal, 'environment'>): Promise<{ readonly ceiling?: UnpackingCeiling }> => {
  const written = environment['MOST_UNPACKED'] ?? '';
  if (written === '') return {};
  const gibibytes = /^\d+(?:\.\d+)?$/u.test(written) ? Number(written) : 0;
  if (!(gibibytes > 0 && gibibytes * GIB <= Number.MAX_SAFE_INTEGER))
    throw usageFault(
      text(
        `设置 MOST_UNPACKED 应为以 GiB 计的正数，不是 ${written}。`,
        `The setting MOST_UNPACKED is a positive number of GiB, not ${written}.`,
      ),
    );
  const { ceilingOfBytes } = await import('@suanjian/decision-log');
  return { ceiling: ceilingOfBytes(Math.floor(gibibytes * GIB)) };
};
