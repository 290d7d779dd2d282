import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * Checks of clauses that the application's own records decide: verdicts with the meanings of an audit's, and what was found.
 */

const exampleText = { zh: '评估未过期', en: 'Assessment is current' };

export const recordCheckContract = z
  .object({
    id: z.string().meta({ description: 'The check, as the rulebook names it.', examples: ['assessment-current'] }),
    title: textContract,
    question: textContract,
    advice: textContract,
    clauses: z.array(z.string()).meta({ description: 'The clauses it serves.', examples: [['final/27']] }),
    verdict: z
      .enum(['pass', 'fail', 'not-enough-data', 'not-applicable'])
      .meta({ description: 'As of an audit’s check; a finding for people, not a ruling.', examples: ['pass'] }),
    looked: z
      .number()
      .int()
      .meta({ description: 'How many things were looked at.', examples: [3] }),
    findings: z.array(textContract).meta({ description: 'What is wrong, naming no person.', examples: [[]] }),
  })
  .meta({
    description: 'A check that records decide, with its verdict on what the reader may see.',
    examples: [
      {
        id: 'assessment-current',
        title: exampleText,
        question: exampleText,
        advice: exampleText,
        clauses: ['final/27'],
        verdict: 'pass',
        looked: 3,
        findings: [],
      },
    ],
  });
export type RecordCheckAnswer = z.infer<typeof recordCheckContract>;

export const recordChecksContract = z
  .object({ items: z.array(recordCheckContract) })
  .meta({ description: 'Every check that applies to this kind of page.', examples: [{ items: [] }] });
export type RecordChecksAnswer = z.infer<typeof recordChecksContract>;
