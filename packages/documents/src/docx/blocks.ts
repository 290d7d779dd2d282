import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LevelFormat,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { DocumentBlock, DocumentSection, DocumentTable, Fact } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { citation } from '../model/clause-reference.ts';
import { words } from '../words.ts';
import { pictureOf } from './picture.ts';
import { styles } from './styles.ts';

/** Twentieths of a point between the margins of an A4 page. */
export const textWidth = 9412;

/** Runs of a text, its line breaks kept. */
export const runsOf = (value: string, more: IRunOptions = {}): readonly TextRun[] =>
  value.split('\n').map((line, index) => new TextRun({ ...more, text: line, ...(index === 0 ? {} : { break: 1 }) }));

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C8CED6' } as const;
const borders = { top: line, bottom: line, left: line, right: line };

const cell = (value: string, width: number, heading: boolean, end: boolean): TableCell =>
  new TableCell({
    borders,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(heading ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F1F3F6' } } : {}),
    children: [
      new Paragraph({
        style: styles.cell,
        alignment: end ? AlignmentType.END : AlignmentType.START,
        children: [...runsOf(value, heading ? { bold: true } : {})],
      }),
    ],
  });

export const tableOf = ({ columns, rows }: Pick<DocumentTable, 'columns' | 'rows'>): Table => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / whole));
  const row = (cells: readonly string[], heading: boolean): TableRow =>
    new TableRow({
      tableHeader: heading,
      cantSplit: heading,
      children: columns.map(({ align }, index) =>
        cell(cells[index] ?? '', widths[index] ?? 0, heading, align === 'end'),
      ),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    // Fixed widths also break words that no line could hold.
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
};

/** Two tables in a row would become one. */
const between = (): Paragraph => new Paragraph({ style: styles.gap, children: [] });

export const factsOf = (facts: readonly Fact[], language: Language): readonly (Table | Paragraph)[] => [
  tableOf({
    columns: [
      { heading: words.item[language], share: 1 },
      { heading: words.content[language], share: 2.6 },
    ],
    rows: facts.map(({ label, value }) => [label, value]),
  }),
  between(),
];

export const orderedList = 'ordered';

/** Every ordered list counts from one again. */
export const listNumbering = {
  reference: orderedList,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 420, hanging: 420 } } },
    },
  ],
};

export interface Drawing {
  readonly language: Language;
  /** A number for each ordered list of the paper. */
  readonly nextList: () => number;
  readonly nextPicture: () => number;
}

const blockOf = (block: DocumentBlock, drawing: Drawing): readonly (Paragraph | Table)[] => {
  const { language } = drawing;
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ style: styles[block.tone ?? 'plain'], children: [...runsOf(block.text)] })];
    case 'list': {
      const instance = drawing.nextList();
      return block.items.map(
        (item) =>
          new Paragraph({
            style: styles.plain,
            ...(block.ordered
              ? { numbering: { reference: orderedList, level: 0, instance } }
              : { bullet: { level: 0 } }),
            children: [...runsOf(item)],
          }),
      );
    }
    case 'facts':
      return factsOf(block.facts, language);
    case 'table':
      return [
        ...(block.caption === undefined
          ? []
          : [new Paragraph({ style: styles.caption, keepNext: true, text: words.table[language] + block.caption })]),
        tableOf(block),
        between(),
      ];
    case 'figure':
      return [
        new Paragraph({
          style: styles.figure,
          keepNext: true,
          children: [pictureOf(block, { number: drawing.nextPicture(), textWidth })],
        }),
        new Paragraph({ style: styles.caption, text: words.figure[language] + block.caption }),
      ];
  }
};

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

export const headingNumbering = 'headings';

export const heading = (words: string, depth: number): Paragraph =>
  new Paragraph({
    heading: levels[Math.min(depth, levels.length - 1)] ?? HeadingLevel.HEADING_4,
    numbering: { reference: headingNumbering, level: Math.min(depth, levels.length - 1) },
    children: [...runsOf(words)],
  });

export const sectionOf = (
  section: DocumentSection,
  depth: number,
  drawing: Drawing,
): readonly (Paragraph | Table)[] => {
  const { language } = drawing;
  const { clauses = [] } = section;
  return [
    heading(section.heading, depth),
    ...(clauses.length === 0
      ? []
      : [
          new Paragraph({
            style: styles.quiet,
            text: words.clauses[language] + clauses.map((id) => citation(id, language)).join(words.between[language]),
          }),
        ]),
    ...section.blocks.flatMap((block) => blockOf(block, drawing)),
    ...(section.sections ?? []).flatMap((inner) => sectionOf(inner, depth + 1, drawing)),
  ];
};
