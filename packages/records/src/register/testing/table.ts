import {
  announcementColumns,
  composeFilingNumber,
  formatFilingNumber,
  type AnnouncementColumn,
} from '@suanjian/register';
import type { Instant } from '@suanjian/matters';

export type TestRow = Readonly<Record<AnnouncementColumn, string>>;

export const number = (subject: number, serial = 1, place = '110108'): string =>
  composeFilingNumber({
    place,
    subject: String(subject).padStart(7, '0'),
    type: 'personalised-push',
    year: 2024,
    serial,
  });

/** A row as announced; what is not given is plain. */
export const testRow = (subject: number, given: Partial<TestRow> = {}): TestRow => ({
  list: 'recommendation',
  batch: '2024-03',
  seq: String(subject),
  algorithmName: `青禾推荐算法${subject}`,
  classOrRole: '个性化推送类',
  subject: `青禾${subject}网络有限公司`,
  product: `青禾${subject}（APP）`,
  purpose: '应用于新闻推荐，根据用户的历史行为记录推荐内容。',
  filingNo: formatFilingNumber(
    composeFilingNumber({
      place: '110108',
      subject: String(subject).padStart(7, '0'),
      type: 'personalised-push',
      year: 2024,
      serial: 1,
    }),
  ),
  remark: '',
  announcementUrl: 'https://example.invalid/announcement',
  ...given,
});

export const table = (rows: readonly TestRow[]): string =>
  [
    announcementColumns.join('\t'),
    ...rows.map((row) => announcementColumns.map((column) => row[column]).join('\t')),
  ].join('\n') + '\n';

export const chunksOf = async function* (
  ...chunks: readonly (string | Uint8Array)[]
): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
};

export const noon = '2026-03-02T04:00:00.000Z' as Instant;
export const by = { actor: 'test', now: noon };
