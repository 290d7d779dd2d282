import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { entriesOf, numberIn, partOf, wordsIn } from '../common/part.ts';
import { finedClauses, officeForm, standardForm, whichForm } from './form.ts';
import { gravities, type DiscretionEvent, type DiscretionState, type Step } from './state.ts';
import { endPublishing } from '../common/end-publishing.ts';

export { citationFor, publicDiscretion, standardOn, type CitedStandard } from './cited.ts';
export { gravityTitles } from './form.ts';
export type { DiscretionStandard, DiscretionState } from './state.ts';

const m = matterOf<DiscretionState, DiscretionEvent>();
const head = officeParty(['nation', 'province', 'city'], 'supervisor');

const refusal = (code: string, pointer: string, zh: string, en: string): Refusal => ({
  code: `discretion/${code}`,
  pointer,
  clause: 'penalty-law/34',
  text: text(zh, en),
});

const stepsIn = (values: FormValues): readonly Step[] =>
  entriesOf(values, 'steps').map((entry) => ({
    gravity: gravities.find((each) => each === entry['gravity']) ?? 'ordinary',
    when: wordsIn(entry, 'when'),
    atLeast: numberIn(entry, 'atLeast') ?? 0,
    atMost: numberIn(entry, 'atMost') ?? 0,
  }));

/** Steps stay within the clause, each gravity once, and never ask less of what is graver. */
const stepRefusals = (steps: readonly Step[], clause: string): readonly Refusal[] => {
  const bounds = finedClauses.find(({ id }) => id === clause)?.bounds;
  return steps.flatMap(({ gravity, atLeast, atMost }, place) => {
    const before = steps[place - 1];
    const at = `/steps/${place}`;
    return [
      ...(bounds !== undefined && (atLeast < bounds.atLeast || atMost > bounds.atMost)
        ? [
            refusal(
              'out-of-bounds',
              `${at}/atLeast`,
              `${clause} 的幅度是 ${bounds.atLeast} 至 ${bounds.atMost} 元，基准不能超出。`,
              `${clause} allows ${bounds.atLeast} to ${bounds.atMost} yuan; a standard stays within it.`,
            ),
          ]
        : []),
      ...(atLeast > atMost
        ? [refusal('upside-down', `${at}/atMost`, '最高不能低于最低。', 'The most cannot be less than the least.')]
        : []),
      ...(before !== undefined && gravities.indexOf(before.gravity) >= gravities.indexOf(gravity)
        ? [refusal('order', `${at}/gravity`, '情节由轻到重，每种一次。', 'From slight to grave, each once.')]
        : []),
      ...(before !== undefined && (before.atLeast > atLeast || before.atMost > atMost)
        ? [
            refusal(
              'graver-for-less',
              `${at}/atLeast`,
              '情节更重的，金额不能更低。',
              'What is graver cannot cost less.',
            ),
          ]
        : []),
    ];
  });
};

const opening = m.opening<FormValues, boolean>({
  title: text('开设裁量基准目录', 'Begin a list of standards of discretion'),
  help: text(
    '一个机关一份，公布本机关行使罚款裁量权的基准。',
    'An office has one: where it publishes how it uses its discretion over fines.',
  ),
  by: [head],
  to: 'published',
  clauses: ['penalty-law/34'],
  ...asking(officeForm),
  gather: async (_values, lookups, { actor }) =>
    actor.kind === 'person' &&
    actor.membership !== undefined &&
    (await lookups.standing('discretion', actor.membership.organisation)) !== undefined,
  decide: (values, { actor, ground, gathered: standing }) => {
    if (actor.kind !== 'person' || actor.membership === undefined)
      return refuse(refusal('no-office', '', '由机关的人员办理。', 'Somebody of an office does it.'));
    const office = shownValues(officeForm, partOf(values));
    return acceptUnless(
      standing ? [refusal('already-there', '', '本机关已经有一份目录。', 'Your office has a list already.')] : [],
      {
        type: 'opened',
        owner: actor.membership.organisation,
        place: ground.place,
        name: wordsIn(office, 'called'),
        office,
      },
    );
  },
});

export const discretion = m.define({
  kind: 'discretion',
  title: text('裁量基准', 'Standards of discretion'),
  purpose: text(
    '主管部门公布的罚款裁量基准：同一条款下各种情节通常怎样罚，处罚决定写明依据的版本。',
    'How an office uses its discretion over fines under each clause, published and in versions; a decision names the one it follows.',
  ),
  clauses: ['penalty-law/34', 'penalty-law/32', 'penalty-law/33'],
  states: {
    published: {
      title: text('公布中', 'Published'),
      meaning: text('由公布的机关更新。', 'The office that publishes keeps it up to date.'),
      visible: ['office'],
      desk: { side: 'office', level: 'province' },
      tone: 'good',
    },
    ended: {
      title: text('已停止', 'Ended'),
      meaning: text(
        '不再更新；以前的决定仍按当时的版本。',
        'It is kept up no more; earlier decisions keep the version they followed.',
      ),
      visible: ['office'],
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands: {
    publish: m.command<FormValues>({
      title: text('公布裁量基准', 'Publish a standard'),
      help: text(
        '在条款的幅度之内，由轻到重写明阶次。',
        'Steps from slight to grave, within the bounds of the clause.',
      ),
      by: [head],
      from: ['published'],
      clauses: ['penalty-law/34'],
      ...asking(standardForm),
      decide: ({ standards }, values, { today }) => {
        const given = shownValues(standardForm, partOf(values));
        const from = asCivilDate(wordsIn(given, 'from'));
        const clause = wordsIn(given, 'clause');
        const steps = stepsIn(given);
        if (from === undefined) return refuse(refusal('no-day', '/from', '请填写日期。', 'Set the day.'));
        return acceptUnless(
          [
            ...(from < today
              ? [refusal('from-past', '/from', '不能从过去的日子起施行。', 'It cannot hold from a day that is past.')]
              : []),
            ...stepRefusals(steps, clause),
          ],
          {
            type: 'standard-published',
            standard: {
              version: standards.length + 1,
              title: wordsIn(given, 'called'),
              clause,
              from,
              words: wordsIn(given, 'words'),
              steps,
            },
          },
        );
      },
    }),
    'withdraw-version': m.command<FormValues>({
      title: text('撤下一个版本', 'Withdraw a version'),
      help: text(
        '从今天起不再适用，写明理由；记录保留。',
        'It holds no more from today on; say why. It stays on record.',
      ),
      by: [head],
      from: ['published'],
      reason: 'required',
      ...asking(whichForm),
      offered: ({ standards }) => standards.some(({ withdrawn }) => withdrawn === undefined),
      decide: ({ standards }, values) => {
        const version = numberIn(values, 'version');
        const found = standards.find((each) => each.version === version);
        if (found === undefined)
          return refuse(
            refusal('no-such-version', '/version', '没有公布过这个版本。', 'No such version was published.'),
          );
        return found.withdrawn === undefined
          ? accept<DiscretionEvent>({ type: 'standard-withdrawn', version: found.version })
          : refuse(refusal('withdrawn-already', '/version', '这个版本已经撤下。', 'It has been withdrawn already.'));
      },
    }),
    end: endPublishing(head, {
      title: text('停止公布', 'Stop publishing'),
      help: text('写明理由；以前的版本继续公开。', 'Say why. What was published stays public.'),
    }),
  },
  events: {
    opened: { title: text('开设目录', 'List begun') },
    'standard-published': { title: text('公布基准', 'Standard published') },
    'standard-withdrawn': { title: text('撤下版本', 'Version withdrawn') },
    ended: { title: text('停止公布', 'Ended') },
  },
  forms: { office: officeForm },
  begin: ({ name, office }) => ({ status: 'published', name, office, standards: [] }),
  evolve: {
    'standard-published': (state, { standard }, { on }) => ({
      ...state,
      standards: [...state.standards, { ...standard, publishedOn: on }],
    }),
    'standard-withdrawn': (state, { version }, { on, reason = '' }) => ({
      ...state,
      standards: state.standards.map((each) =>
        each.version === version ? { ...each, withdrawn: { on, reason } } : each,
      ),
    }),
    ended: (state) => ({ ...state, status: 'ended' }),
  },
  clocks: {},
  links: [],
  summary: ({ name }) => ({ title: name }),
});
