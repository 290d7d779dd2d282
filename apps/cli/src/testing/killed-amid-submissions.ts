import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FilingForm } from '@suanjian/matters';
import { seedFolder } from '@suanjian/records/testing/seeded-folder';
import { assemble, readConfig, realWorld } from '@suanjian/server';
import { addDays, civilDateOf } from '@suanjian/rulebook';
// The company, its papers and its form are the demonstration's.
import { algorithms } from '../../../server/src/demonstration/algorithms.ts';
import { gatherEnsemble } from '../../../server/src/demonstration/ensemble.ts';
import { formOf, uploadPapers } from '../../../server/src/demonstration/filing-form.ts';
import { playRegistrations } from '../../../server/src/demonstration/registrations.ts';
import { createStage } from '../../../server/src/demonstration/stage.ts';
import { loadServer } from './killed-server.ts';

const writers = 3;

/** A company that may submit: its officer's session and a form with its papers. */
interface Company {
  readonly cookie: string;
  readonly form: FilingForm;
}

const companyIn = async (folder: string): Promise<Company> => {
  const { now } = realWorld;
  await seedFolder(join(folder, 'records'));
  const assembly = await assemble(readConfig({ DATA_DIR: folder }, folder));
  try {
    const ensemble = await gatherEnsemble(assembly);
    const today = civilDateOf(now());
    const stage = createStage(assembly, { ensemble, today, now });
    await playRegistrations(stage);
    const form = formOf(
      'yunque',
      algorithms.clips,
      addDays(today, -3),
      await uploadPapers(stage, 'yunque', today, algorithms.clips),
    );
    const officer = ensemble.accounts.find(({ email }) => email === 'officer@yunque.example');
    const { cookies } = await assembly.auth.signIn(
      officer?.email ?? '',
      officer?.password ?? '',
      new Headers(),
      '127.0.0.1',
    );
    const cookie = cookies
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return { cookie, form };
  } finally {
    await assembly.close();
  }
};

export interface Work {
  readonly name: string;
  /** Once the opening was acknowledged. */
  matter?: string;
  /** The last position that was acknowledged. */
  position: number;
}

const doneSchema = z.object({ matter: z.string(), position: z.number().int() });

/** Where the server of this round listens, and to whom. */
interface Door extends Company {
  readonly address: string;
}

/** One command, over HTTP, under a key that a repetition carries again. */
const give = async (
  { address, cookie }: Door,
  path: string,
  body: unknown,
  key: string,
): Promise<z.infer<typeof doneSchema>> => {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  });
  const content: unknown = await response.json();
  if (!response.ok) throw new RangeError(`${path} was refused: ${JSON.stringify(content)}`);
  return doneSchema.parse(content);
};

/** Opens and submits, or goes on where the last server died: whether it had done it, nobody knows. */
const carryOut = async (door: Door, work: Work, acknowledge: () => void): Promise<void> => {
  const { name } = work;
  if (work.matter === undefined) {
    const named = { ...door.form, algorithmName: name, coverAlgorithmName: name, disclosureName: name };
    const opened = await give(
      door,
      '/api/matters/filing',
      { form: named },
      `open ${encodeURIComponent(name)}`.replaceAll(' ', '-'),
    );
    work.matter = opened.matter;
    work.position = opened.position;
    acknowledge();
  }
  const submitted = await give(
    door,
    `/api/matters/filing/${work.matter}/submit`,
    { declaration: true },
    `submit-${work.matter}`,
  );
  work.position = submitted.position;
  acknowledge();
};

/** A request that the dying server tore off; a refusal is something else and fails the test. */
const tornOff = (error: unknown): boolean => !(error instanceof RangeError) && error instanceof Error;

/** What was asked for and what became of it, by the algorithm's name. */
export interface Aftermath {
  readonly asked: readonly Work[];
  readonly kept: ReadonlyMap<string, readonly { readonly position: number; readonly status: string }[]>;
}

/** Kills the server of an empty folder so many times amid submissions, each time a little sooner or later, and reads what is there afterwards. */
export const killAmidSubmissions = async (folder: string, kills: number): Promise<Aftermath> => {
  const company = await companyIn(folder);
  const all: Work[] = [];
  let pending: readonly Work[] = [];
  let next = loadServer(folder);
  for (let round = 0; round < kills; round += 1) {
    const server = next;
    const address = await server.go();
    if (round + 1 < kills) next = loadServer(folder);
    const left: Work[] = [];
    const queue = [...pending];
    const life = { over: false };
    let acknowledged = 0;
    let heard: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => (heard = resolve));
    // From round to round after more or fewer answers, and later or sooner after the last of them.
    const acknowledge = (): void => {
      acknowledged += 1;
      if (acknowledged > round % 5) heard();
    };
    const writer = async (): Promise<void> => {
      while (!life.over) {
        const again = queue.shift();
        const work = again ?? { name: `示例第${all.length + 1}号短片排序算法`, position: 0 };
        if (again === undefined) all.push(work);
        try {
          await carryOut({ address, ...company }, work, acknowledge);
        } catch (error) {
          left.push(work);
          if (!tornOff(error)) throw error;
          return;
        }
      }
    };
    const writing = Promise.all(Array.from({ length: writers }, writer));
    await Promise.race([enough, writing]);
    await wait((round * 13) % 60);
    life.over = true;
    await server.kill();
    await writing;
    pending = [...left, ...queue];
  }
  return { asked: all, kept: await keptIn(folder) };
};

const keptIn = async (folder: string): Promise<Aftermath['kept']> => {
  const assembly = await assemble(readConfig({ DATA_DIR: folder }, folder));
  try {
    const kept = new Map<string, { readonly position: number; readonly status: string }[]>();
    for (let page = 1; ; page += 1) {
      const { items } = await assembly.services.matters.list(
        { kind: 'operator' },
        { kinds: ['filing'], page, size: 200 },
      );
      if (items.length === 0) return kept;
      for (const { title, position, status } of items)
        kept.set(title, [...(kept.get(title) ?? []), { position, status }]);
    }
  } finally {
    await assembly.close();
  }
};

/** Names of what was acknowledged and is not there, or is there twice or further back; and of what was never acknowledged and is there twice. */
export const lostIn = ({ asked, kept }: Aftermath): readonly string[] =>
  asked
    .filter(({ name, matter, position }) => {
      const found = kept.get(name) ?? [];
      return matter === undefined ? found.length > 1 : found.length !== 1 || (found[0]?.position ?? -1) < position;
    })
    .map(({ name }) => name);
