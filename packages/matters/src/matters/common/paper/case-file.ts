import { text, type Language, type Text } from '@suanjian/rulebook';
import type {
  DocumentBlock,
  DocumentModel,
  DocumentSection,
  Fact,
  PaperFacts,
  SignatureBlock,
} from '../../../engine/document-model.ts';
import {
  emptyValue,
  isShown,
  type FieldDefinition,
  type FormDefinition,
  type FormValues,
} from '../../../engine/form.ts';
import { isMasked } from '../../../engine/view.ts';
import { printedValue } from './value.ts';

const words = {
  reference: text('案卷', 'Case file'),
  provider: text('企业', 'Company'),
  number: text('备案编号', 'Filing number'),
  state: text('状态', 'State'),
  withheld: text('（未公开）', '(withheld)'),
  entry: text('第 # 项', 'Number #'),
  deadlines: text('期限', 'Deadlines'),
  deadline: text('期限', 'Deadline'),
  clause: text('依据', 'Clause'),
  due: text('最后一天', 'Last day'),
  met: text('办结', 'Ended'),
  open: text('未办结', 'open'),
  record: text('办理记录', 'Record'),
  on: text('日期', 'Day'),
  what: text('事项', 'What'),
  who: text('由谁', 'By'),
  why: text('理由', 'Reason'),
  related: text('有关事项', 'Related matters'),
  annex: text('附件 #：', 'Annex #: '),
} as const satisfies Record<string, Text>;

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const factsIn = (
  fields: Readonly<Record<string, FieldDefinition>>,
  values: FormValues,
  language: Language,
): readonly Fact[] =>
  Object.entries(fields).flatMap(([name, field]): readonly Fact[] => {
    const value = values[name];
    if (field.control.kind === 'list' || !isShown(field, values) || emptyValue(value)) return [];
    return [
      {
        label: field.label[language],
        value: isMasked(value) ? words.withheld[language] : printedValue(field, value, language),
      },
    ];
  });

const listIn = (field: FieldDefinition, value: unknown, language: Language): readonly DocumentSection[] => {
  const { control, label } = field;
  if (control.kind !== 'list' || emptyValue(value)) return [];
  const heading = label[language];
  if (!Array.isArray(value))
    return [{ heading, blocks: [{ kind: 'paragraph', tone: 'quiet', text: words.withheld[language] }] }];
  return [
    {
      heading,
      blocks: value.flatMap((entry: unknown, index): readonly DocumentBlock[] => [
        { kind: 'paragraph', tone: 'quiet', text: words.entry[language].replace('#', String(index + 1)) },
        { kind: 'facts', facts: isRecord(entry) ? factsIn(control.of, entry, language) : [] },
      ]),
    },
  ];
};

/** One form of a matter as a section, without what is empty or hidden; undefined when nothing of it is there. */
export const formSection = (form: FormDefinition, values: unknown, language: Language): DocumentSection | undefined => {
  if (!isRecord(values)) return undefined;
  const facts = factsIn(form.fields, values, language);
  const sections = Object.entries(form.fields).flatMap(([name, field]) =>
    isShown(field, values) ? listIn(field, values[name], language) : [],
  );
  if (facts.length === 0 && sections.length === 0) return undefined;
  const [step] = form.steps;
  return {
    heading: step?.title[language] ?? form.name,
    blocks: facts.length === 0 ? [] : [{ kind: 'facts', facts }],
    sections,
  };
};

const clockSection = ({ clocks = [] }: PaperFacts, language: Language): readonly DocumentSection[] =>
  clocks.length === 0
    ? []
    : [
        {
          heading: words.deadlines[language],
          blocks: [
            {
              kind: 'table',
              columns: [
                { heading: words.deadline[language], share: 2 },
                { heading: words.clause[language], share: 1.2 },
                { heading: words.due[language], share: 1 },
                { heading: words.met[language], share: 1 },
              ],
              rows: clocks.map(({ title, clause, due, endedOn }) => [
                title[language],
                clause,
                due,
                endedOn ?? words.open[language],
              ]),
            },
          ],
        },
      ];

const recordSection = ({ timeline = [] }: PaperFacts, language: Language): readonly DocumentSection[] =>
  timeline.length === 0
    ? []
    : [
        {
          heading: words.record[language],
          blocks: [
            {
              kind: 'table',
              columns: [
                { heading: words.on[language], share: 1 },
                { heading: words.what[language], share: 1.6 },
                { heading: words.who[language], share: 1.4 },
                { heading: words.why[language], share: 2 },
              ],
              rows: timeline.map(({ on, title, by = '', reason = '' }) => [on, title[language], by, reason]),
            },
          ],
        },
      ];

/** Matters that were opened on it, by what they are called. */
const relatedSection = ({ children = [], kinds = {} }: PaperFacts, language: Language): readonly DocumentSection[] =>
  children.length === 0
    ? []
    : [
        {
          heading: words.related[language],
          blocks: [
            {
              kind: 'list',
              ordered: false,
              items: children.map(({ kind, status, standing, reference }) =>
                [kinds[kind]?.[language] ?? kind, standing?.[language] ?? status, reference].join(' · '),
              ),
            },
          ],
        },
      ];

/** Papers of matters that were opened on it, so that its file is one whole. */
const annexesOf = ({ children = [] }: PaperFacts, language: Language): readonly DocumentSection[] =>
  children
    .flatMap(({ paper }) => (paper === undefined ? [] : [paper]))
    .map(({ title, subtitle, reference, parties, sections }, index) => ({
      heading: words.annex[language].replace('#', String(index + 1)) + title,
      blocks: [
        { kind: 'paragraph', tone: 'quiet', text: [reference, subtitle ?? ''].join('\n').trim() },
        ...(parties.length === 0 ? [] : [{ kind: 'facts', facts: parties } as const]),
      ],
      sections,
    }));

/** What a matter's file is made from, besides the facts that every paper knows. */
export interface CaseFile {
  readonly title: Text;
  /** Title of the state it stands in. */
  readonly standing: Text;
  readonly number?: string;
  readonly clauses: readonly string[];
  /** In the order in which they are printed. */
  readonly forms: readonly (readonly [form: FormDefinition, values: unknown])[];
  readonly parties?: readonly Fact[];
  readonly sections?: readonly DocumentSection[];
  readonly signatures?: readonly SignatureBlock[];
}

/**
 * A matter as one file: who, on which clauses, everything that was written down, its deadlines and its record. Made from the state as its reader may
 * see it: what is masked there is printed as withheld.
 */
export const caseFile = (file: CaseFile, language: Language, facts: PaperFacts): DocumentModel => {
  const { title, standing, number, clauses, forms, parties = [], sections = [], signatures = [] } = file;
  return {
    language,
    title: title[language],
    subtitle: `${words.state[language]}${language === 'zh' ? '：' : ': '}${standing[language]}`,
    reference: `${words.reference[language]} ${facts.reference}`,
    date: facts.today,
    parties: [
      { label: words.provider[language], value: facts.provider },
      ...(number === undefined ? [] : [{ label: words.number[language], value: number }]),
      ...parties,
    ],
    sections: [
      ...(clauses.length === 0
        ? []
        : [
            {
              heading: words.clause[language],
              clauses,
              blocks: [{ kind: 'list', ordered: false, items: clauses } as const],
            },
          ]),
      ...sections,
      ...forms.flatMap(([form, values]) => {
        const section = formSection(form, values, language);
        return section === undefined ? [] : [section];
      }),
      ...clockSection(facts, language),
      ...relatedSection(facts, language),
      ...recordSection(facts, language),
      ...annexesOf(facts, language),
    ],
    signatures,
  };
};
