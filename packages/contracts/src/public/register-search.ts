import { z } from 'zod';

export const recordStatuses = ['filed', 'cancelled', 'revoked'] as const;
export type RecordStatusName = (typeof recordStatuses)[number];

/** What a search can be narrowed by, each by one or several values. */
export const registerFacets = ['technique', 'province', 'year', 'status', 'role', 'list', 'flagged'] as const;
export type RegisterFacet = (typeof registerFacets)[number];

export const registerSorts = ['relevance', 'newest', 'oldest', 'name'] as const;
export type RegisterSort = (typeof registerSorts)[number];

export const registerHitSchema = z
  .object({
    number: z
      .string()
      .meta({ description: 'The 21 digits; as printed when they break the rules.', example: '110101135224302220029' }),
    printed: z.string().meta({ description: 'The number with prefix, as it is published.' }),
    algorithmName: z.string(),
    subject: z.string().meta({ description: 'Who filed the algorithm.' }),
    technique: z.string().optional().meta({ description: 'Kind of algorithm.', example: 'personalised-push' }),
    role: z.string().optional(),
    province: z.string().optional().meta({ description: 'Two digits of GB/T 2260.', example: '11' }),
    status: z.enum(recordStatuses),
    firstMonth: z.string().meta({ description: 'Month in which it was first published.', example: '2022-08' }),
    product: z.string().meta({ description: 'Products, as printed.' }),
    purpose: z.string(),
    flagged: z.boolean().meta({ description: 'The number breaks its own rules; the record is shown as published.' }),
    exact: z.boolean().meta({ description: 'Name, subject or number is exactly what was asked for.' }),
  })
  .readonly();
export type RegisterHit = z.infer<typeof registerHitSchema>;

const facetValueSchema = z.object({ value: z.string(), count: z.number().int(), selected: z.boolean() }).readonly();

export const registerSearchSchema = z
  .object({
    query: z
      .object({
        q: z.string(),
        filters: z.partialRecord(z.enum(registerFacets), z.array(z.string()).readonly()).readonly(),
        sort: z.enum(registerSorts),
        page: z.number().int().min(1),
        size: z.number().int(),
      })
      .readonly(),
    total: z.number().int(),
    estimated: z
      .boolean()
      .meta({ description: 'The total was estimated: the words stand in too much of the register to count.' }),
    pages: z.number().int().meta({ description: 'Pages that can be turned to; the open data is whole.' }),
    facets: z
      .array(z.object({ name: z.enum(registerFacets), values: z.array(facetValueSchema).readonly() }).readonly())
      .readonly(),
    hits: z.array(registerHitSchema).readonly(),
  })
  .readonly()
  .meta({ description: 'One page of records, with the counts of every narrowing.' });
export type RegisterSearch = z.infer<typeof registerSearchSchema>;
export type RegisterSearchQuery = RegisterSearch['query'];
