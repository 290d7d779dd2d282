import { LOG_FORMAT, canonicalJson } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';
import { identifyWith } from '../pseudonym/pseudonyms.ts';
import type { LogStore } from '../store/store.ts';
import type { DecisionLog } from './decision-log.ts';

export interface BegunEpoch {
  readonly epoch: number;
  /** Ids that were looked up. */
  readonly people: number;
  /** Control records that restate what held for them. */
  readonly states: number;
}

interface StateRow {
  readonly user: string;
  readonly provider: string;
  readonly topic: string;
  readonly action: string;
}

/** People looked up at a time. */
const AT_ONCE = 1000;

const TAG = 'tag:';
const CONSENT = 'consent:';

/** The latest action on each thing that a person may switch: the mode, the tag, the kind of data consented to. */
const statesSql = `
SELECT user, provider, topic, argMax(action, (time, batch_id, row_no)) AS action
FROM (
  SELECT user, provider, action, time, batch_id, row_no, arrayJoin(multiIf(
    action IN ('opt-out', 'opt-in'), ['personalisation'],
    action IN ('minors-mode-on', 'minors-mode-off'), ['minors-mode'],
    action IN ('elder-mode-on', 'elder-mode-off'), ['elder-mode'],
    action IN ('tag-added', 'tag-deleted'), [concat('${TAG}', toString(tag))],
    action IN ('consent-given', 'consent-withdrawn'), arrayMap(category -> concat('${CONSENT}', toString(category)), if(empty(categories), [''], categories)),
    [])) AS topic
  FROM log.control WHERE user IN {users:Array(String)}
)
GROUP BY user, provider, topic
ORDER BY user, provider, topic`;

/**
 * Changes the key of pseudonyms. For everybody in `ids` (raw ids, from whoever has them) what holds under the old pseudonym is restated under the new one as control records
 * of origin `key-epoch`; then the leaf `key-epoch` is added and the new key is used. No record with raw ids should be taken meanwhile. Interrupted, it may be run again. Traits are
 * to be supplied anew: nothing joins the old ones to the new pseudonyms.
 */
export async function beginEpoch(log: DecisionLog, ids: AsyncIterable<string> | Iterable<string>): Promise<BegunEpoch> {
  const { store } = log;
  if (store === undefined) throw unavailable();
  const before = log.pseudonyms.keys();
  const prepared = await log.pseudonyms.prepareNext(log.now());
  const epoch = log.pseudonyms.epoch + 1;
  const after = prepared.keys(epoch);
  if (before === undefined || after === undefined) throw unavailable();
  await log.flush();
  const [old, renewed] = [identifyWith(before), identifyWith(after)];
  let people = 0;
  let states = 0;
  let group = new Map<string, string>();
  const restate = async (): Promise<void> => {
    states += await restateGroup(log, store, group);
    group = new Map();
  };
  for await (const id of ids) {
    people += 1;
    group.set(old(id, 'people'), renewed(id, 'people'));
    if (group.size === AT_ONCE) await restate();
  }
  await restate();
  if (![...log.view.index.entries()].some(({ leaf }) => leaf.kind === 'key-epoch' && leaf.epoch === epoch)) {
    await log.appendLeaf({ format: LOG_FORMAT, kind: 'key-epoch', epoch, time: log.now() });
  }
  log.usePseudonyms(await prepared.begin(epoch));
  return { epoch, people, states };
}

async function restateGroup(
  log: DecisionLog,
  store: LogStore,
  pseudonyms: ReadonlyMap<string, string>,
): Promise<number> {
  if (pseudonyms.size === 0) return 0;
  const rows = await store.writer.query<StateRow>(statesSql, { parameters: { users: [...pseudonyms.keys()] } });
  const time = log.now();
  const lines = rows.flatMap(({ user, provider, topic, action }) => {
    const renewed = pseudonyms.get(user);
    return renewed === undefined
      ? []
      : [canonicalJson({ ...subjectOf(topic), action, origin: 'key-epoch', provider, time, user: renewed })];
  });
  if (lines.length === 0) return 0;
  const { accepted, refusals } = await log.append('control', `${lines.join('\n')}\n`);
  const [refusal] = refusals;
  if (refusal !== undefined) throw new LogFault('damaged', refusal.reason);
  return accepted;
}

function subjectOf(topic: string): { readonly tag?: string; readonly categories?: readonly string[] } {
  if (topic.startsWith(TAG)) return { tag: topic.slice(TAG.length) };
  return topic.startsWith(CONSENT) && topic !== CONSENT ? { categories: [topic.slice(CONSENT.length)] } : {};
}

const unavailable = (): LogFault =>
  new LogFault(
    'key',
    text(
      '更换假名密钥需要分析库与现用密钥：要查出每个人现在的选择。',
      'Changing the key of pseudonyms needs the analytical store and the present key: what everybody chose is looked up.',
    ),
  );
