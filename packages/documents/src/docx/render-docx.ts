import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { DocumentModel, SignatureBlock } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { mappedModel } from '../model/mapped-model.ts';
import { readable } from '../model/readable.ts';
import { words } from '../words.ts';
import { factsOf, heading, headingNumbering, listNumbering, runsOf, sectionOf, type Drawing } from './blocks.ts';
import { repacked } from './repack.ts';
import { paperStyles, styles } from './styles.ts';

const numbering = {
  config: [
    listNumbering,
    {
      reference: headingNumbering,
      levels: ['%1', '%1.%2', '%1.%2.%3', '%1.%2.%3.%4'].map((text, level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 0, hanging: 0 } } },
      })),
    },
  ],
};

/** `Page {page} of {pages}` with the two numbers as fields that the program counts itself. */
const pageNumbers = (language: Language): readonly TextRun[] =>
  words.page[language]
    .split(/(\{pages?\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT] });
      return part === '{pages}' ? new TextRun({ children: [PageNumber.TOTAL_PAGES] }) : new TextRun(part);
    });

const signature = ({ capacity, name, on, note }: SignatureBlock, language: Language): readonly Paragraph[] => [
  new Paragraph({
    style: styles.signature,
    children: [
      ...runsOf(`${capacity}${language === 'zh' ? '：' : ': '}${name === '' ? '＿＿＿＿＿＿＿＿＿＿' : name}`),
      new TextRun({ text: `\t${words.signedOn[language]}${on ?? '＿＿＿＿＿＿＿'}` }),
    ],
  }),
  ...(note === undefined ? [] : [new Paragraph({ style: styles.quiet, children: [...runsOf(note)] })]),
];

const centred = (value: string, style: string, more: object = {}): Paragraph =>
  new Paragraph({ style, alignment: AlignmentType.CENTER, children: [...runsOf(value, more)] });

const contentOf = (model: DocumentModel): readonly FileChild[] => {
  const { language, title, subtitle, standing, parties, sections, signatures } = model;
  let lists = 0;
  let pictures = 0;
  const drawing: Drawing = { language, nextList: () => (lists += 1), nextPicture: () => (pictures += 1) };
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [...runsOf(title)] }),
    ...(subtitle === undefined ? [] : [centred(subtitle, styles.plain, { size: 24 })]),
    ...(standing === undefined ? [] : [centred(standing, styles.warning, { bold: true })]),
    ...(parties.length === 0 ? [] : factsOf(parties, language)),
    ...sections.flatMap((section) => sectionOf(section, 0, drawing)),
    ...(signatures.length === 0
      ? []
      : [heading(words.signatures[language], 0), ...signatures.flatMap((block) => signature(block, language))]),
  ];
};

/**
 * A paper as a Word file, the same bytes for the same paper.
 * @throws DocumentFault for a figure that does not say how large it is
 */
export const renderDocx = async (given: DocumentModel): Promise<Uint8Array> => {
  const model = mappedModel(given, readable);
  const { language, title, reference, date } = model;
  const quiet = (children: readonly TextRun[], alignment: 'center' | 'left'): Paragraph =>
    new Paragraph({ style: styles.quiet, alignment, children: [...children] });
  const file = new Document({
    title,
    subject: reference,
    creator: '',
    lastModifiedBy: '',
    styles: paperStyles(language),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1474, bottom: 1247, left: 1247, right: 1247 },
          },
        },
        headers: { default: new Header({ children: [quiet(runsOf(`${reference}　${title}`), 'left')] }) },
        footers: { default: new Footer({ children: [quiet(pageNumbers(language), 'center')] }) },
        children: [...contentOf(model)],
      },
    ],
  });
  return repacked(await Packer.toBuffer(file), date);
};
