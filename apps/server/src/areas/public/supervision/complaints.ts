import type { ComplaintsAnsweredModel, ProviderAnsweredModel } from '@suanjian/contracts';
import { countAnswered, promisingProviders, type AnsweredCount } from '@suanjian/records';
import { addMonths, civilDate, civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Services } from '../../../services.ts';
import { suppressed } from './suppression.ts';

type Needed = Pick<Services, 'store' | 'now'>;

/** The last twelve whole months: the present one would move with every complaint. */
export const monthsShown = (today: CivilDate): { readonly from: CivilDate; readonly before: CivilDate } => {
  const before = civilDate(`${today.slice(0, 7)}-01`);
  return { from: addMonths(before, -12), before };
};

const rowsOf = (counts: readonly AnsweredCount[]) =>
  counts.map(({ kind, month, provider: _provider, ...counts }) => ({ row: { month, kind }, counts }));

/** How each provider that has published a time limit for complaints kept it. Suppressed before it leaves here. */
export const complaintsAnswered = async ({ store: { database }, now }: Needed): Promise<ComplaintsAnsweredModel> => {
  const today = civilDateOf(now());
  const { from, before } = monthsShown(today);
  const providers = await promisingProviders(database, today);
  const counted = Map.groupBy(await countAnswered(database, { from, before, today }), ({ provider }) => provider);
  return {
    asOf: today,
    from: from.slice(0, 7),
    until: addMonths(before, -1).slice(0, 7),
    providers: providers.map(({ id, name }) => ({ provider: id, name, ...suppressed(rowsOf(counted.get(id) ?? [])) })),
  };
};

export const answeredBy = (
  { providers, ...when }: ComplaintsAnsweredModel,
  id: string,
): ProviderAnsweredModel | undefined => {
  const provider = providers.find((each) => each.provider === id);
  return provider === undefined ? undefined : { ...when, provider };
};
