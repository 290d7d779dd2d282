import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { builtInCalendar, text } from '@suanjian/rulebook';
import { matterDefinitions, type Instant } from '@suanjian/matters';
import {
  createMatterService,
  createSealedBox,
  createSealer,
  openFileKeyring,
  openStore,
  type EmbeddedStore,
  type MatterService,
} from '@suanjian/records';
import type { Ratio } from '../ratio.ts';

const now = '2026-06-01T02:00:00.000Z' as Instant;
/** Turn about in portions, so that whatever else the machine and its disk do falls on both. */
const portions = 21;
const portion = 20;

const complaint = (index: number) => ({
  form: {
    kind: 'differential-price',
    service: '示例商城',
    to: 'office',
    what: `第 ${index} 次下单，同一件商品的价格比朋友高。`.repeat(8),
    reached: 'contact',
    contact: `010-${10_000_000 + index}`,
  },
});

/** Takes one complaint in as the public page does: sealed under keys of its own, followed, its origin counted, chained, durable. */
const takeIn = async (service: MatterService, index: number): Promise<string> => {
  const digest = createHash('sha256').update(randomUUID()).digest('hex');
  const done = await service.open({
    actor: { kind: 'public' },
    kind: 'complaint',
    input: complaint(index),
    brought: { files: [], origin: digest, followCode: digest },
  });
  if (done.outcome === 'refused') throw new Error(`a complaint was refused: ${JSON.stringify(done)}`);
  return done.matter;
};

/** The rows that a complaint has left, by table, as text: what the bare inserts write again. */
type Left = ReadonlyMap<string, string>;

const rowsLeft = async (store: EmbeddedStore, matter: string): Promise<Left> => {
  const { rows } = await sql<{ table: string; rows: string }>`
    select 'matter' as table, jsonb_agg(m)::text as rows from matter m where id = ${matter}
    union all select 'matter_event', jsonb_agg(e)::text from matter_event e where matter_id = ${matter}
    union all select 'clock', jsonb_agg(c)::text from clock c where matter_id = ${matter}
    union all select 'follow_code', jsonb_agg(f)::text from follow_code f where matter_id = ${matter}
    union all select 'intake', jsonb_agg(i)::text from intake i join follow_code on code_hash = origin where matter_id = ${matter}
    union all select 'outbox', jsonb_agg(o)::text from outbox o where matter_id = ${matter}`.execute(store.database);
  return new Map(rows.flatMap(({ table, rows: left }) => (left === null ? [] : [[table, left]])));
};

/** The same rows into the same tables of another store like it: one transaction a complaint, one insert a table, nothing else. */
const insertBare = (store: EmbeddedStore, left: Left): Promise<void> =>
  store.asOwner(async (transaction) => {
    for (const [table, rows] of left)
      await sql`insert into ${sql.table(table)} overriding system value select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(
        transaction,
      );
  });

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const serviceOn = async (store: EmbeddedStore, keys: string): Promise<MatterService> => {
  const keyring = await openFileKeyring({
    directory: keys,
    masterKey: randomBytes(32),
    random: randomBytes,
    now: () => now,
  });
  return createMatterService(store, matterDefinitions, {
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
  });
};

export const intake = async (): Promise<Ratio> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-intake-'));
  try {
    const [store, other] = [
      await openStore({ kind: 'embedded', directory: join(folder, 'ours') }),
      await openStore({ kind: 'embedded', directory: join(folder, 'bare') }),
    ];
    const service = await serviceOn(store, join(folder, 'keys'));
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = -2; round < portions; round += 1) {
      const matters: string[] = [];
      const taken = await milliseconds(async () => {
        for (let index = 0; index < portion; index += 1) matters.push(await takeIn(service, index));
      });
      const left: Left[] = [];
      for (const matter of matters) left.push(await rowsLeft(store, matter));
      const inserted = await milliseconds(async () => {
        for (const rows of left) await insertBare(other, rows);
      });
      if (round < 0) continue;
      ours.push(taken / portion);
      bare.push(inserted / portion);
    }
    await store.close();
    await other.close();
    const [each, eachBare] = [median(ours), median(bare)];
    return {
      claim: 'Taking in complaints, sealed and durable, against bare inserts of the same rows into the same store',
      ratio: eachBare / each,
      limit: { atLeast: 0.5 },
      details: {
        complaintsPerSecond: Math.round(1000 / each),
        barePerSecond: Math.round(1000 / eachBare),
        complaints: portions * portion,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
