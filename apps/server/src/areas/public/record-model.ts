import type {
  RecordClock,
  RecordContent,
  RecordHistoryItem,
  RecordPublished,
  RegisterRecordModel,
} from '@suanjian/contracts';
import type { RegisterRecordView, RegisterVersion } from '@suanjian/records';
import { historyLabel, type HistoryEntry } from '@suanjian/register';
import { text, type Text } from '@suanjian/rulebook';
import { printedDifferences, versionDifferences } from './differences.ts';

const notice = text(
  '以上内容由备案主体自行填报。公示不代表主管部门对该企业、产品或者算法的认可，不得以备案名义进行宣传。',
  'The provider itself declared what stands here. Publication is no endorsement of the company, product or algorithm by the office, and the filing must not be used for publicity.',
);

const contentOf = ({ content, announced, technique }: RegisterRecordView): RecordContent => {
  // What was decided here says more than the announcement; what was only announced keeps the products' printed forms.
  const products = announced !== undefined && content.disclosure === undefined ? announced.products : content.products;
  const place = /^\d{6}$/.test(content.place) ? content.place : announced?.place;
  return {
    algorithmName: content.algorithmName,
    subject: content.subject,
    technique,
    products,
    productsAndOthers: announced?.productsAndOthers ?? false,
    purpose: content.purpose,
    ...(content.creditCode === undefined ? {} : { creditCode: content.creditCode }),
    ...(content.role === undefined ? {} : { role: content.role }),
    ...(announced === undefined ? {} : { classOrRole: announced.classOrRole }),
    ...(place === undefined ? {} : { place }),
    ...(content.version === undefined ? {} : { version: content.version }),
    ...(content.launched === undefined ? {} : { launched: content.launched }),
    ...(content.applicationFields === undefined ? {} : { applicationFields: content.applicationFields }),
    ...(content.disclosure === undefined ? {} : { disclosure: content.disclosure }),
  };
};

const occasions: Readonly<
  Record<RegisterVersion['entry']['occasion'], { readonly title: Text; readonly tone: RecordHistoryItem['tone'] }>
> = {
  announced: { title: text('公告更新', 'Announcement updated'), tone: 'plain' },
  filed: { title: text('完成备案', 'Filed'), tone: 'good' },
  changed: { title: text('备案变更', 'Changed'), tone: 'plain' },
  cancelled: { title: text('备案注销', 'Cancelled'), tone: 'warn' },
  revoked: { title: text('备案撤销', 'Revoked'), tone: 'bad' },
};

const fromVersion = ({ entry, differences }: RegisterVersion): RecordHistoryItem => {
  const { title, tone } = occasions[entry.occasion];
  return {
    when: entry.on,
    title,
    // That it was filed says the title already.
    ...(entry.occasion === 'filed' ? {} : { text: entry.text }),
    tone,
    ...(entry.basis === undefined ? {} : { basis: entry.basis }),
    differences: versionDifferences(differences),
  };
};

const fromRemark = ({ kind, date, possibleDates, from, to, items }: HistoryEntry): RecordHistoryItem => ({
  title: historyLabel(kind),
  tone: kind === 'cancelled' ? 'warn' : 'plain',
  differences: [],
  ...(date === undefined ? {} : { when: date }),
  ...(possibleDates === undefined ? {} : { possibleMonths: possibleDates }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(items === undefined ? {} : { items }),
});

const firstAnnounced = text('首次公告', 'First announced');

/** The earliest first. What the remarks leave undated stands after the first announcement, before what is dated. */
const historyOf = (record: RegisterRecordView): readonly RecordHistoryItem[] => {
  const begin: readonly RecordHistoryItem[] =
    record.announcements[0] === undefined
      ? []
      : [{ when: record.announcements[0].batch, title: firstAnnounced, tone: 'good', differences: [] }];
  // The version of the first import says what the announcements say already.
  const versions = record.versions
    .filter(({ entry, differences }) => entry.occasion !== 'announced' || differences.length > 0)
    .map(fromVersion);
  const told = [...record.history.map(fromRemark), ...versions];
  const dateOf = ({ when, possibleMonths }: RecordHistoryItem): string => when ?? possibleMonths?.[0] ?? '';
  return [
    ...begin,
    ...told.toSorted((one, other) => (dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : 0)),
  ];
};

/** Everything public about one record, as page and as data. */
export const recordModel = (
  record: RegisterRecordView,
  clocks: readonly RecordClock[],
  published?: RecordPublished,
): RegisterRecordModel => {
  const { announced, content } = record;
  const present = {
    algorithmName: content.algorithmName,
    subject: content.subject,
    purpose: content.purpose,
    classOrRole: announced?.classOrRole,
    product: announced?.productText,
  };
  return {
    number: record.number,
    printed: record.display,
    status: record.status,
    origin: record.origin,
    flags: record.flags,
    notes: announced?.notes ?? [],
    content: contentOf(record),
    announcements: record.announcements.map(({ list, batch, sequence, url, differences }) => ({
      list,
      batch,
      url,
      differences: printedDifferences(differences, present),
      ...(sequence === undefined ? {} : { sequence }),
    })),
    history: historyOf(record),
    ...(announced === undefined || announced.remarkText === ''
      ? {}
      : { remark: { text: announced.remarkText, rest: announced.remarkRest } }),
    clocks,
    ...(published === undefined ? {} : { published }),
    notice,
  };
};
