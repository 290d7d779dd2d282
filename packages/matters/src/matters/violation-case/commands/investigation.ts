import { asCivilDate, circumstances, text, type Circumstance, type ClauseId } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../../engine/definition.ts';
import { asking, pickedCheck, shownValues, type FormValues } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { clausesIn } from '../../common/clause-list.ts';
import { entriesOf, missingInPart, partOf, wordsIn } from '../../common/part.ts';
import { accountOf } from '../../common/person.ts';
import { evidenceEntryForm, findingsForm } from '../forms/findings.ts';
import { proposalOf } from '../forms/proposal.ts';
import { actRefusals, isOfficer, limitationRefusals, notItsOfficer } from '../guards.ts';
import { actOf } from '../opening.ts';
import { heads, officials } from '../parties.ts';
import { establishedBy, sanctionsIn } from '../penalty-of.ts';
import { caseRefusal } from '../refusals.ts';
import type { CaseEvent, CaseState, Findings } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

const inform = m.command({
  title: text('出示证件并告知', 'Identify and inform'),
  help: text(
    '办案人员出示证件，告知企业正在调查、由谁办理，以及申请回避的权利。此后企业能看到本案。',
    'The officers show who they are and tell the company of the investigation, of its officers and of its right to ask them to stand aside. From then on it sees the case.',
  ),
  by: [officials],
  from: ['investigating', 'concluded'],
  clauses: ['penalty-law/43', 'penalty-law/55'],
  offered: ({ informedOn }) => informedOn === undefined,
  input: z.strictObject({}),
  decide: (state, _input, { actor }) => {
    if (!isOfficer(state, actor)) return refuse(notItsOfficer);
    return state.informedOn === undefined
      ? accept({ type: 'informed' })
      : refuse(caseRefusal('informed-already', '已经告知过了。', 'It has been told already.'));
  },
});

interface Gathered {
  readonly missing: readonly string[];
  readonly resultKnown: boolean;
}

const addEvidence = m.command<FormValues, Gathered>({
  title: text('登记证据', 'Register evidence'),
  help: text(
    '由办案人员登记；违法取得的不能作为证据。',
    'By the officers; what was obtained unlawfully is no evidence.',
  ),
  by: [officials],
  from: ['investigating'],
  clauses: ['penalty-law/40', 'penalty-law/46', 'penalty-law/47'],
  ...asking(evidenceEntryForm),
  gather: async ({ owner }, given, lookups) => {
    const picked = pickedCheck(wordsIn(given, 'result'));
    const found =
      picked === undefined || owner === null ? undefined : await lookups.bundleFindings(picked.bundle, owner);
    return {
      missing: await missingInPart(evidenceEntryForm, given, lookups),
      resultKnown: picked === undefined || found?.checks.some(({ check }) => check === picked.check) === true,
    };
  },
  decide: (state, given, { gathered: { missing, resultKnown }, actor }) => {
    const entry = shownValues(evidenceEntryForm, partOf(given));
    const refusals: readonly Refusal[] = [
      ...(isOfficer(state, actor) ? [] : [notItsOfficer]),
      ...(missing.length === 0
        ? []
        : [
            caseRefusal('paper-missing', '材料没有上传成功，请重新上传。', 'A paper did not arrive. Upload it again.', {
              pointer: '/papers',
            }),
          ]),
      ...(resultKnown
        ? []
        : [
            caseRefusal('no-such-result', '这家企业没有报送过这项结果。', 'This company has sent no such result.', {
              pointer: '/result',
            }),
          ]),
      ...(entry['lawful'] === true
        ? []
        : [
            caseRefusal(
              'unlawful-evidence',
              '没有合法取得并查实的，不能作为证据。',
              'What was not obtained lawfully and verified is no evidence.',
              { pointer: '/lawful', clause: 'penalty-law/46' },
            ),
          ]),
    ];
    return acceptUnless(refusals, {
      type: 'evidence-added',
      evidence: { entries: [...entriesOf(state.evidence, 'entries'), entry] },
    });
  },
});

const isCircumstance = (value: unknown): value is Circumstance => circumstances.some((each) => each === value);

const chosenIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const findingsOf = (values: FormValues, by: AccountId, today: Parameters<typeof actOf>[1]): Findings => ({
  clauses: clausesIn(values),
  act: actOf(values, today),
  refusal: values['refusal'] === true,
  gravity: values['gravity'] === true,
  particular: chosenIn(values['particular']).filter((each): each is ClauseId => typeof each === 'string'),
  circumstances: chosenIn(values['circumstances']).filter(isCircumstance),
  corrected: values['corrected'] === true,
  complex: values['complex'] === true,
  publicInterest: values['publicInterest'] === true,
  by,
});

const noEvidence = caseRefusal(
  'no-evidence',
  '没有登记证据，事实不清的不能处罚。请先登记证据。',
  'No evidence has been registered, and without clear facts there is no penalty. Register it first.',
  { clause: 'penalty-law/40' },
);

const conclude = m.command<FormValues>({
  title: text('提出调查结论', 'Conclude the investigation'),
  help: text(
    '由一名办案人员提出事实、条款和情形，另一名会签。',
    'One officer puts down facts, clauses and circumstances; the other countersigns.',
  ),
  by: [officials],
  from: ['investigating'],
  to: ['concluded'],
  clauses: ['penalty-law/40', 'penalty-law/42', 'penalty-law/57'],
  ...asking(findingsForm),
  decide: (state, given, { actor, today, calendar, chosenEdition }) => {
    const by = accountOf(actor);
    const facts = shownValues(findingsForm, partOf(given));
    if (by === undefined || !isOfficer(state, actor)) return refuse(notItsOfficer);
    const findings = findingsOf(facts, by, today);
    const registered = entriesOf(state.evidence, 'entries').length + state.references.length;
    return acceptUnless(
      [
        ...(registered === 0 ? [noEvidence] : []),
        ...(asCivilDate(wordsIn(facts, 'from')) === undefined ? [] : actRefusals(findings.act, today)),
        ...limitationRefusals(findings.act, state.discovered, { calendar }),
      ],
      {
        type: 'concluded',
        findings,
        facts,
        proposal: proposalOf(sanctionsIn(findings, today, { chosenEdition }), establishedBy(findings)),
      },
    );
  },
});

const countersign = m.command({
  title: text('会签调查结论', 'Countersign the findings'),
  help: text('由另一名办案人员会签。', 'By the other officer.'),
  by: [officials],
  from: ['concluded'],
  clauses: ['penalty-law/42'],
  offered: ({ findings }) => findings?.countersigned === undefined,
  input: z.strictObject({}),
  decide: (state, _input, { actor }) => {
    const by = accountOf(actor);
    if (by === undefined || !isOfficer(state, actor)) return refuse(notItsOfficer);
    if (state.findings?.countersigned !== undefined)
      return refuse(caseRefusal('signed-already', '两名办案人员已经签署。', 'Both officers have signed.'));
    return by === state.findings?.by
      ? refuse(
          caseRefusal(
            'one-officer',
            '您已经提出结论，须由另一名办案人员会签。',
            'You have put the findings down; the other officer countersigns.',
            { clause: 'penalty-law/42' },
          ),
        )
      : accept({ type: 'countersigned', by });
  },
});

const reopen = m.command({
  title: text('重新调查', 'Take the investigation up again'),
  help: text(
    '发现新的事实，或者结论需要补充的，写明理由。之后须重新告知；加重须有新登记的证据。',
    'Where new facts were found or the findings want more; say why. The company is told anew, and a heavier penalty takes newly registered evidence.',
  ),
  by: [heads],
  from: ['concluded', 'notified', 'hearing', 'heard'],
  to: ['investigating'],
  reason: 'required',
  clauses: ['penalty-law/45'],
  input: z.strictObject({}),
  decide: () => accept({ type: 'reopened' }),
});

export const investigationCommands = {
  inform,
  'add-evidence': addEvidence,
  conclude,
  countersign,
  reopen,
};
