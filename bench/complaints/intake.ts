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
const complaints = 200;

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

/** The rows that a complaint leaves, read back as text: what the bare inserts write again. */
const rowsLeft = async (store: EmbeddedStore): Promise<readonly Record<string, string>[]> => {
  const { rows } = await sql<Record<string, string>>`
    select to_jsonb(matter)::text as matter,
      (select jsonb_agg(e)::text from matter_event e where e.matter_id = matter.id) as events,
      (select jsonb_agg(c)::text from clock c where c.matter_id = matter.id) as clocks,
      (select jsonb_agg(f)::text from follow_code f where f.matter_id = matter.id) as codes
    from matter order by opened_at, id`.execute(store.database);
  return rows;
};

/** Takes complaints in as the public page does: sealed under keys of their own, followed, chained, durable. Returns complaints a second. */
const takeIn = async (service: MatterService): Promise<number> => {
  const start = performance.now();
  for (let index = 0; index < complaints; index += 1) {
    const done = await service.open({
      actor: { kind: 'public' },
      kind: 'complaint',
      input: complaint(index),
      brought: { files: [], followCode: createHash('sha256').update(randomUUID()).digest('hex') },
    });
    if (done.outcome === 'refused') throw new Error(`a complaint was refused: ${JSON.stringify(done)}`);
  }
  return (complaints * 1000) / (performance.now() - start);
};

/** The same rows into the same tables of another store like it, one transaction a complaint, nothing else. */
const insertBare = async (store: EmbeddedStore, rows: readonly Record<string, string>[]): Promise<number> => {
  const start = performance.now();
  for (const row of rows)
    await store.asOwner(async (transaction) => {
      await sql`insert into matter select * from jsonb_populate_record(null::matter, ${row['matter']}::jsonb)`.execute(
        transaction,
      );
      for (const [table, part] of [
        ['matter_event', 'events'],
        ['clock', 'clocks'],
        ['follow_code', 'codes'],
      ] as const)
        await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, coalesce(${row[part] ?? null}::jsonb, '[]'))`.execute(
          transaction,
        );
    });
  return (rows.length * 1000) / (performance.now() - start);
};

export const intake = async (): Promise<Ratio> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-intake-'));
  try {
    const store = await openStore({ kind: 'embedded', directory: join(folder, 'ours') });
    const keyring = await openFileKeyring({
      directory: join(folder, 'keys'),
      masterKey: randomBytes(32),
      random: randomBytes,
      now: () => now,
    });
    const service = createMatterService(store, matterDefinitions, {
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
    const ours = await takeIn(service);
    const rows = await rowsLeft(store);
    await store.close();
    const other = await openStore({ kind: 'embedded', directory: join(folder, 'bare') });
    const bare = await insertBare(other, rows);
    await other.close();
    return {
      claim: 'Taking in complaints, sealed and durable, against bare inserts of the same rows into the same store',
      ratio: ours / bare,
      limit: { atLeast: 0.5 },
      details: { complaintsPerSecond: Math.round(ours), barePerSecond: Math.round(bare), complaints },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
