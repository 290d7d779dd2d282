import { z } from 'zod';

/*
 * Matters as they are said over HTTP. The shapes are the store's readings and lists; ids and dates are plain strings here,
 * because what comes over the wire has been checked by nobody yet.
 */

export const textContract = z
  .object({ zh: z.string(), en: z.string() })
  .describe('A sentence for people in both languages.')
  .meta({ examples: [{ zh: '草稿', en: 'Draft' }] });

const civilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A civil date in Asia/Shanghai.')
  .meta({ examples: ['2026-03-02'] });

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  .describe('A moment in UTC.')
  .meta({ examples: ['2026-03-02T01:30:00.000Z'] });

const matterReference = z
  .object({ kind: z.string(), id: z.string() })
  .describe('Another matter.')
  .meta({ examples: [{ kind: 'filing', id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11' }] });

/** Why something was not done: `code` is for programs, `text` for people, `pointer` names the field. */
export const refusalContract = z
  .object({
    code: z.string(),
    text: textContract,
    pointer: z.string().optional(),
    clause: z.string().optional(),
  })
  .describe('One reason why something was not done.')
  .meta({
    examples: [
      { code: 'form/required', pointer: '/form/algorithmName', text: { zh: '还没有填写。', en: 'Not filled in yet.' } },
    ],
  });
export type RefusalAnswer = z.infer<typeof refusalContract>;

/** RFC 9457, in the reader's language, with both languages beside it. */
export const problemContract = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    titles: textContract.optional(),
    details: textContract.optional(),
    errors: z.array(refusalContract).optional(),
  })
  .describe('A problem document.')
  .meta({ examples: [{ type: '/api/problems/stale', title: '已经有变化', status: 412 }] });
export type ProblemAnswer = z.infer<typeof problemContract>;

export const clockStandings = ['running', 'due-today', 'late', 'suspended', 'met', 'missed', 'lifted'] as const;
const clockStanding = z
  .enum(clockStandings)
  .describe('Where a clock stands today.')
  .meta({ examples: ['running'] });

const bearer = z
  .enum(['provider', 'office'])
  .describe('Who is late when it runs out.')
  .meta({ examples: ['provider'] });

export const deadlineReceiptContract = z
  .object({
    clause: z.string(),
    edition: z.string(),
    event: civilDate,
    due: civilDate,
    direction: z.enum(['after', 'before']),
    length: z.number().int(),
    unit: z.enum(['working-day', 'calendar-day', 'calendar-month', 'calendar-year']),
    provisional: z.boolean(),
    calendar: z.string(),
    skipped: z.array(z.object({ date: civilDate, reason: textContract })),
  })
  .describe('A computed date with all that is needed to compute it again.')
  .meta({
    examples: [
      {
        clause: 'final/25',
        edition: 'final',
        event: '2026-03-02',
        due: '2026-04-14',
        direction: 'after',
        length: 30,
        unit: 'working-day',
        provisional: false,
        calendar: '2026',
        skipped: [],
      },
    ],
  });
export type DeadlineReceiptAnswer = z.infer<typeof deadlineReceiptContract>;

export const clockContract = z
  .object({
    name: z.string(),
    run: z.number().int(),
    title: textContract,
    bearer,
    clause: z.string(),
    edition: z.string(),
    event: civilDate,
    due: civilDate,
    provisional: z.boolean(),
    standing: clockStanding,
    endedOn: civilDate.optional(),
    receipts: z.array(z.object({ receipt: deadlineReceiptContract, at: instant })),
  })
  .describe('One run of a clock of a matter, with every value its date has had.')
  .meta({
    examples: [
      {
        name: 'toAnswer',
        run: 1,
        title: { zh: '主管部门答复', en: "The office's answer" },
        bearer: 'office',
        clause: 'final/25',
        edition: 'final',
        event: '2026-03-02',
        due: '2026-04-14',
        provisional: false,
        standing: 'running',
        receipts: [],
      },
    ],
  });
export type ClockAnswer = z.infer<typeof clockContract>;

export const actorContract = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('person'),
      account: z.string(),
      organisation: z.string().optional(),
      roles: z.array(z.string()),
    }),
    z.object({ kind: z.literal('operator') }),
    z.object({ kind: z.literal('clock') }),
    z.object({ kind: z.literal('public') }),
    z.object({ kind: z.literal('applicant') }).describe('Whoever holds the code of the matter'),
    z.object({ kind: z.literal('matter'), matter: z.string(), matterKind: z.string() }),
  ])
  .describe('Who acted, by id and capacity; never a name.')
  .meta({ examples: [{ kind: 'clock' }] });
export type ActorAnswer = z.infer<typeof actorContract>;

export const timelineEntryContract = z
  .object({
    position: z.number().int(),
    type: z.string(),
    title: textContract,
    at: instant,
    actor: actorContract,
    organisation: z.string().optional(),
    reason: z.string().optional(),
    edition: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .describe('One event of a matter, as its reader may see it.')
  .meta({
    examples: [
      {
        position: 3,
        type: 'submitted',
        title: { zh: '提交', en: 'Submitted' },
        at: '2026-03-02T01:30:00.000Z',
        actor: { kind: 'clock' },
        edition: 'final',
        details: {},
      },
    ],
  });
export type TimelineEntryAnswer = z.infer<typeof timelineEntryContract>;

export const matterReadingContract = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    number: z.string().optional(),
    owner: z.string().nullable(),
    ownerName: z.string().optional(),
    place: z.string(),
    parent: matterReference.optional(),
    status: z.string(),
    position: z.number().int(),
    audience: z.enum(['provider', 'industry-body', 'office', 'operator']),
    assignee: z.string().optional(),
    grade: z.string().optional(),
    state: z.record(z.string(), z.unknown()),
    actions: z.array(z.string()),
    clocks: z.array(clockContract),
    timeline: z.array(timelineEntryContract),
    children: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string(), title: z.string() })),
    openedAt: instant,
    changedAt: instant,
  })
  .describe('A matter as its reader may see it: sealed values are masked unless they were asked for.')
  .meta({
    examples: [
      {
        id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        kind: 'filing',
        title: '示例推荐',
        owner: null,
        place: '440000',
        status: 'draft',
        position: 1,
        audience: 'provider',
        state: { status: 'draft' },
        actions: ['save'],
        clocks: [],
        timeline: [],
        children: [],
        openedAt: '2026-03-02T01:30:00.000Z',
        changedAt: '2026-03-02T01:30:00.000Z',
      },
    ],
  });
export type MatterReadingAnswer = z.infer<typeof matterReadingContract>;

export const dueContract = z
  .object({
    name: z.string(),
    on: civilDate,
    bearer,
    provisional: z.boolean(),
    standing: clockStanding,
    clause: z.string(),
  })
  .describe('The open clock that runs out first.')
  .meta({
    examples: [
      {
        name: 'toFile',
        on: '2026-03-16',
        bearer: 'provider',
        provisional: false,
        standing: 'running',
        clause: 'final/24.1',
      },
    ],
  });
export type DueAnswer = z.infer<typeof dueContract>;

export const matterListItemContract = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    number: z.string().optional(),
    technique: z.string().optional(),
    owner: z.string().nullable(),
    ownerName: z.string().optional(),
    place: z.string(),
    status: z.string(),
    position: z.number().int(),
    assignee: z.string().optional(),
    grade: z.string().optional(),
    openedAt: instant,
    changedAt: instant,
    due: dueContract.optional(),
  })
  .describe('A matter in a list.')
  .meta({
    examples: [
      {
        id: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        kind: 'filing',
        title: '示例推荐',
        owner: null,
        place: '440000',
        status: 'first-review',
        position: 4,
        openedAt: '2026-03-02T01:30:00.000Z',
        changedAt: '2026-03-02T01:30:00.000Z',
      },
    ],
  });
export type MatterListItemAnswer = z.infer<typeof matterListItemContract>;

export const matterListContract = z
  .object({
    total: z.number().int().describe('Counted up to 1,000; from there on at least so many'),
    page: z.number().int(),
    size: z.number().int(),
    items: z.array(matterListItemContract),
  })
  .describe('One page of a list of matters.')
  .meta({ examples: [{ total: 0, page: 1, size: 50, items: [] }] });
export type MatterListAnswer = z.infer<typeof matterListContract>;

/** Answer to every accepted command and opening. */
export const commandDoneContract = z
  .object({
    outcome: z.literal('done'),
    kind: z.string(),
    matter: z.string(),
    status: z.string(),
    position: z.number().int(),
  })
  .describe('What a command led to; `position` is what the next one names in If-Match.')
  .meta({
    examples: [
      {
        outcome: 'done',
        kind: 'filing',
        matter: '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11',
        status: 'first-review',
        position: 5,
      },
    ],
  });
export type CommandDone = z.infer<typeof commandDoneContract>;

/** Answer to an upload: what a form keeps of a stored file. */
export const attachmentContract = z
  .object({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string(),
    size: z.number().int().positive(),
    type: z.string(),
  })
  .describe('A stored file by its content.')
  .meta({ examples: [{ hash: '0'.repeat(64), name: 'report.pdf', size: 48213, type: 'application/pdf' }] });
export type AttachmentAnswer = z.infer<typeof attachmentContract>;

export const readingContract = z
  .object({
    pointer: z.string(),
    secrecy: z.string(),
    at: instant,
    organisation: z.string().nullable().describe('By name; null for a reader without one.'),
    account: z.string().optional().describe('Only to the reader’s own organisation.'),
    toldAfter: z
      .string()
      .optional()
      .describe('The owner was told once this day had passed, for a reason that stands with the team.'),
  })
  .describe('One recorded reading of a sealed value: which field, when, by which organisation.')
  .meta({
    examples: [
      {
        pointer: '/form/riskAbuse',
        secrecy: 'confidential',
        at: '2026-03-03T02:00:00.000Z',
        organisation: '示例省网信办',
      },
    ],
  });
export const readingsContract = z
  .object({ readings: z.array(readingContract) })
  .describe('Who has read the sealed values of a matter, the latest first.')
  .meta({ examples: [{ readings: [] }] });
export type ReadingsAnswer = z.infer<typeof readingsContract>;
