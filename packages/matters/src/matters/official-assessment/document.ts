import { text, type Language, type Text } from '@suanjian/rulebook';
import type { DocumentModel, PaperFacts, SignatureBlock } from '../../engine/document-model.ts';
import { assessedSections, assessmentTitle } from '../assessment/definition.ts';
import { viewsForm } from '../common/company-view.ts';
import { caseFile } from '../common/paper/case-file.ts';
import { referenceSection } from '../common/paper/references.ts';
import { nameIn } from '../common/team/state.ts';
import { conclusionsForm, endingForm, planForm } from './form.ts';
import type { OfficialAssessmentState } from './state.ts';
import { states } from './states.ts';

const words = {
  title: text('主管部门评估报告', 'Report of an assessment by the office'),
  algorithm: text('算法或服务', 'Algorithm or service'),
  draft: text('草稿：还没有会签', 'Draft: not countersigned yet'),
  drew: text('评估人员（作出结论）', 'Official who concluded'),
  countersigned: text('评估人员（会签）', 'Official who countersigned'),
  here: text('在系统内以本人账号签署。', 'Signed in this system with an account of one’s own.'),
} as const satisfies Record<string, Text>;

const signaturesOf = (state: OfficialAssessmentState, language: Language): readonly SignatureBlock[] => {
  const { concluded, sent } = state;
  if (concluded === undefined || sent === undefined) return [];
  const note = words.here[language];
  return [
    { capacity: words.drew[language], name: nameIn(state, concluded.account), on: concluded.on, note },
    { capacity: words.countersigned[language], name: nameIn(state, sent.account), on: sent.on, note },
  ];
};

/** Whether its reader is of the office: the team is its own business. */
const isInside = ({ team }: Partial<OfficialAssessmentState>): boolean => team !== undefined;

/** The assessment as one paper: answers with evidence, risks, conclusions and what the company says to them, as far as its reader may see it. */
export const officialAssessmentDocument = (
  state: OfficialAssessmentState,
  language: Language,
  facts: PaperFacts,
): DocumentModel => ({
  ...caseFile(
    {
      title: words.title,
      standing: states[state.status].title,
      ...(state.number === undefined ? {} : { number: state.number }),
      clauses: [],
      parties: [{ label: words.algorithm[language], value: assessmentTitle(state.form) }],
      forms: [
        [planForm, state.plan],
        [conclusionsForm, state.conclusions],
        [viewsForm, state.views],
        [endingForm, state.ending],
      ],
      sections: [
        ...referenceSection(state.behind, language, facts),
        // Until the conclusions are sent the company has none of the answers.
        ...(isInside(state) || state.sent !== undefined ? assessedSections(state.form, language) : []),
      ],
      signatures: signaturesOf(state, language),
    },
    language,
    facts,
  ),
  ...(state.sent === undefined ? { standing: words.draft[language] } : {}),
});
