import { identifyWith, type DecisionLog } from '@suanjian/decision-log';
import { usageFault } from '../../fault.ts';
import { logTexts } from '../../texts/log.ts';

const pseudonym = /^p[1-9]\d{0,5}_[\w-]{22}$/u;

/**
 * The pseudonyms that are meant: those given, or those that the raw ids have had in every key epoch. A raw id where a pseudonym is wanted is refused: it would find nothing and
 * might be written down. @throws CliFault
 */
export const pseudonymsOf = (
  log: DecisionLog,
  asked: readonly string[],
  identifiers: 'raw' | 'pseudonyms' | undefined,
): readonly string[] => {
  if (identifiers !== 'raw') {
    if (!asked.every((id) => pseudonym.test(id))) throw usageFault(logTexts.pseudonymsWanted);
    return [...new Set(asked)].sort();
  }
  const found = new Set<string>();
  for (let epoch = 1; epoch <= log.pseudonyms.epoch; epoch += 1) {
    const keys = log.pseudonyms.keys(epoch);
    if (keys === undefined) continue;
    const identify = identifyWith(keys);
    for (const id of asked) found.add(identify(id, 'people'));
  }
  return [...found].sort();
};
