import { text, type Language, type Text } from '@suanjian/rulebook';

/** Words that every paper has in common. */
export const words = {
  page: text('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
  parties: text('相关主体', 'Parties'),
  item: text('事项', 'Item'),
  content: text('内容', 'Content'),
  clauses: text('条款：', 'Clauses: '),
  between: text('；', '; '),
  signatures: text('签署', 'Signatures'),
  signedOn: text('日期：', 'Date: '),
  figure: text('图：', 'Figure: '),
  table: text('表：', 'Table: '),
} as const satisfies Record<string, Text>;

/** BCP 47, as both formats want it. */
export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
