import { text, type Text } from '@suanjian/rulebook';
import type { RegisterRecordView } from '../record-view.ts';

export type ColumnType = 'text' | 'flag' | 'count';

/** A column of the flat exports (CSV, Parquet). Names are stable: what others build on them must go on working. */
export interface ExportColumn {
  readonly name: string;
  readonly label: Text;
  readonly type: ColumnType;
  readonly value: (record: RegisterRecordView) => string | boolean | number | undefined;
}

const column = (
  name: string,
  zh: string,
  en: string,
  value: (record: RegisterRecordView) => string | undefined,
): ExportColumn => ({
  name,
  label: text(zh, en),
  type: 'text',
  value,
});

const lines = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.join('\n'));

/** As announced where the announcement speaks: it prints more than was read from it. */
const productText = ({ origin, content, announced }: RegisterRecordView): string | undefined =>
  announced !== undefined && origin === 'announcement'
    ? announced.productText
    : content.products
        .map(({ name, forms }) => (forms.length === 0 ? name : `${name}（${forms.join('、')}）`))
        .join('、');

export const exportColumns: readonly ExportColumn[] = [
  column('number', '编号（数字）', 'Number, digits only', ({ number }) => number),
  column('display', '编号', 'Number as printed', ({ display }) => display),
  column('algorithm_name', '算法名称', 'Algorithm name', ({ content }) => content.algorithmName),
  column('subject', '主体名称', 'Subject', ({ content }) => content.subject),
  column('credit_code', '统一社会信用代码', 'Unified social credit code', ({ content }) => content.creditCode),
  column('technique', '算法类型', 'Technique', ({ technique }) => technique),
  column('type_code', '编号中的类型代码', 'Type code in the number', ({ typeCode }) => typeCode),
  column('role', '角色', 'Role', ({ role }) => role),
  column('place', '地区代码', 'Place, GB/T 2260', ({ place }) => place),
  column('status', '状态', 'Status', ({ status }) => status),
  column('origin', '来源', 'Origin', ({ origin }) => origin),
  column('list', '清单', 'List', ({ list }) => list),
  column('first_month', '首次公布年月', 'Month first published', ({ firstMonth }) => firstMonth),
  column('filed_on', '备案日期', 'Filed on', ({ filedOn }) => filedOn),
  column('changed_on', '变更日期', 'Changed on', ({ changedOn }) => changedOn),
  column('products', '产品', 'Products', productText),
  column('purpose', '主要用途', 'Purpose', ({ content }) => content.purpose),
  column('remark', '备注', 'Remark as announced', ({ announced }) => announced?.remarkText || undefined),
  {
    name: 'flagged',
    label: text('编号有误', 'Number breaks a rule'),
    type: 'flag',
    value: ({ flags }) => flags.length > 0,
  },
  column('flags', '编号问题', 'Rules the number breaks', ({ flags }) => lines(flags.map(({ code }) => code))),
  column('announcements', '公告地址', 'Announcements', ({ announcements }) =>
    lines([...new Set(announcements.map(({ url }) => url))]),
  ),
  { name: 'versions', label: text('版本数', 'Versions'), type: 'count', value: ({ versions }) => versions.length },
];
