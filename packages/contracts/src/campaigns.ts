import { z } from 'zod';
import { textContract } from './matters.ts';

/*
 * A campaign for the office that holds it: whom a search finds, how far each target has come, and what asking everybody at once came to.
 */

const exampleId = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
const exampleNumber = '440305123456702260016';
const id = z.uuid().meta({ description: 'An id.', examples: [exampleId] });
const day = z.iso.date().meta({ description: 'A civil date in Asia/Shanghai.', examples: ['2026-04-15'] });
const words = (description: string, example: string) => z.string().meta({ description, examples: [example] });
const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });
const yes = (description: string) => z.boolean().meta({ description, examples: [false] });

const candidate = z
  .object({
    key: words('How the list of a campaign would name it: the filing number, or the company.', exampleNumber),
    owner: id,
    name: words('The company.', '示例云雀资讯有限公司'),
    place: words('GB/T 2260, six digits.', '330106'),
    number: words('Of the filing, where one stands.', exampleNumber).optional(),
    title: words('The algorithm.', '示例首页推荐').optional(),
    technique: words('Kind of technique.', 'personalised-push').optional(),
    grade: words('Grade of the filing.', 'I').optional(),
    complaints: count('In the period that was asked for.', 12),
    orders: count('Orders to rectify of the company that are not ended.', 0),
    reasons: z
      .array(textContract)
      .meta({ description: 'Why it fits, one for each condition.', examples: [[{ zh: 'I 级', en: 'grade I' }]] }),
    onList: yes('Whether the list has it already.'),
  })
  .meta({
    description: 'One whom a search found.',
    examples: [
      {
        key: exampleNumber,
        owner: exampleId,
        name: '示例云雀资讯有限公司',
        place: '330106',
        number: exampleNumber,
        complaints: 12,
        orders: 0,
        reasons: [{ zh: 'I 级', en: 'grade I' }],
        onList: false,
      },
    ],
  });

export const campaignCandidatesContract = z
  .object({
    items: z.array(candidate).meta({ description: 'Those found.', examples: [[]] }),
    more: yes('Whether there are others; narrow the search.'),
  })
  .meta({ description: 'What a search for targets finds.', examples: [{ items: [], more: false }] });
export type CampaignCandidates = z.infer<typeof campaignCandidatesContract>;

const linked = z
  .object({
    kind: words('Kind of matter.', 'self-inspection'),
    id,
    status: words('State of it.', 'asked'),
    final: yes('Whether it has ended.'),
    due: day.optional(),
    late: yes('Whether its open date has passed.'),
  })
  .meta({
    description: 'A matter that came of the campaign.',
    examples: [{ kind: 'self-inspection', id: exampleId, status: 'asked', final: false, late: false }],
  });
export type CampaignMatter = z.infer<typeof linked>;

export const targetStages = [
  'to-ask',
  'unreachable',
  'asked',
  'overdue',
  'submitted',
  'returned',
  'accepted',
  'withdrawn',
] as const;

const target = z
  .object({
    key: words('How the list names it.', exampleNumber),
    name: words('The company.', '示例云雀资讯有限公司'),
    service: words('A service that was named because nothing is filed for it.', '示例短视频').optional(),
    number: words('Of the filing.', exampleNumber).optional(),
    grade: words('Grade.', 'I').optional(),
    reasons: z
      .array(textContract)
      .meta({ description: 'Why it was chosen.', examples: [[{ zh: 'I 级', en: 'grade I' }]] }),
    stage: z.enum(targetStages).meta({
      description: 'How far its self-inspection has come; nobody unregistered can be asked here.',
      examples: ['asked'],
    }),
    unfiled: yes('Whether it should have filed.'),
    urged: yes('Whether it was reminded to file, here or otherwise.'),
    sampled: yes('Whether the sample for inspection has it.'),
    unmet: count('Clauses that the company itself found not met.', 1).optional(),
    selfInspection: linked.optional(),
    reminder: linked.optional(),
    visits: z.array(linked).meta({ description: 'Inspections that the reader may see.', examples: [[]] }),
    orders: z.array(linked).meta({ description: 'Orders that came of it.', examples: [[]] }),
    late: yes('Whether anything of it is late.'),
  })
  .meta({
    description: 'One target, and how far it has come.',
    examples: [
      {
        key: exampleNumber,
        name: '示例云雀资讯有限公司',
        reasons: [],
        stage: 'asked',
        unfiled: false,
        urged: false,
        sampled: false,
        visits: [],
        orders: [],
        late: false,
      },
    ],
  });
export type CampaignTargetRow = z.infer<typeof target>;

export const campaignDashboardContract = z
  .object({
    id,
    title: words('What it is called.', '示例省算法治理行动'),
    status: words('State of the campaign.', 'running'),
    from: day,
    until: day,
    position: count('Position of its last event.', 4),
    targets: z.array(target).meta({ description: 'The list.', examples: [[]] }),
    toAsk: count('Who can be asked and was not.', 3),
    toRemind: count('Who should have filed, can be reminded here and was not.', 1),
    asking: z
      .object({ on: day, by: day, words: words('To the companies.', '请重点核对。').optional() })
      .optional()
      .meta({ description: 'What was asked of all in one act.', examples: [{ on: '2026-03-20', by: '2026-04-15' }] }),
    actions: z
      .array(z.string())
      .meta({ description: 'Commands that the reader may give now.', examples: [['ask-all']] }),
  })
  .meta({
    description: 'How far a campaign has come, target by target, as far as the reader may see.',
    examples: [
      {
        id: exampleId,
        title: '示例省算法治理行动',
        status: 'running',
        from: '2026-03-23',
        until: '2026-12-31',
        position: 4,
        targets: [],
        toAsk: 3,
        toRemind: 1,
        actions: ['ask-all'],
      },
    ],
  });
export type CampaignDashboard = z.infer<typeof campaignDashboardContract>;

export const askTargetsContract = z
  .object({
    by: day.optional(),
    words: z
      .string()
      .max(2000)
      .optional()
      .meta({ description: 'To the companies.', examples: ['请重点核对。'] }),
  })
  .meta({
    description: 'The day for all of them; without one, what was asked before goes on where it was broken off.',
    examples: [{ by: '2026-04-15' }],
  });

export const askedTargetsContract = z
  .object({
    asked: count('Self-inspections opened now.', 10),
    reminded: count('Reminders to file opened now.', 1),
    refused: z
      .array(
        z.object({ key: words('Which target.', exampleNumber), text: textContract }).meta({
          description: 'Who could not be asked, and why.',
          examples: [{ key: exampleNumber, text: { zh: '没有找到。', en: 'Not found.' } }],
        }),
      )
      .meta({ description: 'Who could not be asked.', examples: [[]] }),
  })
  .meta({ description: 'What asking came to.', examples: [{ asked: 10, reminded: 1, refused: [] }] });
export type AskedTargets = z.infer<typeof askedTargetsContract>;
