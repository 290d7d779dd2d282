import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { industryBodyParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { entriesOf, partOf, wordsIn } from '../common/part.ts';
import { bodyForm, versionForm, whichForm } from './form.ts';
import type { StandardEvent, StandardState, StandardVersion } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';
import { endPublishing } from '../common/end-publishing.ts';

export { codeField, formOf, versionField } from './form.ts';
export { publicStandards, versionIn, type PublicStandards } from './public.ts';
export type { StandardState, StandardVersion, Threshold } from './state.ts';

const m = matterOf<StandardState, StandardEvent>();
const officer = industryBodyParty('officer');

const refusal = refusalFor('standard');

const isSame =
  (code: string, version: string) =>
  (each: Pick<StandardVersion, 'code' | 'version'>): boolean =>
    each.code === code && each.version === version;

interface Gathered {
  readonly organisation: OrganisationFacts | undefined;
  readonly standing: boolean;
}

const opening = m.opening<FormValues, Gathered>({
  title: text('开设标准目录', 'Begin a list of standards'),
  help: text(
    '行业组织在这里发布标准。每个组织只有一份目录。',
    'Where an industry body publishes its standards. A body has one list.',
  ),
  by: [officer],
  to: 'published',
  clauses: ['final/5', 'draft/5', 'opinions/5'],
  ...asking(bodyForm),
  gather: async (_values, lookups, { ground: { owner } }) => ({
    organisation: owner === undefined ? undefined : await lookups.organisation(owner),
    standing: owner !== undefined && (await lookups.standing('standard', owner)) !== undefined,
  }),
  decide: (values, { gathered: { organisation, standing } }) => {
    if (organisation?.kind !== 'industry-body')
      return refuse(refusal('no-body', '只有行业组织可以发布标准。', 'Only an industry body publishes standards.'));
    return acceptUnless(
      standing ? [refusal('already-there', '你们已经有一份标准目录。', 'You have a list of standards already.')] : [],
      {
        type: 'opened',
        owner: organisation.id,
        place: organisation.place,
        body: shownValues(bodyForm, partOf(values)),
        name: organisation.name,
      },
    );
  },
});

const publishing = m.command<FormValues>({
  title: text('发布一个版本', 'Publish a version'),
  help: text(
    '发布以后不再修改；已经采用旧版本的不会自动改用。',
    'It never changes afterwards, and nobody is moved to it.',
  ),
  by: [officer],
  from: ['published'],
  clauses: ['final/5', 'draft/5', 'opinions/5'],
  ...asking(versionForm),
  decide: ({ versions }, values, { today }) => {
    const given = shownValues(versionForm, partOf(values));
    const [code, version] = [wordsIn(given, 'code'), wordsIn(given, 'version')];
    const from = asCivilDate(wordsIn(given, 'from'));
    if (from === undefined) return refuse(refusal('no-day', '请填写日期。', 'Set the day.', '/from'));
    return acceptUnless(
      [
        ...(versions.some(isSame(code, version))
          ? [
              refusal(
                'version-taken',
                '这个版本已经发布，要改请发布新版本。',
                'This version is published; publish another to change it.',
                '/version',
              ),
            ]
          : []),
        ...(from < today
          ? [refusal('from-past', '不能从过去的日子开始。', 'It cannot begin on a day that is past.', '/from')]
          : []),
      ],
      {
        type: 'version-published',
        version: {
          code,
          version,
          title: wordsIn(given, 'called'),
          from,
          pack: wordsIn(given, 'pack'),
          words: wordsIn(given, 'words'),
          thresholds: entriesOf(given, 'thresholds').map((entry) => ({
            check: wordsIn(entry, 'check'),
            bound: wordsIn(entry, 'bound'),
          })),
        },
      },
    );
  },
});

const withdrawing = m.command<FormValues>({
  title: text('撤下一个版本', 'Withdraw a version'),
  help: text(
    '以后不能再采用，写明理由；已经采用的由企业自己决定。',
    'It can be adopted no more; say why. Those who have decide for themselves.',
  ),
  by: [officer],
  from: ['published'],
  reason: 'required',
  ...asking(whichForm),
  offered: ({ versions }) => versions.some(({ withdrawn }) => withdrawn === undefined),
  decide: ({ versions }, values) => {
    const [code, version] = [wordsIn(values, 'code'), wordsIn(values, 'version')];
    const found = versions.find(isSame(code, version));
    if (found === undefined)
      return refuse(refusal('no-such-version', '没有发布过这个版本。', 'No such version was published.', '/version'));
    return found.withdrawn === undefined
      ? accept({ type: 'version-withdrawn', code, version })
      : refuse(refusal('withdrawn-already', '这个版本已经撤下。', 'It has been withdrawn already.', '/version'));
  },
});

/** Whoever adopts one reads it on the public pages, and looks the list up by the name of the body. */
const visible = ['industry-body', 'office'] as const;

export const standard = m.define({
  kind: 'standard',
  title: text('行业标准', 'Industry standards'),
  purpose: text(
    '行业组织发布的检查包和阈值，各个版本都保留，由企业自愿采用。',
    'Check packs and thresholds that an industry body publishes, every version kept, for companies to adopt of their own will.',
  ),
  clauses: ['final/5', 'draft/5', 'opinions/5'],
  states: {
    published: {
      title: text('有效', 'Published'),
      meaning: text('由发布的组织更新。', 'The body that publishes keeps it up to date.'),
      visible,
      desk: { side: 'industry-body' },
      tone: 'good',
    },
    ended: {
      title: text('已停止', 'Ended'),
      meaning: text('这个组织不再发布标准。', 'The body publishes no standards any more.'),
      visible,
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands: {
    publish: publishing,
    'withdraw-version': withdrawing,
    end: endPublishing(officer, {
      title: text('停止发布', 'Stop publishing'),
      help: text('写明理由；已经采用的不受影响。', 'Say why. What was adopted stays adopted.'),
    }),
  },
  events: {
    opened: { title: text('开设目录', 'List begun') },
    'version-published': { title: text('发布版本', 'Version published') },
    'version-withdrawn': { title: text('撤下版本', 'Version withdrawn') },
    ended: { title: text('停止发布', 'Ended') },
  },
  forms: { body: bodyForm },
  begin: ({ body, name }) => ({ status: 'published', body, name, versions: [] }),
  evolve: {
    'version-published': (state, { version }, { on }) => ({
      ...state,
      versions: [...state.versions, { ...version, publishedOn: on }],
    }),
    'version-withdrawn': (state, { code, version }, { on, reason = '' }) => ({
      ...state,
      versions: state.versions.map((each) =>
        isSame(code, version)(each) ? { ...each, withdrawn: { on, reason } } : each,
      ),
    }),
    ended: (state, _event, { on }) => ({ ...state, status: 'ended', endedOn: on }),
  },
  clocks: {},
  links: [],
  summary: ({ name }) => ({ title: name }),
});
