import type { Transaction } from 'kysely';
import type { BundleChoice, ChoiceList, ResultChoice } from '@suanjian/contracts';
import { pickedCheck, type OrganisationId } from '@suanjian/matters';
import {
  findAuditBundle,
  listAuditBundles,
  type AuditBundleNote,
  type Database,
  type Keyring,
} from '@suanjian/records';
import { bundleOf } from '../audits/standing.ts';
import { findFiling, type NamedFiling } from '../audits/filing.ts';

/** A year of weekly audits; whatever is older is found on the filing's own page. */
const mostBundles = 52;

export interface BundleQuestion {
  readonly of: 'bundle' | 'check-result';
  readonly search?: string;
  /** Only this one, to show what was picked. */
  readonly value?: string;
  readonly most: number;
}

type Ports = { readonly transaction: Transaction<Database>; readonly keyring: Pick<Keyring, 'find'> };

interface Sent {
  readonly kept: AuditBundleNote;
  readonly facts: Pick<BundleChoice, 'filing' | 'uploadedAt' | 'from' | 'to'>;
}

const withFilings = async ({ transaction }: Ports, bundles: readonly AuditBundleNote[]): Promise<readonly Sent[]> => {
  const filings = new Map<string, NamedFiling | undefined>();
  for (const { matter } of bundles)
    if (!filings.has(matter)) filings.set(matter, await findFiling(transaction, matter));
  return bundles.flatMap((kept): readonly Sent[] => {
    const filing = filings.get(kept.matter);
    if (filing === undefined) return [];
    const { id, title, number } = filing;
    return [
      {
        kept,
        facts: {
          filing: { id, title, ...(number === undefined ? {} : { number }) },
          uploadedAt: kept.uploadedAt,
          ...(kept.log === undefined ? {} : { from: kept.log.from, to: kept.log.to }),
        },
      },
    ];
  });
};

/** What its checks found and counts, each check once; what is on trial counts for nothing. */
const resultsOf = ({ kept, facts }: Sent): readonly ResultChoice[] => {
  const seen = new Set<string>();
  return bundleOf(kept).results.flatMap(({ id, check, title, clause, clauses, verdict, status }) => {
    const name = check ?? id;
    if (status !== 'live' || seen.has(name)) return [];
    seen.add(name);
    return [
      {
        of: 'check-result' as const,
        value: `${kept.id}/${name}`,
        check: name,
        title,
        clause: clause ?? clauses[0] ?? null,
        verdict,
        ...facts,
      },
    ];
  });
};

const holds = (search: string, words: readonly (string | null | undefined)[]): boolean => {
  const wanted = search.toLowerCase();
  return words.some((each) => each?.toLowerCase().includes(wanted) === true);
};

const wordsOf = (choice: BundleChoice | ResultChoice): readonly (string | null | undefined)[] => [
  choice.filing.title,
  choice.filing.number,
  choice.from,
  choice.to,
  ...(choice.of === 'bundle' ? [] : [choice.check, choice.title.zh, choice.title.en, choice.clause]),
];

/** What failed is what somebody looks for. */
const gravity = { fail: 0, 'not-enough-data': 1, pass: 2, 'not-applicable': 3 } as const;

/** Verified bundles of a provider, or what their checks found, the newest days first. Throws the errors of `openBytes`. */
export const bundleChoices = async (
  ports: Ports,
  owner: OrganisationId,
  { of, search = '', value, most }: BundleQuestion,
): Promise<ChoiceList> => {
  const { transaction, keyring } = ports;
  const only = value === undefined ? undefined : of === 'bundle' ? value : pickedCheck(value)?.bundle;
  const one = only === undefined ? undefined : await findAuditBundle(transaction, keyring, only);
  const bundles =
    value === undefined
      ? (await listAuditBundles(transaction, keyring, { organisation: owner, most: mostBundles })).bundles
      : one === undefined
        ? []
        : [one];
  const sent = await withFilings(ports, bundles);
  const choices = sent.flatMap((each): readonly (BundleChoice | ResultChoice)[] =>
    of === 'bundle'
      ? [{ of: 'bundle', value: each.kept.id, ...each.facts }]
      : resultsOf(each).toSorted((one, other) => gravity[one.verdict] - gravity[other.verdict]),
  );
  const found = choices.filter((each) =>
    value === undefined ? search === '' || holds(search, wordsOf(each)) : each.value === value,
  );
  return { items: found.slice(0, most), more: found.length > most };
};
