import { text } from '@suanjian/rulebook';
import { AuditFault } from '../engine/audit-fault.ts';
import { valueInSql } from '../engine/template.ts';
import { checkedQuery } from '../sql/query.ts';
import { tokensOf } from '../sql/tokens.ts';
import type { CheckValue } from '../engine/check.ts';

const places = /\{\{[^{}]*\}\}/gu;

/** A word that stands for a place while the rest is read; nobody writes it by chance. */
const standIn = (index: number): string => `suanjian_place_${index}`;

/**
 * The relation of a pack's check, read token by token and written anew: one SELECT over its families and nothing else. A place must stand where a
 * table or a value may stand, never inside a string, a name or another word: what is put there later could otherwise end it.
 * @throws {SqlFault} with the position and what to do, {AuditFault} for a place that stands wrongly
 */
export const checkedRelation = (relation: string, parameters: Readonly<Record<string, CheckValue>>): string => {
  const found = relation.match(places) ?? [];
  let next = 0;
  const named = relation.replaceAll(places, () => standIn(next++));
  const words = tokensOf(named).flatMap((token) => (token.kind === 'word' ? [token.value] : []));
  for (const [index, place] of found.entries())
    if (words.filter((word) => word === standIn(index)).length !== 1)
      throw new AuditFault(
        text(
          `${place} 不能写在引号或名称里面，应单独成词。`,
          `${place} must stand by itself, not within quotes or a name.`,
        ),
      );
  const families = found.flatMap((place, index) => (isParameter(place) ? [] : [standIn(index)]));
  const rewritten = checkedQuery(named, new Set(families));
  // The query as it will run, values in their places, must hold as well.
  checkedQuery(
    rewritten.replaceAll(/suanjian_place_(\d+)/gu, (word, index: string) => {
      const place = found[Number(index)] ?? '';
      return isParameter(place) ? valueInSql(parameters[nameOf(place)] ?? '') : word;
    }),
    new Set(families),
  );
  return rewritten.replaceAll(/suanjian_place_(\d+)/gu, (_, index: string) => found[Number(index)] ?? '');
};

const nameOf = (place: string): string => place.replaceAll(/[{}\s]/gu, '').replace(/^parameter\./u, '');
const isParameter = (place: string): boolean => place.replaceAll(/[{}\s]/gu, '').startsWith('parameter.');
