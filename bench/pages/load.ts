import { Agent, request } from 'node:http';

/** Asks for pages in a process of its own, so that asking does not take the server's thread. Started by pages.bench.ts; answers one message with one. */
export interface Load {
  readonly origin: string;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly requests: number;
  readonly atOnce: number;
}

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly percentile95: number;
  readonly bytes: number;
}

const ask = (
  agent: Agent,
  origin: string,
  path: string,
): Promise<{ readonly milliseconds: number; readonly bytes: number }> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const asked = request(`${origin}${path}`, { agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ milliseconds: performance.now() - start, bytes })
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

const load = async ({ origin, paths, requests, atOnce }: Load): Promise<Loaded> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let next = 0;
  let bytes = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < requests; index = next++) {
      const answered = await ask(agent, origin, paths[index % paths.length] ?? '/');
      times.push(answered.milliseconds);
      bytes = answered.bytes;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((left, right) => left - right);
  return {
    perSecond: requests / seconds,
    percentile95: times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN,
    bytes,
  };
};

process.on('message', (message) => {
  void load(message as Load).then((loaded) => process.send?.(loaded));
});
