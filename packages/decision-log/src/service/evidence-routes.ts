import type { FastifyInstance } from 'fastify';
import { checkNote, hex, leafEntryHash, parseNote, type Verifier } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import type { DecisionLog } from '../ingest/decision-log.ts';
import type { SharedMemory } from '../ingest/shared-memory.ts';
import { LogFault } from '../journal/log-fault.ts';
import { readBody } from './body.ts';

const MOST_NOTE = 100_000;
const NOTE_TYPE = 'text/plain; charset=utf-8';

export interface EvidenceOptions {
  readonly witnesses: readonly Verifier[];
  readonly memory: SharedMemory;
}

/** The evidence over HTTP: what a witness, a verifier or a regulator's machine asks. */
export function evidenceRoutes(app: FastifyInstance, log: DecisionLog, { witnesses, memory }: EvidenceOptions): void {
  const { index } = log.view;
  app.get('/v1/log/checkpoint', async (_request, reply) =>
    reply.header('content-type', NOTE_TYPE).send(await log.checkpoint()),
  );
  app.post('/v1/log/checkpoint/cosignatures', async (request, reply) => {
    const { body } = await readBody(request.raw, MOST_NOTE, memory);
    const note = Buffer.from(body).toString();
    memory.giveBack(body);
    const signed = parseNote(note);
    const witness = witnesses.find((candidate) => {
      const check = checkNote(signed, [candidate]);
      return check.outcome === 'checked' && check.signatures.length > 0;
    });
    if (witness === undefined) {
      throw new LogFault('invalid', text('没有受信任的见证方签名。', 'No witness that is trusted here has signed.'));
    }
    return reply.header('content-type', NOTE_TYPE).send(await log.addCosignature(note, witness));
  });
  app.get<{ Params: { number: string } }>('/v1/log/leaves/:number', async (request) => {
    const number = count(request.params.number, 'number');
    const entry = index.entry(number);
    if (entry === undefined)
      throw new LogFault('not-found', text(`没有第 ${number} 叶。`, `There is no leaf ${number}.`));
    const deleted = entry.leaf.kind === 'batch' && entry.at !== undefined && index.isDeleted(entry);
    return { index: number, leaf: entry.leaf, hash: hex(leafEntryHash(entry.leaf)), deleted };
  });
  app.get<{ Querystring: { leaf?: string; size?: string } }>('/v1/log/proofs/inclusion', async ({ query }) => {
    const size = query.size === undefined ? index.size : count(query.size, 'size', index.size);
    const leaf = count(query.leaf, 'leaf', size - 1);
    return { leaf, size, root: index.root(size), path: index.tree.inclusionProof(leaf, size).map(hex) };
  });
  app.get<{ Querystring: { from?: string; to?: string } }>('/v1/log/proofs/consistency', async ({ query }) => {
    const to = query.to === undefined ? index.size : count(query.to, 'to', index.size);
    const from = count(query.from, 'from', to);
    return {
      from,
      to,
      olderRoot: index.root(from),
      root: index.root(to),
      path: index.tree.consistencyProof(from, to).map(hex),
    };
  });
}

function count(value: string | undefined, name: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = /^(0|[1-9][0-9]{0,15})$/.test(value ?? '') ? Number(value) : Number.NaN;
  if (number <= most) return number;
  throw new LogFault(
    'invalid',
    text(`${name} 须为 0 至 ${most} 的整数。`, `${name} is a whole number from 0 to ${most}.`),
  );
}
