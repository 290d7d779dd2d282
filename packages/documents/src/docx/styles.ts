import type { IStylesOptions } from 'docx';
import type { Language } from '@suanjian/rulebook';
import { languageTags } from '../words.ts';

/** Ids of the paragraph styles, by what stands in them. */
export const styles = {
  plain: 'Body',
  quiet: 'Quiet',
  warning: 'Warning',
  cell: 'CellText',
  caption: 'FigureCaption',
  figure: 'FigureBody',
  gap: 'Gap',
  signature: 'Signature',
} as const;

/** Word's own names: what every office has, in the look of an official paper. */
const font = { ascii: 'Noto Sans SC', hAnsi: 'Noto Sans SC', eastAsia: 'Noto Sans SC', cs: 'Noto Sans SC' };

const paragraph = (id: string, run: object, spacing: object, more: object = {}) => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing, ...more },
});

/** Everything is set by styles, so that an office can give a paper its own look in one place. */
export const paperStyles = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: {
        font,
        size: 21,
        color: '1F2328',
        language: { value: languageTags[language], eastAsia: 'zh-CN' },
      },
    },
    title: { run: { size: 40, bold: true }, paragraph: { alignment: 'center', spacing: { before: 240, after: 120 } } },
    heading1: { run: { size: 28, bold: true }, paragraph: { keepNext: true, spacing: { before: 360, after: 140 } } },
    heading2: { run: { size: 24, bold: true }, paragraph: { keepNext: true, spacing: { before: 260, after: 120 } } },
    heading3: { run: { size: 21, bold: true }, paragraph: { keepNext: true, spacing: { before: 220, after: 100 } } },
    heading4: { run: { size: 21, bold: true }, paragraph: { keepNext: true, spacing: { before: 200, after: 100 } } },
  },
  paragraphStyles: [
    paragraph(styles.plain, {}, { line: 340, after: 120 }),
    paragraph(styles.quiet, { size: 18, color: '57606A' }, { line: 300, after: 120 }),
    paragraph(styles.warning, { color: '9A3412' }, { line: 340, after: 120 }),
    paragraph(styles.cell, { size: 19 }, { line: 290 }),
    paragraph(styles.caption, { size: 19, color: '57606A' }, { before: 120, after: 80 }, { alignment: 'center' }),
    paragraph(styles.figure, {}, { before: 120 }, { alignment: 'center' }),
    paragraph(styles.gap, { size: 8 }, { line: 120 }),
    paragraph(styles.signature, {}, { before: 200, after: 60 }, { keepNext: true }),
  ],
});
