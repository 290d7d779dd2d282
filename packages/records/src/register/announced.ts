import { parseRemark, type RegisterRecord } from '@suanjian/register';
import type { Announced, KeptAnnouncement } from './content.ts';

/** Without the lines of the file, which move when it grows. */
export const announcedOf = (record: RegisterRecord): Announced => ({
  ...record,
  announcements: record.announcements.map(({ line: _line, ...announcement }) => announcement),
});

const keyOf = ({ list, batch, sequence, url }: KeptAnnouncement): string =>
  [list, batch, sequence ?? '', url].join('\n');

const byBatch = (left: KeptAnnouncement, right: KeptAnnouncement): number => {
  if (left.batch !== right.batch) return left.batch < right.batch ? -1 : 1;
  if (left.list !== right.list) return left.list === 'recommendation' ? -1 : 1;
  return keyOf(left) < keyOf(right) ? -1 : 1;
};

const lastBatch = ({ announcements }: Announced): string => announcements.at(-1)?.batch ?? '';

/**
 * What is known after another file named the same number. A file may hold only some of the announcements, and files may come in any
 * order: announcements gather, the latest one speaks, and remarks that it does not repeat are kept. An announcement that is read
 * again replaces its earlier reading.
 */
export const mergeAnnounced = (stored: Announced, incoming: Announced): Announced => {
  const given = new Set(incoming.announcements.map(keyOf));
  const older = stored.announcements.filter((announcement) => !given.has(keyOf(announcement)));
  if (older.length === 0) return incoming;
  const [latest, other] = lastBatch(stored) > lastBatch(incoming) ? [stored, incoming] : [incoming, stored];
  const said = latest.remarkText;
  const extra = other.remarkText.split('\n').filter((line) => line !== '' && !said.includes(line));
  const lines = [...extra, ...said.split('\n')].filter((line) => line !== '');
  const parsed = lines.map(parseRemark);
  const history = parsed.flatMap(({ entries }) => entries);
  return {
    ...latest,
    status: history.some(({ kind }) => kind === 'cancelled') ? 'cancelled' : 'filed',
    announcements: [...older, ...incoming.announcements].toSorted(byBatch),
    history,
    remarkText: lines.join('\n'),
    remarkRest: parsed
      .map(({ rest }) => rest)
      .filter((rest) => rest !== '')
      .join('\n'),
  };
};
