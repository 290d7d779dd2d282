import { parentPort } from 'node:worker_threads';
import { answerOf, type Forgetting, type SortingQuestion, type Stretch } from './sorting-message.ts';
import { sortHere } from './sort-here.ts';

const memories = new Map<number, SharedArrayBuffer>();

function bytesOf({ name, memory, offset, length }: Stretch): Uint8Array {
  if (memory !== undefined) memories.set(name, memory);
  const known = memories.get(name);
  if (known === undefined) throw new Error(`Memory ${name} was never shown to this thread`);
  return new Uint8Array(known, offset, length);
}

// A thread of the pool: validates and hashes one batch at a time.
parentPort?.on('message', (message: SortingQuestion | Forgetting) => {
  if ('forget' in message) {
    memories.delete(message.forget);
    return;
  }
  const body = message.body instanceof Uint8Array ? message.body : bytesOf(message.body);
  const { answer, transfer } = answerOf(message.id, body, () => sortHere(message.family, body, message.request));
  parentPort?.postMessage(answer, transfer);
});
