import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * Results of a provider's audits: the keys they are signed with, the bundles they come in, and what they say of a filing clause by clause.
 */

const instant = z.string().meta({ description: 'A moment in UTC.', examples: ['2026-03-02T01:30:00.000Z'] });
const day = z.string().meta({ description: 'A civil date in Asia/Shanghai.', examples: ['2026-02-28'] });
const uuid = z.uuid().meta({ description: 'An id.', examples: ['0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11'] });
const exampleId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const exampleKey = 'demo/audit+61c2d4a7+AQxKdr0v3rpJYQKbzCgeM5xHTnqGIXJLhZDyJ6R2oe4e';

/** Bytes. Above this a note is refused: a bundle of all checks is a tenth of it. */
export const largestBundle = 1024 * 1024;

const vkey = z
  .string()
  .min(1)
  .max(400)
  .meta({
    description: 'A verification key as C2SP signed notes write it: `name+id+base64`.',
    examples: [exampleKey],
  });

export const newAuditKeyContract = z
  .object({ vkey })
  .meta({ description: 'A key to register.', examples: [{ vkey: exampleKey }] });

export const auditKeyContract = z
  .object({
    id: uuid,
    vkey,
    name: z.string().meta({ description: 'The name in the key.', examples: ['demo/audit'] }),
    addedAt: instant,
    addedBy: z.string().meta({ description: 'The account that registered it.', examples: ['a1'] }),
    retiredAt: instant.optional(),
    retiredBy: z
      .string()
      .optional()
      .meta({ description: 'The account that retired it.', examples: ['a1'] }),
  })
  .meta({
    description: 'A key of one’s own organisation. A retired one stays, with its time, and signs nothing new.',
    examples: [
      { id: exampleId, vkey: exampleKey, name: 'demo/audit', addedAt: '2026-03-02T01:30:00.000Z', addedBy: 'a1' },
    ],
  });
export type AuditKeyAnswer = z.infer<typeof auditKeyContract>;

export const auditKeyListContract = z
  .object({ items: z.array(auditKeyContract) })
  .meta({ description: 'Keys of one’s own organisation, oldest first.', examples: [{ items: [] }] });

export const newAuditBundleContract = z.union([z.string(), z.object({ note: z.string() })]).meta({
  description:
    'A signed result bundle as `suanjian audit --bundle` wrote it: the note itself as text/plain, or in `note`.',
  examples: [{ note: 'suanjian-bundle/1\n{…}\n\n— demo/audit YcLUp…\n' }],
});

const doubt = z.enum(['went-back', 'split']).meta({
  description:
    'How its log contradicts a bundle that came before: it was longer then (`went-back`), or as long and with another root (`split`).',
  examples: ['went-back'],
});

export const keptAuditBundleContract = z
  .object({
    id: uuid,
    already: z.boolean().meta({ description: 'Whether the very same note was there before.', examples: [false] }),
    filing: uuid,
    doubt: doubt.optional(),
  })
  .meta({ description: 'A bundle that was kept.', examples: [{ id: exampleId, already: false, filing: exampleId }] });
export type KeptAuditBundle = z.infer<typeof keptAuditBundleContract>;

const verdict = z.enum(['pass', 'fail', 'not-enough-data', 'not-applicable']).meta({
  description: 'What a check found.',
  examples: ['pass'],
});
export type AuditVerdict = z.infer<typeof verdict>;

export const auditBundleEntryContract = z
  .object({
    id: uuid,
    uploadedAt: instant,
    signer: z.string().meta({ description: 'Name of the key that signed it.', examples: ['demo/audit'] }),
    edition: z
      .string()
      .nullable()
      .meta({ description: 'The edition of the rules that was checked.', examples: ['final'] }),
    /** Absent when files were audited and no log. */
    log: z
      .object({ from: day, to: day, treeSize: z.int(), root: z.string() })
      .optional()
      .meta({
        description: 'The audited days, and how long the log was then.',
        examples: [{ from: '2026-02-01', to: '2026-02-28', treeSize: 5000, root: 'aa' }],
      }),
    size: z.int().meta({ description: 'Bytes of the note.', examples: [40_000] }),
    hash: z.string().meta({ description: 'SHA-256 of the note.', examples: ['0'.repeat(64)] }),
    doubt: doubt.optional(),
  })
  .meta({
    description: 'A bundle that was sent for a filing.',
    examples: [
      {
        id: exampleId,
        uploadedAt: '2026-03-02T01:30:00.000Z',
        signer: 'demo/audit',
        edition: 'final',
        log: { from: '2026-02-01', to: '2026-02-28', treeSize: 5000, root: 'aa' },
        size: 40_000,
        hash: '0'.repeat(64),
      },
    ],
  });
export type AuditBundleEntryAnswer = z.infer<typeof auditBundleEntryContract>;

const auditMomentContract = z
  .object({ bundle: uuid, at: instant, from: day.optional(), to: day.optional(), verdict })
  .meta({
    description: 'A verdict of a bundle.',
    examples: [{ bundle: exampleId, at: '2026-03-02T01:30:00.000Z', verdict: 'pass' }],
  });
export type AuditMomentAnswer = z.infer<typeof auditMomentContract>;

const number = z
  .number()
  .nullable()
  .meta({ description: 'A number; null when there is none to show.', examples: [0.012] });

export const auditFindingContract = z
  .object({
    check: z.string().meta({ description: 'Id of the check.', examples: ['opt-out-honoured'] }),
    title: textContract,
    severity: z
      .enum(['duty', 'advisory'])
      .meta({ description: 'Whether the clause obliges or only encourages.', examples: ['duty'] }),
    status: z
      .enum(['live', 'shadow'])
      .meta({ description: 'Whether the verdict counts, or the check is only on trial.', examples: ['live'] }),
    scale: z
      .enum(['difference', 'relative', 'ratio', 'count', 'share', 'none'])
      .meta({ description: 'What the estimate is.', examples: ['share'] }),
    estimate: number,
    interval: z
      .tuple([z.number().nullable(), z.number().nullable()])
      .nullable()
      .meta({
        description: 'Where the truth lies at the level of the run; an end may be open.',
        examples: [[0, 0.02]],
      }),
    materiality: number,
    suppressed: z.boolean().meta({
      description: 'The numbers rest on fewer than ten rows somewhere and were kept back.',
      examples: [false],
    }),
    latest: auditMomentContract,
    earlier: z
      .array(auditMomentContract)
      .meta({ description: 'What earlier bundles said, the newest first.', examples: [[]] }),
  })
  .meta({
    description: 'The latest that a check says, and what it said before.',
    examples: [
      {
        check: 'opt-out-honoured',
        title: { zh: '关闭推荐后不再个性化', en: 'Opting out is honoured' },
        severity: 'duty',
        status: 'live',
        scale: 'share',
        estimate: 0,
        interval: [0, 0.001],
        materiality: 0.001,
        suppressed: false,
        latest: { bundle: exampleId, at: '2026-03-02T01:30:00.000Z', verdict: 'pass' },
        earlier: [],
      },
    ],
  });
export type AuditFindingAnswer = z.infer<typeof auditFindingContract>;

export const auditClauseContract = z
  .object({
    clause: z
      .string()
      .nullable()
      .meta({ description: 'The clause; null for checks that rest on none.', examples: ['final/17.1'] }),
    verdict: verdict.nullable().meta({
      description: 'The gravest of the latest verdicts that count; null when all its checks are on trial.',
      examples: ['pass'],
    }),
    findings: z.array(auditFindingContract),
  })
  .meta({
    description: 'What the checks of a clause say.',
    examples: [{ clause: 'final/17.1', verdict: 'pass', findings: [] }],
  });
export type AuditClauseAnswer = z.infer<typeof auditClauseContract>;

export const auditStandingContract = z
  .object({
    filing: z.object({ id: uuid, title: z.string(), number: z.string().optional() }).meta({
      description: 'The filing.',
      examples: [{ id: exampleId, title: '示例推荐' }],
    }),
    clauses: z.array(auditClauseContract),
    bundles: z.array(auditBundleEntryContract).meta({ description: 'The newest days first.', examples: [[]] }),
    total: z.int().meta({ description: 'How many bundles there are; the newest are shown.', examples: [3] }),
    statements: z.array(textContract).meta({ description: 'What a bundle proves and what not.', examples: [[]] }),
  })
  .meta({
    description: 'Where the audits of a filing stand, clause by clause, with what was said before.',
    examples: [{ filing: { id: exampleId, title: '示例推荐' }, clauses: [], bundles: [], total: 0, statements: [] }],
  });
export type AuditStandingAnswer = z.infer<typeof auditStandingContract>;

const comparedFigures = {
  verdict,
  estimate: number,
  interval: z
    .tuple([z.number().nullable(), z.number().nullable()])
    .nullable()
    .meta({
      description: 'Where the truth lies at the level of the run; an end may be open.',
      examples: [[0, 0.02]],
    }),
  n: z
    .number()
    .nullable()
    .meta({
      description: 'What carried information, to the nearest ten; null where it is kept back.',
      examples: [1230],
    }),
  suppressed: z.boolean().meta({ description: 'The numbers were kept back.', examples: [false] }),
};

export const auditComparisonContract = z
  .object({
    bundle: uuid,
    filing: z.object({ id: uuid, title: z.string(), number: z.string().optional() }),
    uploadedAt: instant,
    signer: z.string().meta({ description: 'Name of the key that signed it.', examples: ['demo/audit'] }),
    from: day.optional(),
    to: day.optional(),
    check: z.string().meta({ description: 'Id of the check.', examples: ['differential-pricing'] }),
    title: textContract,
    clauses: z.array(z.string()).meta({ description: 'The clauses it serves.', examples: [['final/21']] }),
    method: z.string().meta({ description: 'The method of the check.', examples: ['value-gap'] }),
    matched: textContract.optional().meta({
      description: 'How like was compared with like, as the signed bundle says.',
      examples: [{ zh: '同一天同一商品。', en: 'The same product on the same day.' }],
    }),
    scale: z
      .enum(['difference', 'relative', 'ratio', 'count', 'share', 'none'])
      .meta({ description: 'What the estimate is.', examples: ['relative'] }),
    materiality: number,
    ...comparedFigures,
    units: z.array(z.object({ by: z.record(z.string(), z.string()), ...comparedFigures })).meta({
      description: 'What it found in each part it tells apart, such as by tenure and by device.',
      examples: [[]],
    }),
  })
  .meta({
    description: 'What one check of a verified bundle found, in full.',
    examples: [
      {
        bundle: exampleId,
        filing: { id: exampleId, title: '示例推荐' },
        uploadedAt: '2026-03-02T01:30:00.000Z',
        signer: 'demo/audit',
        check: 'differential-pricing',
        title: { zh: '差异化定价', en: 'Differential pricing' },
        clauses: ['final/21'],
        method: 'value-gap',
        scale: 'relative',
        materiality: 0.01,
        verdict: 'fail',
        estimate: 0.05,
        interval: [0.04, 0.06],
        n: 1230,
        suppressed: false,
        units: [],
      },
    ],
  });
export type AuditComparisonAnswer = z.infer<typeof auditComparisonContract>;

export const auditBundleContract = z
  .object({
    entry: auditBundleEntryContract,
    bundle: z.record(z.string(), z.unknown()).meta({
      description: 'All that the bundle says, of the format `suanjian-bundle/1`.',
      examples: [{ format: 'suanjian-bundle/1' }],
    }),
    note: z.string().meta({
      description: 'The signed note, byte for byte, for checking it with other software.',
      examples: ['suanjian-bundle/1\n{…}\n'],
    }),
  })
  .meta({
    description: 'One whole bundle.',
    examples: [
      {
        entry: {
          id: exampleId,
          uploadedAt: '2026-03-02T01:30:00.000Z',
          signer: 'demo/audit',
          edition: 'final',
          size: 40_000,
          hash: '0'.repeat(64),
        },
        bundle: { format: 'suanjian-bundle/1' },
        note: 'suanjian-bundle/1\n{…}\n',
      },
    ],
  });
