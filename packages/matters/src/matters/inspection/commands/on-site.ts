import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, pickedCheck, shownValues, type FormValues } from '../../../engine/form.ts';
import type { MatterId } from '../../../engine/identity.ts';
import type { BundleFindings } from '../../../engine/lookups.ts';
import type { Actor } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { notInFuture } from '../../common/days.ts';
import { entriesOf, inputRefusals, missingInPart, numberIn, partOf, wordsIn } from '../../common/part.ts';
import { teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf } from '../../common/team/state.ts';
import { prefilledFrom, withItem, type Reference } from '../../common/checklist.ts';
import { identityForm } from '../plan-forms.ts';
import { bundleForm, findingForm, itemForm, mostFindings, withdrawalForm } from '../site-forms.ts';
import { alone, outsidePlan, refusal, tooEarly } from '../refusals.ts';
import type { InspectionEvent, InspectionState } from '../state.ts';

const m = matterOf<InspectionState, InspectionEvent>();

const notShown = refusal(
  'identity-not-shown',
  '须当场出示证件和通知。',
  'Certificate and notice are shown on the spot.',
  '/shown',
);
const shownAlready = refusal(
  'identity-shown-already',
  '您已经登记，还需要另一名检查人员。',
  'You have recorded it; another officer has to as well.',
);
const announceFirst = refusal(
  'announce-first',
  '方案要求先通知企业。',
  'The plan says that the company is told first.',
);
const unknownBundle = refusal(
  'unknown-bundle',
  '这家企业没有这个核验过的结果包，或者里面没有这项检查。',
  'The company has no such verified bundle, or there is no such check in it.',
  '/bundle',
);
const noSuchLogs = refusal(
  'no-such-logs',
  '没有这件已经接收的日志调取，或者不是这家企业的。',
  'There is no such request whose logs were received, or it is not of this company.',
  '/logs',
);
const full = refusal('full', `最多记录 ${mostFindings} 个问题。`, `There is room for ${mostFindings} findings.`);

interface Evidence {
  readonly result: BundleFindings | undefined;
  readonly logs: boolean;
  readonly missing: readonly string[];
}

const referenceTo = (values: FormValues, findings: BundleFindings | undefined): Reference | undefined => {
  const picked = pickedCheck(wordsIn(values, 'result'));
  const found = findings?.checks.find(({ check }) => check === picked?.check);
  return findings === undefined || found === undefined
    ? undefined
    : {
        bundle: findings.bundle,
        check: found.check,
        verdict: found.verdict,
        ...(findings.days === undefined ? {} : { from: findings.days.from, until: findings.days.until }),
      };
};

const periodRefusals = (values: FormValues): readonly Refusal[] => {
  const from = wordsIn(values, 'from');
  const until = wordsIn(values, 'until');
  return until !== '' && until < from
    ? [refusal('period-backwards', '结束日期不能早于开始日期。', 'It cannot end before it began.', '/until')]
    : [];
};

type Shown =
  | { readonly refusal: Refusal }
  | { readonly event: Extract<InspectionEvent, { readonly type: 'identity-shown' }> };

/** An officer shows who they are, on the day of the plan or later, each once a day. */
const shownBy = (state: InspectionState, values: FormValues, actor: Actor, today: CivilDate): Shown => {
  const by = accountOf(actor);
  const { visitOn, tellOn } = state.dates;
  if (by === undefined) return { refusal: team.noPerson };
  if (state.status === 'ready' && tellOn !== undefined) return { refusal: announceFirst };
  if (today < visitOn) return { refusal: tooEarly(visitOn) };
  if (values['shown'] !== true) return { refusal: notShown };
  if (state.identity.some(({ account, on }) => account === by && on === today)) return { refusal: shownAlready };
  const { shown: _shown, ...met } = partOf(values);
  return { event: { type: 'identity-shown', by, met } };
};

export const onSite = {
  'show-identity': m.command<FormValues>({
    title: text('出示证件', 'Show identity'),
    help: text(
      '到场后第一名检查人员登记；第二名出示以后检查才开始。',
      'On arrival, by the first officer. The inspection begins when a second one shows who they are.',
    ),
    by: [teamParty],
    from: ['ready', 'announced'],
    clauses: ['final/28.1', 'penalty-law/55'],
    ...asking(identityForm),
    decide: (state, values, { actor, today }) => {
      const shown = shownBy(state, values, actor, today);
      return 'refusal' in shown ? refuse(shown.refusal) : accept(shown.event);
    },
  }),
  begin: m.command<FormValues>({
    title: text('出示证件并开始检查', 'Show identity and begin'),
    help: text(
      '由另一名检查人员出示证件；检查随即开始，企业随即看到。',
      'By another officer, who shows who they are too. The inspection begins and the company sees it.',
    ),
    by: [teamParty],
    from: ['ready', 'announced'],
    to: ['on-site'],
    clauses: ['final/28.1', 'penalty-law/42', 'penalty-law/55'],
    ...asking(identityForm),
    offered: ({ identity }) => identity.length > 0,
    decide: (state, values, { actor, today }) => {
      const shown = shownBy(state, values, actor, today);
      if ('refusal' in shown) return refuse(shown.refusal);
      // Both are there on the same day: who came yesterday may be gone.
      return state.identity.some(({ on }) => on === today)
        ? accept<InspectionEvent>(shown.event, { type: 'begun' })
        : refuse(alone);
    },
  }),
  prefill: m.command<FormValues, BundleFindings | undefined>({
    title: text('从结果包预填', 'Fill in from a bundle'),
    help: text('按条款把检查结果填进检查表。', 'What the checks found goes into the checklist, clause by clause.'),
    by: [teamParty],
    from: ['preparing', 'ready', 'announced', 'on-site'],
    ...asking(bundleForm),
    gather: async (_state, values, lookups, { ground: { owner } }) =>
      owner === undefined ? undefined : lookups.bundleFindings(wordsIn(values, 'bundle'), owner),
    decide: ({ checklist, clauses }, _values, { gathered: found }) => {
      if (found === undefined) return refuse(unknownBundle);
      const filled = prefilledFrom(checklist, clauses, found);
      return filled.references.length === 0
        ? refuse(
            refusal(
              'nothing-to-fill',
              '结果包里没有与方案条款有关的检查。',
              'No check of the bundle speaks to a clause of the plan.',
              '/bundle',
            ),
          )
        : accept({ type: 'prefilled', ...filled });
    },
  }),
  check: m.command<FormValues>({
    title: text('填写检查表', 'Enter what was seen'),
    help: text('逐条填写结果和依据。', 'Result and grounds, clause by clause.'),
    by: [teamParty],
    from: ['on-site'],
    ...asking(itemForm),
    decide: ({ clauses, checklist }, values) => {
      const item = partOf(values);
      const { prefilled: _prefilled, ...earlier } =
        entriesOf(checklist, 'items').find((each) => each['clause'] === item['clause']) ?? {};
      return clauses.includes(wordsIn(item, 'clause'))
        ? accept({ type: 'checked', checklist: withItem(checklist, { ...earlier, ...item }) })
        : refuse(outsidePlan);
    },
  }),
  find: m.command<FormValues, Evidence>({
    title: text('记录问题', 'Record a finding'),
    help: text('写明事实、条款、程度和证据。', 'Facts, clause, gravity and evidence.'),
    by: [teamParty],
    from: ['on-site'],
    clauses: ['final/28.1', 'draft/24.1'],
    ...asking(findingForm),
    gather: async (_state, values, lookups, { ground: { owner } }) => {
      const shown = shownValues(findingForm, partOf(values));
      const picked = pickedCheck(wordsIn(shown, 'result'));
      const logs = wordsIn(shown, 'logs');
      const request = logs === '' ? undefined : await lookups.matter('log-request', logs as MatterId);
      return {
        missing: await missingInPart(findingForm, shown, lookups),
        result:
          picked === undefined || owner === undefined ? undefined : await lookups.bundleFindings(picked.bundle, owner),
        logs:
          request !== undefined &&
          request.owner === owner &&
          ['received', 'destroyed', 'closed'].includes(request.state.status),
      };
    },
    decide: ({ findings, found }, values, { gathered, today }) => {
      const finding = shownValues(findingForm, partOf(values));
      const evidence = wordsIn(finding, 'evidence');
      const reference = evidence === 'check' ? referenceTo(finding, gathered.result) : undefined;
      const from = asCivilDate(wordsIn(finding, 'from'));
      const number = found.length + 1;
      return acceptUnless<InspectionEvent>(
        [
          ...(number > mostFindings ? [full] : []),
          ...inputRefusals(findingForm, finding, gathered.missing),
          ...(from === undefined ? [] : notInFuture(from, today, '/from')),
          ...periodRefusals(finding),
          ...(evidence === 'check' && reference === undefined ? [{ ...unknownBundle, pointer: '/result' }] : []),
          ...(evidence === 'log-request' && !gathered.logs ? [noSuchLogs] : []),
        ],
        {
          type: 'found',
          findings: { findings: [...entriesOf(findings, 'findings'), { number, ...finding }] },
          finding: { number, clause: wordsIn(finding, 'clause'), gravity: wordsIn(finding, 'gravity') },
          ...(reference === undefined ? {} : { reference }),
        },
      );
    },
  }),
  'withdraw-finding': m.command<FormValues>({
    title: text('撤销问题', 'Withdraw a finding'),
    help: text('写明理由；记录里保留。', 'With its reason; it stays in the record.'),
    by: [teamParty],
    from: ['on-site', 'signed', 'unsigned'],
    reason: 'required',
    ...asking(withdrawalForm),
    decide: ({ found }, values) => {
      const number = numberIn(values, 'number') ?? 0;
      const one = found.find((each) => each.number === number);
      return one === undefined || one.withdrawn === true
        ? refuse(
            refusal(
              'no-such-finding',
              '没有这个问题，或者已经撤销。',
              'There is no such finding, or it was withdrawn.',
              '/number',
            ),
          )
        : accept({ type: 'finding-withdrawn', number });
    },
  }),
};
