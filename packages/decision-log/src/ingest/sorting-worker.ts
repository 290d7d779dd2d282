import { parentPort } from 'node:worker_threads';
import { answerOf, type SortingQuestion } from './sorting-message.ts';
import { sortHere } from './sort-here.ts';

// A thread of the pool: validates and hashes one batch at a time.
parentPort?.on('message', (question: SortingQuestion) => {
  const { answer, transfer } = answerOf(question, () => sortHere(question.family, question.body, question.request));
  parentPort?.postMessage(answer, transfer);
});
