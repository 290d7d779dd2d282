import { announcementColumns, type AnnouncementColumn } from '../announcement-row.ts';
import { composeFilingNumber, formatFilingNumber } from '../filing-number.ts';

const number = composeFilingNumber({
  place: '110101',
  subject: '0000001',
  type: 'personalised-push',
  year: 2024,
  serial: 1,
});

const cells: Record<AnnouncementColumn, string> = {
  list: 'recommendation',
  batch: '2024-08',
  seq: '1',
  algorithmName: '示例信息流推荐算法',
  classOrRole: '个性化推送类',
  subject: '示例科技有限公司',
  product: '示例（APP、网站）',
  purpose: '应用于示例场景。',
  filingNo: formatFilingNumber(number),
  remark: '',
  announcementUrl: 'https://example.org/announcement.htm',
};

export const headerLine = announcementColumns.join('\t');

/** A line of a fictional announcement with some cells given otherwise. */
export const announcementLine = (given: Partial<Record<AnnouncementColumn, string>> = {}): string =>
  announcementColumns.map((column) => given[column] ?? cells[column]).join('\t');
