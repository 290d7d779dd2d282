import { createPrivateKey, createPublicKey, hash, sign, type KeyObject } from 'node:crypto';

/*
 * Signed result bundles, written here from the published format of signed notes: what the server reads was not made by its own code.
 */

const name = 'browser-test/audit';
const seedWrapper = Buffer.from('302e020100300506032b657004220420', 'hex');
const type = Buffer.of(1);

const keyFrom = (seed: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([seedWrapper, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });

const publicHalf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

const idOf = (key: KeyObject): Buffer =>
  Buffer.from(
    hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), type, publicHalf(key)]), 'hex').slice(0, 8),
    'hex',
  );

/** The verification key, as `suanjian audit --bundle` prints it. */
export const verificationKey = (seed: number): string => {
  const key = keyFrom(seed);
  return `${name}+${idOf(key).toString('hex')}+${Buffer.concat([type, publicHalf(key)]).toString('base64')}`;
};

/** RFC 8785 of what bundles hold: names in order; numbers and plain words as JSON writes them. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
};

interface Result {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly clause: string;
  readonly verdict: 'pass' | 'fail' | 'not-enough-data' | 'not-applicable';
  readonly scale?: string;
  readonly estimate?: number;
  readonly interval?: readonly [number, number | null];
  readonly severity?: string;
  readonly status?: string;
  readonly suppressed?: boolean;
}

const resultOf = ({ severity = 'duty', status = 'live', scale = 'share', suppressed = false, ...result }: Result) => ({
  check: result.id,
  checkVersion: 100,
  method: 'invariant',
  methodVersion: 100,
  definition: 'cc',
  clauses: [result.clause],
  materiality: 0.001,
  estimate: null,
  interval: null,
  n: suppressed ? null : 12_340,
  p: null,
  q: null,
  smallestDetectable: null,
  units: [],
  severity,
  status,
  scale,
  suppressed,
  ...result,
});

export const signedBundle = (
  seed: number,
  {
    filing,
    treeSize,
    results,
    ...of
  }: { filing: string; treeSize: number; results: readonly Result[] } & ({ month: string } | { day: string }),
): string => {
  const [from, to] = 'day' in of ? [of.day, of.day] : [`${of.month}-01`, `${of.month}-28`];
  const bundle = {
    format: 'suanjian-bundle/1',
    filing,
    edition: 'final',
    data: {
      kind: 'log',
      provider: 'demo',
      from,
      to,
      treeSize,
      root: `root-${treeSize}`,
      commitment: 'bb',
    },
    software: { suanjian: '0.1.0', clickhouse: '26.7' },
    error: { year: 0.05, runsPerYear: 10, run: 0.005 },
    report: 'dd',
    results: results.map(resultOf),
  };
  const body = `suanjian-bundle/1\n${canonical(bundle)}\n`;
  const key = keyFrom(seed);
  const signature = Buffer.concat([idOf(key), sign(null, Buffer.from(body), key)]).toString('base64');
  return `${body}\n— ${name} ${signature}\n`;
};
