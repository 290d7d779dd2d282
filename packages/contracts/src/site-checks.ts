import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * Visits to the site of a filed algorithm: whether number, link to the public record and notice stand there. For the provider and the offices.
 */

const exampleId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const uuid = z.uuid().meta({ description: 'An id.', examples: [exampleId] });
const instant = z.string().meta({ description: 'A moment in UTC.', examples: ['2026-03-02T01:30:00.000Z'] });
const address = z
  .string()
  .max(2000)
  .meta({ description: 'An address.', examples: ['https://site.example/'] });

const siteVerdict = z.enum(['pass', 'fail', 'not-enough-data']).meta({
  description: 'Whether it stands; `not-enough-data` when the site was not seen well enough to say.',
  examples: ['pass'],
});
export type SiteVerdictAnswer = z.infer<typeof siteVerdict>;

export const siteVisitContract = z
  .object({
    id: uuid,
    address,
    at: instant,
    askedBy: z.enum(['schedule', 'operator', 'person']).meta({ description: 'At whose wish.', examples: ['schedule'] }),
    way: z.enum(['browser', 'without-script']).meta({
      description: 'With a real browser, or by reading the page before any script has run.',
      examples: ['browser'],
    }),
    fault: textContract.optional(),
    findings: z
      .object({
        number: z.boolean().meta({ description: 'The filing number is visible.', examples: [true] }),
        link: z.boolean().meta({ description: 'A link to the public record is visible.', examples: [true] }),
        notice: z.enum(['shown', 'linked', 'absent']).meta({
          description: 'The notice stands on the page, on a page linked as such, or not at all.',
          examples: ['linked'],
        }),
        noticeAddress: address.optional(),
      })
      .optional()
      .meta({
        description: 'What was found; absent when the site could not be read, `fault` then says why.',
        examples: [{ number: true, link: true, notice: 'shown' }],
      }),
    hasScreenshot: z.boolean().meta({ description: 'Whether a picture was kept.', examples: [true] }),
  })
  .meta({
    description: 'A visit.',
    examples: [
      {
        id: exampleId,
        address: 'https://site.example/',
        at: '2026-03-02T01:30:00.000Z',
        askedBy: 'schedule',
        way: 'browser',
        findings: { number: true, link: true, notice: 'shown' },
        hasScreenshot: true,
      },
    ],
  });
export type SiteVisitAnswer = z.infer<typeof siteVisitContract>;

const siteCheckVerdictContract = z
  .object({
    check: z.enum(['site-badge', 'site-notice']).meta({ description: 'The check.', examples: ['site-badge'] }),
    title: textContract,
    clause: z.string().meta({ description: 'The clause it rests on.', examples: ['final/26'] }),
    verdict: siteVerdict,
  })
  .meta({
    description: 'What the visits say under a clause.',
    examples: [{ check: 'site-badge', title: { zh: '在位', en: 'It stands' }, clause: 'final/26', verdict: 'pass' }],
  });

export const siteStandingContract = z
  .object({
    filing: z
      .object({ id: uuid, title: z.string(), number: z.string().optional() })
      .meta({ description: 'The filing.', examples: [{ id: exampleId, title: '示例推荐' }] }),
    verdicts: z
      .array(siteCheckVerdictContract)
      .meta({ description: 'The gravest over all sites; empty when none was visited.', examples: [[]] }),
    sites: z
      .array(
        z
          .object({
            address,
            badge: siteVerdict,
            notice: siteVerdict,
            away: z.int().meta({ description: 'Days in a row on which it could not be read.', examples: [0] }),
          })
          .meta({
            description: 'Where one site stands.',
            examples: [{ address: 'https://site.example/', badge: 'pass', notice: 'pass', away: 0 }],
          }),
      )
      .meta({ description: 'The sites that are filed and were visited.', examples: [[]] }),
    addresses: z.array(address).meta({
      description: 'What is visited: the sites among the filed products.',
      examples: [['https://site.example/']],
    }),
    visits: z.array(siteVisitContract).meta({ description: 'The newest first.', examples: [[]] }),
    running: z.boolean().meta({ description: 'Whether a visit is under way.', examples: [false] }),
    nextAt: instant.optional(),
    mayAsk: z.boolean().meta({ description: 'Whether the reader may ask for a visit.', examples: [true] }),
    statements: z.array(textContract).meta({ description: 'What a visit shows and what not.', examples: [[]] }),
  })
  .meta({
    description: 'What the provider’s own sites show, over time.',
    examples: [
      {
        filing: { id: exampleId, title: '示例推荐' },
        verdicts: [],
        sites: [],
        addresses: [],
        visits: [],
        running: false,
        mayAsk: true,
        statements: [],
      },
    ],
  });
export type SiteStandingAnswer = z.infer<typeof siteStandingContract>;

export const askSiteCheckContract = z
  .object({
    filing: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Id or number.', examples: [exampleId] }),
  })
  .meta({ description: 'A filing to visit now.', examples: [{ filing: exampleId }] });

export const begunSiteCheckContract = z
  .object({ filing: uuid })
  .meta({ description: 'A visit that was begun.', examples: [{ filing: exampleId }] });

export const runSiteCheckContract = z
  .object({
    filing: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Id or number; absent: the one that is due first.', examples: [exampleId] }),
  })
  .meta({ description: 'A filing to visit now, to its end.', examples: [{}] });

export const ranSiteCheckContract = z
  .object({ standing: siteStandingContract.optional() })
  .meta({ description: 'What the visits say now; absent when none was due.', examples: [{}] });
