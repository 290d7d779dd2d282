import { text, type CivilDate } from '@suanjian/rulebook';
import { matterOf, type MatterState, type Opened } from '../../engine/definition.ts';
import { asking, shownValues, type FormDefinition, type FormValues } from '../../engine/form.ts';
import type { Lookups, MatterFacts, OrganisationFacts } from '../../engine/lookups.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { z } from 'zod';
import { fieldsOf, long, short } from '../common/fields.ts';
import { partOf, wordsIn } from '../common/part.ts';
import {
  codeField,
  formOf,
  versionField,
  versionIn,
  type StandardState,
  type StandardVersion,
} from '../standard/definition.ts';
import { refusalFor } from '../common/refusal-for.ts';

/** What was adopted, as it stood on that day: a later version does not move it. */
export interface Adopted extends Pick<StandardVersion, 'code' | 'version' | 'title' | 'pack'> {
  readonly on: CivilDate;
}

export interface StandardAdoptionState extends MatterState {
  readonly status: 'adopted' | 'withdrawn';
  readonly adoption: FormValues;
  readonly body: OrganisationId;
  readonly bodyName: string;
  readonly adopted: Adopted;
  readonly earlier: readonly Adopted[];
  readonly withdrawn?: { readonly on: CivilDate; readonly reason: string };
}

type Found = Omit<Adopted, 'on'>;
type StandardAdoptionEvent =
  | (Opened & Pick<StandardAdoptionState, 'adoption' | 'body' | 'bodyName'> & { readonly found: Found })
  | { readonly type: 'moved'; readonly found: Found }
  | { readonly type: 'withdrawn' };

/** What anybody may see: which version is kept to, and since when, or that it no longer is and why. */
export type PublicAdoption = Pick<StandardAdoptionState, 'status' | 'bodyName' | 'adopted' | 'earlier' | 'withdrawn'>;

export const publicAdoption = ({
  status,
  bodyName,
  adopted,
  earlier,
  withdrawn,
}: StandardAdoptionState): PublicAdoption => ({
  status,
  bodyName,
  adopted,
  earlier,
  ...(withdrawn === undefined ? {} : { withdrawn }),
});

const m = matterOf<StandardAdoptionState, StandardAdoptionEvent>();
const officer = providerParty('officer');
const field = fieldsOf('standard', 'public', 'final/5');

export const adoptionForm: FormDefinition = formOf(
  'adoption',
  ['采用一个标准', 'Adopt a standard'],
  [
    '采用是自愿的，并且公开。采用的是这一个版本；有新版本也不会自动改用。',
    'Of your own will, and public. It is this very version; a later one does not move you.',
  ],
  {
    body: field(['发布的组织', 'Body'], ['登记的全称。', 'Its registered name in full.'], short(200)),
    code: codeField,
    version: versionField,
    words: field(['说明', 'Note'], ['用在哪些服务上。', 'On which services.'], long(1000), { required: false }),
  },
);

const moveForm = formOf(
  'move',
  ['改用另一个版本', 'Move to another version'],
  ['同一个标准的版本。', 'A version of the same standard.'],
  { version: versionField },
);

const refusal = refusalFor('standard-adoption');

/** A list of standards as its own folder has written it. */
const listOf = async (body: OrganisationId, lookups: Lookups): Promise<StandardState | undefined> => {
  const found: MatterFacts | undefined = await lookups.standing('standard', body);
  return found === undefined ? undefined : (found.state as unknown as StandardState);
};

const versionRefusals = (found: StandardVersion | undefined, today: CivilDate): readonly Refusal[] => {
  if (found === undefined)
    return [refusal('unknown-version', '没有发布过这个版本。', 'No such version was published.', '/version')];
  if (found.withdrawn !== undefined)
    return [refusal('version-withdrawn', '这个版本已经撤下。', 'This version has been withdrawn.', '/version')];
  return found.from > today
    ? [
        refusal(
          'not-yet',
          `这个版本自 ${found.from} 起才可以采用。`,
          `This version can be adopted from ${found.from}.`,
          '/version',
        ),
      ]
    : [];
};

const found = ({ code, version, title, pack }: StandardVersion): Found => ({ code, version, title, pack });

interface Gathered {
  readonly own: OrganisationFacts | undefined;
  readonly body: OrganisationId | undefined;
  readonly version: StandardVersion | undefined;
  readonly already: boolean;
}

const opening = m.opening<FormValues, Gathered>({
  title: text('采用标准', 'Adopt a standard'),
  help: text('采用是公开的。', 'That you do is public.'),
  by: [officer],
  to: 'adopted',
  clauses: ['final/5', 'draft/5', 'opinions/5'],
  ...asking(adoptionForm),
  gather: async (values, lookups, { ground: { owner } }) => {
    const body = (await lookups.industryBodyNamed(wordsIn(values, 'body')))?.id;
    const list = body === undefined ? undefined : await listOf(body, lookups);
    const code = wordsIn(values, 'code');
    const others = owner === undefined ? [] : await lookups.mattersOf('standard-adoption', owner);
    return {
      own: owner === undefined ? undefined : await lookups.organisation(owner),
      body: list === undefined ? undefined : body,
      version: list === undefined ? undefined : versionIn(list, code, wordsIn(values, 'version')),
      already: others
        .map(({ state }) => state as unknown as StandardAdoptionState)
        .some((state) => state.status === 'adopted' && state.body === body && state.adopted.code === code),
    };
  },
  decide: (values, { gathered: { own, body, version, already }, today }) => {
    if (own === undefined || body === undefined)
      return refuse(
        refusal('unknown-body', '没有找到发布标准的这个组织。', 'No body of that name publishes standards.', '/body'),
      );
    const refusals = versionRefusals(version, today);
    const [first = refusal('unknown-version', '没有发布过。', 'Not published.', '/version')] = refusals;
    if (version === undefined) return refuse(first);
    const adoption = shownValues(adoptionForm, partOf(values));
    return acceptUnless(
      [
        ...refusals,
        ...(already
          ? [
              refusal(
                'adopted-already',
                '你们已经采用这个标准，请在那里改用版本。',
                'You have adopted this standard already. Move to another version there.',
                '/code',
              ),
            ]
          : []),
      ],
      {
        type: 'opened',
        owner: own.id,
        place: own.place,
        adoption,
        body,
        bodyName: wordsIn(adoption, 'body'),
        found: found(version),
      },
    );
  },
});

const visible = ['provider', 'office'] as const;

export const standardAdoption = m.define({
  kind: 'standard-adoption',
  title: text('采用行业标准', 'Adoption of a standard'),
  purpose: text(
    '企业公开采用行业标准的某个版本，可以改用或者说明理由退出。',
    'A company keeps to one version of an industry standard, in public; it may move to another, or give it up with a reason.',
  ),
  clauses: ['final/5', 'draft/5', 'opinions/5'],
  states: {
    adopted: {
      title: text('采用中', 'Adopted'),
      meaning: text(
        '企业采用这个版本，由企业决定是否改用或者退出。',
        'Kept to; the company decides whether to move or to leave.',
      ),
      visible,
      desk: { side: 'provider' },
      tone: 'good',
    },
    withdrawn: {
      title: text('已退出', 'Given up'),
      meaning: text('企业不再采用，理由公开。', 'Kept to no longer; the reason is public.'),
      visible,
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands: {
    move: m.command<FormValues, StandardVersion | undefined>({
      title: text('改用另一个版本', 'Move to another version'),
      help: text('原来的版本留在记录里。', 'The earlier one stays on record.'),
      by: [officer],
      from: ['adopted'],
      ...asking(moveForm),
      gather: async ({ body, adopted }, values, lookups) => {
        const list = await listOf(body, lookups);
        return list === undefined ? undefined : versionIn(list, adopted.code, wordsIn(values, 'version'));
      },
      decide: ({ adopted }, values, { gathered: version, today }) => {
        if (wordsIn(values, 'version') === adopted.version)
          return refuse(refusal('same-version', '现在采用的就是它。', 'You keep to it now.', '/version'));
        const refusals = versionRefusals(version, today);
        return version === undefined
          ? acceptUnless(refusals)
          : acceptUnless(refusals, { type: 'moved', found: found(version) });
      },
    }),
    withdraw: m.command({
      title: text('退出', 'Give it up'),
      help: text('写明理由，理由公开。', 'Say why; the reason is public.'),
      by: [officer],
      from: ['adopted'],
      to: ['withdrawn'],
      reason: 'required',
      input: z.strictObject({}),
      decide: () => accept({ type: 'withdrawn' }),
    }),
  },
  events: {
    opened: { title: text('采用', 'Adopted') },
    moved: { title: text('改用另一个版本', 'Moved to another version') },
    withdrawn: { title: text('退出', 'Given up') },
  },
  forms: { adoption: adoptionForm },
  begin: ({ adoption, body, bodyName, found: first }, { on }) => ({
    status: 'adopted',
    adoption,
    body,
    bodyName,
    adopted: { ...first, on },
    earlier: [],
  }),
  evolve: {
    moved: (state, { found: next }, { on }) => ({
      ...state,
      adopted: { ...next, on },
      earlier: [...state.earlier, state.adopted],
    }),
    withdrawn: (state, _event, { on, reason = '' }) => ({ ...state, status: 'withdrawn', withdrawn: { on, reason } }),
  },
  clocks: {},
  links: [],
  summary: ({ adopted }) => ({ title: `${adopted.code} ${adopted.version}` }),
});
