import { clause, findClause, measureWords, sanctionStepWords, text, type Language } from '@suanjian/rulebook';
import type { DocumentModel, DocumentSection, PaperFacts } from '../../engine/document-model.ts';
import { caseFile } from '../common/paper/case-file.ts';
import { referenceSection } from '../common/paper/references.ts';
import { defenceForm, hearingForm, opinionForm, recordForm, weighingForm } from './forms/defence.ts';
import { amendmentsForm, deferralForm, publicationForm, serviceForm, withdrawalForm } from './forms/execution.ts';
import { evidenceForm, findingsForm } from './forms/findings.ts';
import { leadForm } from './forms/lead.ts';
import { decisionForm, noticeForm } from './forms/penalty.ts';
import { proposalForm } from './forms/proposal.ts';
import { paidSoFar } from './money.ts';
import { penaltyOf } from './penalty-of.ts';
import type { CaseState } from './state.ts';
import { states } from './states.ts';
import { gravityTitles } from '../discretion/definition.ts';

const words = {
  title: text('违法案件案卷', 'File of a violation case'),
  law: text('适用的规定', 'Rules applied'),
  edition: text('版本', 'Edition'),
  atTheAct: text('行为时的规定', 'the rules at the time of the act'),
  lighter: text('之后更轻的规定', 'lighter rules since'),
  chosen: text('本平台选定的版本', 'the edition this installation has chosen'),
  payments: text('执行', 'Execution'),
  fine: text('罚款', 'Fine'),
  paid: text('已缴', 'Paid'),
  added: text('逾期加处', 'Added for lateness'),
  executed: text('已执行', 'Carried out'),
  basis: text('可以适用的处罚', 'Sanctions open under the rules'),
  discretion: text('裁量基准', 'Standard of discretion'),
  departs: text('偏离', 'departs from it'),
} as const;

const reasons = { 'at-the-act': words.atTheAct, 'lighter-since': words.lighter, chosen: words.chosen } as const;

const citedWords = ({ title, version, gravities }: NonNullable<CaseState['cited']>, language: Language): string =>
  `${title}（${version}）：${gravities.length === 0 ? words.departs[language] : gravities.map((gravity) => gravityTitles[gravity][language]).join('、')}`;

const lawSection = ({ law, findings, cited }: CaseState, language: Language): readonly DocumentSection[] => {
  if (law === undefined || findings === undefined) return [];
  const because = reasons[law.because as keyof typeof reasons] ?? words.atTheAct;
  const bases = [
    ...new Set(
      findings.clauses.flatMap((id) => {
        const sanctioning = findClause(id)?.sanctionedBy;
        return sanctioning === undefined ? [] : [sanctioning];
      }),
    ),
  ];
  return [
    {
      heading: words.law[language],
      clauses: bases,
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: words.edition[language], value: `${law.edition}（${because[language]}）` },
            ...(cited === undefined ? [] : [{ label: words.discretion[language], value: citedWords(cited, language) }]),
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: bases.flatMap((id) =>
            (clause(id).sanction?.steps ?? []).map((step) => `${id} ${sanctionStepWords(step)[language]}`),
          ),
        },
      ],
    },
  ];
};

/** Whether a fine was decided on, even if a review has taken it back. */
const imposesFine = ({ decision }: CaseState): boolean => penaltyOf(decision).fine !== undefined;

const executionSection = (state: CaseState, language: Language): readonly DocumentSection[] =>
  state.servedOn === undefined
    ? []
    : [
        {
          heading: words.payments[language],
          blocks: [
            {
              kind: 'facts',
              facts: [
                ...(imposesFine(state)
                  ? [
                      { label: words.fine[language], value: String(state.fine) },
                      { label: words.paid[language], value: String(paidSoFar(state.payments)) },
                    ]
                  : []),
                ...(state.added > 0 ? [{ label: words.added[language], value: String(state.added) }] : []),
                {
                  label: words.executed[language],
                  value: state.executed
                    .map((measure) => measureWords[measure as keyof typeof measureWords][language])
                    .join(language === 'zh' ? '、' : ', '),
                },
              ],
            },
          ],
        },
      ];

/** The whole file of a case in one language, as far as its reader may see it. */
export const caseDocument = (state: CaseState, language: Language, facts: PaperFacts): DocumentModel =>
  caseFile(
    {
      title: words.title,
      standing: states[state.status].title,
      ...(state.number === undefined ? {} : { number: state.number }),
      clauses: state.findings?.clauses ?? state.suspected ?? [],
      forms: [
        [leadForm, state.lead],
        [evidenceForm, state.evidence],
        [findingsForm, state.facts],
        [proposalForm, state.proposal],
        [noticeForm, state.notice],
        [defenceForm, state.defence],
        [weighingForm, state.weighing],
        [hearingForm, state.arrangement],
        [recordForm, state.record],
        [opinionForm, state.opinion],
        [decisionForm, state.decision],
        [serviceForm, state.service],
        [deferralForm, state.deferral],
        [publicationForm, state.publication],
        [amendmentsForm, state.amendments],
        [withdrawalForm, state.withdrawal],
      ],
      sections: [
        ...referenceSection(state.references, language, facts),
        ...lawSection(state, language),
        ...executionSection(state, language),
      ],
    },
    language,
    facts,
  );
