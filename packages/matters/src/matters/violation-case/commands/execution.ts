import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../../engine/form.ts';
import type { CommandContext } from '../../../engine/definition.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { z } from 'zod';
import { notInFuture } from '../../common/days.ts';
import { ownDateRefusals } from '../../common/own-date.ts';
import { entriesOf, missingInPart, numberIn, partOf, wordsIn } from '../../common/part.ts';
import { deferralForm, executedForm, paymentForm, planForm, serviceForm } from '../forms/execution.ts';
import { owedOn, paidSoFar } from '../money.ts';
import { company, heads, officials } from '../parties.ts';
import { penaltyOf, sanctionsIn } from '../penalty-of.ts';
import { caseRefusal } from '../refusals.ts';
import type { CaseEvent, CaseState, Instalment } from '../state.ts';

const m = matterOf<CaseState, CaseEvent>();

interface ServiceFacts {
  readonly missing: readonly string[];
  /** The filing still stands, so a decision can end it. */
  readonly filed: boolean;
}

/** What a decision does to the filing, with the clause that allows it. */
const endOfFiling = (
  state: CaseState,
  { filed, today, chosenEdition }: ServiceFacts & Pick<CommandContext<unknown>, 'today' | 'chosenEdition'>,
): Extract<CaseEvent, { type: 'served' }>['filing'] => {
  if (!filed || state.findings === undefined) return undefined;
  const { measures } = penaltyOf(state.decision);
  const measure = (['revoke-filing', 'cancel-filing'] as const).find((each) => measures.includes(each));
  const basis = sanctionsIn(state.findings, state.decidedOn ?? today, { chosenEdition }).offers.find(
    (offer) => offer.measure === measure,
  )?.basis;
  return measure === undefined || basis === undefined
    ? undefined
    : { how: measure === 'revoke-filing' ? 'revoke' : 'cancel', basis: [basis] };
};

const serve = m.command<FormValues, ServiceFacts>({
  title: text('送达决定', 'Serve the decision'),
  help: text(
    '当场交付，或者七个工作日内送达。送达之后企业才看到决定；缴款的十五日从收到之日起算。撤销、注销备案的，随送达办理。',
    'At once, or within seven working days. The company reads the decision once it is served, and its fifteen days to pay begin. A filing that is revoked or cancelled ends with it.',
  ),
  by: [officials],
  from: ['decided'],
  to: ['served'],
  clauses: ['penalty-law/61', 'penalty-law/67'],
  ...asking(serviceForm),
  gather: async ({ filing }, given, lookups) => ({
    missing: await missingInPart(serviceForm, given, lookups),
    filed: filing !== undefined && (await lookups.matter('filing', filing))?.state.status === 'filed',
  }),
  decide: (state, given, { gathered, today, chosenEdition }) => {
    const service = shownValues(serviceForm, partOf(given));
    const on = asCivilDate(wordsIn(service, 'on')) ?? today;
    const filing = endOfFiling(state, {
      ...gathered,
      today,
      ...(chosenEdition === undefined ? {} : { chosenEdition }),
    });
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(gathered.missing.length === 0
          ? []
          : [caseRefusal('paper-missing', '材料没有上传成功。', 'A paper did not arrive.', { pointer: '/proof' })]),
        ...(state.decidedOn !== undefined && on < state.decidedOn
          ? [
              caseRefusal(
                'served-before',
                `决定在 ${state.decidedOn} 作出。`,
                `It was decided on ${state.decidedOn}.`,
                {
                  pointer: '/on',
                },
              ),
            ]
          : []),
      ],
      { type: 'served', service, on, ...(filing === undefined ? {} : { filing }) },
    );
  },
});

const noFine = caseRefusal('no-fine', '本案没有尚未缴纳的罚款。', 'Nothing of a fine is owed here.');

const recordPayment = m.command<FormValues>({
  title: text('登记缴款', 'Record a payment'),
  help: text(
    '按银行回单登记。逾期的每日加处百分之三，不超过罚款本身。',
    'As the bank’s slip says. Lateness adds three per cent a day, never more than the fine.',
  ),
  by: [officials],
  from: ['served'],
  clauses: ['penalty-law/67', 'penalty-law/72'],
  offered: ({ fine, payments }) => paidSoFar(payments) < fine,
  ...asking(paymentForm),
  decide: (state, given, { today, calendar }) => {
    const { fine, payments, servedOn } = state;
    const on = asCivilDate(wordsIn(given, 'on')) ?? today;
    const amount = numberIn(given, 'amount') ?? 0;
    const owed = fine - paidSoFar(payments);
    if (owed <= 0) return refuse(noFine);
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(servedOn !== undefined && on < servedOn
          ? [
              caseRefusal('paid-before', `决定在 ${servedOn} 送达。`, `It was served on ${servedOn}.`, {
                pointer: '/on',
              }),
            ]
          : []),
        ...(amount <= 0 || amount > owed
          ? [caseRefusal('amount', `尚未缴纳 ${owed} 元。`, `${owed} yuan are owed.`, { pointer: '/amount' })]
          : []),
      ],
      {
        type: 'paid',
        payment: { on, amount },
        added: owedOn({ ...state, payments: [...payments, { on, amount }] }, on, { calendar }).added,
      },
    );
  },
});

const askDeferral = m.command<FormValues>({
  title: text('申请延期或者分期缴款', 'Ask to pay later or in parts'),
  help: text('确有经济困难的可以申请；同意之前仍按原期限。', 'In real hardship. Until it is agreed the time stands.'),
  by: [company],
  from: ['served'],
  clauses: ['penalty-law/66'],
  offered: ({ fine, payments, deferralAsked }) => !deferralAsked && paidSoFar(payments) < fine,
  ...asking(deferralForm),
  decide: ({ fine, payments, deferralAsked }, given) =>
    deferralAsked || paidSoFar(payments) >= fine
      ? refuse(noFine)
      : accept({ type: 'deferral-asked', deferral: partOf(given) }),
});

const partsOfPlan = (given: FormValues): readonly Instalment[] =>
  entriesOf(given, 'parts').flatMap((entry): readonly Instalment[] => {
    const on = asCivilDate(wordsIn(entry, 'on'));
    return on === undefined ? [] : [{ on, amount: numberIn(entry, 'amount') ?? 0 }];
  });

const notAsked = caseRefusal('no-deferral', '企业没有申请。', 'The company has not asked for it.');

const planRefusals = (
  plan: readonly Instalment[],
  owed: number,
  context: Pick<CommandContext<unknown>, 'today' | 'calendar'>,
): readonly Refusal[] => {
  const sum = plan.reduce((total, { amount }) => total + amount, 0);
  return [
    ...plan.flatMap(({ on }, index) => ownDateRefusals(on, context.today, context, `/parts/${index}/on`)),
    ...(sum === owed && plan.every(({ amount }) => amount > 0)
      ? []
      : [
          caseRefusal(
            'plan-sum',
            `各笔合计须为尚未缴纳的 ${owed} 元。`,
            `The parts come to ${owed} yuan together, what is owed.`,
            {
              pointer: '/parts',
            },
          ),
        ]),
    ...(plan.every(({ on }, index) => index === 0 || (plan[index - 1]?.on ?? on) < on)
      ? []
      : [
          caseRefusal('plan-order', '各笔按日期先后排列。', 'The parts stand in the order of their days.', {
            pointer: '/parts',
          }),
        ]),
  ];
};

const grantDeferral = m.command<FormValues>({
  title: text('同意延期或者分期', 'Agree to later or in parts'),
  help: text('一笔为延期，几笔为分期；写明理由。', 'One part defers it, several make instalments; say why.'),
  by: [heads],
  from: ['served'],
  reason: 'required',
  clauses: ['penalty-law/66'],
  offered: ({ deferralAsked }) => deferralAsked,
  ...asking(planForm),
  decide: ({ fine, payments, deferralAsked }, given, context) => {
    if (!deferralAsked) return refuse(notAsked);
    const plan = partsOfPlan(given);
    return acceptUnless(planRefusals(plan, fine - paidSoFar(payments), context), { type: 'deferred', plan });
  },
});

const declineDeferral = m.command({
  title: text('不同意延期或者分期', 'Decline it'),
  help: text('仍按原期限缴款；写明理由。', 'The time stands; say why.'),
  by: [heads],
  from: ['served'],
  reason: 'required',
  clauses: ['penalty-law/66'],
  offered: ({ deferralAsked }) => deferralAsked,
  input: z.strictObject({}),
  decide: ({ deferralAsked }) => (deferralAsked ? accept({ type: 'deferral-declined' }) : refuse(notAsked)),
});

const recordExecution = m.command<FormValues>({
  title: text('登记执行', 'Record the execution'),
  help: text('罚款以外的每一项处罚执行之后登记。', 'Of every measure but the fine, once it is carried out.'),
  by: [officials],
  from: ['served'],
  clauses: ['penalty-law/47', 'penalty-law/66'],
  ...asking(executedForm),
  decide: ({ decision, executed, decidedOn }, given, { today }) => {
    const measure = wordsIn(given, 'measure');
    const on = asCivilDate(wordsIn(given, 'on')) ?? today;
    return acceptUnless(
      [
        ...notInFuture(on, today, '/on'),
        ...(decidedOn !== undefined && on < decidedOn
          ? [
              caseRefusal('executed-before', `决定在 ${decidedOn} 作出。`, `It was decided on ${decidedOn}.`, {
                pointer: '/on',
              }),
            ]
          : []),
        ...(penaltyOf(decision).measures.some((each) => each === measure) && !executed.includes(measure)
          ? []
          : [
              caseRefusal(
                'not-imposed',
                '决定中没有这一项，或者已经登记。',
                'The decision has no such measure, or it is recorded already.',
                {
                  pointer: '/measure',
                },
              ),
            ]),
      ],
      { type: 'executed', measure, on },
    );
  },
});

export const executionCommands = {
  serve,
  'record-payment': recordPayment,
  'ask-deferral': askDeferral,
  'grant-deferral': grantDeferral,
  'decline-deferral': declineDeferral,
  'record-execution': recordExecution,
};
