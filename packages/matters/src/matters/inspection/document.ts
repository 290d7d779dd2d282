import { text, type Language, type Text } from '@suanjian/rulebook';
import type { DocumentModel, DocumentSection, PaperFacts, SignatureBlock } from '../../engine/document-model.ts';
import { viewsForm } from '../common/company-view.ts';
import { caseFile } from '../common/paper/case-file.ts';
import { referenceSection } from '../common/paper/references.ts';
import { wordsIn } from '../common/part.ts';
import { nameIn, type Done } from '../common/team/state.ts';
import { keptPlanForm, shownIdentitiesForm } from './plan-forms.ts';
import { keptRecordForm, keptRefusalForm, keptSignatureForm, reportForm } from './record-forms.ts';
import { checklistForm, findingsForm } from './site-forms.ts';
import type { InspectionState } from './state.ts';
import { states } from './states.ts';

const words = {
  title: text('检查记录和报告', 'Record and report of an inspection'),
  begun: text('检查日期', 'Inspected on'),
  draft: text('草稿：还没有会签', 'Draft: not countersigned yet'),
  withdrawn: text('已撤销的问题', 'Findings withdrawn'),
  withdrawnNote: text(
    '下列序号的问题已经撤销，理由见办理记录：',
    'The findings of these numbers were withdrawn; the record says why: ',
  ),
  deferred: text('推迟告知的查阅', 'Readings told of later'),
  deferredNote: text(
    '工作组的查阅逐次记录；# 设定，到 @ 过后才告诉企业。',
    'What the team reads is recorded each time. As set on #, the company is told once @ has passed.',
  ),
  drew: text('检查人员（制作）', 'Officer who drew the record'),
  countersigned: text('检查人员（会签）', 'Officer who countersigned'),
  company: text('企业', 'For the company'),
  unsigned: text('没有签字，由两名见证人证明', 'Not signed, as two witnesses testify'),
  objects: text('有异议，见「企业签字」。', 'With an objection, see “Signature of the company”.'),
  here: text('在系统内以本人账号签署。', 'Signed in this system with an account of one’s own.'),
} as const satisfies Record<string, Text>;

const withdrawnSection = ({ found = [] }: Partial<InspectionState>, language: Language): readonly DocumentSection[] => {
  const numbers = found.flatMap(({ number, withdrawn }) => (withdrawn === true ? [number] : []));
  return numbers.length === 0
    ? []
    : [
        {
          heading: words.withdrawn[language],
          blocks: [
            {
              kind: 'paragraph',
              text: words.withdrawnNote[language] + numbers.join(language === 'zh' ? '、' : ', '),
            },
          ],
        },
      ];
};

const deferralSection = ({ deferral }: InspectionState, language: Language): readonly DocumentSection[] =>
  deferral === undefined
    ? []
    : [
        {
          heading: words.deferred[language],
          blocks: [
            {
              kind: 'paragraph',
              text: words.deferredNote[language].replace('#', deferral.set).replace('@', deferral.until),
            },
          ],
        },
      ];

const officerSigns = (capacity: string, state: InspectionState, done: Done, note: string): SignatureBlock => ({
  capacity,
  name: nameIn(state, done.account),
  on: done.on,
  note,
});

const companySigns = (
  { status, signature, signed }: InspectionState,
  language: Language,
): readonly SignatureBlock[] => {
  const capacity = [words.company[language], wordsIn(signature, 'capacity')].filter((each) => each !== '').join(' ');
  if (signed !== undefined)
    return [
      {
        capacity,
        name: wordsIn(signature, 'signer'),
        on: signed,
        note: words[signature['accepts'] === false ? 'objects' : 'here'][language],
      },
    ];
  return status === 'unsigned' || status === 'to-sign'
    ? [{ capacity, name: '', ...(status === 'unsigned' ? { note: words.unsigned[language] } : {}) }]
    : [];
};

/** Both officers and the company, as far as they have signed; whom somebody may not know by name is left to be written by hand. */
const signaturesOf = (state: InspectionState, language: Language): readonly SignatureBlock[] => [
  ...(state.drawn === undefined || state.sent === undefined
    ? []
    : [
        officerSigns(words.drew[language], state, state.drawn, words.here[language]),
        officerSigns(words.countersigned[language], state, state.sent, words.here[language]),
      ]),
  ...companySigns(state, language),
];

/** The inspection as one paper: plan, identity, checklist, findings, both sides’ say and signatures, as far as its reader may see it. */
export const inspectionDocument = (state: InspectionState, language: Language, facts: PaperFacts): DocumentModel => ({
  ...caseFile(
    {
      title: words.title,
      standing: states[state.status].title,
      ...(state.number === undefined ? {} : { number: state.number }),
      clauses: state.clauses,
      parties: state.begun === undefined ? [] : [{ label: words.begun[language], value: state.begun }],
      forms: [
        [keptPlanForm, state.plan],
        [shownIdentitiesForm, state.identities],
        [checklistForm, state.checklist],
        [findingsForm, state.findings],
        [keptRecordForm, state.record],
        [viewsForm, state.views],
        [keptSignatureForm, state.signature],
        [keptRefusalForm, state.refusal],
        [reportForm, state.report],
      ],
      sections: [
        ...referenceSection([...(state.behind ?? []), ...state.references], language, facts),
        ...withdrawnSection(state, language),
        ...deferralSection(state, language),
      ],
      signatures: signaturesOf(state, language),
    },
    language,
    facts,
  ),
  ...(state.sent === undefined ? { standing: words.draft[language] } : {}),
});
