// A provider's process: sends the batches of a file to the service over several connections and tells its parent how long it took.
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';

export interface Sending {
  readonly url: string;
  readonly token: string;
  /** One behind the other in `file`. */
  readonly lengths: readonly number[];
  readonly file: string;
  readonly connections: number;
  readonly name: string;
}

const agent = new Agent({ keepAlive: true });

const post = ({ url, token }: Sending, id: string, body: Buffer): Promise<void> =>
  new Promise((done, failed) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-length': body.length,
      'content-type': 'application/x-ndjson',
      'batch-id': id,
    };
    const sent = request(`${url}/v1/log/exposure`, { method: 'POST', agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        if (response.statusCode === 200) done();
        else failed(new Error(`${response.statusCode} ${Buffer.concat(pieces).toString().slice(0, 300)}`));
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });

const cut = (bytes: Buffer, lengths: readonly number[]): readonly Buffer[] => {
  let at = 0;
  return lengths.map((length) => bytes.subarray(at, (at += length)));
};

process.on('message', (message) => {
  void (async () => {
    const sending = message as Sending;
    const batches = cut(await readFile(sending.file), sending.lengths);
    const start = performance.now();
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let at = next++; at < batches.length; at = next++) {
        const body = batches[at];
        if (body !== undefined) await post(sending, `${sending.name}-${at}`, body);
      }
    };
    await Promise.all(Array.from({ length: sending.connections }, lane));
    process.send?.(performance.now() - start);
  })();
});
