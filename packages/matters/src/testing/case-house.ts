import { anyMatter } from '../engine/definition.ts';
import type { ClockRun } from '../engine/clocks.ts';
import type { FormValues } from '../engine/form.ts';
import type { MatterId } from '../engine/identity.ts';
import type { Actor } from '../engine/party.ts';
import { discretion } from '../matters/discretion/definition.ts';
import { rectification } from '../matters/rectification/definition.ts';
import { violationCase } from '../matters/violation-case/definition.ts';
import {
  exampleDecision,
  exampleEvidence,
  exampleFindings,
  exampleLead,
  exampleNotice,
} from '../matters/violation-case/examples.ts';
import { officePerson } from './actors.ts';
import { head, organisation, province } from './filing-house.ts';
import { inMemory, type InMemory, type InMemoryOptions } from './in-memory.ts';

/** People of a case: its two officers, a chair, and the heads `head` and `secondHead`. */
export const caseDefinition = anyMatter(violationCase);
export const one = province;
export const two = officePerson('province', '440000', 'reviewer', 'auditor');
export const chair = officePerson('province', '440000', 'reviewer', 'viewer');
export const secondHead = officePerson('province', '440000', 'supervisor', 'auditor');
export const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : '');
export const officers = { first: accountOf(one), second: accountOf(two) };
export const lead: FormValues = { ...exampleLead, provider: organisation.name };
export const reason = '理由';

export const house = (more: Partial<InMemoryOptions> = {}): InMemory =>
  inMemory({
    definitions: [caseDefinition, anyMatter(rectification), anyMatter(discretion)],
    organisations: [organisation],
    today: '2026-03-20',
    ...more,
  });

/** One case at a time, brought to where a test begins. */
export class CaseHouse {
  told: InMemory = house();
  id = '' as MatterId;

  readonly give = (command: string, input: unknown, actor: Actor, why?: string): Promise<void> =>
    this.told.give(this.id, command, input, actor, why);
  readonly refused = (command: string, input: unknown, actor: Actor, why?: string): Promise<readonly string[]> =>
    this.told.refused(this.give(command, input, actor, why));
  readonly state = () => this.told.state(this.id);
  readonly status = (): string => this.state().status;
  readonly clockNamed = (name: string): readonly ClockRun[] =>
    this.told.clocks(this.id).filter((run) => run.name === name);

  readonly begin = async (values: FormValues = lead, more: Partial<InMemoryOptions> = {}): Promise<void> => {
    this.told = house(more);
    this.id = await this.told.open('violation-case', values, one);
  };
  readonly established = async (values?: FormValues, more?: Partial<InMemoryOptions>): Promise<void> => {
    await this.begin(values, more);
    await this.give('establish', officers, head, reason);
  };
  readonly concluded = async (findings: FormValues = exampleFindings, values?: FormValues): Promise<void> => {
    await this.established(values);
    await this.give('add-evidence', exampleEvidence, one);
    await this.give('conclude', findings, one);
    await this.give('countersign', {}, two);
  };
  /** Told on 23 March 2026, a Monday: the last day to ask for a hearing is the 30th. */
  readonly notified = async (notice: FormValues = exampleNotice, findings?: FormValues): Promise<void> => {
    await this.concluded(findings);
    this.told.on('2026-03-23');
    await this.give('notify', notice, head);
  };
  /** Gravity makes it a joint decision. */
  readonly decided = async (decision: FormValues = exampleDecision): Promise<void> => {
    await this.notified();
    await this.give('agree', {}, secondHead);
    this.told.on('2026-03-31');
    await this.give('decide', decision, head);
  };
  readonly served = async (): Promise<void> => {
    await this.decided();
    this.told.on('2026-04-01');
    await this.give('serve', { way: 'in-person', on: '2026-04-01' }, one);
  };
}
