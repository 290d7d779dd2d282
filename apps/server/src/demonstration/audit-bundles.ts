import { randomBytes } from 'node:crypto';
import { bundleSchema } from '@suanjian/audit/bundle';
import { canonicalJson, signerFrom, signNote, type Signer } from '@suanjian/evidence';
import type { Actor, Instant } from '@suanjian/matters';
import { addAuditKey, keepAuditBundle, listAuditKeys, scopeOf } from '@suanjian/records';
import { addDays, civilDateOf, type CivilDate, type Text } from '@suanjian/rulebook';
import { checkBundle } from '../areas/audits/check-bundle.ts';
import type { Services } from '../services.ts';
import type { ProviderName } from './cast.ts';
import type { Matter, Stage } from './stage.ts';

/** What a check found on one day: so many broken ones in ten thousand. */
export interface WatchedCheck {
  readonly check: string;
  readonly clause: string;
  readonly title: Text;
  readonly brokenOn: (day: CivilDate, back: number) => number;
}

export interface Audited {
  readonly provider: ProviderName;
  readonly filing: Matter;
  readonly checks: readonly WatchedCheck[];
  /** How many days back from today the first and the last of them lie. */
  readonly back: { readonly first: number; readonly last: number };
}

const rows = 10_000;
const tolerated = 0.01;

const resultOf = ({ check, clause, title, brokenOn }: WatchedCheck, day: CivilDate, back: number) => {
  // Counts stand in whole tens.
  const broken = Math.round(brokenOn(day, back) / 10) * 10;
  return {
    id: check,
    check,
    checkVersion: 100,
    method: 'invariant',
    methodVersion: 100,
    definition: '0'.repeat(64),
    clause,
    clauses: [clause],
    severity: 'duty',
    status: 'live',
    title,
    scale: 'count',
    materiality: tolerated,
    verdict: broken > rows * tolerated ? 'fail' : 'pass',
    estimate: broken,
    interval: null,
    n: rows,
    p: null,
    q: null,
    smallestDetectable: null,
    suppressed: false,
    units: [],
  };
};

/** The log of an invented company grows by the same every day. */
const noteOf = (signer: Signer, number: string, { checks, back: { first } }: Audited, day: CivilDate, back: number) => {
  const treeSize = (first - back + 1) * rows;
  const bundle = bundleSchema.parse({
    format: 'suanjian-bundle/1',
    filing: number,
    edition: 'final',
    data: {
      kind: 'log',
      provider: null,
      from: day,
      to: day,
      treeSize,
      root: treeSize.toString(16).padStart(64, '0'),
      commitment: '0'.repeat(64),
    },
    software: { suanjian: '0.1.0', clickhouse: '26.7' },
    error: { year: 0.05, runsPerYear: 365, run: 0.00014 },
    report: '0'.repeat(64),
    results: checks.map((check) => resultOf(check, day, back)),
  });
  return signNote(`suanjian-bundle/1\n${canonicalJson(bundle)}\n`, [signer]);
};

const seedLength = 32;

/** When a day's bundle comes in: the next morning. */
const nextMorning = (day: CivilDate): Instant => `${addDays(day, 1)}T00:40:00.000Z` as Instant;

/**
 * Signed bundles day by day, checked and kept as if the company had sent them. All of a company or none, so that a play that was broken off does
 * not send them twice; the private key is thrown away.
 */
export const sendDailyBundles = async (
  stage: Stage,
  { store, keyring, random, newId }: Pick<Services, 'store' | 'keyring' | 'random' | 'newId'>,
  audited: Audited,
): Promise<void> => {
  const { provider, filing, back } = audited;
  const sender: Actor = stage.actor(provider, 'officer');
  if (sender.kind !== 'person' || sender.membership === undefined) throw new RangeError('nobody sends bundles');
  const { account, membership } = sender;
  const number = await stage.numberOf(filing);
  const signer = signerFrom(`${provider}.example/audit`, randomBytes(seedLength));
  const vkey = signer.verifier.encoded;
  await store.inScope(scopeOf(sender), async (transaction) => {
    const sent = await transaction.selectFrom('audit_bundle').select('id').where('matter_id', '=', filing.id).execute();
    if (sent.length > 0) return;
    const { organisation } = membership;
    const since = nextMorning(addDays(stage.today, -back.first - 1));
    await addAuditKey(transaction, { id: newId(), organisation, vkey, by: account, at: since });
    const keys = await listAuditKeys(transaction);
    for (let ago = back.first; ago >= back.last; ago--) {
      const day = addDays(stage.today, -ago);
      const at = nextMorning(day);
      const note = noteOf(signer, number, audited, day, ago);
      const { checked, faults } = checkBundle(note, keys, civilDateOf(at));
      if (checked === undefined) throw new Error(`a bundle was not taken: ${faults.map(({ code }) => code).join(' ')}`);
      const { data } = checked.bundle;
      if (data.kind !== 'log') throw new Error('a daily bundle is about a log');
      await keepAuditBundle(
        transaction,
        {
          id: newId(),
          organisation,
          matter: filing.id,
          vkey,
          log: { origin: signer.verifier.name, treeSize: data.treeSize, root: data.root, from: day, to: day },
          note,
          by: account,
          at,
        },
        keyring,
        random,
      );
    }
  });
};
