import { findClause } from '@suanjian/rulebook';
import type { AnyMatterDefinition } from './definition.ts';
import { transitionsOf } from './diagram.ts';
import { everyGround } from './opened-on.ts';
import type { FieldDefinition, FormDefinition, Secrecy } from './form.ts';

const reachable = (definition: AnyMatterDefinition): ReadonlySet<string> => {
  const seen = new Set<string>();
  const transitions = transitionsOf(definition);
  const queue = [definition.opening.to];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    if (seen.has(status)) continue;
    seen.add(status);
    queue.push(...transitions.filter(({ from }) => from === status).map(({ to }) => to));
  }
  return seen;
};

const strictness: Readonly<Record<Secrecy, number>> = { public: 0, confidential: 1, personal: 2 };

/** Sealing works on whole fields of the form, so an entry of a list must not be more secret than its list. */
const fieldFaults = (
  form: FormDefinition,
  path: string,
  field: FieldDefinition,
  { list, kinds }: { readonly list: Secrecy; readonly kinds: ReadonlySet<string> },
): readonly string[] => {
  const faults: string[] = [];
  const { label, help, step, clause, secrecy, control } = field;
  if ([label.zh, label.en, help.zh, help.en].some((words) => words.trim() === ''))
    faults.push(`${path}: a text is missing`);
  if (form.steps.every(({ name }) => name !== step)) faults.push(`${path}: there is no step "${step}"`);
  if (clause !== undefined && findClause(clause) === undefined) faults.push(`${path}: unknown clause ${clause}`);
  if (strictness[secrecy] > strictness[list]) faults.push(`${path}: ${secrecy} in a list that is only ${list}`);
  if (control.kind === 'pick' && control.from.of === 'matter' && !kinds.has(control.from.kind))
    faults.push(`${path}: picks from the unknown kind "${control.from.kind}"`);
  if (control.kind === 'list')
    for (const [name, inner] of Object.entries(control.of))
      faults.push(...fieldFaults(form, `${path}/${name}`, inner, { list: secrecy, kinds }));
  return faults;
};

/** Everything wrong with a definition that can be seen without running it; empty for a sound one. For authors, so in English only. */
export const definitionFaults = (definition: AnyMatterDefinition, kinds: ReadonlySet<string>): readonly string[] => {
  const faults: string[] = [];
  const { kind, states, commands, clocks, events, evolve, opening, links } = definition;
  const known = new Set(Object.keys(states));
  for (const { from, command, to } of transitionsOf(definition))
    for (const status of [from, to])
      if (status !== undefined && !known.has(status))
        faults.push(`${kind}: command "${command}" names the undeclared state "${status}"`);
  const reached = reachable(definition);
  for (const status of known) if (!reached.has(status)) faults.push(`${kind}: state "${status}" cannot be reached`);
  for (const [status, { final, desk }] of Object.entries(states)) {
    const leaves = Object.values(commands).some(
      (command) => command.from.includes(status) && (command.to ?? []).some((to) => to !== status),
    );
    if (final !== true && !leaves) faults.push(`${kind}: state "${status}" is a dead end and not declared final`);
    if (final !== true && desk === undefined) faults.push(`${kind}: state "${status}" lies on nobody's desk`);
  }
  for (const [name, command] of Object.entries(commands))
    if (command.by.length === 0) faults.push(`${kind}: nobody may give command "${name}"`);
  const asking = Object.entries({ open: opening, ...commands }).filter(([, { by }]) =>
    by.some(({ side }) => side !== 'matter' && side !== 'clock'),
  );
  for (const [name, { asks, input }] of asking)
    if (asks === undefined && !input.safeParse({}).success)
      faults.push(`${kind}: command "${name}" wants input and no screen can ask for it (give it \`asks\`)`);
  for (const type of Object.keys(events))
    if (type !== 'opened' && !(type in evolve))
      faults.push(`${kind}: event "${type}" is titled but nothing applies it`);
  for (const type of Object.keys(evolve)) if (!(type in events)) faults.push(`${kind}: event "${type}" has no title`);
  for (const [name, { duty, promised, onLapse }] of Object.entries(clocks)) {
    if (onLapse !== undefined && commands[onLapse]?.by.some(({ side }) => side === 'clock') !== true)
      faults.push(`${kind}: clock "${name}" cannot give the command "${onLapse}" when it runs out`);
    if (Object.keys(duty).length === 0) faults.push(`${kind}: clock "${name}" rests on no clause`);
    for (const { clause, deadline } of Object.values(duty)) {
      const found = findClause(clause);
      if (found === undefined) faults.push(`${kind}: clock "${name}" names the unknown clause ${clause}`);
      else if (
        promised === undefined &&
        !found.deadlines.some((candidate) => deadline === undefined || candidate.name === deadline)
      )
        faults.push(`${kind}: clause ${clause} sets no deadline for clock "${name}"`);
    }
  }
  const cited = [
    ...definition.clauses,
    ...(opening.clauses ?? []),
    ...Object.values(commands).flatMap((command) => command.clauses ?? []),
  ];
  for (const clause of cited) if (findClause(clause) === undefined) faults.push(`${kind}: unknown clause ${clause}`);
  for (const link of [...links, ...everyGround(opening).map((ground) => ground.kind)])
    if (!kinds.has(link)) faults.push(`${kind}: link to the unknown kind "${link}"`);
  // A list of what is there already is for whoever has an account.
  for (const [name, { asks, by }] of asking)
    if (
      typeof asks === 'object' &&
      by.some(({ side }) => side === 'public' || side === 'applicant') &&
      Object.values(asks.form.fields).some(({ control }) => control.kind === 'pick')
    )
      faults.push(`${kind}: command "${name}" lets somebody without an account pick from a list`);
  const asked = asking.flatMap(([, { asks }]) => (asks === undefined || asks === 'own-screen' ? [] : [asks.form]));
  for (const form of new Set([...Object.values(definition.forms), ...asked]))
    for (const [name, field] of Object.entries(form.fields))
      faults.push(...fieldFaults(form, `${kind}: ${form.name}/${name}`, field, { list: 'personal', kinds }));
  return faults;
};
