import { randomBytes, randomUUID } from 'node:crypto';
import { builtInCalendar, text } from '@suanjian/rulebook';
import { matterDefinitions, type AccountId, type Actor, type Instant, type OrganisationId } from '@suanjian/matters';
import {
  createMatterService,
  createMemoryKeyring,
  createSealedBox,
  createSealer,
  openStore,
  type EmbeddedStore,
  type MatterPorts,
  type MatterQuery,
  type MatterService,
} from '@suanjian/records';
import type { Ratio } from './ratio.ts';
import { bureau, company, fill } from './complaints/fill.ts';
import { intake } from './complaints/intake.ts';

export const name = 'complaints';

const small = 20_000;
const large = 200_000;
const rounds = 15;

const now = '2026-06-01T02:00:00.000Z' as Instant;

const provider: Actor = {
  kind: 'person',
  account: 'officer-1' as AccountId,
  name: 'officer',
  membership: { kind: 'provider', organisation: company as OrganisationId, roles: ['officer'] },
};
const officeAt = (level: 'nation' | 'province', place: string): Actor => ({
  kind: 'person',
  account: 'reviewer-1' as AccountId,
  name: 'reviewer',
  membership: {
    kind: 'office',
    organisation: bureau as OrganisationId,
    roles: ['reviewer'],
    level,
    place,
    department: 'network',
  },
});

/** Every list of the workspaces, as they ask for it. */
const lists: readonly (readonly [what: string, actor: Actor, query: MatterQuery])[] = [
  ['the provider’s deadlines', provider, { open: true, sort: 'due', size: 200 }],
  ['the provider’s complaints, newest first', provider, { kinds: ['complaint'], sort: 'newest' }],
  [
    'the province’s queue',
    officeAt('province', '330000'),
    { open: true, desk: { side: 'office', level: 'province' }, sort: 'due' },
  ],
  [
    'the province’s matters of one kind',
    officeAt('province', '330000'),
    { kinds: ['complaint'], open: true, sort: 'newest' },
  ],
  ['the nation’s view of everything', officeAt('nation', '000000'), { sort: 'newest' }],
  ['what is due soon', officeAt('nation', '000000'), { open: true, dueUntil: '2026-06-08' as never, sort: 'due' }],
  ['what I work on', officeAt('nation', '000000'), { assignee: 'reviewer-1', sort: 'due' }],
  ['one state, oldest first', officeAt('nation', '000000'), { statuses: ['with-office'], sort: 'oldest' }],
  ['a word that all of them hold', officeAt('nation', '000000'), { text: '投诉', sort: 'newest' }],
  ['a page far back', officeAt('nation', '000000'), { sort: 'newest', page: 100 }],
];

const opened = async (
  complaints: number,
): Promise<{ readonly store: EmbeddedStore; readonly service: MatterService }> => {
  const store = await openStore({ kind: 'embedded', directory: undefined });
  await fill(store, complaints);
  const keyring = createMemoryKeyring({ random: randomBytes, now: () => now });
  const ports: Omit<MatterPorts, 'definitionOf'> = {
    sealer: createSealer(createSealedBox(keyring, randomBytes)),
    now: () => now,
    newId: randomUUID,
    settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
    rules: () => ({ calendar: builtInCalendar }),
    files: { keyring, random: randomBytes },
    publish: async () => undefined,
    randomSubjectCode: () => '1234567',
    registerPeak: async () => 0,
    subjectCodeInRegister: async () => false,
  };
  return { store, service: createMatterService(store, matterDefinitions, ports) };
};

const median = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export const run = async (): Promise<readonly Ratio[]> => {
  const [few, many] = [await opened(small), await opened(large)];
  const ratios: Ratio[] = [];
  for (const [what, actor, query] of lists) {
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    // Turn about, so that whatever else the machine does falls on both.
    for (let round = -2; round < rounds; round += 1) {
      const one = await timed(() => few.service.list(actor, query));
      const other = await timed(() => many.service.list(actor, query));
      if (round >= 0) {
        times.few.push(one);
        times.many.push(other);
      }
    }
    ratios.push({
      claim: `200,000 complaints against 20,000: ${what}`,
      ratio: median(times.many) / median(times.few),
      limit: { atMost: 1.5 },
      details: {
        fewMilliseconds: Number(median(times.few).toFixed(2)),
        manyMilliseconds: Number(median(times.many).toFixed(2)),
      },
    });
  }
  await few.store.close();
  await many.store.close();
  return [...ratios, await intake()];
};
