import { z } from 'zod';
import type { FormValues } from '../../engine/form.ts';
import type { MatterFacts } from '../../engine/lookups.ts';
import type { WarningFacts } from '../../engine/warning.ts';
import { entriesOf, wordsIn } from './part.ts';

/** What stands behind a matter, by reference: the rows stay where they are. */
export interface EvidenceReference {
  /** The matter it comes from, or the early warning (`warning`). */
  readonly kind: string;
  readonly matter: string;
  /** A check of a verified bundle, where it is one. */
  readonly bundle?: string;
  readonly check?: string;
  readonly verdict?: string;
  readonly from?: string;
  readonly until?: string;
  /** Of a warning: what was watched, and how many complaints there were where these were counted. */
  readonly indicator?: string;
  readonly count?: number;
}

const some = z
  .object({
    hash: z.string().optional(),
    bundle: z.string().optional(),
    check: z.string().optional(),
    verdict: z.string().optional(),
    from: z.string().optional(),
    until: z.string().optional(),
    to: z.string().optional(),
  })
  .transform(({ hash, bundle, to, until, ...rest }) => {
    const end = until ?? to;
    const id = bundle ?? hash;
    return { ...rest, ...(id === undefined ? {} : { bundle: id }), ...(end === undefined ? {} : { until: end }) };
  });

const listed = (value: unknown): readonly z.infer<typeof some>[] =>
  (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const { success, data } = some.safeParse(entry);
    return success && data.check !== undefined && data.check !== '' ? [data] : [];
  });

const isForm = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of checks in the evidence of a form, such as an assessment's. */
const inForm = (value: unknown): readonly unknown[] =>
  isForm(value) ? entriesOf(value, 'evidence').filter((entry) => wordsIn(entry, 'check') !== '') : [];

/**
 * What a matter hands on to one that is opened on it: itself, and every check that it rests on. A kind that keeps `references` (of this type) in
 * its state hands those on; complaints, assessments and rectifications are read as they are.
 */
export const referencesOf = ({ kind, id, state }: MatterFacts): readonly EvidenceReference[] => {
  const own = { kind, matter: id };
  const checks = [
    ...listed(state['references']),
    ...listed(state['bundles']),
    ...listed(state['verifications']),
    ...listed(inForm(state['sentForm'] ?? state['form'])),
  ];
  return [own, ...checks.map((check) => ({ ...own, ...check }))];
};

/** What a warning hands on: itself, what the check found in each bundle behind it, and the complaints that were counted. */
export const referencesOfWarning = ({
  id,
  indicator,
  from,
  until,
  count,
  complaints,
  results,
}: WarningFacts): readonly EvidenceReference[] => [
  { kind: 'warning', matter: id, indicator, from, until, ...(count === undefined ? {} : { count }) },
  ...results.map(({ filing, ...result }) => ({ kind: 'filing', matter: filing, ...result })),
  ...complaints.map((matter) => ({ kind: 'complaint', matter })),
];
