import { z } from 'zod';
import { editions, findClause, text, type EditionId } from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';

/** Clauses a decision rests on, as `edition/number`. */
export const basisInput = z.array(z.string().min(3).max(40)).min(1).max(20);

/** A decision may rest on what is in force, or on the edition the matter runs under; never on a bare consultation draft. */
export const basisRefusals = (basis: readonly string[], edition: EditionId, base = '/basis'): readonly Refusal[] =>
  basis.flatMap((id, index): Refusal[] => {
    const pointer = `${base}/${index}`;
    const clause = findClause(id);
    if (clause === undefined)
      return [
        {
          code: 'basis/unknown',
          pointer,
          text: text(`没有「${id}」这一条款，请核对编号。`, `There is no clause “${id}”. Check its number.`),
        },
      ];
    const cited = editions.find((candidate) => candidate.id === clause.edition);
    return clause.edition === edition || cited?.status === 'in-force'
      ? []
      : [
          {
            code: 'basis/not-in-force',
            pointer,
            clause: id,
            text: text(
              `「${id}」不是现行有效的规定，不能作为依据。`,
              `“${id}” is not in force and cannot carry a decision.`,
            ),
          },
        ];
  });
