import type { MatterId } from '../../engine/identity.ts';
import { momentIn, millisecondsOf } from '../common/moments.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import { categories, natures } from './form.ts';
import type { DisposalState } from './state.ts';

/** A record of the family `disposal` of the decision log: same names, same units. */
export interface DisposalRecord {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly provider: string;
  readonly disposal: string;
  readonly item: string;
  readonly action: 'stop' | 'limit' | 'label' | 'restore';
  readonly category: string;
  readonly reason: string;
}

/** What is deleted is not shown any more either; what is done about an account is no record of an item. */
const actionOf: Readonly<Record<string, DisposalRecord['action']>> = {
  delete: 'stop',
  limit: 'limit',
  label: 'label',
  restore: 'restore',
};

interface Act {
  readonly time: number;
  readonly action: DisposalRecord['action'];
}

const actsOf = ({ stoppedAt, record }: DisposalState): readonly Act[] => [
  ...(stoppedAt === undefined ? [] : [{ time: Date.parse(stoppedAt), action: 'stop' } as const]),
  ...entriesOf(record, 'measures').flatMap((measure): readonly Act[] => {
    const action = actionOf[wordsIn(measure, 'action')];
    const moment = momentIn(measure, 'on', 'at');
    return action === undefined || moment?.time === undefined
      ? []
      : [{ time: millisecondsOf(moment.day, moment.time), action }];
  }),
];

/**
 * What the guard and the log of the provider take in, one record for each item and act, in order of time. It says the category and the nature,
 * never the words in which the matter describes them.
 * @param provider as the log calls it.
 */
export const disposalRecords = (
  matter: MatterId,
  provider: string,
  state: DisposalState,
): readonly DisposalRecord[] => {
  const { form } = state;
  const category = categories.find(({ value }) => value === form['category']) ?? categories[categories.length - 1];
  const nature = natures.find(({ value }) => value === form['nature']);
  if (category === undefined) return [];
  const reason = nature === undefined ? category.label.zh : `${nature.label.zh}：${category.label.zh}`;
  return actsOf(state)
    .toSorted((one, other) => one.time - other.time)
    .flatMap(({ time, action }, index) =>
      entriesOf(form, 'items').map((entry) => ({
        time,
        provider,
        disposal: `${matter}-${index + 1}`,
        item: wordsIn(entry, 'item'),
        action,
        category: category.value,
        reason,
      })),
    );
};

/** The same as a file that `suanjian log ingest --family disposal` takes: one JSON object a line. */
export const disposalFile = (matter: MatterId, provider: string, state: DisposalState): string =>
  disposalRecords(matter, provider, state)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
