import type { StoreReader } from '@suanjian/decision-log';

/** An answer with more rows than this is not held for whoever asks the same. */
const rowsHeld = 1000;

type Stream = Pick<StoreReader, 'stream'>;

/**
 * The auditor of one run, who reads the log once for all questions that reduce it by the very same statement: two checks may draw different
 * conclusions from one count. Whoever asks while the answer is under way waits for it; one that failed, was broken off or is long is asked again.
 */
export const askedOnce = (session: Stream): Stream => {
  const answers = new Map<string, Promise<readonly unknown[] | undefined>>();
  return {
    stream: async function* <Row>(...[sql, options]: Parameters<Stream['stream']>) {
      const earlier = answers.get(sql);
      if (earlier !== undefined) {
        const known = await earlier;
        // The same statement gives rows of the same shape.
        if (known === undefined) yield* session.stream<Row>(sql, options);
        else yield* known as readonly Row[];
        return;
      }
      const { promise, resolve } = Promise.withResolvers<readonly unknown[] | undefined>();
      answers.set(sql, promise);
      const held: Row[] = [];
      try {
        for await (const row of session.stream<Row>(sql, options)) {
          if (held.length < rowsHeld) held.push(row);
          else resolve(undefined);
          yield row;
        }
        resolve(held);
      } finally {
        resolve(undefined);
      }
    },
  };
};
