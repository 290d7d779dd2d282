import { methodOf } from '@suanjian/audit';
import {
  type Asking,
  clopperPearsonInterval,
  type Estimation,
  judge,
  nullDesigns,
  nullOf,
  reducedRows,
  requestOf,
  seededRandom,
} from '@suanjian/audit/testing';
import type { LogStore } from '@suanjian/decision-log';
import { countDesigns } from './designs/counts.ts';
import type { Design } from './designs/design.ts';
import { seriesDesigns } from './designs/series.ts';
import { slateDesigns } from './designs/slates.ts';
import { loadTables } from './tables.ts';

export const designs: readonly Design[] = [...nullDesigns, ...slateDesigns, ...countDesigns, ...seriesDesigns];

export const nominal = 0.05;

export interface NullResult {
  readonly design: Pick<Design, 'title' | 'method' | 'truth'>;
  readonly tables: number;
  /** Tables whose interval leaves out what is true of them: what the test itself errs with. */
  readonly rejected: number;
  /** Tables that fail as they would in an audit, at the method's default materiality. */
  readonly failed: number;
  /** Tables that came to an interval at all. */
  readonly decided: number;
  /** The same as `rejected` for the naive question. */
  readonly naive?: number;
}

/** Whether a rate of errors seen in so many tables shows that the true one lies above the nominal level. */
export const tooMany = (count: number, tables: number): boolean =>
  clopperPearsonInterval({ successes: count, trials: tables }, 0.95).low > nominal;

const rejects = ({ interval, scale }: Estimation, truth: number | undefined): boolean => {
  const [low, high] = interval(1 - nominal) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const held = truth ?? (scale === 'none' ? 0 : nullOf(scale));
  return low > held || high < held;
};

const defaultsOf = ({ parameters = {} }: Asking): Asking['parameters'] =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'materiality'));

const askAll = async (store: LogStore, id: string, table: string, asking: Asking) => {
  const method = methodOf(id);
  if (method === undefined) throw new Error(`no method ${id}`);
  const request = await requestOf(store.auditor, method, table, { ...asking, by: ['unit'] });
  const estimations = method.estimate(await reducedRows(store.auditor, method, request), request, { seed: 1 });
  const usual = method.judging({ ...request, parameters: method.parameters.parse(defaultsOf(asking)) });
  return { estimations, usual };
};

export const measureNull = async (
  store: LogStore,
  design: Design,
  { tables, seed }: { readonly tables: number; readonly seed: number },
): Promise<NullResult> => {
  const { method, asking, truth, naive, naiveMethod = method } = design;
  const table = await loadTables(store, 'null_tables', {
    rows: design.rows,
    count: tables,
    random: seededRandom(seed),
  });
  const { estimations, usual } = await askAll(store, method, table, asking);
  if (estimations.length !== tables) throw new Error(`${design.title}: ${estimations.length} of ${tables} tables`);
  const fails = ({ estimate, interval, scale, decided }: Estimation): boolean => {
    const own = interval(1 - nominal);
    if (decided !== undefined || scale === 'none') return decided?.verdict === 'fail';
    return (
      judge({ estimate, interval: own === undefined ? undefined : { low: own[0], high: own[1] } }, { scale, ...usual })
        .verdict === 'fail'
    );
  };
  const naively =
    naive === undefined
      ? undefined
      : (await askAll(store, naiveMethod, table, naive)).estimations.filter((own) => rejects(own, truth)).length;
  return {
    design: { title: design.title, method, ...(truth === undefined ? {} : { truth }) },
    tables,
    rejected: estimations.filter((own) => rejects(own, truth)).length,
    failed: truth === undefined ? estimations.filter(fails).length : 0,
    decided: estimations.filter(({ interval }) => interval(1 - nominal) !== undefined).length,
    ...(naively === undefined ? {} : { naive: naively }),
  };
};
