import { text, type Language, type Text } from '@suanjian/rulebook';
import type { DocumentSection, PaperFacts } from '../../../engine/document-model.ts';
import type { EvidenceReference } from '../evidence-reference.ts';

const words = {
  heading: text('随案的证据', 'Evidence that stands behind it'),
  warning: text('预警', 'Early warning'),
  count: text('件', 'counted'),
} as const satisfies Record<string, Text>;

/** A reference to evidence; what a bundle alone has shown names no matter. */
export type PrintedReference = Omit<EvidenceReference, 'kind' | 'matter'> & Partial<EvidenceReference>;

const lineOf = (reference: PrintedReference, language: Language, { kinds = {} }: PaperFacts): string => {
  const { kind, matter, indicator, count, check, verdict, from, until, bundle } = reference;
  const name = kind === 'warning' ? words.warning[language] : (kinds[kind ?? '']?.[language] ?? kind);
  return [
    ...(name === undefined ? [] : [`${name} ${matter ?? ''}`.trim()]),
    ...(indicator === undefined ? [] : [indicator]),
    ...(count === undefined ? [] : [`${count} ${words.count[language]}`]),
    ...(check === undefined ? [] : [`${check}: ${verdict ?? ''}`]),
    ...(from === undefined ? [] : [`${from} – ${until ?? ''}`]),
    ...(bundle === undefined ? [] : [`SHA-256 ${bundle}`]),
  ].join(' · ');
};

/** Where what a matter rests on is to be found, each once; nothing where its reader may not see it. */
export const referenceSection = (
  references: readonly PrintedReference[] | undefined,
  language: Language,
  facts: PaperFacts,
): readonly DocumentSection[] =>
  references === undefined || references.length === 0
    ? []
    : [
        {
          heading: words.heading[language],
          blocks: [
            {
              kind: 'list',
              ordered: false,
              items: [...new Set(references.map((reference) => lineOf(reference, language, facts)))],
            },
          ],
        },
      ];
