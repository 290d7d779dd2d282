import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { exampleFacts, exampleRecommender, exampleSubject } from '../matters/filing/definition.ts';
import { matterDefinitions } from '../matters/index.ts';
import { bodyPerson, officePerson, providerPerson, publicActor } from '../testing/actors.ts';
import { inMemory, RefusedError, type InMemory } from '../testing/in-memory.ts';
import { inputArbitrary, soundForm, type FormSamples } from '../testing/input-arbitrary.ts';
import { companionId, standingNumber, type Walk } from '../testing/walk.ts';
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

const association = {
  id: 'association',
  kind: 'industry-body',
  name: '示例行业协会',
  place: exampleSubject.place,
  registered: false,
} as unknown as OrganisationFacts;
const body = bodyPerson('association', 'officer', 'editor', 'administrator');
const strangeBody = bodyPerson('elsewhere', 'officer', 'editor', 'administrator');

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

/** What the folders of matters say for their walks. */
const walks = new Map<string, Walk>();
for (const { kind } of matterDefinitions) {
  const file = join(import.meta.dirname, '../matters', kind, 'walk.ts');
  if (existsSync(file)) walks.set(kind, ((await import(file)) as { readonly walk: Walk }).walk);
}

/** A form that asks whom it is about (`aboutFields`) names the filing that stands; any other is filled in by its controls alone. */
const sampleOf = (form: FormDefinition): FormValues => {
  const sound = soundForm(form);
  return 'company' in sound && 'number' in sound ? { ...sound, number: standingNumber } : sound;
};

const formsOf = ({ kind, forms }: AnyMatterDefinition): FormSamples => ({
  ...Object.fromEntries(Object.entries(forms).map(([property, form]) => [property, [sampleOf(form)]])),
  ...walks.get(kind)?.samples,
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
  return { ...forms, [property]: forms[property] ?? walks.get(kind)?.samples?.[name] ?? [soundForm(form)] };
};

/** Whether it sends commands to other matters of its own kind. */
const actsOnItsKind = ({ kind, commands }: AnyMatterDefinition): boolean =>
  Object.values(commands).some(({ by }) => by.some((party) => party.side === 'matter' && party.kinds.includes(kind)));

const house = (): InMemory =>
  inMemory({
    definitions: matterDefinitions,
    organisations: [organisation, association],
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

const isWordless = ({ code, text }: RefusedError['refusals'][number]): boolean => [code, text.zh, text.en].includes('');

/** Tries something; whether it happened, and what refused it. Anything but a refusal with reasons is a fault of the definition. */
const happened = async (attempt: Promise<unknown>, reasons?: Set<string>): Promise<boolean> => {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    for (const line of error.message.split('\n')) reasons?.add(line);
    // Asked a million times: `expect` is dear, so it speaks only where something is amiss.
    if (error.refusals.length === 0 || error.refusals.some(isWordless))
      expect(error.refusals).toBe('refusals in words');
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
    const openers: readonly Actor[] = [
      provider,
      province,
      nation,
      publicActor,
      ...(definition.opening.by.some(({ side }) => side === 'industry-body') ? [body] : []),
    ];
    // Kinds of matter that may act on it, and one that may not: with all of them, walks would mostly be refused.
    const acting = new Set([
      matterDefinitions[0]?.kind ?? '',
      ...Object.values(definition.commands).flatMap(({ by }) =>
        by.flatMap((party) => (party.side === 'matter' ? party.kinds : [])),
      ),
    ]);
    const choicesFor = (id: MatterId) => {
      const actors: readonly Actor[] = [
        ...[...everybody, ...(walks.get(kind)?.people ?? [])]
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
        `${kind}: nobody could open it with any input that was made up. If its form has checks of its own, give a sample ` +
          `in \`walk.ts\` of its folder. What refused it:\n${[...reasons].join('\n')}`,
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
          await walks.get(kind)?.before?.(told);
          const id = await opened(told, parent, start);
          const begun = walks.get(kind)?.leads ?? [() => []];
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
            const state = told.state(id);
            const after = groundIn(definition, state, own);
            const letIn = [...commands].flatMap(([command, { command: each }]) =>
              [...strangers, strangeBody].flatMap((stranger) => {
                const why = commandHindrance(definition, each, state, stranger, after, 'given')?.why;
                return why === 'not-permitted' ? [] : [{ command, stranger, why }];
              }),
            );
            expect(letIn, `${kind}: what strangers may do`).toEqual([]);
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
      const help = 'give samples, or first steps in `leads`, in `walk.ts` of its folder';
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
