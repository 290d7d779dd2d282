import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { composeFilingNumber } from '@suanjian/register';
import { exampleAppeal } from '../matters/appeal/examples.ts';
import { exampleComplaint, exampleWorkerComplaint } from '../matters/complaint/examples.ts';
import { exampleRequest } from '../matters/explanation/examples.ts';
import { exampleSafetyAssessment } from '../matters/assessment/definition.ts';
import { exampleFacts, exampleGenerator, exampleRecommender, exampleSubject } from '../matters/filing/definition.ts';
import { matterDefinitions } from '../matters/index.ts';
import { exampleRegistration } from '../matters/provider-registration/definition.ts';
import { officePerson, providerPerson, publicActor } from '../testing/actors.ts';
import { inMemory, RefusedError, type InMemory } from '../testing/in-memory.ts';
import { inputArbitrary, soundForm, type FormSamples } from '../testing/input-arbitrary.ts';
import { furtherActors, leads, ledExamples } from '../testing/leads.ts';
import { definitionFaults } from './audit-definition.ts';
import { standingOf } from './clocks.ts';
import type { AnyMatterDefinition, CommandCommon, MatterState } from './definition.ts';
import type { FormDefinition, FormValues } from './form.ts';
import type { MatterId } from './identity.ts';
import type { OrganisationFacts } from './lookups.ts';
import type { Actor, Ground } from './party.ts';
import { commandHindrance, groundIn, replayed } from './run.ts';
import { isVisible, viewFor } from './view.ts';

const organisation = {
  id: 'yunling',
  kind: 'provider',
  ...exampleSubject,
  registered: true,
} as unknown as OrganisationFacts;

const provider = providerPerson('yunling', 'officer', 'editor', 'administrator');
const province = officePerson('province', '440000', 'reviewer', 'supervisor');
const nation = officePerson('nation', '000000', 'reviewer', 'supervisor');
/** A second pair of eyes. */
const secondOfficer = providerPerson('yunling', 'officer');
const strangers: readonly Actor[] = [
  providerPerson('elsewhere', 'officer', 'editor', 'administrator'),
  officePerson('province', '330000', 'reviewer', 'supervisor'),
  { kind: 'person', account: 'nobody' as never, name: 'nobody' },
];
const byMatter = (matterKind: string, matter = 'other' as MatterId): Actor => ({
  kind: 'matter',
  matter,
  matterKind,
  behalf: { kind: 'clock' },
});
const known: readonly Actor[] = [
  provider,
  secondOfficer,
  providerPerson('yunling', 'viewer'),
  province,
  nation,
  officePerson('province', '440000', 'viewer'),
  publicActor,
  { kind: 'operator' },
  { kind: 'clock' },
  ...matterDefinitions.map(({ kind }) => byMatter(kind)),
];
const everybody: readonly Actor[] = [...known, ...strangers];

/** The number that the filing of `filed` gets. */
const number = composeFilingNumber({
  place: exampleSubject.place,
  subject: exampleSubject.subjectCode,
  type: 'personalised-push',
  year: 2026,
  serial: 1,
});

/** The second matter that a walk opens, where a matter acts on others of its kind; the first is the filing. */
const companionId = '00000000-0000-4000-8000-000000000002' as MatterId;

const changed: FormValues = { coverOccasion: 'change' };

/** Forms with tests of their own, which no general rule could fill in, by kind of matter and property. */
const examples: Readonly<Record<string, FormSamples>> = {
  ...ledExamples,
  'provider-registration': { form: [exampleRegistration] },
  filing: { form: [exampleRecommender, exampleGenerator] },
  change: {
    form: [
      { ...changed, version: '2.0' },
      { ...changed, updateFrequency: '每天。' },
    ],
  },
  responsibility: {
    promise: [{ from: '2027-01-04', complaintLength: 10, complaintUnit: 'working-day' }],
  },
  complaint: {
    form: [
      { ...exampleComplaint, number },
      { ...exampleComplaint, number, what: 'https://spam.example/' },
      { ...exampleWorkerComplaint, to: 'office', number },
    ],
    merge: [{ lead: companionId }],
    decide: [{ ruling: 'unfounded', basis: [{ clause: 'final/21' }], words: '不属实。', shared: '不属实。' }],
    'link-bundle': [{ result: `${companionId}/differential-pricing` }],
  },
  incident: {
    form: [
      {
        title: '推荐异常',
        severity: 'general',
        detectedOn: '2026-03-16',
        foundBy: 'staff',
        spread: false,
        description: '推荐结果重复。',
        services: '短视频。',
        atOnce: '没有。',
      },
    ],
    entry: [{ day: '2026-03-18', time: '09:30', words: '恢复。' }],
  },
  appeal: {
    form: [{ ...exampleAppeal, number }],
    decide: [{ ruling: 'founded', clause: 'final/20', words: '成立。' }],
    'take-up': [{ decidedBy: 'algorithm' }],
  },
  explanation: { form: [{ ...exampleRequest, number }] },
  assessment: {
    form: [exampleSafetyAssessment],
    about: [{ template: 'safety-2018' }],
    declared: [{ truthful: true }],
  },
  disposal: {
    form: [
      {
        source: 'own',
        items: [{ item: 'i-1' }],
        category: 'other',
        nature: 'undesirable',
        description: '标题夸张。',
        foundOn: '2026-03-16',
        foundAt: '08:00',
      },
    ],
    more: [{ items: [{ item: 'i-2' }] }],
    stop: [{ on: '2026-03-16', at: '08:05' }],
    measure: [{ action: 'delete', on: '2026-03-16', at: '08:10' }],
    confirmation: [
      { way: 'statement', statement: '逐项查看。' },
      { way: 'bundle', bundle: 'a'.repeat(64), verdict: 'fail', from: '2026-03-16', to: '2026-03-18' },
    ],
  },
  correction: { report: [{ number, part: 'purpose', wrong: '目的写错了。', right: '不知道。' }] },
};

/** A form that asks whom it is about (`aboutFields`) names the filing that stands; any other is filled in by its controls alone. */
const sampleOf = (form: FormDefinition): FormValues => {
  const sound = soundForm(form);
  return 'company' in sound && 'number' in sound ? { ...sound, number } : sound;
};

const formsOf = ({ kind, forms }: AnyMatterDefinition): FormSamples => ({
  ...Object.fromEntries(Object.entries(forms).map(([property, form]) => [property, [sampleOf(form)]])),
  ...examples[kind],
});

/** Inputs of a command that asks for a form are whole forms, as a screen sends them. */
const askedOf = (
  kind: string,
  name: string,
  { asks }: Pick<CommandCommon, 'asks'>,
  forms: FormSamples,
): FormSamples => {
  if (asks === undefined || asks === 'own-screen') return forms;
  const { form, at: property = '' } = asks;
  return { ...forms, [property]: forms[property] ?? examples[kind]?.[name] ?? [soundForm(form)] };
};

/** Whether it sends commands to other matters of its own kind. */
const actsOnItsKind = ({ kind, commands }: AnyMatterDefinition): boolean =>
  Object.values(commands).some(({ by }) => by.some((party) => party.side === 'matter' && party.kinds.includes(kind)));

const house = (): InMemory =>
  inMemory({
    definitions: matterDefinitions,
    organisations: [organisation],
    today: exampleFacts.today,
    lookups: {
      bundleFindings: async () => ({
        bundle: 'a'.repeat(64),
        filing: companionId,
        checks: [{ check: 'differential-pricing', verdict: 'fail' }],
      }),
    },
  });

/** With what, and by whom, a second matter of a kind is opened that acts on its own kind. */
const companionOf = ({ opening }: AnyMatterDefinition, { form, about }: FormSamples): [unknown, Actor] =>
  opening.by.some(({ side }) => side === 'public')
    ? [{ form: form?.[0] }, publicActor]
    : [{ about: about?.[0], form: form?.[0] }, provider];

/** A filing that stands, for what is opened on one. */
const filed = async (told: InMemory): Promise<MatterId> => {
  const id = await told.open('filing', { form: exampleRecommender }, provider);
  await told.give(id, 'submit', { declaration: true }, provider);
  await told.give(id, 'forward', {}, province);
  await told.give(id, 'file', {}, nation);
  return id;
};

/** Tries something; whether it happened, and what refused it. Anything but a refusal with reasons is a fault of the definition. */
const happened = async (attempt: Promise<unknown>, reasons?: Set<string>): Promise<boolean> => {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    expect(error.refusals.length).toBeGreaterThan(0);
    for (const line of error.message.split('\n')) reasons?.add(line);
    for (const { code, text } of error.refusals) expect([code, text.zh, text.en]).not.toContain('');
    return false;
  }
};

const clocksHold = (told: InMemory, id: MatterId, definition: AnyMatterDefinition, today: CivilDate): void => {
  const runs = told.clocks(id);
  const final = definition.states[told.state(id).status]?.final === true;
  for (const [name, clock] of Object.entries(definition.clocks)) {
    const own = runs.filter((run) => run.name === name);
    expect(own.map(({ run }) => run)).toEqual(own.map((_run, index) => index + 1));
    for (const [index, run] of own.entries()) {
      expect(run.bearer).toBe(clock.bearer);
      expect(standingOf(run, today)).toBeDefined();
      if (run.end === undefined)
        expect([index, final], `${definition.kind}: clock ${name} runs on`).toEqual([
          own.findLastIndex(({ key }) => key === run.key),
          false,
        ]);
      else expect(run.end.position).toBeGreaterThan(run.startedAt);
    }
  }
};

/** Everything an office could read, sealed values included; `undefined` while it sees nothing. */
const seenByOffice = (definition: AnyMatterDefinition, state: MatterState): unknown =>
  isVisible(definition, state, 'office')
    ? viewFor(definition, state, 'office', new Set(['confidential', 'personal']))
    : undefined;

test('every definition is sound', () => {
  const kinds = new Set(matterDefinitions.map(({ kind }) => kind));
  expect(kinds.size).toBe(matterDefinitions.length);
  expect(matterDefinitions.flatMap((definition) => definitionFaults(definition, kinds))).toEqual([]);
});

/** Choices are numbers into what is possible at that moment, so that a walk that fails shrinks to a short one. */
const steps = fc.array(
  fc.record({
    pick: fc.nat(),
    who: fc.nat(),
    input: fc.nat(),
    anything: fc.integer({ min: 0, max: 3 }).map((dice) => dice === 0),
    reason: fc.constantFrom('理由', '理由', undefined),
    days: fc.nat({ max: 6 }),
  }),
  { minLength: 6, maxLength: 20 },
);

const at = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

const sampled = (arbitrary: fc.Arbitrary<unknown>, count: number): readonly unknown[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 7 });

describe.each(matterDefinitions.map((definition) => [definition.kind, definition] as const))(
  'a random walk through %s',
  (kind, definition) => {
    const forms = formsOf(definition);
    const commands = new Map(
      Object.entries(definition.commands).map(([name, command]) => [
        name,
        { command, inputs: sampled(inputArbitrary(command.input, askedOf(kind, name, command, forms)), 40) },
      ]),
    );
    const openings = sampled(
      inputArbitrary(definition.opening.input, askedOf(kind, 'open', definition.opening, forms)),
      60,
    );
    const openers: readonly Actor[] = [provider, province, nation, publicActor];
    // Kinds of matter that may act on it, and one that may not: with all of them, walks would mostly be refused.
    const acting = new Set([
      matterDefinitions[0]?.kind ?? '',
      ...Object.values(definition.commands).flatMap(({ by }) =>
        by.flatMap((party) => (party.side === 'matter' ? party.kinds : [])),
      ),
    ]);
    const choicesFor = (id: MatterId) => {
      const actors: readonly Actor[] = [
        ...[...everybody, ...(furtherActors[kind] ?? [])]
          .filter((actor) => actor.kind !== 'matter' || acting.has(actor.matterKind))
          .map((actor) => (actor.kind === 'matter' && actor.matterKind === kind ? byMatter(kind, companionId) : actor)),
        { kind: 'applicant', matter: id },
      ];
      return [...commands].flatMap(([name, each]) => actors.map((actor) => ({ name, actor, ...each })));
    };

    /** The first that is accepted of the inputs and actors, beginning where the walk says. */
    const opened = async (told: InMemory, parent: MatterId | undefined, start: number): Promise<MatterId> => {
      const reasons = new Set<string>();
      for (let attempt = 0; attempt < openings.length * openers.length; attempt += 1) {
        let id: MatterId | undefined;
        const input = at(openings, start + attempt);
        const actor = at(openers, attempt);
        if (
          (await happened(
            told.open(kind, input, actor, parent, '理由').then((made) => (id = made)),
            reasons,
          )) &&
          id !== undefined
        )
          return id;
      }
      throw new Error(
        `${kind}: nobody could open it with any input that was made up. If its form has checks of its own, give an example ` +
          `in \`examples\` of this file. What refused it:\n${[...reasons].join('\n')}`,
      );
    };

    test('stays within what is declared', async () => {
      const visited = new Set<string>();
      const given = new Set<string>();

      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 10_000 }), steps, async (start, walk) => {
          const told = house();
          // A filing walks on its own: one that stands already would be named the same.
          const standing = kind === 'filing' ? undefined : await filed(told);
          const parent = definition.opening.on === undefined ? undefined : standing;
          if (actsOnItsKind(definition))
            expect(await told.open(kind, ...companionOf(definition, forms))).toBe(companionId);
          const id = await opened(told, parent, start);
          const begun = leads[kind] ?? [() => []];
          let today = exampleFacts.today;
          for (const [name, input, actor, on = today] of at(begun, start)(id)) {
            told.on((today = on));
            await happened(told.give(id, name, input, actor, '理由'));
          }
          const choices = choicesFor(id);
          const [first] = told.events(id);
          const { owner, place } = { owner: undefined, place: '000000', ...first?.event } as {
            owner?: string | null;
            place: string;
          };
          const own = { owner: owner ?? undefined, place, matter: id } as Ground;
          for (const { pick, who, input, anything, reason, days } of walk) {
            const before = told.state(id);
            visited.add(before.status);
            const ground = groundIn(definition, before, own);
            const allowed = choices.filter(
              ({ command, actor }) =>
                commandHindrance(definition, command, before, actor, ground, 'given') === undefined,
            );
            // What another matter does ends most walks, so it comes more rarely than what people do.
            const usual = days > 0 ? allowed.filter((choice) => choice.actor.kind !== 'matter') : allowed;
            const possible = usual.length === 0 || anything ? choices : usual;
            const chosen = at([...new Set(possible.map(({ name }) => name))], pick);
            const { name, actor, command, inputs } = at(
              possible.filter((choice) => choice.name === chosen),
              who,
            );
            const events = told.events(id).length;
            const shown = seenByOffice(definition, before);
            if (await happened(told.give(id, name, at(inputs, input), actor, reason))) {
              const { type } = told.events(id).at(-1)?.event ?? { type: '' };
              // What an office's timeline keeps silent about, its view of the matter does too.
              if (definition.events[type]?.only === 'provider')
                expect(seenByOffice(definition, told.state(id)), `${kind}: ${name} is seen`).toEqual(shown);
              given.add(name);
              const { status } = told.state(id);
              expect(definition.states).toHaveProperty([status]);
              expect(command.to ?? [before.status], `${kind}: ${name} from ${before.status}`).toContain(status);
              expect(command.from).toContain(before.status);
            } else expect([told.events(id).length, told.state(id)]).toEqual([events, before]);
            const after = groundIn(definition, told.state(id), own);
            for (const { command: each } of commands.values())
              for (const stranger of strangers)
                expect(commandHindrance(definition, each, told.state(id), stranger, after, 'given')?.why).toBe(
                  'not-permitted',
                );
            today = addDays(today, days);
            told.on(today);
          }
          visited.add(told.state(id).status);
          const recorded = told.events(id);
          expect(replayed(definition, recorded)).toEqual(told.state(id));
          expect(recorded.map(({ meta }) => meta.position)).toEqual(recorded.map((_event, index) => index + 1));
          clocksHold(told, id, definition, today);
        }),
        { numRuns: 180, seed: 20260320 },
      );

      // A walk that goes nowhere would prove nothing.
      const help = 'give examples in `examples` of this file, or first steps in `leads` of testing/leads.ts';
      expect(
        Object.keys(definition.states).filter((status) => !visited.has(status)),
        `${kind}: states that no walk came to; ${help}`,
      ).toEqual([]);
      expect(
        given.size,
        `${kind}: only ${[...given].join(', ')} of ${[...commands.keys()].join(', ')} was ever accepted; ${help}`,
      ).toBeGreaterThan(commands.size / 2);
    });
  },
);
